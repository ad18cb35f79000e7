"""Headings of pages that mark none."""

from __future__ import annotations

import pytest

from reader.importing.observation import Grade
from tests.importing.page_text.pages import articles, fields_of, ink, read_page, told_of

_TEXT = "河湾市今天开放了新的渡口,过河的人比往年多。管渡口的人说,船也比往年多。"


def test_a_short_line_at_the_top_is_the_headline_and_told_as_guessed() -> None:
    edition, told = read_page(f"新渡口开了\n\n{_TEXT}")
    assert next(edition.articles()).headline == "新渡口开了"
    assert "headline" in edition.inferred
    assert any("“新渡口开了” is taken as one" in what for what in told_of(told, Grade.GUESSED))


def test_three_short_lines_are_kicker_headline_and_deck() -> None:
    (article,) = articles(f"走基层\n\n新渡口开了\n\n过河的人比往年多\n\n{_TEXT}")
    assert (article.kicker, article.headline, article.deck) == ("走基层", "新渡口开了", "过河的人比往年多")


def test_a_line_with_a_dash_is_the_deck() -> None:
    (article,) = articles(f"走基层 看变化\n\n新渡口开了\n\n——河湾市渡口见闻\n\n□ 本报记者 林一舟\n\n{_TEXT}")
    assert (article.kicker, article.headline, article.deck) == (
        "走基层 看变化", "新渡口开了", "——河湾市渡口见闻",
    )  # fmt: skip
    assert article.byline == "□ 本报记者 林一舟"


def test_an_article_begins_behind_a_signature() -> None:
    found = articles(f"新渡口开了\n\n{_TEXT}(林一舟 何川)\n\n老桥修好了\n\n{_TEXT}")
    assert [article.headline for article in found] == ["新渡口开了", "老桥修好了"]


def test_an_article_begins_above_the_opening_of_a_report() -> None:
    found = articles(f"新渡口开了\n\n{_TEXT}\n\n老桥修好了\n\n本报讯 {_TEXT}")
    assert [article.headline for article in found] == ["新渡口开了", "老桥修好了"]


def test_an_article_begins_behind_a_run_of_blank_lines() -> None:
    found = articles(f"新渡口开了\n\n{_TEXT}\n\n{_TEXT}\n\n\n\n老桥修好了\n\n{_TEXT}")
    assert [article.headline for article in found] == ["新渡口开了", "老桥修好了"]


def test_a_short_line_inside_an_article_is_a_subhead_and_told() -> None:
    edition, told = read_page(f"新渡口开了\n\n{_TEXT}\n\n船比人多\n\n{_TEXT}")
    assert "### 船比人多" in next(edition.articles()).body
    assert any("taken as a subhead" in what for what in told_of(told, Grade.GUESSED))


@pytest.mark.parametrize("line", ["他说：", "船开了。", "1. 买票", "（一）买票", "买票；", "“船开了"])
def test_lines_with_a_mark_are_no_headings(line: str) -> None:
    page = f"{_TEXT}\n\n{line}\n\n{_TEXT}"
    edition, _ = read_page(page)
    assert all(article.headline is None for article in edition.articles())
    assert ink("".join(fields_of(edition))) == ink(page)


def test_an_english_title_is_a_headline() -> None:
    (article,) = articles(
        "Ferry Bell Rings Again\n\nBy Jane Doe\n\nThe bell at the old ferry rang at noon today."
    )
    assert (article.headline, article.byline) == ("Ferry Bell Rings Again", "By Jane Doe")


def test_text_that_was_only_broken_for_width_is_joined() -> None:
    page = (
        "# Ferry\n\nThe bell at the old ferry rang at noon today, and people came out of\n"
        "their houses to hear it. It had been silent for three years, and most of the\n"
        "children had never heard it.\n"
    )
    assert articles(page)[0].body.count("\n") == 0
    assert "out of their houses" in articles(page)[0].body


def test_chinese_that_was_only_broken_for_width_is_joined_without_a_space() -> None:
    page = (
        "# 渡口\n\n　　河湾市今天开放了新的渡口,过河的\n人比往年多。管渡口的人说,船也比往\n年多。"
        "\n　　第二天下了雨,渡口还是开着,人也\n没有少。\n"
    )
    assert articles(page)[0].body.split("\n\n") == [
        "河湾市今天开放了新的渡口,过河的人比往年多。管渡口的人说,船也比往年多。",
        "第二天下了雨,渡口还是开着,人也没有少。",
    ]
