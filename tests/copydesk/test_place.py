"""Where something stands in a file."""

from __future__ import annotations

import pytest

from reader.copydesk.place import Lines


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_with_every_line_end(line_end: str) -> None:
    lines = Lines(f"雪{line_end}a冰b{line_end}")
    place = lines.place(len(f"雪{line_end}a"), len(f"雪{line_end}a冰"))
    assert place[2:] == (2, 2, 2, 2, 3, 4)
    assert lines.line(2) == "a冰b"
    assert lines.start(2) == len(f"雪{line_end}")


def test_an_empty_stretch_ends_where_it_begins() -> None:
    assert Lines("雪冰").place(1, 1)[2:] == (1, 2, 3, 1, 2, 3)


def test_an_offset_is_in_the_line_it_begins() -> None:
    lines = Lines("a\nb")
    assert [lines.line_at(offset) for offset in (0, 1, 2, 3)] == [1, 1, 2, 2]
    assert len(lines) == 2
