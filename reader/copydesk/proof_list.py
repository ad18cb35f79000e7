"""The findings of an edition as a list: by article and rule, equal ones folded, with a cursor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.copydesk.examine import Located
from reader.copydesk.manuscript import Manuscript
from reader.edition.edition import Edition
from reader.edition.wording import Wording
from reader.proofreading.rules import RULES
from reader.proofreading.severity import Severity

_OWNER = re.compile(r"sections\[\d+\]\.articles\[\d+\]|notices\[\d+\]")
_TITLES = ("headline", "slug", "event", "id")
_ORDER = {rule.id: number for number, rule in enumerate(RULES)}

PAPER = Wording("报头与版次", "The paper itself")
"""What the group of findings is called that lie in no article and no notice."""


class FoldKey(NamedTuple):
    """What findings are alike in: the article, the rule, and what it says."""

    owner: str
    """As ``sections[0].articles[2]``; empty for what lies in no article."""
    rule: str
    message: str


class Counts(NamedTuple):
    """How many findings there are of each severity, and how many of them the program can put right."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0
    fixable: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.errors + self.warnings + self.infos


_NO_COUNTS = Counts()


class Fold(NamedTuple):
    """Findings that are alike, in file order."""

    key: FoldKey
    findings: tuple[Located, ...]

    @property
    def first(self) -> Located:
        """One that stands for all."""
        return self.findings[0]


class Owner(NamedTuple):
    """An article, a notice or the paper itself, with what was found in it."""

    path: str
    title: Wording
    reference: str | None
    folds: tuple[Fold, ...]
    counts: Counts


class RowKey(NamedTuple):
    """What a row of the list is known by; `field` and `start` are empty for the row of a whole fold."""

    fold: FoldKey
    field: str = ""
    start: int = -1


class ProofRow(NamedTuple):
    """A row of the list that can be stood on: a finding, or several folded into one."""

    key: RowKey
    fold: Fold
    owner: int
    """Which of the owners it belongs to, from 0."""
    number: int = 0
    """Which finding of the fold it shows."""
    is_fold: bool = False
    """Does it stand for all findings of the fold?"""
    is_open: bool = False

    @property
    def here(self) -> Located:
        """The finding it shows."""
        return self.fold.findings[self.number]


@dataclass(frozen=True, slots=True)
class ProofList:
    """Everything that is listed, and which row the cursor is on."""

    owners: tuple[Owner, ...] = ()
    rows: tuple[ProofRow, ...] = ()
    at: int = 0
    opened: frozenset[FoldKey] = frozenset()
    words: str = ""
    """What the list is narrowed by."""
    counts: Counts = _NO_COUNTS
    """Of all findings, listed or not."""
    findings: tuple[Located, ...] = ()
    """All of them, in file order."""

    @property
    def row(self) -> ProofRow | None:
        """The row the cursor is on."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    @property
    def here(self) -> Located | None:
        """The finding the cursor is on."""
        return self.row.here if self.row is not None else None

    def filled(self, manuscript: Manuscript, findings: Sequence[Located]) -> ProofList:
        """Return the list of other findings; the cursor stays on its finding, or on what comes after it."""
        owners = tuple(_owners(manuscript, findings, self.words))
        listed = replace(self, owners=owners, findings=tuple(findings), counts=counts_of(findings))
        return listed._laid_out(self)

    def narrowed(self, manuscript: Manuscript, words: str) -> ProofList:
        """Return the list of those findings whose rule, severity, words or article hold these words."""
        return replace(self, words=words.strip()).filled(manuscript, self.findings)

    def moved(self, by: int) -> ProofList:
        """Return the list with the cursor so many rows on; it stops at the ends."""
        return replace(self, at=max(0, min(len(self.rows) - 1, self.at + by)))

    def moved_to_error(self, by: int) -> ProofList:
        """Return the list with the cursor on the next error, or with -1 on the one before; else as it is."""
        at = self.at + by
        while 0 <= at < len(self.rows):
            if self.rows[at].here.severity is Severity.ERROR:
                return replace(self, at=at)
            at += by
        return self

    def standing_on(self, key: RowKey) -> ProofList:
        """Return the list with the cursor on this row, if it is there."""
        at = next((number for number, row in enumerate(self.rows) if row.key == key), self.at)
        return replace(self, at=at)

    def standing_at(self, offset: int) -> ProofList:
        """Return the list with the cursor on what was found at this offset of the file, if anything was."""
        for at in sorted(range(len(self.rows)), key=lambda number: self.rows[number].is_fold):
            row = self.rows[at]
            found = row.fold.findings if row.is_fold else (row.here,)
            if any(one.place.start <= offset <= one.place.end for one in found):
                return replace(self, at=at)
        return self

    def standing_in(self, reference: str) -> ProofList:
        """Return the list with the cursor in the article of this reference, or in the next with findings."""
        wanted = next(
            (number for number, owner in enumerate(self.owners) if owner.reference == reference), None
        )
        if wanted is None:
            return self
        at = next((number for number, row in enumerate(self.rows) if row.owner >= wanted), self.at)
        return replace(self, at=at)

    def toggled(self) -> ProofList:
        """Return the list with the fold the cursor is in opened or closed."""
        row = self.row
        if row is None or len(row.fold.findings) == 1:
            return self
        opened = self.opened ^ {row.fold.key}
        return replace(self, opened=opened)._laid_out(self).standing_on(RowKey(row.fold.key))

    def _laid_out(self, before: ProofList) -> ProofList:
        """Make the rows, and find the cursor's again."""
        rows = tuple(_rows(self.owners, self.opened))
        places = {row.key: at for at, row in enumerate(rows)}
        row = before.row
        if row is None:
            return replace(self, rows=rows, at=0)
        at = places.get(row.key)
        if at is None and row.key.field:
            # One of an open fold is gone: the next of its kind takes its place, or the last there is.
            inside = [number for number, other in enumerate(rows) if other.fold.key == row.fold.key]
            if inside:
                at = min(before.at, inside[-1])
        if at is None:
            at = places.get(RowKey(row.fold.key), before.at)
        return replace(self, rows=rows, at=max(0, min(at, len(rows) - 1)))


