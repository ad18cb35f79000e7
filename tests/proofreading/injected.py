"""One fault put into clean editions at a known place: a rule has to find it there, and nothing elsewhere."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence

from reader.loading.scalars import read_scalars
from reader.loading.splice import Edit, splice
from reader.proofreading.finding import Finding
from reader.proofreading.proof import Proof
from reader.proofreading.proofread import proofread
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.rules import BY_ID, RULES
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import ALL_ON, a_proof

PARAGRAPH_END = re.compile("(?<=[\u4e00-\u9fff]。)(?=\n\n[\u4e00-\u9fff“])")
"""Where a sentence may be added to a Chinese body."""
ENGLISH_END = re.compile(r"(?<=[a-z]\.)(?=\n\n[A-Z“])")


def assert_found(
    rule: str,
    fault: str | Callable[[re.Match[str]], str],
    words: str | None,
    *,
    where: re.Pattern[str] = PARAGRAPH_END,
    language: str = "zh-CN",
    seeds: Iterable[int] = range(8),
) -> None:
    """Assert that the rule finds `words` in the fault put where `where` matches, and is silent otherwise.

    Without `words` it is the whole fault. The fix, where there is one, leaves nothing for this rule to say
    and gives others nothing to find.
    """
    done = 0
    for seed in seeds:
        text = clean_edition(seed, language=language)
        assert _found(a_proof(text), BY_ID[rule]) == []
        edit = _edit(text, where, fault, random.Random(seed))
        if edit is None:
            continue
        done += 1
        spoiled = _spliced(text, [edit])
        (finding,) = _found(a_proof(spoiled), BY_ID[rule])
        found = edit.text if words is None else words
        start = edit.start + edit.text.index(found)
        assert finding.spot == (edit.path, start, start + len(found))
        assert bool(finding.changes) == (BY_ID[rule].fixing is not Fixing.NONE)
        if finding.changes:
            fixed = a_proof(_spliced(spoiled, [Edit(*change) for change in finding.changes]))
            assert _found(fixed, BY_ID[rule]) == []
            assert _grave(fixed) == _grave(a_proof(text))
    assert done >= 4, "too few editions have a place for this fault"


def _edit(
    text: str, where: re.Pattern[str], fault: str | Callable[[re.Match[str]], str], chance: random.Random
) -> Edit | None:
    """Return the fault at a place chosen by chance; ``\\1`` in it is the place's first group."""
    places = [
        (path, match)
        for path, scalar in read_scalars(text).texts.items()
        if path.endswith(".body")
        for match in where.finditer(scalar.value)
    ]
    if not places:
        return None
    path, match = chance.choice(places)
    return Edit(
        path, match.start(), match.end(), match.expand(fault) if isinstance(fault, str) else fault(match)
    )


def _spliced(text: str, edits: Sequence[Edit]) -> str:
    done = splice(text, edits, read_scalars(text).texts)
    assert not done.refused
    return done.text


def _found(proof: Proof, rule: Rule) -> list[Finding]:
    return list(proofread(proof, ALL_ON, [rule]))


def _grave(proof: Proof) -> list[str]:
    """Return the rules that have an error or a warning."""
    return [one.rule for one in proofread(proof, Stylebook(), RULES) if one.severity is not Severity.INFO]
