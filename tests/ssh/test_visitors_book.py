from __future__ import annotations

import datetime as dt
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from reader.edition.printable import printable_line
from reader.ssh.visitors_book import VisitorsBook


def at() -> dt.datetime:
    return dt.datetime(2025, 3, 1, 8, tzinfo=dt.UTC)


def test_an_event_is_a_line_of_json_with_its_facts() -> None:
    stream = io.StringIO()
    VisitorsBook(stream, 2, at).note("visit", address="10.0.0.1", seconds=1.5, key=None)
    assert json.loads(stream.getvalue()) == {
        "at": "2025-03-01T08:00:00.000+00:00",
        "worker": 2,
        "event": "visit",
        "address": "10.0.0.1",
        "seconds": 1.5,
    }


@given(st.text())
def test_nothing_a_visitor_sends_breaks_a_line_or_steers_a_terminal(name: str) -> None:
    stream = io.StringIO()
    VisitorsBook(stream, 0, at).note("visit", name=name)
    lines = stream.getvalue().splitlines()
    assert len(lines) == 1
    assert printable_line(lines[0]) == lines[0]
    assert len(json.loads(lines[0])["name"]) <= 2000


def test_a_log_that_cannot_be_written_ends_nothing() -> None:
    stream = io.StringIO()
    stream.close()
    VisitorsBook(stream).note("visit")
