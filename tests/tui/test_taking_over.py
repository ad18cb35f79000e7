"""What hangs in the terminal is not painted again; what is not the same is."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.taking_over import unlike

_cells = st.text("abc é", min_size=3, max_size=3).map(lambda text: f"{text}\x1b[0m")


def a_page(rows: list[str], cursor: str = "\x1b[1;1H") -> str:
    return "\n".join(f"\x1b[{y};1H\x1b[1m{row}" for y, row in enumerate(rows, 1)) + cursor


def shown(*writes: str) -> list[str]:
    screen = pyte.Screen(10, 8)
    stream = pyte.Stream(screen)
    for write in writes:
        stream.feed(write)
    return list(screen.display)


@given(st.lists(_cells, min_size=1, max_size=8), st.data())
def test_what_is_painted_over_a_page_leaves_the_other_page(rows: list[str], data: st.DataObject) -> None:
    others = [data.draw(st.sampled_from([row, "xyz\x1b[0m"])) for row in rows]
    before, page = a_page(rows), a_page(others)
    assert shown(before, unlike(before, page)) == shown(page)


def test_of_the_same_page_nothing_is_painted() -> None:
    page = a_page(["abc", "def"])
    assert unlike(page, page) == ""


def test_only_the_row_that_changed_is_painted() -> None:
    before, page = a_page(["abc", "def", "ghi"]), a_page(["abc", "dxf", "ghi"])
    assert unlike(before, page) == "\x1b[2;1H\x1b[1mdxf"


def test_what_is_no_page_of_as_many_rows_is_painted_whole() -> None:
    page = a_page(["abc", "def"])
    assert unlike(a_page(["abc"]), page) == page
    assert unlike("rubbish", page) == page
    assert unlike(page, "\x1b[2;3Hx") == "\x1b[2;3Hx"
