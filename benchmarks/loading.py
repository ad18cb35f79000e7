"""From a file to an edition: ours beside PyYAML's C loader and its bare events, the plate beside ours."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from benchmarks.papers import CHECKOUT, SEED, newest_edition
from benchmarks.table import Figure, interleaved, ms, print_table, ratio, timed
from reader.loading.load import load_edition
from reader.loading.plate import load_plate, save_plate

MEGABYTE = 1_000_000
_OWN_ID = re.compile(r"^( {6}- | {8})id: (\S+)", re.MULTILINE)


def repeated(path: Path, size: int) -> str:
    """Return an edition of about `size` bytes, its sections over and over, every article's id its own."""
    head, _, sections = path.read_text(encoding="utf-8").partition("\nsections:\n")
    sections = sections.rpartition("...")[0]
    copies = max(1, round((size - len(head.encode())) / len(sections.encode())))
    again = (_OWN_ID.sub(rf"\1id: \2-{copy}", sections) for copy in range(1, copies))
    return "".join((head, "\nsections:\n", sections, *again, "...\n"))


def bare_events(data: bytes) -> int:
    """Run through the parser's events and do nothing with them."""
    return sum(1 for _ in yaml.parse(data, Loader=yaml.CLoader))


def measure(source: Path, size: int, runs: int, folder: Path) -> None:
    """Print the figures for an edition of this size made from this one."""
    path = folder / f"{source.stem}-{size}.yaml"
    path.write_text(repeated(source, size), encoding="utf-8")
    data = path.read_bytes()
    limit = 2 * size
    loaded = load_edition(path, limit=limit)
    plates = folder / "plates"
    save_plate(plates, path, loaded)
    stamp = loaded.stamp
    fits = load_plate(plates, path, stamp)
    assert fits is not None
    assert fits.edition == loaded.edition
    del loaded, fits
    taken = interleaved(
        runs,
        {
            "ours": timed(lambda: load_edition(path, limit=limit)),
            "safe": timed(lambda: yaml.load(data, Loader=yaml.CSafeLoader)),
            "events": timed(lambda: bare_events(data)),
            "plate": timed(lambda: load_plate(plates, path, stamp)),
        },
    )
    megabytes = len(data) / MEGABYTE
    per_megabyte = {name: [second / megabytes for second in seconds] for name, seconds in taken.items()}
    ours, plate = per_megabyte["ours"], per_megabyte["plate"]
    to_plate, to_safe = ratio(plate, ours), ratio(ours, per_megabyte["safe"])
    print_table(
        f"loading, {megabytes:.1f} MB of {source.stem}, per MB",
        [
            Figure(
                "ours : CSafeLoader", ms(ours), ms(per_megabyte["safe"]), to_safe, "<= 1.28x", to_safe <= 1.28
            ),
            Figure(
                "ours : bare event loop",
                ms(ours),
                ms(per_megabyte["events"]),
                ratio(ours, per_megabyte["events"]),
            ),
            Figure("plate : ours", ms(plate), ms(ours), to_plate, "<= 0.10x", to_plate <= 0.1),
        ],
    )


_NASTY = {
    "16 MB of brackets": b"[" * (16 << 20),
    "16 MB of empty items": b"- \n" * ((16 << 20) // 3),
    "16 MB of one key": b"a: 1\n" * ((16 << 20) // 5),
    "16 MB of unknown keys": b"".join(b"k%x: 1\n" % number for number in range((16 << 20) // 11)),
    "16 MB of items in one list": b"inferred: [" + b"a," * ((16 << 20) // 2 - 10) + b"]",
    "16 MB of one text": b"paper: " + b"x" * ((16 << 20) - 10),
    "16 MB of controls": b"paper: '" + b"\x1b" * ((16 << 20) - 20) + b"'\n",
    "16 MB that is not UTF-8": b"\xd6\xd0" * (8 << 20),
}

_ONE = """
import sys, time
from pathlib import Path
from reader.loading.load import load_edition
from reader.loading.problem import EditionError
start = time.perf_counter()
try:
    load_edition(Path(sys.argv[1]))
except EditionError as error:
    errors = [problem for problem in error.problems if problem.severity == "error"]
    first = errors[0].what.en
taken = time.perf_counter() - start
# Not getrusage: what it tells of a child begins with its parent's size.
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(f"{taken:.2f}", int(peak.split()[1]) // 1024, first)
"""


def measure_nasty(folder: Path) -> None:
    """Print how long the worst files take to refuse, and the most memory meanwhile (needs ``/proc``)."""
    if not Path("/proc/self/status").exists():
        return
    figures = []
    path = folder / "nasty.yaml"
    for name, data in _NASTY.items():
        path.write_bytes(data)
        said = subprocess.run(
            [sys.executable, "-c", _ONE, path], capture_output=True, text=True, cwd=CHECKOUT, check=True
        ).stdout
        seconds, megabytes, message = said.rstrip("\n").split(" ", 2)
        met = float(seconds) < 1 and int(megabytes) < 200
        figures.append(
            Figure(name, f"{seconds} s, {megabytes} MB", message[:60], None, "< 1 s, < 200 MB", met)
        )
    print_table("loading, the worst that fits the limit", figures)


def main() -> None:
    """Print every figure of loading."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in (newest_edition(), SEED):
            if source.exists():
                measure(source, MEGABYTE, 15, folder)
        measure(newest_edition(), 16 * MEGABYTE, 3, folder)
        measure_nasty(folder)


if __name__ == "__main__":
    main()
