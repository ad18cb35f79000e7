"""Starts while keys are typed, and starts that are ended: nothing typed is lost, the terminal is given back.

Two hundred starts of each kind with moments at random in the first 400 ms, with a placard and without; then
a thousand damaged placards, each of which must end in the normal start. ``python -m benchmarks.starts 20``
makes a tenth of it.
"""

from __future__ import annotations

import random
import signal
import sys
import time
from pathlib import Path

from benchmarks import papers, stage
from benchmarks.table import Figure, print_table
from reader.placard.sheet import parsed
from tests.placard.starting import BACK, IS_IMPORTED, OTHER_SCREEN, has_hung, placards, read_and_leave, start
from tests.terminal import TerminalTimeout

STARTS, DAMAGED = 200, 1000
WINDOW = 0.4
"""Seconds from exec in which keys are typed and signals are sent."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PATIENCE = 5.0
"""Seconds after which a signal counts as not heard."""
ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def main(starts: int = STARTS) -> None:
    """Try and print."""
    chance = random.Random(2026)
    with stage.stage() as folder:
        paper = papers.newest_edition()
        read_and_leave(folder, paper)
        typed = [_typed(folder, paper, chance) for _ in range(starts)]
        ended = [_ended(folder, paper, chance) for _ in range(starts)]
        damaged, hung = _damaged(folder, chance, DAMAGED * starts // STARTS)
        odd = [_odd_start(folder, paper, chance) for _ in range(max(1, starts // 20))]
    with_placard = sum(was_hung for _, was_hung in typed)
    print_table(
        f"{starts} starts with keys typed in the first {WINDOW * 1000:.0f} ms, {starts} that are ended there",
        [
            Figure("starts with a placard", f"{with_placard} of {starts}"),
            _none("starts that lost or doubled a key", sum(not is_right for is_right, _ in typed)),
            _none("ended starts that left the terminal changed", sum(not is_right for is_right in ended)),
            _none(f"of {damaged} damaged placards believed", hung),
            _none(f"of {len(odd)} starts with one not as usual", sum(not is_right for is_right in odd)),
        ],
    )


def _none(what: str, count: int) -> Figure:
    return Figure(what, str(count), "", None, "0", count == 0)


def _typed(home: Path, paper: Path, chance: random.Random) -> tuple[bool, bool]:
    """Type a query at random moments: is it what stands in the field, and did a placard hang?"""
    words = "".join(chance.choice(LETTERS) for _ in range(8))
    moments = sorted(chance.random() * WINDOW for _ in "/" + words)
    with start(home, paper) as terminal:
        for moment, key in zip(moments, "/" + words, strict=True):
            while (wait := terminal.started + moment - time.perf_counter()) > 0:
                terminal.read(wait)
            terminal.press(key)
        terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
        terminal.settle(quiet=0.3)
        field = terminal.lines[0]
        terminal.press("\x1b")
        terminal.settle(quiet=0.2)
        terminal.press("q")
        status = terminal.wait()
        is_right = words in [part.lstrip("/") for part in field.split()] and status == 0
        return is_right, has_hung(terminal)


def _ended(home: Path, paper: Path, chance: random.Random) -> bool:
    """End a start at a random moment: is the terminal as it was?"""
    with start(home, paper) as terminal:
        before = terminal.modes()
        until = terminal.started + chance.random() * WINDOW
        while (wait := until - time.perf_counter()) > 0:
            terminal.read(wait)
        number = chance.choice(ENDINGS)
        terminal.kill(number)
        try:
            terminal.wait(timeout=PATIENCE)
        except TerminalTimeout:
            # Python loses an interrupt now and then while it starts itself; a person presses it again.
            terminal.kill(number)
            terminal.wait(timeout=PATIENCE)
        terminal.settle(quiet=0.05)
        output = terminal.output
        # Where it is interrupted before any of our code runs, Python says so itself.
        is_told = b"Traceback" in output and OTHER_SCREEN in output
        is_back = output.count(OTHER_SCREEN) == output.count(BACK) and not is_told
        return is_back and terminal.modes() == before


def _damaged(home: Path, chance: random.Random, count: int) -> tuple[int, int]:
    """Damage the placard so often, and return how often and how many of them were believed."""
    data = placards(home)[0].read_bytes()
    believed = sum(parsed(_spoilt(data, chance)) is not None for _ in range(count))
    return count, believed


def _odd_start(home: Path, paper: Path, chance: random.Random) -> bool:
    """Start with a damaged placard: is it the normal start?"""
    (file,) = placards(home)
    file.write_bytes(_spoilt(file.read_bytes(), chance))
    with start(home, paper) as terminal:
        terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
        terminal.settle(quiet=0.3)
        terminal.press("q")
        return terminal.wait() == 0 and not has_hung(terminal)


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with something wrong in them."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(spoilt) or 1)
        match chance.randrange(4):
            case 0 if spoilt:
                spoilt[at] ^= 1 << chance.randrange(8)
            case 1:
                del spoilt[at : at + chance.randrange(1, 50)]
            case 2:
                spoilt[at:at] = chance.randbytes(chance.randrange(1, 50))
            case _:
                del spoilt[at:]
                spoilt += chance.randbytes(chance.randrange(1, 50))
    return bytes(spoilt) if spoilt != data else b""


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
