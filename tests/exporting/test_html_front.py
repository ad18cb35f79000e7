from __future__ import annotations

from dataclasses import replace

import pytest

from reader.exporting.html_article import Sheet
from reader.exporting.html_body import nowhere
from reader.exporting.html_front import (
    Entry,
    banner_html,
    contents,
    contents_html,
    direction,
    edition_title,
    masthead_html,
)
from reader.exporting.html_places import Places
from tests.exporting.editions import BARE, DAY, ENGLISH, FULL, about
from tests.exporting.markup import outline, parsed, seen

SHEET = Sheet(FULL, Places(FULL), nowhere, 3)


def test_an_edition_is_called_by_its_paper_day_and_time() -> None:
    assert edition_title(FULL, "zh") == "河湾日报 2025年3月1日 晚报版"
    assert edition_title(ENGLISH, "en") == "The Ferry Post 1 Mar 2025"


@pytest.mark.parametrize(
    ("language", "named"), [("zh-CN", "ltr"), ("en", "ltr"), ("ar-EG", "rtl"), ("HE", "rtl")]
)
def test_the_direction_is_that_of_the_language(language: str, named: str) -> None:
    assert direction(replace(FULL, language=language)) == named


def test_the_head_has_the_name_and_a_line_for_each_thing_under_it() -> None:
    element = parsed(masthead_html(FULL))
    assert outline(element) == ["h1", "p.day", "p", "p"]
    assert [seen(line) for line in element][::2] == ["河湾日报", "慢一点 <看>"]
    assert outline(parsed(masthead_html(BARE))) == ["h1", "p.day"]


def test_the_contents_are_notices_and_sections_with_their_articles() -> None:
    entries = list(contents(SHEET, "公告"))
    assert [entry.label for entry in entries] == ["公告", "要闻 第01版", "副刊 & 读者", "城事 第2版"]
    assert entries[1].below == (Entry("#bridge", "修桥"), Entry("#piece-1", "［无题稿］"))
    assert list(contents(SHEET, "")) == entries[1:]


def test_a_line_with_lines_below_it_has_a_list_in_it() -> None:
    element = parsed(contents_html([Entry("a&b", "甲<", (Entry("c", "乙"),)), Entry("d", "丙")]))
    assert outline(element) == ["ol", "li", "a", "ol", "li", "a", "li", "a"]
    assert [a.get("href") for a in element.iter("a")] == ["a&b", "c", "d"]
    assert contents_html([]) == ""


def test_only_warnings_in_force_are_above_the_paper() -> None:
    standings = about(FULL).standings
    assert outline(parsed(banner_html(SHEET, standings, None))) == [
        "aside.banner", "p", "ul", "li.blue", "b", "a", "small",
    ]  # fmt: skip
    assert banner_html(SHEET, standings[1:], None) == ""
    assert "截至 2025-03-01" in banner_html(SHEET, standings, DAY)


def test_a_warning_another_edition_printed_is_no_link() -> None:
    elsewhere = Sheet(BARE, Places(BARE), nowhere, 3)
    assert "<a " not in banner_html(elsewhere, about(FULL).standings, None)
