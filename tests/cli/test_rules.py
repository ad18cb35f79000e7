"""`paper-reader rules`, and what is said about a rule everywhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reader.cli.rule_cards import clause_of, name_of, rule_cards
from reader.copydesk.file_rules import FILE_RULES
from reader.proofreading.rules import BY_ID, RULES
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook
from reader.typesetting.width import text_width
from tests.cli.paper import paper_reader, printed, said

ALL = [*(rule.id for rule in RULES), *(rule.id for rule in FILE_RULES)]


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_the_table_has_a_line_for_every_rule_and_fits_80_cells(home: Path, tongue: str) -> None:
    done = paper_reader("rules", "--lang", tongue, home=home)
    head, *lines = printed(done).splitlines()
    assert (done.returncode, said(done)) == (0, "")
    assert [line.split()[0] for line in lines] == ALL
    assert max(map(text_width, [head, *lines])) <= 80
    names = [BY_ID[rule].name.say("zh" if tongue == "zh" else "en") for rule in BY_ID]
    assert [name for name, line in zip(names, lines, strict=False) if not line.endswith(name)] == []


def test_the_table_is_as_the_nearest_stylebook_has_it(home: Path, tmp_path: Path) -> None:
    (tmp_path / "stylebook.toml").write_text(
        'off = ["T-WIDTH"]\n[severity]\n"T-WIDTH" = "warning"\n', encoding="utf-8"
    )
    text = printed(paper_reader("rules", home=home, directory=tmp_path))
    (line,) = [line for line in text.splitlines() if line.startswith("T-WIDTH")]
    assert line.split()[:4] == ["T-WIDTH", "warning", "--fix", "off"]
    named = paper_reader("rules", "--stylebook", tmp_path / "stylebook.toml", home=home)
    assert line in printed(named)


def test_a_stylebook_that_cannot_be_followed_is_told_with_its_place(home: Path, tmp_path: Path) -> None:
    (tmp_path / "stylebook.toml").write_text("off = 1\n", encoding="utf-8")
    done = paper_reader("rules", home=home, directory=tmp_path)
    assert (done.returncode, printed(done)) == (2, "")
    assert said(done).startswith(f"{tmp_path / 'stylebook.toml'}:1:1: ")


@pytest.mark.parametrize("word", ["T-WIDTH", "t-width"])
def test_a_rule_has_its_manual_page(home: Path, word: str) -> None:
    done = paper_reader("rules", word, home=home)
    assert done.returncode == 0
    assert printed(done).startswith("# T-WIDTH half-width mark\n")
    assert "GB/T 15834" in printed(done)
    assert "passes:" in printed(done)
    assert not re.search("半角标点", printed(done))
    prose = [line for line in printed(done).splitlines() if not line.startswith("    ")]
    assert max(map(text_width, prose)) <= 80


def test_what_the_stylebook_makes_of_a_rule_stands_at_the_end_of_its_page(home: Path, tmp_path: Path) -> None:
    (tmp_path / "stylebook.toml").write_text(
        'off = ["T-WIDTH"]\n[severity]\n"T-WIDTH" = "warning"\n', encoding="utf-8"
    )
    done = paper_reader("rules", "T-WIDTH", home=home, directory=tmp_path)
    assert printed(done).splitlines()[-2:] == [
        "The stylebook here turns it off.",
        "The stylebook here makes it: warning.",
    ]


@pytest.mark.parametrize("rule", [rule.id for rule in FILE_RULES])
def test_what_others_than_rules_find_has_a_page_too(home: Path, rule: str) -> None:
    text = printed(paper_reader("rules", rule, "--lang", "zh", home=home))
    about = next(known.about for known in FILE_RULES if known.id == rule)
    assert about.zh in text.replace("\n", "")


def test_a_rule_there_is_not_is_status_2_with_the_nearest(home: Path) -> None:
    done = paper_reader("rules", "T-WIDHT", home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert said(done) == "paper-reader: there is no rule T-WIDHT; did you mean T-WIDTH?\n"


def test_all_of_them_as_data(home: Path) -> None:
    listed = json.loads(printed(paper_reader("rules", "--json", home=home)))
    assert [one["id"] for one in listed] == ALL
    one = json.loads(printed(paper_reader("rules", "T-WIDTH", "--json", "--lang", "zh", home=home)))
    assert (one["id"], one["name"], one["severity"], one["fix"]) == ("T-WIDTH", "半角标点", "error", "safe")
    assert (one["on"], one["default"], one["language"], one["weight"]) == (True, True, "chinese", 0.1)
    assert one.keys() == listed[0].keys()
    assert "T-WIDTH" in one["manual"]


def test_every_card_says_everything_in_both_languages() -> None:
    for card in rule_cards(Stylebook()):
        for words in (card.name, card.clause, card.manual):
            assert words.zh
            assert words.en
        assert (name_of(card.id), clause_of(card.id)) == (card.name, card.clause)


def test_a_card_is_as_grave_and_as_on_as_the_stylebook_has_it() -> None:
    book = Stylebook(off=frozenset({"T-WIDTH"}), severities={"T-WIDTH": Severity.INFO})
    card = next(card for card in rule_cards(book) if card.id == "T-WIDTH")
    assert (card.severity, card.is_on, card.is_default) == (Severity.INFO, False, True)
