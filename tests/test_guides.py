"""The guide editions: what they teach about the program is so."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from reader.archive.edition_search import EditionSearch
from reader.archive.query import parse_query
from reader.edition.article import Article
from reader.edition.body import Block, ListItem, Table, Verse, blocks
from reader.edition.edition import Edition
from reader.edition.notice import Level, Notice
from reader.edition.notice_board import NoticeBoard, State
from reader.loading.load import read_edition
from reader.typesetting.copy import article_copy, notice_copy
from reader.typesetting.piece import Copy
from tests.shipped import CHINESE, ENGLISH, issue, paper


def guide(name: str) -> Edition:
    return issue("2024-12-21", name)


def found(name: str, article_id: str) -> list[Block]:
    article = guide(name).article(article_id)
    assert article is not None
    return list(blocks(article.body))


def rows(name: str, article_id: str) -> list[tuple[str, ...]]:
    tables = [block for block in found(name, article_id) if isinstance(block, Table)]
    return [row for table in tables for row in table.rows[1:]]


def verses(name: str, article_id: str) -> list[tuple[str, ...]]:
    return [block.lines for block in found(name, article_id) if isinstance(block, Verse)]


BOTH = pytest.mark.parametrize("name", [CHINESE, ENGLISH])


@BOTH
def test_the_smallest_edition_it_shows_is_an_edition(name: str) -> None:
    sample = verses(name, "one-file")[0]
    assert len(sample) == 8
    loaded = read_edition("\n".join((*sample, "")).encode(), Path("sample.yaml"))
    assert loaded.warnings == ()
    assert len(list(loaded.edition.articles())) == 1


def test_the_notice_it_shows_is_a_notice() -> None:
    head, tail = verses(CHINESE, "one-file")[0][:3], verses(CHINESE, "one-file")[0][3:]
    text = "\n".join((*head, *verses(CHINESE, "write-a-notice")[0], *tail, ""))
    loaded = read_edition(text.encode(), Path("sample.yaml"))
    assert loaded.warnings == ()
    assert [notice.expires for notice in loaded.edition.notices] == [None]


def keys_taught(name: str) -> list[str]:
    same = {"空格": "space", "Space": "space", "回车": "Enter", "至": "–"}
    return [re.sub("|".join(same), lambda match: same[match[0]], row[0]) for row in rows(name, "keys")]


@BOTH
def test_it_teaches_every_key_there_is_and_no_other(name: str) -> None:
    keymap = pytest.importorskip("reader.tui.keymap")
    shown = {key.shown for key in (*keymap.READING, keymap.SECTION_KEYS)}
    taught = keys_taught(name)
    assert len(taught) == len(set(taught))
    # The palette's keys are told in the text above the tables.
    assert {*taught, "ctrl+p :"} == shown


@BOTH
def test_it_shows_only_commands_that_exist(name: str) -> None:
    lines = [
        line
        for article in guide(name).articles()
        for block in blocks(article.body)
        if isinstance(block, Verse)
        for line in block.lines
        if line.startswith("paper-reader")
    ]
    words = {line.split()[1] for line in lines}
    assert words == {"--lang", "show", "list", "notices", "schema"}
    commands = {path.stem for path in (Path(__file__).parents[1] / "reader" / "cli").glob("*.py")}
    assert {"show", "list_editions", "notices", "schema"} <= commands


def searched(name: str, query: str) -> list[str]:
    edition = guide(name)
    board = NoticeBoard(paper(name)).standings(edition.last_instant())
    standings = {standing.notice.id: standing for standing in board}

    def copies(piece: Article | Notice) -> Copy:
        if isinstance(piece, Article):
            return article_copy(edition, piece)
        return notice_copy(standings[piece.id], edition, "zh")

    return [hit.title for hit in EditionSearch(edition, copies).find(parse_query(query))]


@BOTH
def test_every_query_it_shows_finds_something_in_it(name: str) -> None:
    patterns = [line for lines in verses(name, "search") for line in lines]
    queries = [row[0] for row in rows(name, "search")]
    assert len(patterns) == 1
    assert len(queries) == 4
    for query in (*patterns, *queries):
        assert searched(name, query), query


def test_the_pinyin_it_shows_finds_what_it_says() -> None:
    for query in ("yj", "yujing", "预警"):
        assert "预警栏怎么看" in searched(CHINESE, query)


def test_the_levels_it_tells_of_are_the_levels_there_are() -> None:
    table = [row[:2] for row in rows(CHINESE, "notices")]
    assert [f"{colour}预警 {grade}" for grade, colour in table] == [level.wording.zh for level in Level]
    english = [f"{colour} alert, level {grade}" for grade, colour, _ in rows(ENGLISH, "notices")]
    assert english == [level.wording.en for level in Level]


def test_the_states_it_tells_of_are_the_states_there_are() -> None:
    items = [block.text for block in found(CHINESE, "notices") if isinstance(block, ListItem)]
    assert {text.partition("：")[0] for text in items} == {state.wording.zh for state in State}
    told = " ".join(block.text for block in found(ENGLISH, "notices") if isinstance(block, ListItem))
    assert [state for state in State if state.wording.en.lower() not in told] == []


def test_the_keys_of_an_article_it_lists_are_keys_of_the_format() -> None:
    keys = {field.name for field in dataclasses.fields(Article)}
    listed = {row[0] for row in rows(CHINESE, "one-file")}
    assert len(listed) >= 12
    assert listed <= keys
