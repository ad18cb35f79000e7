from __future__ import annotations

from reader.importing.ninjs.properties import Worded
from reader.importing.ninjs.roles import (
    ALT,
    CREDIT,
    DECK,
    KICKER,
    MAIN,
    SIGNOFF,
    SUMMARY,
    joined,
    line,
    line_of,
)


def test_a_text_is_set_on_one_line_without_its_markup() -> None:
    assert line("<p>大桥\n通车</p>") == "大桥通车"
    assert line(" a &amp; b ") == "a & b"
    assert line("  ") is None
    assert line(None) is None


def test_texts_of_a_role_are_one() -> None:
    texts = [Worded("caption", "", "一"), Worded("credit", "", "二"), Worded("caption", "", "<p>三</p>")]
    assert joined(texts) == "一 二 三"
    assert line_of(texts, {"caption"}) == "一 三"
    assert line_of(texts, {"alt"}) is None


def test_no_role_has_two_places() -> None:
    places = [frozenset(MAIN), DECK, KICKER, SUMMARY, CREDIT, ALT, SIGNOFF]
    assert len(frozenset().union(*places)) == sum(map(len, places))
