"""Findings put right in a manuscript."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.copydesk.examine import Examined, Located, examine
from reader.copydesk.ignored_file import Ignored
from reader.copydesk.manuscript import Manuscript
from reader.loading.pieces import Piece, composed
from reader.proofreading.finding import Change
from reader.proofreading.stylebook import Stylebook

MOST_ROUNDS = 8
"""One repair may uncover another, but not for ever."""


class Corrected(NamedTuple):
    """A manuscript with findings put right; those left for another round overlap one that was."""

    manuscript: Manuscript
    made: Sequence[Located]
    left: Sequence[Located]
    refused: Sequence[Located]
    """Those that could not be made without changing something else in the file."""
    pieces: tuple[Piece, ...] = ()
    """What has changed in the text of the file it was made from, in file order."""


def correct(manuscript: Manuscript, findings: Iterable[Located]) -> Corrected:
    """Make the changes of these findings; where two overlap, the earlier in the file is made."""
    chosen: list[Located] = []
    left: list[Located] = []
    refused: list[Located] = []
    reach: dict[str, int] = {}
    fixable = [one for one in findings if one.finding is not None and one.finding.changes]
    for one in sorted(fixable, key=_first):
        if not one.is_fixable:
            refused.append(one)
            continue
        field, start, end = _first(one)
        if start < reach.get(field, 0):
            left.append(one)
        else:
            chosen.append(one)
            reach[field] = max(end, start + 1)
    done = manuscript.spliced(change for one in chosen for change in _changes(one))
    changed = manuscript.with_text(done.text) if done.made else manuscript
    lost = {Change(*edit) for edit in done.refused}
    made = [one for one in chosen if lost.isdisjoint(_changes(one))]
    for one in chosen:
        if lost.isdisjoint(_changes(one)):
            continue
        refused.append(one)
    return Corrected(changed, made, left, refused, done.pieces)


def correct_safely(examined: Examined, stylebook: Stylebook, *, ignored: Iterable[Ignored] = ()) -> Corrected:
    """Make every safe change, again and again until none is left to make."""
    entries = tuple(ignored)
    manuscript = examined.manuscript
    made: list[Located] = []
    refused: list[Located] = []
    pieces: tuple[Piece, ...] = ()
    findings: Sequence[Located] = [one for one in examined.findings if one.is_safe]
    for _ in range(MOST_ROUNDS):
        done = correct(manuscript, findings)
        made += done.made
        refused += done.refused
        if not done.made:
            break
        manuscript = done.manuscript
        pieces = composed(pieces, done.pieces, len(examined.manuscript.text))
        again = examine(manuscript, stylebook, ignored=entries, with_pictures=False)
        lost = {(one.rule, one.fingerprint) for one in refused}
        findings = [one for one in again.findings if one.is_safe and (one.rule, one.fingerprint) not in lost]
        if not findings:
            break
    return Corrected(manuscript, made, (), refused, pieces)


def _changes(one: Located) -> tuple[Change, ...]:
    return one.finding.changes if one.finding is not None else ()


def _first(one: Located) -> tuple[str, int, int]:
    """Return the field and the stretch from the first change to the last."""
    changes = _changes(one)
    return changes[0].field, min(change.start for change in changes), max(change.end for change in changes)
