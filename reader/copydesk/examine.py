"""Everything that is found in one edition's file, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.archive.picture_findings import picture_findings
from reader.copydesk.fingerprint import fingerprints, problem_fingerprints
from reader.copydesk.ignored_file import Ignored
from reader.copydesk.ignored_here import ALL, Ignore, ignores
from reader.copydesk.manuscript import Manuscript
from reader.copydesk.place import Lines, Place
from reader.edition.wording import Wording
from reader.loading.nearest import did_you_mean, nearest
from reader.loading.problem import Problem
from reader.proofreading.finding import Finding
from reader.proofreading.proofread import proofread
from reader.proofreading.rules import BY_ID
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

FORMAT_RULE = "S-FORMAT"
"""The rule of what the loader finds: the file is not an edition as the format has it."""
IGNORE_RULE = "S-IGNORE"
"""The rule of comments that would keep a rule silent and name none there is."""


class Located(NamedTuple):
    """A finding with its place in the file and what it is known by."""

    rule: str
    severity: Severity
    message: Wording
    advice: Wording
    place: Place
    reference: str | None
    fingerprint: str
    replacement: str | None = None
    """What stands between the place's start and end after the fix, as readers see it; None without a fix."""
    is_safe: bool = False
    finding: Finding | None = None
    """None for what did not come from a rule of proofreading."""

    @property
    def is_fixable(self) -> bool:
        """Can the program put it right?"""
        return self.replacement is not None


class Silenced(NamedTuple):
    """A finding that is kept silent, and by which comment, or by which entry of which file."""

    found: Located
    by: Ignore | Ignored


class Examined(NamedTuple):
    """What was found, in file order, and what of it is kept silent."""

    manuscript: Manuscript
    findings: Sequence[Located]
    silenced: Sequence[Silenced]

    @property
    def ignored(self) -> Sequence[Located]:
        """Those a comment, the file beside the edition or a baseline keeps silent."""
        return [one.found for one in self.silenced]


def examine(
    manuscript: Manuscript,
    stylebook: Stylebook,
    *,
    ignored: Iterable[Ignored] = (),
    library: Path | None = None,
    with_pictures: bool = True,
) -> Examined:
    """Return what loader, rules and pictures have against a manuscript.

    `ignored` are entries of the file beside the edition and of a baseline; `library` is the folder its
    pictures may not leave.
    """
    found = proofread(manuscript.proof, stylebook)
    prints = fingerprints(manuscript.proof, found)
    located = [_located(manuscript, finding, mark) for finding, mark in zip(found, prints, strict=True)]
    comments = list(ignores(manuscript))
    problems = [Told(FORMAT_RULE, problem) for problem in manuscript.problems]
    if with_pictures:
        problems += [
            Told(*picture) for picture in picture_findings(manuscript.loaded, manuscript.path, library)
        ]
    located += of_problems(manuscript.lines, problems)
    kept: list[Located] = []
    silenced: list[Silenced] = []
    by_print, by_article = _entries(ignored)
    for one in located:
        by = (
            by_print.get((one.rule, one.fingerprint))
            or by_article.get((one.rule, (one.reference or "").partition("/")[2]))
            or _comment_on(one, comments)
        )
        if by is None:
            kept.append(one)
        else:
            silenced.append(Silenced(one, by))
    kept += _of_comments(manuscript, comments)
    kept.sort(key=lambda one: (one.place.start, one.place.end, one.rule))
    return Examined(manuscript, kept, silenced)


def problem_place(line: int, column: int) -> Place:
    """Return the place of a problem in a file that could not be read: an empty stretch, offsets unknown."""
    return Place(0, 0, line, column, column, line, column, column)


def of_problem(
    problem: Problem, place: Place, rule: str = FORMAT_RULE, reference: str | None = None
) -> Located:
    """Return what the loader says as a finding."""
    severity = Severity(problem.severity.value)
    return Located(rule, severity, problem.what, problem.advice, place, reference, "")


class Told(NamedTuple):
    """What others than the rules of proofreading say of a file."""

    rule: str
    problem: Problem
    reference: str | None = None


def of_problems(lines: Lines, told: Iterable[Told]) -> Iterator[Located]:
    """Yield what is said of a file of these lines as findings; each is known by what it says."""
    listed = list(told)
    prints = problem_fingerprints((one.rule, one.problem) for one in listed)
    for (rule, problem, reference), mark in zip(listed, prints, strict=True):
        line = min(problem.line, len(lines))
        at = lines.start(line) + min(problem.column - 1, len(lines.line(line)))
        yield of_problem(problem, lines.place(at, at), rule, reference)._replace(fingerprint=mark)


def _entries(
    ignored: Iterable[Ignored],
) -> tuple[dict[tuple[str, str], Ignored], dict[tuple[str, str], Ignored]]:
    by_print, by_article = {}, {}
    for entry in ignored:
        if entry.fingerprint:
            by_print[entry.rule, entry.fingerprint] = entry
        if entry.article:
            by_article[entry.rule, entry.article] = entry
    return by_print, by_article


def _comment_on(one: Located, comments: Iterable[Ignore]) -> Ignore | None:
    """Return the comment that keeps a rule of proofreading silent here."""
    if one.finding is None:
        return None
    field = one.finding.spot.field
    return next((comment for comment in comments if comment.covers(one.rule, field)), None)


def _located(manuscript: Manuscript, finding: Finding, fingerprint: str) -> Located:
    is_fixable = bool(finding.changes) and manuscript.is_traced(finding.spot.field)
    return Located(
        finding.rule,
        finding.severity,
        finding.message,
        finding.advice,
        manuscript.place(finding.spot),
        finding.reference,
        fingerprint,
        _replacement(manuscript, finding) if is_fixable else None,
        finding.is_safe and is_fixable,
        finding,
    )


def _replacement(manuscript: Manuscript, finding: Finding) -> str:
    """Return the words of the spot after the changes."""
    spot = finding.spot
    text = manuscript.proof.texts[spot.field]
    parts, done = [], spot.start
    for change in sorted(finding.changes, key=lambda one: (one.start, one.end)):
        parts += [text[done : change.start], change.text]
        done = change.end
    return "".join([*parts, text[done : spot.end]])


def _of_comments(manuscript: Manuscript, comments: Iterable[Ignore]) -> Iterator[Located]:
    for comment in comments:
        unknown = [rule for rule in comment.rules if rule not in BY_ID and rule != ALL]
        at = manuscript.lines.start(comment.line) + comment.column - 1
        place = manuscript.lines.place(at, at)
        see = Wording("看 paper-reader rules", "see paper-reader rules")
        for rule in unknown:
            what = Wording("没有规则“{rule}”", "there is no rule “{rule}”").filled(rule=rule)
            advice = did_you_mean(nearest(rule, BY_ID), see)
            yield Located(IGNORE_RULE, Severity.WARNING, what, advice, place, None, "")
        if not comment.rules:
            what = Wording("proof-ignore 没有写规则", "proof-ignore names no rule")
            advice = Wording("写 # proof-ignore: T-WIDTH", "write # proof-ignore: T-WIDTH")
            yield Located(IGNORE_RULE, Severity.WARNING, what, advice, place, None, "")
