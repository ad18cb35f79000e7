"""False alarms: what the rules find in copy without faults, in 10,000 characters of it.

``python -m benchmarks.proof_alarms`` reads generated editions, ``… FILE`` a text file of clean paragraphs,
one a line, as well, and ``… FILE --show N-APPROX`` shows what a rule finds in it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.proof_papers import of_file
from benchmarks.table import Figure, print_table
from reader.copydesk.manuscript import Manuscript
from reader.proofreading.finding import Finding
from reader.proofreading.proofread import proofread
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.clean import clean_edition

SEEDS = 60
GOAL = 0.1
_GRAVE = (Severity.ERROR, Severity.WARNING)


def measure(title: str, editions: Iterable[str], show: str | None = None) -> None:
    """Print how often each rule speaks up in these editions, and what the rule to be shown finds."""
    counted: Counter[tuple[str, Severity]] = Counter()
    characters = number = 0
    for text in editions:
        number += 1
        manuscript = Manuscript(Path("edition.yaml"), text.encode())
        proof = manuscript.proof
        characters += sum(len(passage.text) for passage in proof.passages())
        for finding in proofread(proof, Stylebook()):
            counted[finding.rule, finding.severity] += 1
            if finding.rule == show:
                print(_in_context(manuscript, finding))
    print_table(f"{title}: {number} editions, {characters:,} characters", _figures(counted, characters))


def _figures(counted: Counter[tuple[str, Severity]], characters: int) -> Iterator[Figure]:
    """Yield errors and warnings together against the goal, then rule by rule, the most frequent first."""
    grave = sum(count for (_, severity), count in counted.items() if severity in _GRAVE)
    rate = grave * 10_000 / characters
    yield Figure("errors and warnings", f"{rate:.3f}", f"{grave} found", None, f"<= {GOAL}", rate <= GOAL)
    for (rule, severity), count in sorted(counted.items(), key=lambda one: (-one[0][1].gravity, -one[1])):
        yield Figure(f"{rule} {severity.value}", f"{count * 10_000 / characters:.3f}", f"{count} found")


def _in_context(manuscript: Manuscript, finding: Finding) -> str:
    spot = finding.spot
    text = manuscript.proof.texts.get(spot.field, "")
    before, after = text[max(0, spot.start - 24) : spot.start], text[spot.end : spot.end + 24]
    around = f"{before}【{text[spot.start : spot.end]}】{after}".replace("\n", "⏎")
    return f"  {finding.severity.value[0]} {finding.message.zh}: {around}"


def main(files: Iterable[Path] = (), show: str | None = None) -> None:
    """Measure generated editions in both languages, and the files given."""
    for language in ("zh-CN", "en"):
        editions = (clean_edition(seed, language=language) for seed in range(1000, 1000 + SEEDS))
        measure(f"false alarms in 10,000 characters, generated, {language}", editions)
    for path in files:
        measure(f"false alarms in 10,000 characters, {path.name}", of_file(path), show)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--show", metavar="RULE")
    given = parser.parse_args()
    main(given.files, given.show)
