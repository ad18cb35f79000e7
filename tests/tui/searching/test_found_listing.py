"""What was found stands in the list: in all editions with its day and its page, and a line of its text."""

from __future__ import annotations

from pathlib import Path

from reader.archive.edition_search import EditionSearch
from reader.archive.query import parse_query
from reader.reading.pursuit import Find
from reader.tui.searching.found_listing import listing_here, listing_of_all
from reader.typesetting.copy import article_copy
from tests.reading.papers import an_edition
from tests.tui.libraries import ENGLISH, WILLOW, a_library
from tests.tui.test_lending import finds_of


def rows_of(finds: list[Find], tongue: str = "zh") -> list[str]:
    return [row.text for row in listing_of_all(finds, finds[0], tongue).rows]  # type: ignore[arg-type]


def test_three_rows_a_hit_the_headline_where_it_stands_and_the_text(tmp_path: Path) -> None:
    finds = finds_of(a_library(tmp_path), tmp_path, WILLOW[:6])
    listing = listing_of_all(finds, finds[1], "zh")
    assert len(listing.rows) == 9
    assert listing.rows[0].text == "2026-03-13柳絮"
    assert listing.rows[1].text == "2026-03-13 · 第1版 第一版"
    assert listing.rows[2].text == WILLOW
    assert [row.key is None for row in listing.rows] == [False, True, True] * 3
    assert listing.open_key == finds[1].key
    assert listing.rows[0].tail == "1"


def test_papers_are_named_where_there_are_several(tmp_path: Path) -> None:
    rows = rows_of(finds_of(a_library(tmp_path), tmp_path, "柳絮"), "en")
    assert any(row.startswith(f"2026-03-13 · {ENGLISH} · p. 1") for row in rows)
    assert any(row.startswith("2026-03-12 · 河湾晨报 · p. 1 第一版") for row in rows)


def test_a_notice_has_no_page(tmp_path: Path) -> None:
    rows = rows_of(finds_of(a_library(tmp_path), tmp_path, "禁止用火"))
    assert rows[1].startswith("2026-03-13 · 公告")


def test_nothing_found_is_an_empty_list() -> None:
    assert listing_of_all((), None, "zh").rows == listing_here((), None).rows == ()


def test_hits_of_the_open_edition_have_their_number_of_matches_and_a_line_of_the_text() -> None:
    edition = an_edition((2,))
    searcher = EditionSearch(edition, lambda piece: article_copy(edition, piece))  # type: ignore[arg-type]
    finds = [Find(hit) for hit in searcher.find(parse_query("花"))]
    listing = listing_here(finds, finds[1])
    assert [row.tail for row in listing.rows if row.key] == ["2", "2"]
    assert listing.open_key == str(finds[1].reference)
    assert any("花" in row.words for row in listing.rows if row.key is None)
