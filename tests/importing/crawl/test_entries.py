from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.crawl.entries import DEEPEST, entries
from reader.importing.crawl.fields import Field

TEXT = "清晨六点，渡口开了。"


def an_entry(title: str = "渡口修好", **more: Any) -> dict[str, Any]:
    return {"title": title, "content": TEXT, **more}


def found(value: Any) -> list[tuple[str, str]]:
    """Where each article stands, and its headline."""
    return [(each.part, next(iter(each.own[Field.HEADLINE].values()))) for each in entries(value)]


def around(value: Any) -> list[dict[Field, Any]]:
    return [dict(each.around) for each in entries(value)]


def test_a_list_of_articles() -> None:
    assert found([an_entry("一"), an_entry("二")]) == [("[0]", "一"), ("[1]", "二")]


def test_one_article_alone() -> None:
    assert found(an_entry()) == [("", "渡口修好")]


def test_a_day_with_its_articles() -> None:
    value = {"date": "2025-03-01", "paper": "河湾日报", "count": 1, "articles": [an_entry()]}
    assert found(value) == [("articles[0]", "渡口修好")]
    assert around(value) == [{Field.DATE: "2025-03-01", Field.PAPER: "河湾日报"}]


def test_pages_with_their_articles() -> None:
    value = {"date": "2025-03-01", "pages": [{"no": "01", "name": "要闻", "articles": [an_entry()]}]}
    assert found(value) == [("pages[0].articles[0]", "渡口修好")]
    assert around(value) == [{Field.DATE: "2025-03-01", Field.PAGE: "01", Field.SECTION: "要闻"}]


def test_a_page_may_be_entitled_and_a_day_is_not_a_page() -> None:
    value = {"title": "三月一日", "版面列表": [{"版次": 2, "title": "副刊", "文章": [an_entry()]}]}
    assert around(value) == [{Field.PAGE: 2, Field.SECTION: "副刊"}]


def test_articles_under_their_page_or_their_day() -> None:
    value = {"2025-03-01": {"第01版：要闻": [an_entry("一")], "02": {"1": an_entry("二")}}}
    assert found(value) == [("2025-03-01.第01版：要闻[0]", "一"), ("2025-03-01.02.1", "二")]
    assert around(value)[0] == {Field.DATE: "2025-03-01", Field.PAGE: "第01版：要闻"}


def test_texts_under_their_headlines() -> None:
    assert found({"渡口修好": TEXT, "桥也修好": [TEXT]}) == [
        ("渡口修好", "渡口修好"),
        ("桥也修好", "桥也修好"),
    ]
    assert found({"code": 200, "msg": "everything went well"}) == []
    assert found({"渡口": TEXT, "版本": 3}) == []


def test_a_content_that_is_a_list_of_articles_holds_them() -> None:
    assert found({"date": "2025-03-01", "content": [an_entry("一"), an_entry("二")]}) == [
        ("content[0]", "一"),
        ("content[1]", "二"),
    ]


def test_an_article_with_a_headline_only_is_one() -> None:
    assert found([{"title": "渡口修好", "content": ""}]) == [("[0]", "渡口修好")]


def test_an_article_whose_fields_are_empty_is_one_to_be_told() -> None:
    assert [each.own for each in entries([{"title": "", "content": ""}, {"content": None}])] == [{}, {}]


def test_keys_that_are_no_field_are_named() -> None:
    (entry,) = entries([an_entry(word_count=3, related=[an_entry("别的")])])
    assert entry.left == ("word_count", "related")


@pytest.mark.parametrize(
    "value", [None, 1, "x", [], {}, [[]], {"a": {}}, ["x", 1], {"title": "广告", "articles": []}]
)
def test_where_there_is_no_article_there_is_none(value: Any) -> None:
    assert list(entries(value)) == []


def test_too_deep_is_not_looked_into() -> None:
    value: Any = [an_entry()]
    for _ in range(DEEPEST * 2):
        value = [value]
    assert list(entries(value)) == []


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["title", "content", "date", "page", "pages", "articles", "渡口修好", "01", "images"]
            ),
            inner,
        )
    ),
    max_leaves=12,
)


@given(_values)
def test_no_shape_is_too_odd(value: Any) -> None:
    for entry in entries(value):
        assert Field.ARTICLES not in entry.own
