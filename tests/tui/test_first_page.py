"""The first page is painted without a terminal, whole, and is that of the place the reader left."""

from __future__ import annotations

from pathlib import Path

import pyte
import pytest

from reader.loading.load import load_edition
from reader.reading.session import Session
from reader.reading.store import MemoryStore
from reader.tui.first_page import first_page, is_painting
from reader.tui.opening import Opening
from tests.tui.papers import a_paper, an_article, put

LAMP, POND = "修灯人", "池塘芦苇"


def an_opening(folder: Path, store: MemoryStore | None = None) -> Opening:
    path = put(folder, a_paper([an_article(LAMP), an_article(POND)]))
    return Opening(path=path, loaded=load_edition(path), store=store or MemoryStore())


def lines(page: str | None, size: tuple[int, int]) -> list[str]:
    assert page is not None
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(page.replace("\n", "\r\n"))
    return [
        "".join(screen.buffer[y][x].data for x in range(size[0])).rstrip().replace(" ", "")
        for y in range(size[1])
    ]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
def test_a_page_has_every_row_of_the_terminal_and_the_open_article(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    found = lines(first_page(an_opening(tmp_path), size), size)
    assert all(found[at] for at in (0, size[1] - 1))
    assert any(LAMP in line for line in found)


def test_it_is_the_page_of_where_the_reader_was(tmp_path: Path) -> None:
    store = MemoryStore()
    opening = an_opening(tmp_path, store)
    session = Session(opening.loaded.edition, store=store, clock=opening.clock)
    session.open(session.items[1].reference)
    found = "\n".join(lines(first_page(opening, (80, 24)), (80, 24)))
    assert f"●{POND}" in found
    assert f"○{LAMP}" in found or f"✓{LAMP}" in found


def test_the_same_opening_has_the_same_page(tmp_path: Path) -> None:
    opening = an_opening(tmp_path)
    assert first_page(opening, (80, 24)) == first_page(opening, (80, 24))


@pytest.mark.parametrize("data", ["\x1b[?1049h", "\x1b[?2026$p", "\x1b[>25u", "\x1b]22;default\x07"])
def test_what_only_asks_the_terminal_paints_nothing(data: str) -> None:
    assert not is_painting(data)


@pytest.mark.parametrize("data", ["\x1b[1;1H\x1b[1m 河湾日报", "\x1b[2;3H", "text"])
def test_what_moves_the_cursor_or_writes_paints(data: str) -> None:
    assert is_painting(data)
