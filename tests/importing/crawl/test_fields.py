from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.crawl.fields import Field, field_of, labelled


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("title", Field.HEADLINE),
        ("Article_Title", Field.HEADLINE),
        ("标题", Field.HEADLINE),
        ("biaoti", Field.HEADLINE),
        ("pre_title", Field.KICKER),
        ("preTitle", Field.KICKER),
        ("引题", Field.KICKER),
        ("sub-title", Field.DECK),
        ("副标题", Field.DECK),
        ("author", Field.BYLINE),
        ("作者", Field.BYLINE),
        ("content", Field.BODY),
        ("正文", Field.BODY),
        ("page_no", Field.PAGE),
        ("版次", Field.PAGE),
        ("版面名称", Field.SECTION),
        ("date", Field.DATE),
        ("发布时间", Field.PUBLISHED),
        ("article_index", Field.NUMBER),
        ("报纸名称", Field.PAPER),
        ("url", Field.ADDRESS),
        ("articles", Field.ARTICLES),
    ],
)
def test_keys_of_three_languages_name_the_same_fields(key: str, field: Field) -> None:
    assert field_of(key) is field


@pytest.mark.parametrize("key", ["", "word_count", "crawl_time", "标题党", "_", "渡口"])
def test_other_keys_name_none(key: str) -> None:
    assert field_of(key) is None


def test_a_label_stands_before_a_colon() -> None:
    assert labelled("标题：渡口修好") == (Field.HEADLINE, "渡口修好")
    assert labelled("Title: The ferry") == (Field.HEADLINE, "The ferry")
    assert labelled("【作者】：林一舟") == (Field.BYLINE, "林一舟")
    assert labelled("正文：") == (Field.BODY, "")
    assert labelled("链接：http://localhost/1") == (Field.ADDRESS, "http://localhost/1")


@pytest.mark.parametrize(
    "line", ["", "渡口：修好", "标题", "http://localhost", "url://x", "今天的标题：渡口修好"]
)
def test_other_lines_have_no_label(line: str) -> None:
    assert labelled(line) is None


@given(st.text(max_size=30))
def test_no_key_is_too_odd(key: str) -> None:
    assert isinstance(field_of(key), Field | None)
    labelled(key)
