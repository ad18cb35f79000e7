"""Somebody who presses anything in proof mode: nothing breaks, no row is cut, and no byte is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reader.tui.keymap import READING
from reader.tui.proof_keys import PROOF
from tests.copydesk.sittings import STYLES
from tests.tui.proofs import desk, is_proofing, proofing, screen, start, state
from tests.tui.random_reader import faults
from tests.tui.sitting import Sitting

KEYS = [
    *(name for key in PROOF for name in key.keys.split(",") if key.id != "open-editor"),
    *("enter", "escape", "q", "g", "G", "r", "tab", "backspace", "delete", "home", "end", "up", "down"),
]
OFTEN = ("j", "k", "y", "u", "a", "enter", "escape", "space", "x", "e", "w")
TYPED = ("，", "。", ": ", "#", "'", '"', "甲乙", "- ", "\u3000", "👩\u200d👧", "|", "\\")
STEPS = 150


async def step(sitting: Sitting, chance: random.Random) -> str:
    """Do one thing at random."""
    dice = chance.random()
    if dice < 0.05:
        await sitting.resize(chance.randint(40, 210), chance.randint(10, 60))
        return "resize"
    if dice < 0.2 and screen(sitting).is_typed_in:
        words = chance.choice(TYPED)
        for character in words:
            sitting.send(character)
        return f"type {words}"
    key = chance.choice(OFTEN if dice < 0.6 else KEYS)
    sitting.send(key)
    return f"key {key}"


async def back_to_the_list(sitting: Sitting) -> None:
    """Leave whatever is open, and be in proof mode."""
    while not is_proofing(sitting) or screen(sitting).is_typed_in:
        if sitting.is_on_paper:
            await start(sitting)
        else:
            await sitting.press("escape")


@pytest.mark.parametrize("seed", [1, 3, 8])
async def test_whatever_is_pressed_every_row_is_whole_and_no_byte_is_lost(tmp_path: Path, seed: int) -> None:
    path = desk(tmp_path, STYLES.replace(">-", "|-"), rules=())
    chance = random.Random(seed)
    async with proofing(path, (100, 30)) as sitting:
        for _ in range(STEPS):
            what = await step(sitting, chance)
            await sitting.settle()
            if sitting.is_on_paper:
                await start(sitting)
            assert faults(sitting.strips, sitting.app.size.width) == [], what
        await back_to_the_list(sitting)
        # What stands in the sitting now is what the next one finds, to the byte, written or not.
        if state(sitting).offer is not None:
            await sitting.press("enter")
        left = state(sitting).manuscript.data
        while not sitting.is_on_paper:
            await sitting.press("q")
        await start(sitting)
        if state(sitting).offer is not None:
            await sitting.press("enter")
        assert state(sitting).manuscript.data == left
        while state(sitting).pending.is_any:
            await sitting.press("u")
        assert state(sitting).manuscript.data == path.read_bytes()


def test_every_key_of_proof_mode_is_among_those_pressed() -> None:
    shared = {"top", "end", "reload", "leave", "quit", "open"}
    names = {
        name
        for key in (*PROOF, *(key for key in READING if key.id in shared))
        for name in key.keys.split(",")
    }
    assert names - {"o"} <= {*KEYS, "home", "end"}
