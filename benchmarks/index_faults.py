"""A hundred times kill -9 while a library is indexed: after each whole editions and right answers.

``python -m benchmarks.index_faults [KILLS] [EDITIONS]``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.archive.faults import check, indexing, kill_while_indexing, stamps
from tests.archive.made_up import Maker, everything


def main() -> None:
    """Kill, check, tell; an assertion says what is wrong."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    kills, count = (numbers + [100, 700][len(numbers) :])[:2]
    with tempfile.TemporaryDirectory(prefix="faults-") as place:
        root, cache = Path(place) / "library", Path(place) / "cache"
        editions = everything(root, Maker(50).library(root, count, 20, length=120))
        before = stamps(root)
        held = kill_while_indexing(root, cache, editions, kills, seed=51)
        process = indexing(root, cache)
        said = process.communicate()[0]
        assert (said, process.returncode) == (b"", 0)
        assert check(root, cache, editions, 52, 40) == count
        assert stamps(root) == before
        part = sum(0 < number < count for number in held)
        print(
            f"{kills} kills while {count} editions were indexed: {held.count(0)} left none, {part} a part,"
            f" {held.count(count)} all of them; every edition whole, every answer right, no file touched"
        )


if __name__ == "__main__":
    main()
