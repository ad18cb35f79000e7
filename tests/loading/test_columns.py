from __future__ import annotations

from itertools import repeat

import pytest

from reader.edition.article import Jump
from reader.loading.columns import instances


def test_columns_make_what_the_class_itself_would() -> None:
    made = instances(Jump, 2, {"page": ["1", "2"], "article": ["a", None]})
    assert made == [Jump(page="1", article="a"), Jump(page="2")]


def test_a_field_that_is_the_same_everywhere_can_be_repeated() -> None:
    made = instances(Jump, 3, {"page": repeat(None), "article": ["a", "b", "c"]})
    assert [jump.article for jump in made] == ["a", "b", "c"]
    assert all(jump.page is None for jump in made)


def test_what_is_made_is_frozen_and_can_be_hashed() -> None:
    (made,) = instances(Jump, 1, {"page": ["1"], "article": ["a"]})
    assert hash(made) == hash(Jump(page="1", article="a"))
    with pytest.raises(AttributeError):
        made.page = "2"  # type: ignore[misc]


def test_of_no_articles_none_are_made() -> None:
    assert instances(Jump, 0, {"page": [], "article": []}) == []


@pytest.mark.parametrize("names", [["page"], ["page", "article", "more"], ["page", "articles"]])
def test_columns_that_are_not_the_fields_are_refused(names: list[str]) -> None:
    with pytest.raises(ValueError, match="not the fields"):
        instances(Jump, 1, {name: ["x"] for name in names})
