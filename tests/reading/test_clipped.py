"""A mark becomes a clipping: with what its edition says, or with what the mark alone remembers."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reader.edition.edition import Edition
from reader.exporting.clippings import Whereabouts
from reader.reading.clipped import clipped, clipped_from, lost
from reader.reading.marks import LONGEST_SNIPPET, Mark
from reader.reading.session import Session
from reader.reading.store import MemoryStore
from tests.reading.papers import Clock, a_notice, an_article, an_edition, an_edition_of

BODY = "井边的老槐树开了花。\n\n孩子们数着落下的花瓣。\n\n傍晚有人来浇水。"


def a_paper(**fields: Any) -> Edition:
    return an_edition_of(an_article("well", headline="井边", byline="□ 林一舟", body=BODY, **fields))


def marked(edition: Edition, block: int = 0, character: int = 0, note: str = "") -> Mark:
    """The mark a reader sets who stands there."""
    session = Session(edition, store=MemoryStore(), clock=Clock())
    session.settle(block, character)
    session.toggle_mark()
    (mark,) = session.marks()
    return session.keep_note(mark, note)


def test_a_clipping_of_the_mark_alone_has_what_the_mark_remembers() -> None:
    edition = a_paper()
    mark = marked(edition, 3, note="核对")
    clipping = clipped(mark, dt.UTC)
    assert (clipping.reference, clipping.headline, clipping.note) == (str(mark.reference), "井边", "核对")
    assert clipping.excerpt == mark.snippet
    assert clipping.whereabouts is Whereabouts.UNASKED
    assert (clipping.page, clipping.byline, clipping.blocks, clipping.body) == (None, None, (), None)


def test_the_edition_adds_page_byline_and_the_whole_paragraph() -> None:
    edition = a_paper(page="3")
    clipping = clipped_from(marked(edition, 3, 4), edition, dt.UTC)
    assert (clipping.page, clipping.byline) == ("3", "□ 林一舟")
    assert clipping.excerpt == "孩子们数着落下的花瓣。"
    assert clipping.snippet == "着落下的花瓣。"
    assert clipping.whereabouts is Whereabouts.FOUND


@pytest.mark.parametrize("block", [0, 1], ids=["headline", "byline"])
def test_a_mark_on_the_head_quotes_the_first_paragraph(block: int) -> None:
    edition = a_paper()
    assert clipped_from(marked(edition, block), edition, dt.UTC).excerpt == "井边的老槐树开了花。"


def test_without_the_edition_a_mark_on_the_headline_does_not_say_it_twice() -> None:
    assert clipped(marked(a_paper()), dt.UTC).excerpt == ""


def test_a_paragraph_rewritten_since_leaves_the_words_that_were_marked() -> None:
    mark = marked(a_paper(), 3)
    new = an_edition_of(an_article("well", headline="井边", byline="□ 林一舟", body="全都改写了。"))
    clipping = clipped_from(mark, new, dt.UTC)
    assert clipping.excerpt == "孩子们数着落下的花瓣。"
    assert clipping.whereabouts is Whereabouts.FOUND


def test_a_long_paragraph_the_mark_alone_remembers_is_dotted_where_it_is_cut() -> None:
    edition = an_edition_of(an_article("long", headline="长", body="字" * 400))
    clipping = clipped(marked(edition, 1, 5), dt.UTC)
    assert clipping.excerpt == f"…{'字' * LONGEST_SNIPPET}…"


def test_the_full_text_is_there_as_blocks_and_as_written_when_asked_for() -> None:
    edition = a_paper(deck="——花开第三年")
    clipping = clipped_from(marked(edition), edition, dt.UTC, is_full=True)
    assert clipping.body == BODY
    assert clipping.blocks[0] == "**——花开第三年**"
    assert clipping.blocks[1:] == tuple(BODY.split("\n\n"))
    assert clipped_from(marked(edition), edition, dt.UTC).blocks == ()


def test_a_piece_that_is_gone_from_its_edition_says_so() -> None:
    mark = marked(a_paper(), 3)
    clipping = clipped_from(mark, an_edition(), dt.UTC, is_full=True)
    assert clipping.whereabouts is Whereabouts.NO_PIECE
    assert clipping.excerpt == "孩子们数着落下的花瓣。"


def test_a_mark_whose_edition_cannot_be_had_says_why() -> None:
    clipping = lost(marked(a_paper(), 3), Whereabouts.NO_EDITION, dt.UTC)
    assert clipping.whereabouts is Whereabouts.NO_EDITION
    assert clipping.headline == "井边"


def test_a_notice_is_clipped_with_its_issuer_and_its_text() -> None:
    edition = an_edition((), notices=[a_notice("fog", issuer="气象台", instruction="减速慢行。")])
    clipping = clipped_from(marked(edition), edition, dt.UTC, is_full=True)
    assert clipping.byline == "气象台"
    assert clipping.blocks == ("能见度低，请慢行。", "减速慢行。")
    assert clipped_from(marked(edition), an_edition(), dt.UTC).whereabouts is Whereabouts.NO_PIECE


def test_the_day_of_marking_is_the_readers_own() -> None:
    mark = marked(a_paper())._replace(when=dt.datetime(2024, 12, 23, 20, 0, tzinfo=dt.UTC))
    beijing = dt.timezone(dt.timedelta(hours=8))
    assert clipped(mark, beijing).marked.date() == dt.date(2024, 12, 24)
    assert clipped(mark, dt.UTC).marked.date() == dt.date(2024, 12, 23)
