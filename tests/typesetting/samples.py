"""Text to set: our own sentences, and strategies for Chinese, Latin and mixed copy of breakable pieces."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import strategies as st

from reader.edition.article import Article
from reader.edition.edition import Edition, Section
from reader.typesetting.break_rules import SPACES
from reader.typesetting.paragraph import Slice

SHARED = Path(__file__).parents[2].parent / "shared"
"""What lies beside the project on the machines of those who work on it."""

LEAD = "本报讯 今年以来，城北菜场添了62个摊位，早市提前到5时30分开张。“买菜不用再绕路了”，住户说。"
NUMBERS = (
    "全村收玉米1,691吨、谷子2322.48吨，合格率81.5%，比上年多出3万多元；当天AQI>150，气温-5℃，风速12.5m/s。"
)
DASHES = "修桥的人早就走了——桥还在……一天一天有人从上面走过——背着书包的、挑着菜筐的、推着车子的。"
ENGLISH = (
    "The ferry left at six, before the fog had lifted, with forty-one passengers and a crate of oranges. "
    "Nobody on the quay could say when the next one would sail; the timetable had been eaten by a goat."
)

HAN = "春夏秋冬早晚城乡街巷人家田地河桥书报灯火买卖来往看说问答写读第万多"
_CLOSERS = (
    "，",
    "。",
    "、",
    "；",
    "：",
    "？",
    "！",
    "”，",
    "）",
    "》",
    "……",
    "％",
    "’",
    ",",
    ":",
    "!",
    ")",
    "%",
)
_NUMBERS = ("81.5%", "2322.48", "1,691", "-5℃", "+3.2", "12:30", "３．５％", "2024", "￥12.5", "50‰")
_WORDS = ("quay", "goat", "it’s", "a", "GDP", "PM2.5", "naïve", "Ⅲ", "①")

_clause = st.builds(
    lambda han, mark: han + mark, st.text(HAN, min_size=1, max_size=7), st.sampled_from(_CLOSERS)
)
_quoted = st.builds(
    lambda pair, han: pair[0] + han + pair[1],
    st.sampled_from(["“”", "（）", "《》", "‘’", "()"]),
    st.text(HAN, min_size=1, max_size=2),
)
_count = st.builds(
    lambda number, unit: number + unit, st.sampled_from(_NUMBERS), st.sampled_from(["台", "万元", "年"])
)
_token = st.one_of(
    *(_clause, _clause, _quoted, _count),
    st.sampled_from(_WORDS).map(lambda word: f" {word} "),
    st.sampled_from(
        [
            "——",
            "人家 田地",
            "AQI>150日",
            "·桥",
            "早\u3000晚",
            "看 ",
            "e\u0301桥",
            "👍🏽田",
            "👨‍👩‍👧河",
            "🇨🇳书",
        ]
    ),
)
mixed_text = st.lists(_token, min_size=1, max_size=40).map(
    lambda tokens: "春" + "田".join(tokens).strip() + "人家"
)
"""Chinese with numbers, marks, Latin words and emoji, of pieces of at most eight cells."""
latin_text = st.lists(
    st.sampled_from(
        [
            "the",
            "ferry",
            "left,",
            "at",
            "six",
            "“fog”",
            "lifted.",
            "41",
            "3.5%",
            "well-kept",
            "and/or",
            "(no)",
        ]
    ),
    min_size=2,
    max_size=60,
).map(" ".join)
"""English of short words."""
any_text = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=120)
"""Anything printable, however senseless."""
measures = st.integers(18, 200)


def shown(text: str, slices: list[Slice]) -> list[str]:
    """Return the text of each line."""
    return [text[line.start : line.end] for line in slices]


def assert_nothing_is_lost(text: str, slices: list[Slice]) -> None:
    """Every character is in exactly one line, or is a space where a line ends."""
    at = 0
    for line in slices:
        assert at <= line.start <= line.end
        assert SPACES.issuperset(text[at : line.start])
        at = line.end
    assert SPACES.issuperset(text[at:])


def edition_of(*articles: Article, language: str = "zh-CN") -> Edition:
    """Return an edition of one section with these articles."""
    section = Section(name="要闻", page="1", articles=articles)
    return Edition(paper="终端日报", date=dt.date(2024, 12, 23), language=language, sections=(section,))
