"""Starts of the real program in a terminal, of which the second and later find a placard."""

from __future__ import annotations

from pathlib import Path

from tests.terminal import Terminal, clean_environment, reader_command

OTHER_SCREEN, BACK = b"\x1b[?1049h", b"\x1b[?1049l"
IS_IMPORTED = b"\x1b[?2026$p"
"""What Textual asks once it has the terminal: what came before is the placard."""


def start(home: Path, *arguments: str | Path, size: tuple[int, int] = (80, 24), **environ: str) -> Terminal:
    """Start the reader as the command does, in a home where it keeps its files."""
    return Terminal(reader_command(*arguments), size=size, environment=clean_environment(home, **environ))


def read_and_leave(home: Path, *arguments: str | Path, keys: str = "", **environ: str) -> str:
    """Open the paper, press keys, leave, and return the screen as it was first seen."""
    with start(home, *arguments, size=(80, 24), **environ) as terminal:
        terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
        terminal.settle(quiet=0.4)
        seen = page(terminal)
        for key in keys:
            terminal.press_and_settle(key)
        terminal.press("q")
        assert terminal.wait() == 0
    return seen


def page(terminal: Terminal) -> str:
    """Return what is on the screen but for the foot: how far the reader is it says once it is known."""
    return terminal.text.rpartition("\n")[0]


def placards(home: Path) -> list[Path]:
    """Return what hangs in a home's cache."""
    return sorted((home / "cache" / "paper-reader" / "placards").glob("*.placard"))


def has_hung(terminal: Terminal) -> bool:
    """Was there something to read before Textual had the terminal?"""
    output = bytes(terminal.output)
    before = output[: output.index(IS_IMPORTED)] if IS_IMPORTED in output else output
    return len(before) > 500
