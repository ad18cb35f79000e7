"""Findings carried over a change of the text, as long as nobody has read it again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.copydesk.examine import Located
from reader.proofreading.finding import Change, Spot


class _Field(NamedTuple):
    starts: list[int]
    ends: list[int]
    growths: list[int]
    """Of all changes before each."""


class Carriage:
    """Where spots of before are after some changes; those of one field do not overlap."""

    def __init__(self, changes: Iterable[Change]) -> None:
        by_field: dict[str, list[Change]] = {}
        for change in changes:
            by_field.setdefault(change.field, []).append(change)
        self._fields = {field: _field(sorted(made)) for field, made in by_field.items()}

    def shift(self, spot: Spot) -> int | None:
        """Return how far a spot has moved; None for one whose words were changed."""
        field = self._fields.get(spot.field)
        if field is None:
            return 0
        before = bisect_right(field.ends, spot.start)
        after = bisect_left(field.starts, max(spot.end, spot.start + 1))
        if before < after and spot.end > spot.start:
            return None
        if before < after and field.starts[before] < spot.start:
            return None
        return field.growths[before]

    def carried(self, findings: Iterable[Located]) -> Iterator[Located]:
        """Yield the findings whose words are as they were; their places in the file are those of before."""
        for one in findings:
            if one.finding is None or one.finding.spot.field not in self._fields:
                yield one
                continue
            shift = self.shift(one.finding.spot)
            if shift is not None:
                yield _moved(one, shift) if shift else one


def _field(changes: list[Change]) -> _Field:
    growths = [0]
    for change in changes:
        growths.append(growths[-1] + len(change.text) - (change.end - change.start))
    return _Field([change.start for change in changes], [change.end for change in changes], growths)


def _moved(one: Located, by: int) -> Located:
    finding = one.finding
    assert finding is not None
    spot = Spot(finding.spot.field, finding.spot.start + by, finding.spot.end + by)
    changes = tuple(
        change._replace(start=change.start + by, end=change.end + by) for change in finding.changes
    )
    return one._replace(finding=finding._replace(spot=spot, changes=changes))
