from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.edition import Edition, Masthead
from reader.edition.pages import PrintedPage
from reader.typesetting.line import Setting
from reader.typesetting.page_head import LOW, page_head
from reader.typesetting.role import Role
from reader.typesetting.width import text_width

SETTING = Setting(measure=60)


def an_edition(**fields: Any) -> Edition:
    given = {"paper": "巷口报", "date": dt.date(2024, 12, 23), "issue": "0358"}
    return Edition(**{**given, **fields})


def a_page(number: int = 1, label: str | None = "01", *sections: str) -> PrintedPage:
    return PrintedPage(label, number, sections or ("要闻",), ())


def head(
    edition: Edition | None = None,
    page: PrintedPage | None = None,
    width: int = 120,
    height: int = 40,
    setting: Setting = SETTING,
    lunar: str | None = None,
) -> list[str]:
    """The rows of a page's head as they stand."""
    lines, rows = page_head(edition or an_edition(), page or a_page(), width, height, setting, lunar)
    shown = []
    for y in range(rows):
        row, at = "", 0
        for x, _, line in sorted(each for each in lines if each.y == y):
            assert x >= at
            row += " " * (x - at) + line.text
            at = x + line.width
        shown.append(row)
    return shown


def test_the_first_page_of_a_tall_window_has_its_nameplate_spaced_on_a_row_of_its_own() -> None:
    name, folio, rule = head()
    assert name.strip() == "巷  口  报"
    assert folio.startswith("2024年12月23日 星期一")
    assert folio.endswith("第0358期   第1版 要闻")
    assert rule == "═" * 120


def test_motto_calendar_and_edition_stand_where_there_is_room() -> None:
    masthead = Masthead(motto="把小事写清楚", lunar="甲辰年十一月廿三", pages="今日4版")
    name, folio, _ = head(an_edition(masthead=masthead, edition="早刊"))
    assert name.endswith("把小事写清楚")
    assert "甲辰年十一月廿三" in folio
    assert folio.endswith("第0358期   早刊   第1版 要闻   今日4版")


def test_a_calendar_of_the_day_comes_before_the_papers_own() -> None:
    edition = an_edition(masthead=Masthead(lunar="旧历"))
    assert "冬至" in "".join(head(edition, lunar="冬至"))
    assert "旧历" in "".join(head(edition))


def test_where_the_row_is_narrow_the_page_stays_and_the_issue_gives_way() -> None:
    edition = an_edition(masthead=Masthead(pages="今日4版"), edition="早刊")
    for width in (44, 50, 60):
        folio = head(edition, width=width)[1]
        assert "第1版 要闻" in folio
        assert "第0358期" not in folio or text_width(folio) <= width


def test_a_low_window_has_one_row_with_day_name_and_page() -> None:
    row, rule = head(height=LOW - 1)
    assert row.split("  ")[0] == "2024年12月23日 星期一"
    assert "巷口报" in row
    assert row.endswith("第1版 要闻")
    assert rule == "═" * 120


def test_every_other_page_has_one_row_and_a_single_rule() -> None:
    row, rule = head(page=a_page(2, "02", "副刊"))
    assert row.startswith("第2版 副刊")
    assert "巷口报" in row
    assert row.endswith("2024年12月23日 星期一")
    assert rule == "━" * 120


@pytest.mark.parametrize(
    ("label", "words"), [("01", "第1版 要闻"), ("A2", "第A2版 要闻"), ("00", "第00版 要闻"), (None, "要闻")]
)
def test_a_page_is_called_by_its_label_without_zeros_in_front(label: str | None, words: str) -> None:
    assert head(page=a_page(2, label))[0].startswith(words)


def test_of_many_sections_three_are_named() -> None:
    row = head(page=a_page(2, "02", "甲", "乙", "丙", "丁"))[0]
    assert row.startswith("第2版 甲、乙、丙 ")


@pytest.mark.parametrize(
    ("issue", "words"), [("0358", "第0358期"), ("2024-12", "第2024-12期"), ("总第9号", "总第9号")]
)
def test_an_issue_that_brings_its_own_words_stays_as_it_is(issue: str, words: str) -> None:
    folio = head(an_edition(issue=issue))[1]
    assert words in folio
    assert "期期" not in folio
    assert folio.count(issue) == 1


def test_an_english_paper_has_an_english_head() -> None:
    edition = an_edition(paper="The Alley Post", language="en")
    name, folio, _ = head(edition)
    assert name.strip() == "The Alley Post"
    assert "No. 0358" in folio
    assert "Page 1" in folio


@pytest.mark.parametrize("setting", [SETTING._replace(plain=True), SETTING._replace(ambiguous=2)])
def test_where_rules_are_drawn_wide_the_rule_is_ascii(setting: Setting) -> None:
    assert head(setting=setting)[-1] == "=" * 120


@given(
    st.integers(20, 250),
    st.integers(10, 80),
    st.integers(1, 3),
    st.sampled_from(["巷口报", "The Alley Post", "一份名字特别长的晚报与晨报合刊", "👍🏽报"]),
    st.sampled_from([None, "0358", "总第9号"]),
    st.sampled_from([None, "慢一点，看清楚"]),
    st.sampled_from([1, 2]),
)
@settings(max_examples=300, deadline=None)
def test_no_words_of_a_head_meet_others_or_leave_the_page(
    width: int, height: int, number: int, paper: str, issue: str | None, motto: str | None, ambiguous: int
) -> None:
    edition = an_edition(paper=paper, issue=issue, masthead=Masthead(motto=motto, pages="今日4版"))
    setting = SETTING._replace(ambiguous=ambiguous)
    lines, rows = page_head(edition, a_page(number), width, height, setting, "甲辰年冬月")
    for y in range(rows):
        at = -2
        for x, _, line in sorted(each for each in lines if each.y == y):
            assert x >= max(0, at + 2)
            at = x + line.width
            assert line.width == text_width(line.text, ambiguous)
        assert at <= width
    assert [line.line.role for line in lines if line.y == rows - 1] == [Role.RULE]
