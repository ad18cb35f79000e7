"""Makes reader/typesetting/linebreak_table.py from the files of the Unicode Character Database.

    python -m tools.linebreak_table DIRECTORY [-o FILE]

DIRECTORY holds LineBreak.txt (or the derived one, which also says what unassigned characters are),
EastAsianWidth.txt, DerivedGeneralCategory.txt and emoji-data.txt of one version, as unicode.org has them.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

LAST = 0x10FFFF
ALPHABET = "".join(chr(code) for code in range(0x23, 0x7F) if chr(code) not in "\\'")
"""What stands for a kind in the table: printable ASCII that needs no escape inside double quotes."""
_PROPERTY = re.compile(r"(?:# @missing: )?([0-9A-F]{4,6})(?:\.\.([0-9A-F]{4,6}))?\s*;\s*(\w+)")
_LONG_NAMES = {"Unknown": "XX", "Ideographic": "ID", "Prefix_Numeric": "PR"}
_DOTTED_CIRCLE = 0x25CC


def read_property(path: Path, default: str) -> list[str]:
    """Return the value of a property for every code point; later lines win, as the @missing lines come first.

    Raises:
        ValueError: no line of the file tells a property.
    """
    values = [default] * (LAST + 1)
    found = 0
    lines = path.read_text(encoding="utf-8").splitlines()
    matches = [match for line in lines if (match := _PROPERTY.match(line))]
    for match in sorted(matches, key=lambda match: not match[0].startswith("#")):
        first, last = int(match[1], 16), int(match[2] or match[1], 16)
        value = _LONG_NAMES.get(match[3], match[3])
        values[first : last + 1] = [value] * (last - first + 1)
        found += 1
    if not found:
        raise ValueError(f"{path}: no property found in it")
    return values


def read_set(path: Path, value: str) -> set[int]:
    """Return the code points that have this value, where a code point may have several (emoji-data)."""
    chosen: set[int] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        match = _PROPERTY.match(line)
        if match and match[3] == value and not line.startswith("#"):
            chosen.update(range(int(match[1], 16), int(match[2] or match[1], 16) + 1))
    return chosen


def resolved(kind: str, category: str, code: int, is_pictograph: bool) -> str:
    """Return the two letters the rules of UAX #14 ask for: LB1 resolved, and classes some rules split, split.

    ``QI`` and ``QF`` are initial and final quotation marks, ``DC`` the dotted circle of LB28a, ``XP`` and
    ``XA`` the unassigned pictographs of LB30b (ideographs and letters), ``ZJ`` the zero width joiner.
    """
    if kind in {"AI", "SG", "XX"}:
        kind = "AL"
    elif kind == "SA":
        kind = "CM" if category in {"Mn", "Mc"} else "AL"
    elif kind == "CJ":
        kind = "NS"
    elif kind == "ZWJ":
        kind = "ZJ"
    elif kind == "QU":
        kind = {"Pi": "QI", "Pf": "QF"}.get(category, "QU")
    if is_pictograph and category == "Cn":
        return "XA" if kind == "AL" else "XP"
    return "DC" if code == _DOTTED_CIRCLE else kind


def kinds(directory: Path) -> list[str]:
    """Return the kind of every code point; a ``+`` marks East Asian ones (width F, W or H, as LB19a and LB30
    mean it).

    Raises:
        OSError: a file is missing. ValueError: a file tells nothing.
    """
    classes = read_property(directory / "LineBreak.txt", "XX")
    widths = read_property(directory / "EastAsianWidth.txt", "N")
    categories = read_property(directory / "DerivedGeneralCategory.txt", "Zzzz")
    pictographs = read_set(directory / "emoji-data.txt", "Extended_Pictographic")
    return [
        resolved(kind, category, code, code in pictographs) + ("+" if width in {"F", "W", "H"} else "")
        for code, (kind, width, category) in enumerate(zip(classes, widths, categories, strict=True))
    ]


def runs(values: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield how many code points in a row have the same kind, and which."""
    for kind, same in groupby(values):
        yield sum(1 for _ in same), kind


def written(values: list[str], version: str) -> str:
    """Return the module: the names of the kinds, and runs as lengths and one letter each.

    Raises:
        ValueError: there are more kinds than letters for them.
    """
    pairs = list(runs(values))
    names = sorted({kind for _, kind in pairs})
    if len(names) > len(ALPHABET):
        raise ValueError(f"{len(names)} kinds, but only {len(ALPHABET)} letters")
    letters = dict(zip(names, ALPHABET, strict=False))
    lengths = _folded(" ".join(str(length) for length, _ in pairs), " ")
    kinds_text = _folded("".join(letters[kind] for _, kind in pairs), "")
    return f'''"""The line breaking kinds of all characters of Unicode {version}, in {len(pairs)} runs.

Made by `python -m tools.linebreak_table` from LineBreak, EastAsianWidth, DerivedGeneralCategory and
emoji-data (https://www.unicode.org/Public/{version}/ucd/); do not edit.
"""

UNICODE_VERSION = "{version}"
ALPHABET = "{"".join(letters.values())}"
"""Letter by letter the kinds of `NAMES`."""
NAMES = "{" ".join(names)}"
LENGTHS = (
{lengths})
"""How many code points in a row have one kind, from U+0000 on."""
KINDS = (
{kinds_text})
"""The kind of each of these runs."""
'''


def _folded(text: str, keep: str, width: int = 100) -> str:
    """The text as adjacent string literals, broken after `keep` where it is not empty."""
    lines = []
    while text:
        end = min(width, len(text))
        if keep and end < len(text):
            end = text.rindex(keep, 0, end) + len(keep)
        lines.append(f'    "{text[:end]}"\n')
        text = text[end:]
    return "".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Write the table; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--version", default="17.0.0")
    parser.add_argument("-o", "--output", type=Path, default=Path("reader/typesetting/linebreak_table.py"))
    chosen = parser.parse_args(arguments)
    values = kinds(chosen.directory)
    chosen.output.write_text(written(values, chosen.version), encoding="utf-8")
    print(f"{chosen.output}: {sum(1 for _ in runs(values))} runs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
