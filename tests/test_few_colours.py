"""What a terminal of few colours is sent: its own, with ground and ink always named together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.shipped import SHIPPED
from tests.terminal import Terminal, clean_environment, reader_command

EDITION = SHIPPED / "terminal-daily" / "2024" / "12" / "2024-12-23.yaml"
PAINTING = re.compile(rb"\x1b\[([0-9;]*)m")
OWN = {"39", "49", "30", "31", "33", "34", "37", "40", "41", "43", "44", "47"}
WEIGHTS = {"0", "1", "2", "3", "4", "7"}


def sent(home: Path, term: str, **more: str) -> list[list[str]]:
    """The style sequences the opened paper sends, split at their semicolons."""
    environment = clean_environment(home, TERM=term, COLORTERM="", **more)
    command = reader_command("--lang", "zh", EDITION)
    with Terminal(command, size=(100, 30), environment=environment) as terminal:
        terminal.wait_for("01 要闻")
        terminal.settle()
        return [found.decode().split(";") for found in set(PAINTING.findall(bytes(terminal.output)))]


@pytest.mark.parametrize("term", ["xterm", "linux"])
def test_a_terminal_of_eight_colours_gets_its_own_and_is_told_the_rest_by_weight(
    tmp_path: Path, term: str
) -> None:
    codes = sent(tmp_path, term)
    assert {code for found in codes for code in found} <= OWN | WEIGHTS
    # Where a ground is named, so is the ink on it: neither is left to chance.
    for found in codes:
        inks = [code for code in found if code[0] == "3" and len(code) == 2]
        grounds = [code for code in found if code[0] == "4" and len(code) == 2]
        assert ("39" in inks) is ("49" in grounds)
    assert ["1", "39", "49"] in codes
    assert ["7", "39", "49"] in codes


def test_a_terminal_of_256_colours_gets_no_others(tmp_path: Path) -> None:
    codes = sent(tmp_path, "xterm-256color")
    assert any("5" in found for found in codes)
    assert not any("2" in found[1:2] for found in codes if found[:1] in (["38"], ["48"]))


def test_a_terminal_without_colours_gets_weights_only(tmp_path: Path) -> None:
    codes = sent(tmp_path, "xterm-256color", NO_COLOR="1")
    assert {code for found in codes for code in found} <= WEIGHTS | {"39", "49"}
