from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.output import PAGE, Output
from reader.edition.printable import printable
from reader.edition.wording import Wording


class Stream(io.TextIOWrapper):
    """A text stream over memory; it may call itself a terminal."""

    def __init__(self, encoding: str = "utf-8", *, is_terminal: bool = False) -> None:
        self.bytes = io.BytesIO()
        self.is_terminal = is_terminal
        super().__init__(self.bytes, encoding, newline="\n")

    def isatty(self) -> bool:
        return self.is_terminal

    def written(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode(self.encoding)


def an_output(encoding: str = "utf-8", *, is_terminal: bool = False) -> tuple[Output, Stream, Stream]:
    out, err = Stream(encoding, is_terminal=is_terminal), Stream(encoding, is_terminal=is_terminal)
    return Output("en", out, err), out, err


@given(st.text())
def test_whatever_is_written_is_printable(text: str) -> None:
    output, out, err = an_output()
    output.text(text)
    output.say(text)
    assert out.written() == printable(out.written())
    assert err.written() == printable(err.written())


@given(st.recursive(st.text() | st.integers() | st.none(), st.lists))
def test_json_is_printable_and_loses_nothing(value: object) -> None:
    for encoding in ("utf-8", "ascii", "gb2312"):
        output, out, err = an_output(encoding)
        output.json(value)
        output.close()
        assert out.written() == printable(out.written())
        assert json.loads(out.written()) == value
        assert err.written() == ""


def test_long_json_stands_on_one_line_and_says_the_same() -> None:
    output, out, _ = an_output()
    value = {"雪": ["\x1b", 1, None, {"冰": []}]}
    output.json(value, is_long=True)
    assert out.written().count("\n") == 1
    assert "\x1b" not in out.written()
    assert json.loads(out.written()) == value


def test_a_diff_keeps_the_line_ends_of_its_file_and_shows_what_steers() -> None:
    output, out, _ = an_output()
    output.diff(["-雪\r\n", "+\x1b[31m冰\n", " 霜\r"])
    assert out.written() == "-雪\r\n+␛[31m冰\n 霜\n"


@given(st.text())
def test_no_text_breaks_a_narrow_encoding(text: str) -> None:
    output, out, err = an_output("ascii")
    output.text(text)
    output.close()
    assert len(out.written()) == len(printable(text))
    assert bool(err.written()) == (not printable(text).isascii())


def test_what_an_encoding_cannot_carry_is_told_once() -> None:
    output, out, err = an_output("latin-1")
    output.lines(["河湾", "é", "晨报"])
    output.close()
    output.close()
    assert out.written() == "??\né\n??\n"
    assert err.written().count("\n") == 1


def test_a_message_is_english_where_chinese_cannot_be_written() -> None:
    err = Stream("ascii")
    Output("zh", Stream("ascii"), err).say(Wording("没有", "there is none"))
    assert err.written() == "there is none\n"


def test_lines_of_a_message_stay_lines() -> None:
    output, _, err = an_output()
    output.say("a:1:1: one; two\nb:1:1: three\rfour")
    assert err.written() == "a:1:1: one; two\nb:1:1: three␍four\n"


def test_a_count_is_shown_only_on_a_terminal_and_only_when_it_takes_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    for is_terminal, expected in ((True, "\rreading 3\r" + " " * 18 + "\r"), (False, "")):
        now[0] = 0.0
        output, _, err = an_output(is_terminal=is_terminal)
        progress = output.progress(Wording("在读", "reading"))
        progress.step(1)
        progress.step(2)
        assert err.written() == ""
        now[0] = 1.0
        progress.step(3)
        progress.done()
        assert err.written() == expected


def test_a_quick_job_leaves_no_trace() -> None:
    output, _, err = an_output(is_terminal=True)
    progress = output.progress(Wording("在读", "reading"))
    progress.step(1)
    progress.done()
    assert err.written() == ""


def test_without_a_terminal_a_line_has_80_cells() -> None:
    assert an_output()[0].width() == 80
    assert an_output(is_terminal=True)[0].width() == 80  # a terminal that does not tell its size


def test_a_missing_error_stream_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    Output("en", Stream()).say("nobody hears")


def test_without_a_terminal_a_page_has_a_usual_large_size() -> None:
    output, _, _ = an_output()
    assert output.size() == PAGE


def test_a_terminal_that_does_not_say_how_large_it_is_gets_the_usual_size() -> None:
    output, _, _ = an_output(is_terminal=True)
    assert output.size() == PAGE


def test_a_count_is_rewritten_in_place_and_gone_while_something_else_is_printed() -> None:
    output, _, err = an_output(is_terminal=True)
    progress = output.progress(Wording("正在校对", "proofreading"))
    progress.step(1, 3)
    progress.done()
    assert err.written() == ""  # what is soon done needs no count
    for number in (1, 2):
        progress._due = 0.0
        progress.step(number, 3)
        progress.done()
        progress.done()
    pieces = err.written().split("\r")
    assert [piece for piece in pieces if piece.strip()] == ["proofreading 1/3", "proofreading 2/3"]
    assert pieces[-1] == ""
    assert len(pieces) == 7


def test_messages_are_watched_on_a_terminal_only() -> None:
    assert [an_output(is_terminal=is_terminal)[0].is_watched for is_terminal in (True, False)] == [
        True,
        False,
    ]
