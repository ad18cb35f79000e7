"""Line breaking by UAX #14: the whole of Unicode's own test, and a small set of cases of our own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting.linebreak import break_opportunities, kind_of
from tests.typesetting.samples import SHARED, any_text

CONFORMANCE = SHARED / "data" / "LineBreakTest-17.0.0.txt"


def cases() -> Iterator[tuple[str, list[int], str]]:
    """Each case of Unicode's test: the text, where a line may end, and the line of the file."""
    for line in CONFORMANCE.read_text(encoding="utf-8").splitlines():
        marks, _, _ = line.partition("#")
        text, breaks = "", []
        for word in marks.split()[1:]:
            if word == "÷":
                breaks.append(len(text))
            elif word != "×":
                text += chr(int(word, 16))
        if text:
            yield text, breaks, line


@pytest.mark.skipif(
    not CONFORMANCE.exists(), reason="Unicode's LineBreakTest lies in ../shared, not in the project"
)
def test_every_case_of_unicodes_own_test_passes() -> None:
    every = list(cases())
    assert len(every) == 19_338
    assert [line for text, breaks, line in every if break_opportunities(text) != breaks] == []


# Written with | where a line may end; one case or more for each rule, in the rules' order.
WRITTEN = [
    ("LB4-LB6", ["一\n", "二"], ["一\r\n", "二"]),
    ("LB7 spaces stay with what is before them", ["the ", "quay"], ["the   ", "quay"]),
    ("LB8 zero width space", ["ab\u200b", "cd"], ["ab\u200b ", "cd"]),
    ("LB8a joiner", ["👨\u200d👩\u200d👧", "河"]),
    ("LB9 marks belong to their character", ["e\u0301", "河"], ["河\u0301", "桥"]),
    ("LB11 word joiner", ["河\u2060桥"]),
    ("LB12 no-break space", ["5\u00a0km"], ["see\u00a0p. ", "5"]),
    ("LB13 closing marks", ["河", "桥）", "灯"], ["河", "桥！", "灯"], ["go ", "on!"]),
    ("LB14 opening marks", ["河", "（桥", "灯）"], ["a ", "( b"]),
    ("LB15 quotes", ["say ", "«\u00a0no\u00a0»"], ["河", "“桥", "灯”", "书"]),
    ("LB15c a decimal point after a space", ["gain ", ".5"]),
    ("LB15d other infix marks after a space", ["a ,b"]),
    ("LB16 small kana", ["シャ", "ツ"]),
    ("LB17 long dashes", ["河", "——", "桥"], ["a", "— —", "b"]),
    ("LB19 straight quotes", ['河"桥"灯']),
    ("LB19a quotes beside Latin", ["河“ab”桥"]),
    ("LB20a a leading hyphen", ["a ", "-b"], ["well-", "kept"]),
    ("LB21 hyphens and what clings", ["re\u2010", "set"]),
    ("LB21a Hebrew with a hyphen", ["\u05d0-桥"], ["\u05d0-", "\u05d1"]),
    ("LB22 ellipses", ["河", "桥……", "灯"]),
    ("LB23 letters and digits", ["PM25"], ["3D"]),
    ("LB23a signs before ideographs", ["¥河"], ["河％"]),
    ("LB24 signs and letters", ["$A"], ["A%"]),
    ("LB25 numbers", ["1,691.5%"], ["$(12.50)"], ["-5℃"], ["12:30"], ["2024/12/23"]),
    ("LB26 Hangul", ["한", "국"], ["\u1112\u1161\u11ab"]),
    ("LB28 words", ["ferry"]),
    ("LB28a Balinese", ["\u1b05\u1b44\u1b05"]),
    ("LB29 points inside names", ["a.b"]),
    ("LB30 brackets in words", ["file(s)"], ["面", "（积）"]),
    ("LB30a flags", ["🇨🇳", "🇫🇷", "🇩"]),
    ("LB30b skin tones", ["👍🏽", "👍"]),
    ("LB31 everything else", list("河桥灯书")),
]


@pytest.mark.parametrize(("rule", "pieces"), [(rule, pieces) for rule, *every in WRITTEN for pieces in every])
def test_a_line_may_end_only_between_these_pieces(rule: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    found, at = [], 0
    for place in break_opportunities(text):
        found.append(text[at:place])
        at = place
    assert found == pieces, rule


def test_no_text_has_no_place() -> None:
    assert break_opportunities("") == []


@given(any_text)
def test_places_rise_and_end_at_the_end_of_the_text(text: str) -> None:
    places = break_opportunities(text)
    assert places == sorted(set(places))
    assert places[-1:] == ([len(text)] if text else [])
    assert all(place > 0 for place in places)


@given(st.text("河桥（）。，ab1 .", max_size=30), st.text("河桥（）。，ab1 .", max_size=30))
def test_what_stands_before_an_ideograph_pair_does_not_matter(before: str, after: str) -> None:
    """The galley asks of stretches only: between two ideographs the context begins anew."""
    whole = break_opportunities(before + "河桥" + after)
    part = break_opportunities("桥" + after)
    offset = len(before) + 1
    assert [place - offset for place in whole if place > offset] == part


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        ("河", "ID+"),
        ("，", "CL+"),
        (",", "IS"),
        ("“", "QI"),
        ("”", "QF"),
        ('"', "QU"),
        ("（", "OP+"),
        ("(", "OP"),
        ("—", "B2"),
        ("…", "IN"),
        ("7", "NU"),
        ("a", "AL"),
        ("ッ", "NS+"),
        ("Ⅲ", "AL"),
        ("\u25cc", "DC"),
        ("😀", "ID+"),
        ("\u200d", "ZJ"),
        ("\u2010", "HH"),
        ("\U0010ffff", "AL"),
        ("\u0e33", "AL"),
        ("\u0e31", "CM"),
    ],
)
def test_kinds_are_those_the_rules_ask_for(character: str, kind: str) -> None:
    assert kind_of(character) == kind


def test_the_table_is_unpacked_only_when_text_asks_for_it() -> None:
    program = "import reader.typesetting.linebreak as l; print(l._kinds.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text", ["🇨" * 20_000, "/" * 20_000 + "1", " " * 20_000 + "a", "\u0301" * 20_000, "1," * 10_000]
)
def test_long_rows_of_one_kind_are_read_once(text: str) -> None:
    assert break_opportunities(text)[-1] == len(text)
