from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.loading.decoding import Source, decoded
from reader.loading.problem import Problem, ProblemList


def read(data: bytes, encoding: str = "utf-8") -> Source:
    problems = ProblemList()
    source = decoded(data, encoding, problems)
    assert source is not None
    assert not problems
    return source


def refused(data: bytes, encoding: str = "utf-8") -> Problem:
    problems = ProblemList()
    assert decoded(data, encoding, problems) is None
    (problem,) = problems.in_file_order()
    return problem


def test_clean_text_is_handed_on_as_it_is() -> None:
    data = "春水初生\u3000a\xa0b\n".encode()
    source = read(data)
    assert (source.text, source.data, source.is_clean) == (data.decode(), data, True)


@pytest.mark.parametrize("character", "\x1b\x9b\u202e\u200b\u3164\t\u2028\u034f")
def test_text_with_anything_to_make_visible_is_not_clean(character: str) -> None:
    assert not read(f"甲{character}乙\n".encode()).is_clean


def test_all_line_ends_become_one() -> None:
    source = read(b"a\r\nb\rc\nd\r\r\ne")
    assert source.text == "a\nb\nc\nd\n\ne"
    assert source.data == source.text.encode()


def test_one_bom_is_dropped() -> None:
    assert read(b"\xef\xbb\xbfa").text == "a"
    assert read("a".encode("utf-8-sig"), "utf-8-sig").text == "a"


@pytest.mark.parametrize("encoding", ["gb18030", "GB18030", "gbk", "big5", "utf-16", "UTF8", "shift_jis"])
def test_any_text_encoding_can_be_named(encoding: str) -> None:
    source = read("日\r\n本\n".encode(encoding), encoding)
    assert source.text == "日\n本\n"
    assert source.data == source.text.encode()


def test_the_first_bad_byte_is_told_by_line_and_character() -> None:
    problem = refused("春\r\n水初".encode() + b"\xff\xfe" + "生".encode())
    assert (problem.line, problem.column) == (2, 3)
    assert "0xFF is not UTF-8" in problem.what.en


def test_a_bad_byte_of_a_named_encoding_is_told_too() -> None:
    problem = refused(b"a\nb\xff", "gb18030")
    assert (problem.line, problem.column) == (2, 2)
    assert "is not GB18030" in problem.what.en
    assert "--encoding" not in problem.advice.en


def test_gb18030_is_named_only_where_it_fits() -> None:
    assert "--encoding gb18030" in refused("春水".encode("gb18030")).advice.en
    assert "--encoding" not in refused("春水".encode("gb18030") + b"\xff").advice.en


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_utf8_is_read_or_refused_and_never_an_error(text: str) -> None:
    problems = ProblemList()
    source = decoded(text.encode(), "utf-8", problems)
    assert (source is None) == bool(problems)
    if source is not None:
        assert source.data.decode() == source.text
        assert "\r" not in source.text


@given(st.binary(max_size=60), st.sampled_from(["utf-8", "gb18030", "utf-16", "ascii"]))
def test_any_bytes_are_read_or_refused_and_never_an_error(data: bytes, encoding: str) -> None:
    problems = ProblemList()
    assert (decoded(data, encoding, problems) is None) == bool(problems)


def test_a_line_is_found_by_its_number() -> None:
    source = read("一\n二\n".encode())
    assert [source.line(number) for number in (1, 2, 3, 9)] == ["一", "二", "", ""]
