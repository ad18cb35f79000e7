"""Proof mode at the screen: opened on an edition, ready to be worked in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from reader.copydesk.proof_state import ProofState
from reader.tui.screens.proof_screen import ProofScreen
from tests.copydesk.desk import FAULTY
from tests.copydesk.sittings import NAME
from tests.tui.sitting import Sitting, opened


def desk(folder: Path, text: str = FAULTY, *, rules: tuple[str, ...] = ("T-WIDTH",)) -> Path:
    """Put an edition into a folder, and beside it a stylebook with only these rules; none: no stylebook."""
    from reader.proofreading.rules import BY_ID

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    path.write_bytes(text.encode())
    if rules:
        off = ", ".join(f'"{rule}"' for rule in BY_ID if rule not in rules)
        (folder / "stylebook.toml").write_text(f"off = [{off}]\n", "utf-8")
    return path


@asynccontextmanager
async def proofing(path: Path, size: tuple[int, int] = (120, 40), **more: Any) -> AsyncIterator[Sitting]:
    """Open the reader on an edition and proof mode in it, its journals beside the edition."""
    more.setdefault("journals", path.parent / "state")
    async with opened(path, size, **more) as sitting:
        await start(sitting)
        yield sitting


async def start(sitting: Sitting) -> None:
    """Press P and wait until the edition has been read."""
    await sitting.press("P")
    await sitting.until(lambda: is_proofing(sitting) and screen(sitting).sitting is not None)


def is_proofing(sitting: Sitting) -> bool:
    """Does the reader have proof mode before them?"""
    return isinstance(sitting.app.screen, ProofScreen)


def screen(sitting: Sitting) -> ProofScreen:
    """The screen of proof mode, though a sheet may lie over it."""
    return next(one for one in reversed(sitting.app.screen_stack) if isinstance(one, ProofScreen))


def state(sitting: Sitting) -> ProofState:
    """What proof mode shows."""
    found = screen(sitting).state
    assert found is not None
    return found


def text(sitting: Sitting) -> list[str]:
    """The rows of the text and of what is said of the finding."""
    return [row.rstrip() for row in sitting.rows_of(screen(sitting).pane)]


def head(sitting: Sitting) -> str:
    """What the head says."""
    return sitting.rows[0]
