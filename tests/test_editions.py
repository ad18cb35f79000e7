"""The editions we ship: they load without a word of complaint and use the whole format."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.archive.library import Library
from reader.edition.article import Article, Cut, Jump, Kind, Prominence
from reader.edition.body import (
    ListItem,
    Paragraph,
    PhotoPlace,
    Quote,
    Rule,
    Subhead,
    Table,
    Verse,
    blocks,
    is_marked,
)
from reader.edition.edition import Edition
from reader.edition.notice import Level, Status
from reader.edition.notice_board import NoticeBoard, State
from reader.edition.reference import Reference
from reader.loading.load import load_edition
from tests.shipped import CHINESE, ENGLISH, PATHS, SHIPPED, articles, edition, issue, name_of, paper, written

# The whole format, as its description lists it.
TOP = {"format", "paper", "date", "edition", "issue", "language", "timezone"} | {
    "masthead",
    "inferred",
    "notices",
    "sections",
}
MASTHEAD = {"motto", "publisher", "editor", "lunar", "pages"}
SECTION = {"name", "page", "articles"}
ARTICLE = {"id", "kind", "page", "column", "kicker", "headline", "slug", "deck", "byline", "authors"} | {
    *("dateline", "source", "summary", "body", "photos", "signoff", "jump_from", "jump_to", "cut"),
    *("prominence", "correction", "corrects"),
}
PHOTO = {"id", "file", "caption", "credit", "alt"}
JUMP = {"page", "article"}
NOTICE = {"id", "event", "headline", "column", "level", "status", "issuer", "area", "issued"} | {
    *("effective", "onset", "expires", "supersedes", "cancels", "text", "instruction"),
}


def all_written(key: str) -> Iterator[dict[str, Any]]:
    for path in PATHS:
        top = written(path)
        if key == "articles":
            yield from (article for section in top["sections"] for article in section["articles"])
        else:
            yield from top[key]


def used(mappings: Iterator[dict[str, Any]]) -> set[str]:
    return {key for mapping in mappings for key in mapping}


def test_three_or_more_editions_are_shipped_of_both_papers() -> None:
    assert len(paper(CHINESE)) >= 3
    assert len(paper(ENGLISH)) >= 1


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_an_edition_gives_no_error_and_no_warning(path: Path) -> None:
    assert load_edition(path).warnings == ()


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_an_edition_lies_in_the_folder_of_its_year_and_month_and_bears_its_date(path: Path) -> None:
    date = edition(path).date
    assert path.name == f"{date.isoformat()}.yaml"
    assert (path.parents[1].name, path.parent.name) == (f"{date.year}", f"{date.month:02d}")


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_a_file_is_clean_text_that_ends_with_three_dots(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text.endswith("\n...\n")
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert "\t" not in text
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_the_guide_is_one_of_the_back_issues_a_reader_comes_through() -> None:
    files = Library(SHIPPED)
    newest = files.newest()
    assert newest is not None
    before, after = files.neighbours(newest.path)
    assert (before and before.date) == dt.date(2024, 12, 21)
    assert after is None


def test_the_newest_edition_is_the_paper_of_23_december() -> None:
    newest = max(map(edition, PATHS), key=lambda one: one.date)
    assert (newest.paper, newest.date) == (CHINESE, dt.date(2024, 12, 23))
    assert [one.date for one in map(edition, PATHS)].count(newest.date) == 1


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_an_edition_feels_whole(path: Path) -> None:
    pieces = list(edition(path).articles())
    assert len(pieces) >= 8
    assert len(edition(path).sections) == 4
    long_pieces = [piece for piece in pieces if len(piece.body.split()) > 120 or len(piece.body) > 300]
    assert len(long_pieces) >= 4


def test_every_key_of_the_format_is_used() -> None:
    tops = [written(path) for path in PATHS]
    assert used(iter(tops)) == TOP
    assert used(top["masthead"] for top in tops) == MASTHEAD
    assert used(all_written("sections")) == SECTION
    assert used(all_written("articles")) == ARTICLE
    photos = (photo for article in all_written("articles") for photo in article.get("photos", ()))
    assert used(photos) == PHOTO
    ends = (article.get(key) for article in all_written("articles") for key in ("jump_from", "jump_to"))
    assert used(end for end in ends if isinstance(end, dict)) == JUMP
    assert used(notice for top in tops for notice in top["notices"]) == NOTICE


def test_every_value_of_a_list_of_values_is_written_out_once() -> None:
    pieces = list(all_written("articles"))
    notices = [notice for path in PATHS for notice in written(path)["notices"]]
    assert {piece["kind"] for piece in pieces if "kind" in piece} == set(Kind)
    assert {piece["cut"] for piece in pieces if "cut" in piece} == set(Cut)
    assert {piece["prominence"] for piece in pieces if "prominence" in piece} == set(Prominence)
    assert {notice["status"] for notice in notices if "status" in notice} == set(Status)
    assert {notice["level"] for notice in notices if "level" in notice} == set(Level)
    assert {one.language for one in map(edition, PATHS)} == {"zh-CN", "en"}
    assert len({one.timezone for one in map(edition, PATHS)}) == 2


def test_every_way_to_write_a_time_is_used() -> None:
    times = [
        notice[key]
        for path in PATHS
        for notice in written(path)["notices"]
        for key in ("effective", "expires")
    ]
    assert "until-lifted" in times
    assert any("T24:00" in time for time in times)
    assert any(time.endswith("Z") for time in times)
    assert any("+08:00" in time for time in times)
    assert any(time[-6] == "T" for time in times if time != "until-lifted")


def test_every_mark_of_the_body_is_used() -> None:
    found = [block for _, article in articles() for block in blocks(article.body)]
    assert {type(block) for block in found} == {
        *(Paragraph, Subhead, Quote, ListItem, Table, Verse, PhotoPlace, Rule),
    }
    items = [block for block in found if isinstance(block, ListItem)]
    assert {item.ordinal is None for item in items} == {True, False}
    assert any(block.speaker for block in found if isinstance(block, Quote))
    assert any("" in block.lines for block in found if isinstance(block, Verse))  # a stanza ends
    lines = [line for _, article in articles() for line in article.body.splitlines()]
    escaped = [line[1:] for line in lines if line.startswith("\\")]
    assert all(is_marked(line) for line in escaped)
    for mark in ("### ", "> ", "- ", "1. ", "| ", "~ ", "![", "---"):
        assert any(line.startswith(mark) for line in escaped), mark


def test_every_table_has_rows_of_one_length() -> None:
    tables = [
        block for _, article in articles() for block in blocks(article.body) if isinstance(block, Table)
    ]
    assert len(tables) >= 8
    assert [table for table in tables if len({len(row) for row in table.rows}) > 1] == []


def target(one: Edition, jump: Jump) -> tuple[Edition, Article] | None:
    assert jump.article is not None
    if "/" not in jump.article:
        found = one.article(jump.article)
        return (one, found) if found else None
    reference = Reference.parse(jump.article)
    for other in paper(one.paper):
        if other.date == reference.date and (found := other.article(reference.piece)):
            return other, found
    return None


def page_of(one: Edition, article: Article) -> str | None:
    section = next(section for section in one.sections if article in section.articles)
    return article.page or section.page


def test_a_jump_names_an_article_and_the_page_it_is_on() -> None:
    ends = [(one, jump) for one, article in articles() for jump in (article.jump_from, article.jump_to)]
    jumps = [(one, jump) for one, jump in ends if jump and not jump.is_unknown]
    assert len(jumps) >= 7
    for one, jump in jumps:
        found = target(one, jump)
        assert found is not None, jump
        assert jump.page == page_of(*found), jump


def test_the_halves_of_a_continued_article_name_each_other() -> None:
    for day, first, second_day, second in (
        ("2024-12-23", "industry", "2024-12-23", "industry-continued"),
        ("2024-12-16", "setting-1", "2024-12-21", "setting-2"),
    ):
        head, tail = issue(day).article(first), issue(second_day).article(second)
        assert head
        assert head.jump_to
        assert tail
        assert tail.jump_from
        assert target(issue(day), head.jump_to) == (issue(second_day), tail)
        assert target(issue(second_day), tail.jump_from) == (issue(day), head)
        assert page_of(issue(day), head) != page_of(issue(second_day), tail)


def test_a_jump_to_nobody_knows_where_is_there_too() -> None:
    jumps = [jump for _, article in articles() for jump in (article.jump_from, article.jump_to) if jump]
    assert any(jump.is_unknown for jump in jumps)


def test_what_a_correction_corrects_exists_and_says_so_itself() -> None:
    corrections = [(one, article) for one, article in articles() if article.corrects]
    assert corrections
    for one, article in corrections:
        found = target(one, Jump(article=article.corrects))
        assert found is not None
        assert found[0].date < one.date
        assert found[1].correction
        assert article.kind is Kind.CORRECTION


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_a_photo_placed_in_the_text_is_one_of_the_article_s_own(path: Path) -> None:
    for article in edition(path).articles():
        places = [block.photo_id for block in blocks(article.body) if isinstance(block, PhotoPlace)]
        assert set(places) <= {photo.id for photo in article.photos}
        for photo in article.photos:
            assert photo.caption
            assert photo.file is None or (path.parent / photo.file).is_file()


def test_a_picture_file_is_a_small_png_of_a_sensible_size() -> None:
    pictures = sorted(SHIPPED.rglob("*.png"))
    assert pictures
    for picture in pictures:
        data = picture.read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        width, height = struct.unpack(">II", data[16:24])
        assert 100 <= height < width <= 1000
        assert len(data) < 10_000


def test_what_is_inferred_is_a_key_or_an_article() -> None:
    assert any(one.inferred for one in map(edition, PATHS))
    for one in map(edition, PATHS):
        assert set(one.inferred) <= TOP | {article.id for article in one.articles()}


def states(day: str, name: str = CHINESE) -> dict[str, State]:
    standings = NoticeBoard(paper(name)).standings(issue(day, name).last_instant())
    return {standing.notice.id: standing.state for standing in standings}


def raised(day: str, name: str = CHINESE) -> list[str]:
    board = NoticeBoard(paper(name))
    return [standing.notice.id for standing in board.raised(issue(day, name).last_instant())]


def test_each_issue_raises_one_warning_at_the_end_of_its_day() -> None:
    assert raised("2024-12-16") == ["cold-2024-01"]
    assert raised("2024-12-21") == ["cold-2024-02"]
    assert raised("2024-12-23") == ["air-2024-12-23"]
    assert raised("2024-12-21", ENGLISH) == ["fog-2024-01"]


def test_the_board_of_the_newest_issue_shows_warnings_in_force_superseded_lifted_and_expired() -> None:
    found = states("2024-12-23")
    assert found["air-2024-12-23"] is State.ACTIVE
    assert found["cold-2024-01"] is State.SUPERSEDED
    assert found["cold-2024-02"] is State.LIFTED
    assert found["drill-2024-01"] is State.EXPIRED
    assert states("2024-12-21")["draft-2024-01"] is State.UPCOMING


def test_a_notice_has_its_id_for_itself_and_ends_only_notices_printed_before() -> None:
    for name in (CHINESE, ENGLISH):
        known: set[str] = set()
        for one in paper(name):
            for notice in one.notices:
                assert notice.id not in known
                assert {*notice.supersedes, *notice.cancels} <= known
            known |= {notice.id for notice in one.notices}
