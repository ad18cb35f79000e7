"""Whole screens of a shipped edition, as text, at four sizes.

When a screen is meant to look otherwise: ``PAPER_READER_RENEW=1 python -m pytest tests/tui/test_golden.py``,
then read the differences before they are kept.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from tests.shipped import SHIPPED
from tests.tui.sitting import Sitting, opened

GOLDEN = Path(__file__).parent / "golden"
EDITION = SHIPPED / "terminal-daily" / "2024" / "12" / "2024-12-23.yaml"
TEN = dt.datetime(2024, 12, 23, 10, tzinfo=dt.timezone(dt.timedelta(hours=8)))
SIZES = [(80, 24), (120, 40), (60, 20), (200, 60)]
SCREENS: dict[str, tuple[str, ...]] = {
    "front": (),
    "second-screen": ("space",),
    "contents": ("s",),
    "board": ("a",),
    "help": ("question_mark",),
    "search": ("slash", "物", "业"),
    "page": ("v",),
}
AT_EVERY_SIZE = {"front", "page"}


def _wanted() -> list[tuple[str, tuple[int, int]]]:
    return [(name, size) for name in SCREENS for size in SIZES if name in AT_EVERY_SIZE or size == SIZES[0]]


@pytest.mark.parametrize(("name", "size"), _wanted(), ids=str)
async def test_the_screen_looks_as_it_did(name: str, size: tuple[int, int]) -> None:
    async with opened(EDITION, size, clock=lambda: TEN) as sitting:
        sitting.app.desk.lunar = None  # whether it is known depends on what is installed
        sitting.app.paper.redraw()
        await sitting.press(*SCREENS[name])
        if name == "search":
            await sitting.until(lambda: _is_found(sitting))
        screen = "\n".join(row.rstrip() for row in sitting.rows) + "\n"
    golden = GOLDEN / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("PAPER_READER_RENEW"):
        golden.write_text(screen, encoding="utf-8")
    assert screen == golden.read_text(encoding="utf-8")


def _is_found(sitting: Sitting) -> bool:
    pursuit = sitting.pursuit
    return pursuit is not None and pursuit.words == "物业"


def test_no_golden_screen_is_left_over() -> None:
    names = {f"{name}-{width}x{height}.txt" for name, (width, height) in _wanted()}
    assert {path.name for path in GOLDEN.iterdir()} == names
