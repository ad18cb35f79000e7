"""What a finding is known by when lines have moved: its rule, its field and the words around it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from reader.proofreading.finding import Finding
from reader.proofreading.proof import Proof

_AROUND = 12  # characters on either side
_INDEX = re.compile(r"\[\d+\]")
_BLANK = re.compile(r"\s+")


def fingerprints(proof: Proof, findings: Iterable[Finding]) -> list[str]:
    """Return the fingerprint of each finding, 16 hexadecimal digits, unique in the edition.

    Findings that are alike in all three are told apart by their order; an article that moves to another place
    keeps its fingerprints.
    """
    seen: Counter[str] = Counter()
    prints = []
    for finding in findings:
        base = "\0".join((finding.rule, _INDEX.sub("[]", finding.spot.field), _context(proof, finding)))
        seen[base] += 1
        digest = hashlib.sha256(f"{base}\0{seen[base]}".encode("utf-8", "surrogatepass"))
        prints.append(digest.hexdigest()[:16])
    return prints


def _context(proof: Proof, finding: Finding) -> str:
    spot = finding.spot
    text = proof.texts.get(spot.field)
    if text is None:
        # An article or a notice as a whole is known by its title.
        keys = ("headline", "slug", "id", "event", "name")
        return next(
            (proof.texts[key] for key in (f"{spot.field}.{key}" for key in keys) if key in proof.texts), ""
        )
    return _BLANK.sub("", text[max(0, spot.start - _AROUND) : spot.end + _AROUND])