def counts_of(findings: Iterable[Located]) -> Counts:
    """Return how many there are of each."""
    errors = warnings = infos = fixable = 0
    for one in findings:
        errors += one.severity is Severity.ERROR
        warnings += one.severity is Severity.WARNING
        infos += one.severity is Severity.INFO
        fixable += one.is_fixable
    return Counts(errors, warnings, infos, fixable)


def owner_of(manuscript: Manuscript, one: Located) -> str:
    """Return the article or notice a finding lies in, as ``sections[0].articles[2]``; empty for none."""
    if one.finding is not None:
        match = _OWNER.match(one.finding.spot.field)
        return match.group() if match else ""
    above = [opening for opening in manuscript.scalars.openings if opening.line < one.place.line]
    match = _OWNER.match(above[-1].path) if above else None
    return match.group() if match else ""


def title_of(manuscript: Manuscript, owner: str) -> Wording:
    """Return what an article or a notice is called."""
    texts = manuscript.scalars.texts
    for key in _TITLES:
        if scalar := texts.get(f"{owner}.{key}"):
            line = " ".join(scalar.value.split())
            return Wording(line, line)
    return Wording(owner, owner) if owner else PAPER


def _owners(manuscript: Manuscript, findings: Sequence[Located], words: str) -> Iterator[Owner]:
    references = dict(_references(manuscript.loaded.edition))
    order = {path: number for number, path in enumerate(["", *_in_file_order(manuscript, references)])}
    grouped: dict[str, list[Located]] = {}
    for one in findings:
        grouped.setdefault(owner_of(manuscript, one), []).append(one)
    wanted = words.casefold().split()
    for path in sorted(grouped, key=lambda path: order.get(path, len(order))):
        title = title_of(manuscript, path)
        kept = [one for one in grouped[path] if _holds(one, title, wanted)]
        if kept:
            yield Owner(path, title, references.get(path), tuple(_folds(path, kept)), counts_of(kept))


def _references(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield path and address of every article and notice; an edition laid out has them, but takes long."""
    for number, notice in enumerate(edition.notices):
        yield f"notices[{number}]", f"{edition.date}/notice:{notice.id}"
    for number, section in enumerate(edition.sections):
        for index, article in enumerate(section.articles):
            yield f"sections[{number}].articles[{index}]", str(edition.reference(article))


def _in_file_order(manuscript: Manuscript, references: Mapping[str, str]) -> list[str]:
    seen = dict.fromkeys(opening.path for opening in manuscript.scalars.openings)
    return [path for path in seen if path in references]


def _folds(owner: str, findings: Iterable[Located]) -> list[Fold]:
    alike: dict[FoldKey, list[Located]] = {}
    for one in findings:
        alike.setdefault(FoldKey(owner, one.rule, one.message.en), []).append(one)
    folds = [Fold(key, tuple(found)) for key, found in alike.items()]
    return sorted(
        folds, key=lambda fold: (-fold.first.severity.gravity, _ORDER.get(fold.key.rule, -1), fold.key)
    )


def _rows(owners: Iterable[Owner], opened: frozenset[FoldKey]) -> Iterator[ProofRow]:
    for number, owner in enumerate(owners):
        for fold in owner.folds:
            is_open = fold.key in opened
            if len(fold.findings) == 1:
                yield ProofRow(RowKey(fold.key), fold, number)
                continue
            yield ProofRow(RowKey(fold.key), fold, number, 0, True, is_open)
            if is_open:
                for index, one in enumerate(fold.findings):
                    yield ProofRow(_key(fold, one), fold, number, index)


def _key(fold: Fold, one: Located) -> RowKey:
    if one.finding is None:
        return RowKey(fold.key, "@", one.place.start)
    return RowKey(fold.key, one.finding.spot.field, one.finding.spot.start)


def _holds(one: Located, title: Wording, words: list[str]) -> bool:
    if not words:
        return True
    severity = one.severity.wording
    said = f"{one.rule} {one.severity.value} {severity.zh} {one.message.zh} {one.message.en} {title.zh}"
    folded = said.casefold()
    return all(word in folded for word in words)
