from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.importing.ninjs.json_text import DEEPEST, Value, json_values
from reader.importing.observation import CannotImport, Observation


def _values(data: bytes, encoding: str | None = None) -> list[Value | Observation]:
    return list(json_values(data, "a.json", encoding))


def test_a_whole_text_is_one_value() -> None:
    assert _values(b'\xef\xbb\xbf{"a": [1, 2.5, true, null, "x"]}') == [
        Value({"a": ["1", "2.5", True, None, "x"]}, "")
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32"])
def test_the_encodings_of_json_are_told_apart(encoding: str) -> None:
    assert _values('{"a": "河湾"}'.encode(encoding)) == [Value({"a": "河湾"}, "")]


def test_an_encoding_that_was_asked_for_is_heard() -> None:
    assert _values('{"a": "河湾"}'.encode("gb18030"), "gb18030") == [Value({"a": "河湾"}, "")]


@pytest.mark.parametrize(
    ("data", "encoding"), [("河湾".encode("gb18030"), None), (b"{}", "no-such"), (b"\xff", None)]
)
def test_the_wrong_encoding_is_said(data: bytes, encoding: str | None) -> None:
    with pytest.raises(CannotImport) as raised:
        _values(data, encoding)
    assert "--encoding" in raised.value.observation.advice.en


def test_values_one_to_a_line_are_read_one_by_one() -> None:
    assert _values(b'{"a": "1"}\r\n\n{"a": "2"}\n') == [
        Value({"a": "1"}, "line 1"),
        Value({"a": "2"}, "line 3"),
    ]


def test_a_broken_line_is_told_and_the_rest_is_read() -> None:
    first, broken, last = _values(b'{"a": "1"}\n{"a": \n{"a": "3"}')
    assert first == Value({"a": "1"}, "line 1")
    assert isinstance(broken, Observation)
    assert broken.part.startswith("2:")
    assert last == Value({"a": "3"}, "line 3")


def test_a_mistake_is_told_with_line_and_column() -> None:
    with pytest.raises(CannotImport) as raised:
        _values(b'{\n  "a": 1,\n  "b" 2\n}')
    assert (raised.value.observation.source, raised.value.observation.part) == ("a.json", "3:7")


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"a":'])
def test_a_text_nested_too_deeply_is_refused_without_trying(opening: bytes) -> None:
    with pytest.raises(CannotImport) as raised:
        _values(opening * 200_000)
    assert str(DEEPEST) in raised.value.observation.what.en


def test_brackets_within_texts_are_no_depth() -> None:
    text = json.dumps({"a": "[" * 1000 + '\\"{'})
    assert _values(text.encode()) == [Value(json.loads(text), "")]


def test_many_quotation_marks_without_an_end_take_one_pass() -> None:
    with pytest.raises(CannotImport):
        _values(b'{"' + b'\\"' * 200_000)


@pytest.mark.parametrize("number", ["1e999", "NaN", "-Infinity", "9" * 10_000, "0.0000001"])
def test_no_number_does_harm(number: str) -> None:
    assert _values(f'{{"a": {number}}}'.encode()) == [Value({"a": number}, "")]


def test_of_a_key_given_twice_the_later_value_counts() -> None:
    assert _values(b'{"a": "1", "a": "2"}') == [Value({"a": "2"}, "")]


def test_controls_within_texts_are_kept_for_those_who_make_them_visible() -> None:
    assert _values(b'{"a": "x\ty\x1b"}') == [Value({"a": "x\ty\x1b"}, "")]


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(max_size=8),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=4), inner),
        max_leaves=12,
    )
)
def test_what_json_writes_is_read(value: object) -> None:
    assert _values(json.dumps(value).encode())[0] == Value(value, "")


@given(st.binary(max_size=120) | st.text(alphabet='{}[]",:\\\n 1a', max_size=60).map(str.encode))
@settings(deadline=None)
def test_any_bytes_are_values_or_a_refusal(data: bytes) -> None:
    try:
        _values(data)
    except CannotImport:
        return
