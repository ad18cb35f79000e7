"""Are the answers of the index those of a brute-force scan? 1,000 random queries over 10,000 articles.

``python -m benchmarks.archive_recall [ARTICLES] [QUERIES]``. The scan knows nothing of the search's code but
how characters are folded: a word is found where the folded text of a piece of the copy holds it, from the
beginning of one character to the end of another (8° is not in 8℃, which folds to 8°c).
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from benchmarks.back_issues import Press, days, make_library
from reader.archive.back_issues import BackIssues
from reader.archive.file_index import FileIndex
from reader.archive.filed import filed
from reader.archive.folding import Folding
from reader.archive.query import parse_query
from reader.loading.load import load_edition

AN_EDITION = 40
"""Articles."""
QUOTES = set('"“”„‟＂\n\t ')


class Asked(NamedTuple):
    """A query, and what it means to the scan."""

    words: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...] = ()


class Scan:
    """Every piece of a library, folded once."""

    def __init__(self, root: Path) -> None:
        self._fold = Folding().fold
        self._texts: dict[tuple[str, str], str] = {}
        self._raw: dict[tuple[str, str], str] = {}
        self._listed: list[tuple[str, str]] = []
        self._of_file: dict[str, list[tuple[str, str]]] = {}
        self.root = root
        for path in sorted(root.rglob("*.yaml")):
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a file that is new or has changed."""
        name = path.relative_to(self.root).as_posix()
        self._listed = []
        self.forget(path)
        for piece in filed(name, load_edition(path)).pieces:
            key = (name, piece.piece)
            self._raw[key] = "\0".join(piece.texts)
            self._texts[key] = self._fold(self._raw[key])
            self._of_file.setdefault(name, []).append(key)

    def forget(self, path: Path) -> None:
        """Forget a file that is gone."""
        self._listed = []
        for key in self._of_file.pop(path.relative_to(self.root).as_posix(), []):
            del self._texts[key], self._raw[key]

    def find(self, asked: Asked) -> set[tuple[str, str]]:
        """Return path and piece of everything that fulfils a query."""
        wanted = [self._fold(word) for word in asked.wanted]
        unwanted = [self._fold(word) for word in asked.unwanted]
        return {
            key
            for key, text in self._texts.items()
            if all(self._holds(key, text, word) for word in wanted)
            and not any(self._holds(key, text, word) for word in unwanted)
        }

    def _holds(self, key: tuple[str, str], text: str, word: str) -> bool:
        """Does the folded text hold the word, beginning and ending where characters of the text do?"""
        if word not in text or len(text) == len(self._raw[key]):
            return word in text
        ends = {0, *accumulate(len(self._fold(character)) for character in self._raw[key])}
        starts = (match.start() for match in re.finditer(f"(?={re.escape(word)})", text))
        return any(start in ends and start + len(word) in ends for start in starts)

    def draw(self, rnd: random.Random, least: int, most: int) -> str:
        """Return some characters of some text, all of one piece of the copy and without quotation marks."""
        if not self._listed:
            self._listed = list(self._raw)
        while True:
            text = self._raw[rnd.choice(self._listed)]
            length = rnd.randint(least, most)
            start = rnd.randrange(max(1, len(text) - length))
            drawn = text[start : start + length]
            if drawn and "\0" not in drawn and not QUOTES & set(drawn):
                return drawn


def queries(scan: Scan, count: int, seed: int) -> Iterator[Asked]:
    """Yield so many queries: words of 1 to 8 characters, two of them, phrases, exclusions."""
    rnd = random.Random(seed)
    for number in range(count):
        one, other = scan.draw(rnd, 1, 8), scan.draw(rnd, 1, 4)
        match number % 4:
            case 0:
                yield Asked(f'"{one}"', (one,))
            case 1:
                yield Asked(f'"{one}" "{other}"', (one, other))
            case 2:
                phrase = scan.draw(rnd, 4, 12)
                yield Asked(f'"{phrase}"', (phrase,))
            case _:
                yield Asked(f'"{one}" -"{other}"', (one,), (other,))


def compared(issues: BackIssues, scan: Scan, asked: Iterator[Asked]) -> tuple[int, int, int, int]:
    """Return how many queries were asked, hits were right, missed and wrong."""
    number = right = missed = wrong = 0
    for each in asked:
        expected = scan.find(each)
        found = {
            (hit.path.relative_to(issues.root).as_posix(), hit.reference.piece)
            for hit in issues.find(parse_query(each.words))
        }
        number += 1
        right += len(found & expected)
        missed += len(expected - found)
        wrong += len(found - expected)
        if found != expected:
            print(f"  {each.words}: missed {len(expected - found)}, wrong {len(found - expected)}")
    return number, right, missed, wrong


def told(title: str, figures: tuple[int, int, int, int]) -> None:
    """Print recall and precision."""
    number, right, missed, wrong = figures
    recall, precision = right / max(1, right + missed), right / max(1, right + wrong)
    print(f"{title}: {number} queries, {right} hits, recall {recall:.4f}, precision {precision:.4f}")


def main() -> None:
    """Ask, then change a tenth of the editions at random and ask again."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    articles, count = (numbers + [10_000, 1_000][len(numbers) :])[:2]
    with tempfile.TemporaryDirectory() as place:
        root = make_library(Path(place) / "library", max(1, articles // AN_EDITION), AN_EDITION)
        issues = BackIssues(root, FileIndex(Path(place) / "cache", root), load_edition)
        began = time.perf_counter()
        issues.take_stock()
        print(f"{articles} articles indexed in {time.perf_counter() - began:.1f} s")
        scan = Scan(root)
        told("as indexed", compared(issues, scan, queries(scan, count, 1)))
        change(root, scan)
        stock = issues.take_stock()
        print(f"then {stock.written} editions changed or added, {stock.dropped} removed")
        told("after that", compared(issues, scan, queries(scan, count // 2, 2)))


def change(root: Path, scan: Scan) -> None:
    """Write some editions anew, remove some, add some."""
    rnd, press = random.Random(3), Press(4)
    paths = sorted(root.rglob("*.yaml"))
    for path in rnd.sample(paths, max(2, len(paths) // 10)):
        if rnd.random() < 0.5:
            path.unlink()
            scan.forget(path)
        else:
            day = next(day for day in days(len(paths)) if day.isoformat() == path.stem)
            path.write_text(press.edition(day, rnd.randint(1, 60)), encoding="utf-8")
            scan.take(path)
    for number in range(max(1, len(paths) // 25)):
        path = root / f"extra-{number}.yaml"
        path.write_text(press.edition(next(days(1)), 20), encoding="utf-8")
        scan.take(path)


if __name__ == "__main__":
    main()
