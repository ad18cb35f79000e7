from __future__ import annotations

from reader.ssh.line import Line


class Wire:
    """A channel that keeps what is written."""

    def __init__(self) -> None:
        self.written = b""
        self.closed = False

    def write(self, data: bytes) -> None:
        self.written += data

    def is_closing(self) -> bool:
        return self.closed


def test_what_is_drawn_is_sent_and_counted() -> None:
    wire = Wire()
    line = Line(wire, lambda: None)
    line.send("老桥")
    assert wire.written.decode() == "老桥"
    assert (line.sent, line.dropped) == (6, 0)


def test_while_nothing_is_taken_frames_are_dropped_and_then_painted_anew_once() -> None:
    wire, painted = Wire(), []
    line = Line(wire, lambda: painted.append(1))
    line.pause()
    line.send("a" * 1000)
    assert (wire.written, line.dropped) == (b"", 1000)
    assert line.seconds_paused >= 0
    line.resume()
    assert painted == [1]
    assert line.seconds_paused == 0
    line.send("b")
    assert wire.written == b"b"


def test_a_pause_without_a_frame_needs_no_painting() -> None:
    painted: list[int] = []
    line = Line(Wire(), lambda: painted.append(1))
    line.pause()
    line.resume()
    assert painted == []


def test_to_a_channel_that_closes_nothing_is_sent() -> None:
    wire = Wire()
    wire.closed = True
    line = Line(wire, lambda: None)
    line.send("a")
    assert (wire.written, line.sent) == (b"", 0)


def test_a_lone_surrogate_does_not_break_the_line() -> None:
    wire = Wire()
    Line(wire, lambda: None).send("a\ud800b")
    assert wire.written == b"a?b"
