"""What a visitor's terminal is sent of colours, by the bytes that reach it."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from tests.cli.paper import put, wind_warning
from tests.ssh.visiting import Visitor, connect, hall, sit_down, until

PAINTING = re.compile(rb"\x1b\[([0-9;:]*)m")
COLOUR = re.compile(r"3[0-8]|4[0-8]|9[0-7]|10[0-7]|58")
"""Parameters of SGR that choose a colour (ECMA-48 8.3.117, xterm); 39 and 49 give the terminal's own back."""
THE_TERMINALS_OWN = {"39", "49", *map(str, (*range(30, 38), *range(40, 48)))}
WEIGHTS = {"", "0", "1", "2", "3", "4", "7"}

EVERY_SCREEN = (
    ("", "大风"),
    ("?", "查找"),
    ("\x1b", "→ 下篇"),
    ("\x10", "找要做的事"),
    ("\x1b", "渡口停摆"),
    ("a", "阳台"),
    ("\x1b", "→ 下篇"),
    ("v", "换版"),
    ("v", "→ 下篇"),
    ("mM", "收藏夹"),
    ("\x1b", "→ 下篇"),
    ("o", "日"),
    ("\x1b", "→ 下篇"),
    ("/图", "图书馆"),
    ("\t", "ctrl+o"),
    ("\x1b", "→ 下篇"),
    ("P", "校对"),
)
"""Keys, and what the screen says then: each screen, a warning among them, and a message of trouble."""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    put(tmp_path, "2025-04-05")
    put(tmp_path, "2025-04-06", headline="渡口停摆", notices=wind_warning("2025-04-06"))
    return tmp_path


def colours(visitor: Visitor) -> set[str]:
    """Return the parameters of every style that was sent."""
    return {
        code for found in PAINTING.findall(visitor.raw) for code in re.split("[;:]", found.decode("ascii"))
    }


async def walk(visitor: Visitor, themes: str = "") -> None:
    """Go through every screen, and through it again in every theme there is."""
    for theme in ("", *themes):
        if theme:
            visitor.type(theme)
            await asyncio.sleep(0.2)
        for keys, words in EVERY_SCREEN:
            visitor.type(keys)
            try:
                await until(lambda words=words: visitor.shows(words))
            except TimeoutError:
                raise AssertionError(f"{keys!r}: no {words}", visitor.lines()) from None
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("term", ["xterm-256color", "xterm", "linux"])
async def test_who_wants_no_colour_is_sent_none_on_any_screen(library: Path, term: str) -> None:
    async with hall(library) as room, await connect(room.port) as connection:
        env = {"LANG": "zh_CN.UTF-8", "NO_COLOR": "1", "COLORTERM": "truecolor"}
        visitor = await sit_down(connection, (100, 30), term, env)
        await walk(visitor, "ttT")
        assert [code for code in colours(visitor) if COLOUR.fullmatch(code)] == []
        assert {"1", "7"} <= colours(visitor)


async def test_a_terminal_of_eight_colours_is_sent_its_own_on_every_screen(library: Path) -> None:
    async with hall(library) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection, (100, 30), "xterm")
        await walk(visitor, "ttT")
        assert colours(visitor) <= THE_TERMINALS_OWN | WEIGHTS
        assert colours(visitor) & {"33", "34"}


async def test_a_terminal_of_few_colours_is_sent_none_of_its_neighbours(library: Path) -> None:
    async with hall(library) as room, await connect(room.port) as connection:
        for env in ({"COLORTERM": "truecolor"}, {}):
            visitor = await sit_down(connection, (100, 30), env={"LANG": "zh_CN.UTF-8", **env})
            await walk(visitor, "t")
            assert (b"8;2;" in visitor.raw) is bool(env)


async def test_the_servers_own_wish_for_no_colours_is_not_the_visitors(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with hall(library) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection, env={"COLORTERM": "truecolor"})
        await until(lambda: visitor.shows("渡口停摆"))
        mixed = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", visitor.raw)
        assert [colour for colour in mixed if len(set(colour)) > 1]
