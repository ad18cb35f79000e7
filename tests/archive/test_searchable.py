from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.clause import Part
from reader.archive.folding import Folding
from reader.archive.searchable import FoldedCopy, Span, searchables
from reader.edition.article import Kind
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role
from tests.archive.papers import DAY, a_notice, an_article, an_edition, copies_of

TEXTS = st.lists(st.text(st.sampled_from("雪aＡⅢß，…\0\n\t "), max_size=8), max_size=5)


def folded(*pieces: Piece) -> FoldedCopy:
    return FoldedCopy.of(Copy(pieces, sum(len(piece.text) for piece in pieces)), Folding())


def test_articles_come_in_reading_order_and_notices_after_them() -> None:
    edition = an_edition(an_article(name="a1"), an_article(name="a2", page="02"), notices=(a_notice(),))
    pieces = list(searchables(edition, copies_of(edition)))
    assert [piece.reference.piece for piece in pieces] == ["a1", "a2", "notice:fog-1"]
    assert [piece.section for piece in pieces] == ["要闻", "要闻", "公告"]
    assert [piece.page for piece in pieces] == ["01", "02", None]
    assert [piece.kind for piece in pieces] == [Kind.NEWS, Kind.NEWS, None]
    assert {piece.date for piece in pieces} == {DAY}


def test_copies_are_read_one_at_a_time() -> None:
    edition = an_edition(an_article(name="a1"), an_article(name="a2"))
    asked = []

    def copies(piece: object) -> Copy:
        asked.append(piece)
        return Copy((), 0)

    pieces = searchables(edition, copies)
    assert asked == []
    next(pieces)
    assert asked == [edition.sections[0].articles[0]]


@given(TEXTS)
def test_every_character_of_every_piece_is_found_where_it_is_displayed(texts: list[str]) -> None:
    copy = folded(*(Piece(Role.TEXT, text) for text in texts))
    folding = Folding()
    at = 0
    for block, text in enumerate(texts):
        assert copy.piece_text(block) == text.replace("\0", "␀")
        for index, character in enumerate(copy.piece_text(block)):
            length = len(folding.fold(character))
            assert copy.span(at, at + length, are_folded=True) == Span(block, index, index + 1)
            at += length
        at += 1
    assert len(copy) == len(texts)


def test_a_stretch_that_cuts_a_character_is_not_whole() -> None:
    copy = folded(Piece(Role.TEXT, "Ⅲ级"))
    assert copy.folded == "iii级"
    assert copy.whole([(0, 1), (0, 3), (1, 4), (3, 4), (0, 4)]) == [(0, 3), (3, 4), (0, 4)]


@pytest.mark.parametrize(
    ("role", "part"),
    [
        (Role.KICKER, Part.TITLE),
        (Role.HEADLINE, Part.TITLE),
        (Role.DECK, Part.TITLE),
        (Role.BYLINE, Part.BYLINE),
        (Role.SIGNOFF, Part.BYLINE),
        (Role.CREDIT, Part.BYLINE),
        (Role.TEXT, None),
        (Role.CAPTION, None),
    ],
)
def test_a_piece_belongs_to_a_part(role: Role, part: Part | None) -> None:
    copy = folded(Piece(role, "雪"))
    assert copy.part(0) is part
    assert copy.parts_with([(0, 1)], are_folded=True) == {part}


def test_the_issuer_of_a_notice_is_its_byline() -> None:
    assert folded(Piece(Role.NOTICE_FACT, "气象台", "issuer")).part(0) is Part.BYLINE


def test_ranges_are_told_apart_by_the_part_they_are_in() -> None:
    copy = folded(Piece(Role.HEADLINE, "Ⅲ雪"), Piece(Role.TEXT, "雪"), Piece(Role.BYLINE, "雪"))
    ranges = [(3, 4), (5, 6), (7, 8)]
    assert [copy.folded[start:end] for start, end in ranges] == ["雪", "雪", "雪"]
    assert copy.within(ranges, {Part.TITLE}) == [(3, 4)]
    assert copy.within(ranges, {Part.BYLINE}) == [(7, 8)]
    assert copy.parts_with(ranges, are_folded=True) == {Part.TITLE, Part.BYLINE, None}
    assert copy.parts_with(ranges[:1], are_folded=True) == {Part.TITLE}
    assert copy.parts_with([(1, 2), (3, 4)], are_folded=False) == {Part.TITLE, None}


def test_the_running_text_opens_after_the_titles() -> None:
    assert folded(Piece(Role.HEADLINE, "雪"), Piece(Role.TEXT, "夜"), Piece(Role.TEXT, "霜")).opening == 1
    assert folded(Piece(Role.HEADLINE, "雪")).opening == 0
    assert folded().opening == 0
