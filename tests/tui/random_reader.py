"""Somebody who presses anything, clicks anywhere and drags the window about; the same for the same seed."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from textual import events
from textual.strip import Strip

from reader.tui.keymap import READING, SECTION_KEYS
from reader.tui.page_keys import PAGE
from reader.tui.screens.page_screen import PageScreen
from reader.typesetting.width import text_width
from tests.tui.sitting import Sitting, opened

KEYS = [
    name
    for key in (*READING, *PAGE, SECTION_KEYS)
    for name in key.keys.split(",")
    if key.id not in {"quit", "edit"}
]
OFTEN = ("space", "j", "k", "right", "left", "slash", "escape", "tab", "enter", "n", "b", "v")
ON_PAGES = (
    *("v", "v", "escape") * 3,
    *(name for key in PAGE for name in key.keys.split(",")),
    "m",
    "t",
    "left_curly_bracket",
)
"""What somebody presses often who looks at pages more than they read."""
QUERIES = (
    *("，", "的", "白鹭", "灯", "“渡船改用”", "-灯 船", "标题:灯", "版:1", "bl", "hewan", "类型:feature"),
    *(
        "/[一-龥]{3}，/",
        "/(a+)+$/",
        "/(/",
        "日期:2024",
        "日期:xx",
        "ＡＢ",
        "\u3000",
        "👩\u200d👧 e\u0301",
        "无此词",
    ),
)
SMALLEST, LARGEST = (40, 10), (250, 70)


@dataclass
class Record:
    """What came of it."""

    steps: int = 0
    cut_frames: list[str] = field(default_factory=list)
    """What was done last before a frame with a row of another width than the screen's."""
    seconds: dict[str, list[float]] = field(default_factory=dict)
    """How long each kind of step took until the screen was settled."""
    pages: int = 0
    """Steps that ended in the page view."""
    done: Counter[str] = field(default_factory=Counter)

    def took(self, what: str, seconds: float) -> None:
        self.steps += 1
        self.done[what.split(" ", maxsplit=1)[0]] += 1
        self.seconds.setdefault(what, []).append(seconds)

    @property
    def slowest(self) -> list[tuple[float, str]]:
        """The slowest of each kind of step, the slowest kind first."""
        return sorted(((max(times), what) for what, times in self.seconds.items()), reverse=True)


def faults(strips: list[Strip], width: int) -> list[str]:
    """Return the rows that are not exactly as wide as the screen, by the strip or by what it holds."""
    return [
        f"row {at}: {strip.cell_length}/{text_width(strip.text)} of {width}: {strip.text!r}"
        for at, strip in enumerate(strips)
        if strip.cell_length != width or text_width(strip.text) != width
    ]


class RandomReader:
    """Takes steps in one sitting and writes down what came of each."""

    def __init__(
        self, sitting: Sitting, chance: random.Random, record: Record, often: Sequence[str] = OFTEN
    ) -> None:
        self._sitting = sitting
        self._often = often
        self._chance = chance
        self._record = record

    async def read(self, steps: int) -> None:
        """Take so many steps, or fewer when one of them was to leave."""
        for _ in range(steps):
            if self._sitting.has_left():
                return
            began = time.perf_counter()
            what = await self._step()
            await self._sitting.settle()
            self._record.took(what, time.perf_counter() - began)
            if self._sitting.has_left():
                return
            self._record.pages += isinstance(self._sitting.app.screen, PageScreen)
            if wrong := faults(self._sitting.strips, self._sitting.app.size.width):
                size = self._sitting.app.size
                self._record.cut_frames.append(f"{what} at {size.width}x{size.height}: {wrong[0]}")

    async def _step(self) -> str:
        dice = self._chance.random()
        if dice < 0.06:
            width = self._chance.randint(SMALLEST[0], LARGEST[0])
            height = self._chance.randint(SMALLEST[1], LARGEST[1])
            await self._sitting.resize(width, height)
            return "resize"
        if dice < 0.16:
            return self._mouse()
        if dice < 0.22 and self._sitting.is_on_paper and self._sitting.app.paper.is_typing:
            query = self._chance.choice(QUERIES)
            for character in query:
                self._sitting.send(character)
            return "query"
        often = dice < 0.6
        key = self._chance.choice(self._often if often else KEYS)
        self._sitting.send(key)
        return f"key {key}"

    def _mouse(self) -> str:
        size = self._sitting.app.size
        x, y = self._chance.randrange(size.width), self._chance.randrange(size.height)
        what = self._chance.choice(("down", "up", "move", "scroll", "click"))
        send = self._send_mouse
        if what == "scroll":
            send(self._chance.choice((events.MouseScrollDown, events.MouseScrollUp)), x, y)
        if what in {"down", "click"}:
            send(events.MouseDown, x, y, button=1)
        if what == "move":
            send(events.MouseMove, x, y, button=1)
        if what in {"up", "click"}:
            send(events.MouseUp, x, y, button=1)
        return f"mouse {what}"

    def _send_mouse(self, kind: type[events.MouseEvent], x: int, y: int, button: int = 0) -> None:
        event = kind(None, x, y, 0, 0, button, False, False, False, x, y)
        event.set_sender(self._sitting.app)
        driver = self._sitting.app._driver
        assert driver is not None
        driver.process_message(event)


async def read_at_random(
    path: Path,
    steps: int,
    seed: int,
    *,
    library: Path | None = None,
    record: Record | None = None,
    often: Sequence[str] = OFTEN,
) -> Record:
    """Read an edition at random for so many steps; whoever leaves comes back."""
    record, chance = record or Record(), random.Random(seed)
    while record.steps < steps:
        size = (chance.randint(SMALLEST[0], LARGEST[0]), chance.randint(SMALLEST[1], LARGEST[1]))
        async with opened(path, size, library=library, can_edit=False, can_proof=False) as sitting:
            await RandomReader(sitting, chance, record, often).read(steps - record.steps)
    return record
