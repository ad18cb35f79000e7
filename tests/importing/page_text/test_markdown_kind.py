"""Telling a page from a Markdown document."""

from __future__ import annotations

import pytest

from reader.importing.page_text.markdown_kind import is_markdown

_PAGE = "## 说民情\n\n# 一口井\n\n## ——引水记\n\n□ 本报记者 林一舟\n\n水来了。\n"


@pytest.mark.parametrize("suffix", ["", ".txt", ".md"])
@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: T\n---\nText.",
        "# T\n\nSome **strong** words and [a link](http://a.example).",
        "# T\n\n```\ncode\n```\n\n> said",
        "# 河湾日报\n\n2025年2月3日 星期一\n\n## 要闻 第01版\n\n### 渡口\n\n开了。\n",
        "# The Gazette\n\n3 Feb 2025 Monday\n\n## City, page 1\n\n### Ferry\n\nIt opened.\n",
    ],
)
def test_marks_that_pages_do_not_print_make_it_markdown(text: str, suffix: str) -> None:
    assert is_markdown(text, suffix)


@pytest.mark.parametrize("suffix", ["", ".txt", ".md"])
@pytest.mark.parametrize(
    "text",
    [
        _PAGE,
        "## 渡口\n\n本报讯 渡口开了。\n",
        "## 渡口\n\n开了。\n\n### 天气预警\n\n自2025年2月3日0时启动大风蓝色预警。",
        "## 少折腾\n\n报言\n\n要想周全。",
    ],
)
def test_what_pages_print_makes_it_a_page_under_any_name(text: str, suffix: str) -> None:
    assert not is_markdown(text, suffix)


def test_headings_alone_are_what_the_name_says() -> None:
    text = "# T\n\nText.\n\n## Part\n\nMore."
    assert is_markdown(text, ".md")
    assert not is_markdown(text, ".txt")


def test_a_page_with_one_stray_mark_is_still_a_page() -> None:
    assert not is_markdown(_PAGE + "\n他说用`井`字。", ".txt")
