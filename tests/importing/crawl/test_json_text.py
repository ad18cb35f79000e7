from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.crawl.json_text import documents, entry_without_text
from reader.importing.observation import CannotImport, Grade, Observation


def test_one_document_has_no_part() -> None:
    assert list(documents('{"a": [1, null]}', "f")) == [("", {"a": [1, None]})]


def test_a_document_a_line_has_its_line() -> None:
    assert list(documents('{"a": 1}\n\n{"a": 2},\n', "f")) == [("line 1", {"a": 1}), ("line 3", {"a": 2})]


def test_a_broken_line_is_told_and_the_rest_is_read() -> None:
    first, last, told = documents('{"a": 1}\n{"a": \n{"a": 3}', "f")
    assert (first, last) == (("line 1", {"a": 1}), ("line 3", {"a": 3}))
    assert isinstance(told, Observation)
    assert (told.grade, told.source, told.part) == (Grade.ERROR, "f", "2:6")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "1:1"),
        ("{\n  'a': 1}", "2:3"),
        ('[{"a": 1},\n {"a": ', "2:8"),
        ("nothing", "1:1"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(text: str, place: str) -> None:
    with pytest.raises(CannotImport) as caught:
        list(documents(text, "f"))
    assert caught.value.observation.part == place


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, "1" * 10_000, '{"a": ' + "1" * 10_000 + "}"]
)
def test_nested_too_deeply_or_too_large_a_number_is_refused(text: str) -> None:
    with pytest.raises(CannotImport):
        list(documents(text, "f"))


def test_texts_of_one_headline_given_twice_are_both_kept() -> None:
    assert list(documents('{"图": "甲", "图": "乙"}', "f")) == [("", [{"图": "甲"}, {"图": "乙"}])]


def test_another_key_given_twice_is_refused_and_named() -> None:
    with pytest.raises(CannotImport, match="a key is given twice: a"):
        list(documents('{"a": 1, "b": 2, "a": 3}', "f"))


def test_an_entry_without_text_is_told() -> None:
    told = entry_without_text("f", "[3]")
    assert (told.grade, told.part) == (Grade.UNDECIDED, "[3]")


@given(st.text(max_size=60) | st.text('{}[]",:\n 1a', max_size=40))
def test_whatever_the_text_is_only_the_declared_error_comes(text: str) -> None:
    with contextlib.suppress(CannotImport):
        list(documents(text, "f"))
