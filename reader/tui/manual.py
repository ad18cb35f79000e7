"""The keys of every screen together: help, README and the settings' own keys go by them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from reader.tui.calendar_keys import CALENDAR
from reader.tui.key import Group, Key, Need, offered
from reader.tui.keymap import READING, SECTION_KEYS
from reader.tui.marks_keys import MARKS
from reader.tui.page_keys import PAGE
from reader.tui.proof_keys import PROOF

EVERY = (*READING, *PAGE, *MARKS, *CALENDAR, *PROOF)
"""The keys of every screen, in the order help prints them."""


def manual(lacks: Collection[Need] = ()) -> dict[Group, list[Key]]:
    """Return the keys by group, the section keys among them, for help and README; no group is empty.

    `lacks` is what a reader is not given: commands that need it are left out.
    """
    groups: dict[Group, list[Key]] = {group: [] for group in Group}
    for key in offered(EVERY, lacks):
        groups[key.group].append(key)
        if key.id == "previous-section":
            groups[key.group].append(SECTION_KEYS)
    return {group: keys for group, keys in groups.items() if keys}


def keys_of(id: str, rebound: Mapping[str, str] | None = None) -> str:
    """Return the keys of a command, parted by commas, a reader's own first of all.

    Raises:
        KeyError: there is no such command.
    """
    key = {key.id: key for key in EVERY}[id]
    return (rebound or {}).get(id, key.keys)


def unknown_ids(rebound: Iterable[str]) -> list[str]:
    """Return the ids that name no command; ``_`` counts as ``-``."""
    known = {key.id for key in EVERY}
    return [id for id in rebound if id.replace("_", "-") not in known]
