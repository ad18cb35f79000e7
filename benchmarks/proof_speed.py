"""Proofreading from bytes to findings at their places, beside PyYAML's C loader over the same bytes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from benchmarks.papers import CHECKOUT
from benchmarks.proof_papers import sized
from benchmarks.table import Figure, interleaved, ms, print_table, ratio, timed
from reader.copydesk.examine import Examined, examine
from reader.copydesk.manuscript import Manuscript
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Rule
from reader.proofreading.rules import RULES
from reader.proofreading.stylebook import Stylebook

SIZES = ((100_000, 15, 0.1), (2_000_000, 5, 2.0))
"""Bytes, pairs, and the goal in seconds."""
SLOWEST = 12
_PATH = Path("edition.yaml")

_ONE = """
import sys
from pathlib import Path
from benchmarks.proof_speed import found
if sys.argv[1]:
    print(len(found(Path(sys.argv[1]).read_bytes()).findings))
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(peak.split()[1]) / 1024)
"""


def found(data: bytes) -> Examined:
    """Read, proofread and place everything with the default rules, as the command does."""
    return examine(Manuscript(_PATH, data), Stylebook(), with_pictures=False)


def measure(size: int, pairs: int, goal: float, folder: Path) -> None:
    """Print the figures of one size, clean and with a fault at every comma."""
    figures = []
    for name, faults in (("clean", False), ("every comma half-width", True)):
        data = sized(size, faults=faults)
        number = len(found(data).findings)
        taken = interleaved(
            pairs,
            {
                "ours": timed(lambda data=data: found(data)),  # type: ignore[misc]
                "safe": timed(lambda data=data: yaml.load(data, Loader=yaml.CSafeLoader)),  # type: ignore[misc]
            },
        )
        ours, safe = taken["ours"], taken["safe"]
        is_met = statistics.median(ours) < goal if not faults else None
        wanted = f"< {goal * 1000:.0f} ms" if not faults else ""
        title = f"{name}, {number} findings : CSafeLoader"
        figures.append(Figure(title, ms(ours), ms(safe), ratio(ours, safe), wanted, is_met))
        if held := _held(data, folder):
            figures.append(Figure(f"{name}: memory above the program's own", held))
    print_table(f"proofreading {size / 1000:,.0f} KB", figures)


def _held(data: bytes, folder: Path) -> str | None:
    """Return the most memory held above what the imports hold (needs ``/proc``)."""
    if not Path("/proc/self/status").exists():
        return None
    path = folder / "edition.yaml"
    path.write_bytes(data)
    peaks = []
    for argument in ("", str(path)):
        said = subprocess.run(
            [sys.executable, "-c", _ONE, argument], capture_output=True, text=True, cwd=CHECKOUT, check=True
        ).stdout
        peaks.append(float(said.split()[-1]))
    return f"{peaks[1] - peaks[0]:.1f} MiB"


def measure_rules(size: int, runs: int) -> None:
    """Print which rules take longest over an edition of this size, and all of them together."""
    manuscript = Manuscript(_PATH, sized(size))
    proof, book = manuscript.proof, Stylebook()
    rules = [rule for rule in RULES if rule.is_on(book) and rule.reads(proof)]
    for passage in proof.passages():
        _ = passage.is_han  # known to whoever asks first
    times = {rule.id: statistics.median(_once(rule, proof, book) for _ in range(runs)) for rule in rules}
    total = sum(times.values())
    figures = [Figure(f"all {len(rules)} rules", ms(total), "", None, "< 1000 ms", total < 1)]
    for name, seconds in sorted(times.items(), key=lambda one: -one[1])[:SLOWEST]:
        figures.append(Figure(name, ms(seconds), f"{seconds / total:.0%} of all"))
    print_table(f"rules over {size / 1000:,.0f} KB", figures)


def _once(rule: Rule, proof: Proof, book: Stylebook) -> float:
    began = time.perf_counter()
    for _ in rule.check(proof, book):
        pass
    return time.perf_counter() - began


def main() -> None:
    """Measure both sizes, then the rules one by one."""
    with tempfile.TemporaryDirectory() as folder:
        for size, pairs, goal in SIZES:
            measure(size, pairs, goal, Path(folder))
    measure_rules(2_000_000, 3)


if __name__ == "__main__":
    main()
