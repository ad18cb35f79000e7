from __future__ import annotations

import datetime as dt
from dataclasses import FrozenInstanceError

import pytest

from reader.edition.article import Article, Cut, Jump, Kind
from reader.edition.edition import Edition, Section
from reader.edition.wording import Wording


def test_an_article_without_a_headline_shows_its_working_title_in_brackets() -> None:
    assert Article(id="a", headline="题").title == "题"
    assert Article(id="a", slug="代题").title == "［代题］"


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("Late ferries", "[Late ferries]"),
        ("K2 线停运", "［K2 线停运］"),
        ("夜渡", "［夜渡］"),
        ("밤배", "[밤배]"),
    ],
)
def test_the_brackets_are_of_the_working_titles_own_script(slug: str, title: str) -> None:
    assert Article(id="a", slug=slug).title == title
    assert Article(id="a", headline="题", slug=slug).title == "题"


def test_text_is_missing_where_the_cut_says() -> None:
    assert [(cut.at_start, cut.at_end) for cut in (Cut.START, Cut.END, Cut.BOTH)] == [
        (True, False),
        (False, True),
        (True, True),
    ]


def test_a_jump_that_names_nothing_is_unknown() -> None:
    assert Jump().is_unknown
    assert not Jump(page="3").is_unknown


def test_every_kind_has_a_name_in_both_languages() -> None:
    assert all(kind.wording.zh and kind.wording.en for kind in Kind)


def test_an_article_never_changes() -> None:
    article = Article(id="a", headline="题")
    with pytest.raises(FrozenInstanceError):
        article.headline = "改"  # type: ignore[misc]


def test_an_edition_finds_its_articles_in_reading_order() -> None:
    first, second = Article(id="a", headline="甲"), Article(id="b", headline="乙")
    edition = Edition(
        paper="报",
        date=dt.date(2025, 3, 4),
        sections=(Section(name="一", articles=(first,)), Section(name="二", articles=(second,))),
    )
    assert list(edition.articles()) == [first, second]
    assert edition.article("b") is second
    assert edition.article("c") is None
    assert str(edition.reference(second)) == "2025-03-04/b"


def test_an_editions_day_begins_and_ends_in_its_own_zone() -> None:
    edition = Edition(paper="报", date=dt.date(2025, 3, 4))
    assert edition.begins().isoformat() == "2025-03-04T00:00:00+08:00"
    assert edition.last_instant().isoformat() == "2025-03-04T23:59:59.999999+08:00"


@pytest.mark.parametrize(
    ("language", "is_cjk"), [("zh-CN", True), ("ja", True), ("yue-HK", True), ("en", False)]
)
def test_a_paper_knows_whether_its_script_is_chinese(language: str, is_cjk: bool) -> None:
    assert Edition(paper="p", date=dt.date(2025, 3, 4), language=language).is_cjk is is_cjk


def test_a_wording_is_filled_in_both_languages_and_braces_in_values_are_harmless() -> None:
    said = Wording("有{thing}", "there is {thing}").filled(thing=Wording("{猫}", "{a cat}"))
    assert (said.say("zh"), said.say("en")) == ("有{猫}", "there is {a cat}")
