"""Writes reader/archive/pinyin_table.py from the Unicode Han Database.

    python -m tools.pinyin_table PATH/TO/Unihan_Readings.txt

The file is part of Unihan.zip of the Unicode Character Database (https://www.unicode.org/Public/UCD/), its
fields as in UAX #38. Taken are the 8,105 characters of 通用规范汉字表 (kTGHZ2013), those of GB/T 2312, and
those of the dictionary of 1983 (kXHC1983), which has traditional forms too; of each, every reading that these
two fields, kMandarin and kHanyuPinlu give it.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

TABLE = Path(__file__).parents[1] / "reader" / "archive" / "pinyin_table.py"

_HEAD = '''"""The readings of Han characters, by syllable; made by tools/pinyin_table.py, not written by hand.

Source: {source}; {characters:,} characters, {readings:,} readings. The Unihan
database is Copyright Unicode, Inc., used under the Unicode License v3 (https://www.unicode.org/license.txt).
"""

READINGS = """\\
'''


def toneless(reading: str) -> str:
    """Return a reading without its tone, ``v`` for ü: ``lǜ`` as ``lv``."""
    letters = unicodedata.normalize("NFD", reading.strip().lower()).replace("u\u0308", "v")
    return "".join(letter for letter in letters if letter.isalpha())


def _readings(field: str, value: str) -> Iterator[str]:
    for entry in value.split():
        match field:
            case "kTGHZ2013" | "kXHC1983":  # 038.110:cháng
                yield from entry.partition(":")[2].split(",")
            case "kHanyuPinlu":  # zhǎng(1879)
                yield entry.partition("(")[0]
            case "kMandarin":
                yield entry


def _is_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def syllables(lines: Iterable[str]) -> dict[str, set[str]]:
    """Return the characters that may be read as each syllable, from the lines of Unihan_Readings.txt."""
    found: dict[str, set[str]] = defaultdict(set)
    modern: set[str] = set()
    for line in lines:
        if not line.startswith("U+"):
            continue
        code, field, value = line.rstrip("\n").split("\t")
        character = chr(int(code[2:], 16))
        if field in {"kTGHZ2013", "kXHC1983"} or (field == "kMandarin" and _is_gb2312(character)):
            # The 1983 dictionary's index holds the traditional forms beside the simplified ones.
            modern.add(character)
        for reading in map(toneless, _readings(field, value)):
            # Interjections without a vowel (m, n, ng) have no letters one would search them by.
            if set(reading) & set("aeiouv"):
                found[reading].add(character)
    kept = {syllable: characters & modern for syllable, characters in found.items()}
    return {syllable: kept[syllable] for syllable in sorted(kept) if kept[syllable]}


def main() -> None:
    """Write the table and say how large it is."""
    source = Path(sys.argv[1])
    lines = source.read_text(encoding="utf-8").splitlines()
    version = next(line for line in lines if "Unicode version" in line).lstrip("# ")
    table = syllables(lines)
    head = _HEAD.format(
        source=f"{source.name}, {version}",
        characters=len(set().union(*table.values())),
        readings=sum(map(len, table.values())),
    )
    body = "".join(f"{syllable} {''.join(sorted(table[syllable]))}\n" for syllable in table)
    TABLE.write_text(f'{head}{body}"""\n', encoding="utf-8")
    print(f"{TABLE.name}: {TABLE.stat().st_size:,} bytes, {len(table)} syllables")


if __name__ == "__main__":
    main()
