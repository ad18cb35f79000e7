from __future__ import annotations

import pytest

from reader.archive.clause import Pattern, Words
from reader.archive.folding import Folding
from reader.archive.matching import Found, matcher, together
from reader.archive.pattern import TimeLimit
from reader.archive.pinyin import Pinyin
from reader.archive.query import TooSlow, parse_query
from reader.archive.searchable import FoldedCopy, Span
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role


def a_copy(*texts: str) -> FoldedCopy:
    return FoldedCopy.of(Copy([Piece(Role.TEXT, text) for text in texts], sum(map(len, texts))), Folding())


def the_term(words: str) -> Words | Pattern:
    (term,) = parse_query(words).clauses
    assert isinstance(term, Words | Pattern)
    return term


def found(words: str, copy: FoldedCopy, seconds: float = 0.5) -> Found:
    return matcher(the_term(words), Folding(), Pinyin, TimeLimit(seconds)).find(copy)


def marked(words: str, *texts: str) -> list[str]:
    copy = a_copy(*texts)
    spans = together([found(words, copy)], copy)
    return [texts[span.block][span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("aqi", "ＡＱＩ超过150，AQI回落", ["ＡＱＩ", "AQI"]),
        ("ＡＱＩ", "aqi", ["aqi"]),
        ("（雪）", "大(雪)", ["(雪)"]),
        ("iii级", "黄色Ⅲ级", ["Ⅲ级"]),
        ("i", "Ⅲ级i", ["i"]),
        ("ii", "Ⅲii", ["ii"]),
        ("雪雪", "雪雪雪", ["雪雪"]),
        ("“雪 夜”", "雪　夜 雪  夜 雪夜", ["雪　夜", "雪  夜"]),
        ("“雪 夜”", "雪\n夜", ["雪\n夜"]),
        ("“cz”", "长治cz", ["cz"]),
        ("cz", "长治，长治", ["长治", "长治"]),
        ("cz", "长治cz", ["cz"]),
        ("-cz", "长治", []),
        ("/雪./", "雪夜雪霜", ["雪夜", "雪霜"]),
        ("/Ⅲ级/", "黄色Ⅲ级", ["Ⅲ级"]),
    ],
)
def test_a_term_marks_exactly(words: str, text: str, expected: list[str]) -> None:
    assert marked(words, text) == expected


def test_nothing_runs_from_one_piece_into_the_next() -> None:
    for words in ("雪夜", "“雪 夜”", "xueye", "xy", "/雪.?夜/", "雪\0夜", "“雪\0夜”"):
        assert marked(words, "雪", "夜") == []


def test_only_what_is_not_written_is_heard() -> None:
    copy = a_copy("AI写诗，人人爱读。")
    assert found("ai", copy) == Found([(0, 2)], is_written=True)
    assert found("AI", a_copy("人人爱读")) == Found([(2, 3)], is_written=False)


def test_an_anchor_stands_at_the_ends_of_a_piece() -> None:
    assert marked("/^雪/", "雪雪", "雪雪") == ["雪", "雪"]


def test_a_pattern_out_of_time_says_which() -> None:
    with pytest.raises(TooSlow) as raised:
        found("/(a+)+$/", a_copy("a" * 5000 + "b"), 0.05)
    assert raised.value.position == 0
    assert "太慢" in raised.value.what.zh


def test_spans_come_in_order_and_none_lies_in_another() -> None:
    copy = a_copy("重污染天气黄色预警", "预警")
    terms = [found(words, copy) for words in ("预警", "黄色预警", "染天气", "天气黄")]
    assert together(terms, copy) == (Span(0, 2, 5), Span(0, 3, 6), Span(0, 5, 9), Span(1, 0, 2))
