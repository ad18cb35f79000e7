"""All repairs made in an edition, and a look at every byte of the outcome."""

from __future__ import annotations

from typing import NamedTuple

from reader.copydesk.correct import Corrected, correct
from reader.copydesk.examine import Examined, examine
from reader.copydesk.manuscript import Manuscript
from reader.loading.inner_map import inner_map
from reader.loading.scalars import DOUBLE, SINGLE, Scalar
from reader.loading.splice import Edit, edited
from reader.proofreading.finding import Change
from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook

STYLEBOOK = Stylebook(on=frozenset(BY_ID))
"""Every rule there is."""
MOST_ROUNDS = 8


class Repaired(NamedTuple):
    """What came of repairing an edition until nothing was left to repair."""

    manuscript: Manuscript
    made: int
    refused: int
    rounds: int
    left: list[str]
    """Rules that still had a repair to offer in the end."""


def repaired(manuscript: Manuscript) -> Repaired:
    """Make every repair there is, suggestions included, and check each round (`check_round`)."""
    made = refused = 0
    for rounds in range(1, MOST_ROUNDS + 1):
        found = _examined(manuscript)
        done = correct(manuscript, found.findings)
        check_round(manuscript, done)
        made += len(done.made)
        refused += len(done.refused)
        manuscript = done.manuscript
        if not done.made:
            return Repaired(
                manuscript, made, refused, rounds, [one.rule for one in found.findings if one.is_fixable]
            )
    left = [one.rule for one in _examined(manuscript).findings if one.is_fixable]
    return Repaired(manuscript, made, refused, MOST_ROUNDS, left)


def check_round(before: Manuscript, done: Corrected) -> None:
    """Assert that bytes outside the changes are as they were, and values outside too.

    Where each change ought to be is worked out here once more, from the map of its text.
    """
    after = done.manuscript
    changes = [change for one in done.made for change in (one.finding.changes if one.finding else ())]
    by_field: dict[str, list[Change]] = {}
    for change in changes:
        by_field.setdefault(change.field, []).append(change)
    texts = before.scalars.texts
    for path, scalar in after.scalars.texts.items():
        wanted = edited(texts[path].value, [Edit(*change) for change in by_field.get(path, ())])
        assert scalar.value == wanted, path
    assert list(after.scalars.texts) == list(texts)
    spans = sorted(_span(before.text, texts[change.field], change) for change in changes)
    at_before = at_after = 0
    for start, end, written in spans:
        kept = before.text[at_before:start]
        assert after.text[at_after : at_after + len(kept)] == kept, "something changed outside the changes"
        at_after += len(kept)
        if written is not None:
            assert after.text[at_after : at_after + len(written)] == written
            at_after += len(written)
        else:  # lines were added or taken away: the rest must follow somewhere near
            rest = before.text[end : end + 20]
            at_after = after.text.index(rest, at_after)
        at_before = end
    assert after.text[at_after:] == before.text[at_before:], "the end of the file changed"


def _span(text: str, scalar: Scalar, change: Change) -> tuple[int, int, str | None]:
    places = inner_map(text, scalar)
    size = len(places.starts)
    start = places.starts[change.start] if change.start < size else places.ends[-1]
    end = places.ends[change.end - 1] if change.end > change.start else start
    if "\n" in change.text:
        return start, end, None
    if scalar.style == SINGLE:
        return start, end, change.text.replace("'", "''")
    if scalar.style == DOUBLE:
        return start, end, change.text.replace("\\", "\\\\").replace('"', '\\"')
    return start, end, change.text


def _examined(manuscript: Manuscript) -> Examined:
    return examine(manuscript, STYLEBOOK, with_pictures=False)
