"""What an option of the command line is."""

from __future__ import annotations

from typing import NamedTuple

from reader.edition.wording import Wording


class Option(NamedTuple):
    """One option; one without `value` is a switch."""

    name: str
    value: str
    about: Wording
    commands: tuple[str, ...] = ()
    """The commands that take it; none named: every one."""
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    setting: str = ""
    """The setting it outweighs for this run."""
    short: str = ""
