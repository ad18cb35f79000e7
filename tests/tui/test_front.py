"""Masthead, banner and foot say as much as there is room for, the gravest first, never half a word cut."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.edition.edition import Edition, Masthead
from reader.edition.notice import Level
from reader.edition.reference import Reference
from reader.reading.banner import Banner
from reader.tui.front import NARROW, Front
from reader.tui.inks import Inks
from reader.tui.keymap import READING
from reader.tui.palettes import PALETTES
from reader.tui.widgets.bar import BarText
from reader.typesetting.width import text_width

DAY = dt.date(2026, 3, 14)
EDITION = Edition(
    paper="河湾晨报",
    date=DAY,
    issue="0314",
    edition="早刊",
    masthead=Masthead(motto="把小事写清楚", lunar="二月廿六"),
)
WIND = Banner(
    reference=Reference.to_notice(DAY, "wind"),
    level=Level.ORANGE,
    level_words="橙色预警 Ⅱ级",
    event="大风",
    span="3月14日6时起，解除时间另行通知",
    advice="沿江居民收好花盆",
    as_of="截至 2026-03-14",
    others=2,
)


def front(width: int) -> Front:
    return Front(width, "zh", Inks(PALETTES[0]))


def left(text: BarText) -> str:
    return "".join(words for words, _ in text.parts)


def right(text: BarText) -> str:
    return "".join(words for words, _ in text.right)


@pytest.mark.parametrize("width", range(40, 251, 7))
def test_the_masthead_fits_at_every_width_and_always_names_the_paper_and_the_place(width: int) -> None:
    text = front(width).masthead(EDITION, None, "01 要闻 2/9", WIND)
    assert text_width(left(text) + right(text)) <= width
    assert "河湾晨报" in left(text)
    assert "01 要闻 2/9" in right(text)


def test_the_masthead_gives_up_facts_from_the_end() -> None:
    whole = left(front(160).masthead(EDITION, None, "1/2", None))
    assert all(
        fact in whole for fact in ("2026年3月14日 星期六", "二月廿六", "第0314期", "早刊", "把小事写清楚")
    )
    some = left(front(72).masthead(EDITION, None, "1/2", None))
    assert "星期六" in some
    assert "把小事写清楚" not in some


def test_a_lunar_day_that_was_worked_out_comes_before_the_printed_one() -> None:
    assert "丙午年" in left(front(160).masthead(EDITION, "丙午年二月廿六", "1/2", None))


def test_a_narrow_masthead_carries_the_level_word_and_the_number_of_warnings() -> None:
    text = front(60).masthead(EDITION, None, "1/2", WIND)
    assert right(text).split() == ["1/2", "橙", "3"]
    assert "03-14 六" in left(text)
    assert right(front(60).masthead(EDITION, None, "1/2", None)).split() == ["1/2"]


@pytest.mark.parametrize("width", range(NARROW, 251, 7))
def test_the_banner_always_has_level_event_day_and_number(width: int) -> None:
    text = front(width).banner(WIND)
    assert left(text).startswith(" 橙色预警 Ⅱ级  大风")
    assert "另有2条" in right(text)
    assert "截至 2026-03-14" in right(text)


def test_a_wide_banner_says_everything() -> None:
    text = left(front(160).banner(WIND))
    assert text.endswith("大风 · 3月14日6时起，解除时间另行通知 · 沿江居民收好花盆")


def test_a_warning_without_a_level_has_a_sign_instead() -> None:
    bare = WIND._replace(level=None, level_words="", others=0, as_of="")
    assert left(front(120).banner(bare)).startswith(" !  大风")
    assert "另有" not in right(front(120).banner(bare))


@pytest.mark.parametrize("width", range(30, 251, 7))
def test_the_foot_shows_whole_keys_only(width: int) -> None:
    hinted = [key for key in READING if key.hint.en]
    text = front(width).foot(hinted, {}, 0.38, 2.0)
    assert text_width(left(text) + right(text)) <= width
    assert "38%" in right(text)
    pairs = [words.strip() for words, _ in text.parts if words.strip()]
    assert pairs[1::2] == [key.hint.zh for key in hinted[: len(pairs) // 2]]


def test_the_foot_says_how_long_it_still_takes_until_the_end_is_reached() -> None:
    assert "分钟" in right(front(120).foot([], {}, 0.4, 3.0))
    assert "分钟" not in right(front(120).foot([], {}, 1.0, 3.0))
    assert "分钟" not in right(front(60).foot([], {}, 0.4, 3.0))


def test_the_foot_names_a_readers_own_keys() -> None:
    hinted = [key for key in READING if key.id == "search"]
    assert left(front(120).foot(hinted, {"search": "f"}, 0.0, None)).strip().startswith("f 搜索")


def test_a_place_is_told_by_section_and_number() -> None:
    from reader.reading.contents import Item

    item = Item(reference=Reference(DAY, "p01-a02"), title="桥", section="要闻", section_index=0)
    assert front(120).where(item, 2, 9, "01") == "01 要闻 2/9"
    assert front(120).where(item, 2, 9, "") == "要闻 2/9"


def test_trouble_is_printed_otherwise_than_news() -> None:
    inks = Inks(PALETTES[0])
    assert front(80).message("坏了", is_trouble=True).parts[0][1] == inks.trouble
    assert front(80).message("好了").parts[0][1] == inks.rail
