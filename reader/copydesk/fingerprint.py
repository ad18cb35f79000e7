"""What a finding is known by when lines have moved: its rule, its field and the words around it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from reader.loading.problem import Problem
from reader.proofreading.finding import Finding
from reader.proofreading.proof import Proof

_AROUND = 12  # letters, figures and Chinese characters on either side
_LOOKED_AT = 48  # characters in which these are looked for
_INDEX = re.compile(r"\[\d+\]")
_NO_WORD = re.compile(r"[\W_]+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BLANK = re.compile(r"\s+")


def fingerprints(proof: Proof, findings: Iterable[Finding]) -> list[str]:
    """Return the fingerprint of each finding, 16 hexadecimal digits, unique in the edition.

    Findings that are alike in all three are told apart by their order; an article that moves to another place
    keeps its fingerprints, and so does what stands beside a mark or a blank that is put right.
    """
    return _digests(
        "\0".join((finding.rule, _INDEX.sub("[]", finding.spot.field), *_context(proof, finding)))
        for finding in findings
    )


def problem_fingerprints(problems: Iterable[tuple[str, Problem]]) -> list[str]:
    """Return the fingerprint of each problem of one file, by its rule and what is said."""
    return _digests(f"{rule}\0{problem.what.en}" for rule, problem in problems)


def _digests(bases: Iterable[str]) -> list[str]:
    seen: Counter[str] = Counter()
    prints = []
    for base in bases:
        seen[base] += 1
        digest = hashlib.sha256(f"{base}\0{seen[base]}".encode("utf-8", "surrogatepass"))
        prints.append(digest.hexdigest()[:16])
    return prints


def _context(proof: Proof, finding: Finding) -> tuple[str, ...]:
    spot = finding.spot
    text = proof.texts.get(spot.field)
    if text is None:
        # An article or a notice as a whole is known by its title.
        keys = ("headline", "slug", "id", "event", "name")
        return (
            next(
                (proof.texts[key] for key in (f"{spot.field}.{key}" for key in keys) if key in proof.texts),
                "",
            ),
        )
    # Only of its own paragraph: another one before or after it is no reason to look at it again.
    before = _BLANK_LINE.split(text[max(0, spot.start - _LOOKED_AT) : spot.start])[-1]
    after = _BLANK_LINE.split(text[spot.end : spot.end + _LOOKED_AT], maxsplit=1)[0]
    own = text[spot.start : spot.end]
    # Of marks there is nothing else to know than which they are.
    return _words(before)[-_AROUND:], _words(own) or _BLANK.sub("", own), _words(after)[:_AROUND]


def _words(text: str) -> str:
    """Return what a repair of marks, blanks and widths leaves as it is."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text))
