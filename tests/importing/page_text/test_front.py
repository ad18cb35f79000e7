"""The furniture of pages: name, day, pages, and who made them up."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.importing.observation import Grade
from tests.importing.page_text.pages import articles, read_page, told_of

_TEXT = "## 渡口\n\n河湾市今天开放了新的渡口。\n"


def test_the_name_and_the_day_at_the_head_are_the_paper_s() -> None:
    edition, _ = read_page(f"河湾日报\n2025年2月3日 星期一 乙巳年正月初六 第0356期 今日8版\n\n{_TEXT}")
    assert (edition.paper, edition.date, edition.issue) == ("河湾日报", dt.date(2025, 2, 3), "0356")
    assert (edition.masthead.lunar, edition.masthead.pages) == ("乙巳年正月初六", "8")
    assert not {"paper", "date"} & set(edition.inferred)
    assert [article.headline for article in edition.articles()] == ["渡口"]


@pytest.mark.parametrize("line", ["2025-02-03", "2025年2月3日", "2025年2月3日 星期一", "2025/2/3 周一"])
def test_a_day_on_a_line_of_its_own_is_the_date(line: str) -> None:
    edition, _ = read_page(f"{line}\n\n{_TEXT}")
    assert edition.date == dt.date(2025, 2, 3)
    assert "date" not in edition.inferred


def test_an_english_head_is_read() -> None:
    edition, _ = read_page(
        "The Riverbend Gazette\n\nMonday, 3 February 2025\n\n# Ferry opens\n\nIt did so at noon."
    )
    assert (edition.paper, edition.date) == ("The Riverbend Gazette", dt.date(2025, 2, 3))


@pytest.mark.parametrize(
    "head",
    [
        "THE RIVER COURIER\nMonday, February 3, 2025 | Vol. XII No. 345 | $1.50",
        "THE RIVER COURIER | Monday, February 3, 2025 | Vol. XII, No. 345 • $1.50",
        "THE RIVER COURIER\n\nVol. XII No. 345 — Monday, 3 February 2025 — $1.50",
    ],
)
def test_an_english_head_with_bars_is_read_and_what_has_no_field_told(head: str) -> None:
    edition, told = read_page(f"{head}\n\n# Ferry opens\n\nIt did so at noon.")
    assert (edition.paper, edition.date, edition.issue) == ("THE RIVER COURIER", dt.date(2025, 2, 3), "345")
    assert not {"paper", "date"} & set(edition.inferred)
    (left_out,) = told_of(told, Grade.DROPPED)
    assert "Vol. XII · $1.50" in left_out


@pytest.mark.parametrize(
    ("line", "name", "page"),
    [
        ("第01版:要闻", "要闻", "01"),
        ("第1版 要闻", "要闻", "1"),
        ("要闻 第01版", "要闻", "01"),
        ("01 要闻", "要闻", "01"),
        ("A1：要闻", "要闻", "A1"),
        ("# 第01版：要闻", "要闻", "01"),
        ("Page 3: City", "City", "3"),
    ],
)
def test_a_line_that_names_a_page_begins_a_section(line: str, name: str, page: str) -> None:
    edition, _ = read_page(f"{line}\n\n{_TEXT}\n第02版:副刊\n\n## 晨渡\n\n船来了。")
    assert [(section.name, section.page) for section in edition.sections] == [(name, page), ("副刊", "02")]
    assert [article.headline for article in edition.articles()] == ["渡口", "晨渡"]
    assert "sections" not in edition.inferred


def test_who_made_up_the_page_is_its_editor() -> None:
    edition, _ = read_page(f"{_TEXT}\n责任编辑：林一舟 版式：何川")
    assert edition.masthead.editor == "责任编辑：林一舟 版式：何川"
    assert next(edition.articles()).body == "河湾市今天开放了新的渡口。"


@pytest.mark.parametrize("line", ["2025年2月3日,河湾市开了渡口。", "2025年2月3日那天的渡口"])
def test_a_sentence_with_a_day_is_no_furniture(line: str) -> None:
    assert any(
        line in f"{each.headline} {each.body} {each.photos}" for each in articles(f"{line}\n\n{_TEXT}")
    )
