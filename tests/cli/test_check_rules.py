"""Which rules a run is about, and by which stylebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli.check_rules import Stylebooks, narrowed, only_rules, rule_named, stylebook_here
from reader.cli.wrong_use import WrongUse
from reader.copydesk.stylebook_file import StylebookError
from reader.proofreading.rules import BY_ID
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook
from tests.cli.faulty import a_call


@pytest.mark.parametrize("word", ["T-WIDTH", "t-width", "P-MISSING", "s-format"])
def test_a_rule_is_named_in_capitals_or_not(word: str) -> None:
    assert rule_named(word) == word.upper()


def test_the_nearest_rule_is_named_where_there_is_none() -> None:
    with pytest.raises(WrongUse) as caught:
        rule_named("T-WITH")
    assert "T-WITH" in caught.value.what.en
    assert "T-WIDTH" in caught.value.advice.en
    with pytest.raises(WrongUse) as caught:
        rule_named("qqq")
    assert "paper-reader rules" in caught.value.advice.zh


@pytest.mark.parametrize("given", ["T-WIDTH,P-MISSING", "T-WIDTH P-MISSING", " t-width , p-missing,"])
def test_only_takes_several_rules(given: str) -> None:
    call, _ = a_call("check", "x", "--only", given)
    assert only_rules(call) == frozenset({"T-WIDTH", "P-MISSING"})


def test_only_without_a_rule_is_refused_and_without_only_all_are_meant() -> None:
    with pytest.raises(WrongUse):
        only_rules(a_call("check", "x", "--only", " , ")[0])
    assert only_rules(a_call("check", "x")[0]) is None


def test_only_these_rules_are_on_be_they_off_and_as_grave_as_the_house_has_them() -> None:
    book = Stylebook(off=frozenset({"T-WIDTH"}), severities={"T-WIDTH": Severity.INFO})
    only = narrowed(book, frozenset({"T-WIDTH", "P-MISSING"}))
    assert [rule.id for rule in BY_ID.values() if rule.is_on(only)] == ["T-WIDTH"]
    assert only.severities == book.severities
    assert narrowed(book, None) is book
    assert [rule.id for rule in BY_ID.values() if rule.is_on(narrowed(book, frozenset({"P-MISSING"})))] == []


def test_the_nearest_stylebook_above_an_edition_is_followed(tmp_path: Path) -> None:
    (tmp_path / "paper" / "2024").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    (tmp_path / "paper" / "stylebook.toml").write_text('off = ["T-WIDTH"]\n', encoding="utf-8")
    books = Stylebooks(None, None)
    assert books.of(tmp_path / "paper" / "2024" / "a.yaml").off == {"T-WIDTH"}
    assert books.of(tmp_path / "other" / "a.yaml") == Stylebook()


def test_one_that_is_named_wins_over_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "stylebook.toml").write_text('off = ["T-WIDTH"]\n', encoding="utf-8")
    named = tmp_path / "house.toml"
    named.write_text('[severity]\n"T-WIDTH" = "warning"\n', encoding="utf-8")
    book = Stylebooks(named, None).of(tmp_path / "a.yaml")
    assert (book.off, book.severities) == (frozenset(), {"T-WIDTH": Severity.WARNING})


def test_a_stylebook_that_cannot_be_followed_is_an_error_each_time(tmp_path: Path) -> None:
    (tmp_path / "stylebook.toml").write_text('off = ["T-NONE"]\n', encoding="utf-8")
    books = Stylebooks(None, None)
    for _ in range(2):
        with pytest.raises(StylebookError):
            books.of(tmp_path / "a.yaml")


def test_the_stylebook_here_is_the_named_one_that_of_this_folder_or_that_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, library = tmp_path / "here", tmp_path / "library"
    here.mkdir()
    (library / "paper").mkdir(parents=True)
    monkeypatch.chdir(here)
    call, _ = a_call("rules", "--library", library)
    assert stylebook_here(call) is None
    (library / "stylebook.toml").write_text("", encoding="utf-8")
    assert stylebook_here(call) == library / "stylebook.toml"
    (here / "stylebook.toml").write_text("", encoding="utf-8")
    assert stylebook_here(call) == here / "stylebook.toml"
    named, _ = a_call("rules", "--stylebook", "mine.toml")
    assert stylebook_here(named) == Path("mine.toml")
