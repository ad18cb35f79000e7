from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive.pinyin_table import READINGS
from tools.pinyin_table import TABLE, syllables, toneless

# Lines in the form of Unihan_Readings.txt (UAX #38).
LINES = [
    "# Unicode version: 99.0.0",
    "U+957F\tkMandarin\tzhǎng",
    "U+957F\tkHanyuPinlu\tzhǎng(1879) cháng(1179)",
    "U+957F\tkTGHZ2013\t038.110:cháng 466.110:zhǎng",
    "U+7EFF\tkXHC1983\t0740.100:lù 0743.010:lǜ",
    "U+5BB6\tkTGHZ2013\t160.160,160.170:jiā 162.100:jia",
    "U+55EF\tkTGHZ2013\t264.050:ńg",
    "U+3400\tkMandarin\tqiū",
    "U+3400\tkCantonese\tjau1",
]


def test_the_generator_reads_every_field_and_drops_tones_vowelless_and_rare_readings() -> None:
    assert syllables(LINES) == {
        "chang": {"长"},
        "jia": {"家"},
        "lu": {"绿"},
        "lv": {"绿"},
        "zhang": {"长"},
    }


@pytest.mark.parametrize(
    ("reading", "letters"), [("lǜ", "lv"), ("nüè", "nve"), ("zhǎng", "zhang"), ("ê̄", "e")]
)
def test_a_reading_loses_its_tone(reading: str, letters: str) -> None:
    assert toneless(reading) == letters


def test_the_table_is_small_whole_and_in_order() -> None:
    lines = READINGS.splitlines()
    assert Path(__file__).parents[2] / "reader" / "archive" / "pinyin_table.py" == TABLE
    assert TABLE.stat().st_size < 60_000
    assert lines == sorted(lines, key=lambda line: line.split(" ")[0])
    for line in lines:
        syllable, characters = line.split(" ")
        assert syllable.isascii()
        assert syllable.islower()
        assert characters == "".join(sorted(set(characters)))


def test_the_table_holds_every_character_of_gb_2312() -> None:
    known = set("".join(line.split(" ")[1] for line in READINGS.splitlines()))
    level_one_and_two = (
        bytes([row, cell]).decode("gb2312", "ignore")
        for row in range(0xB0, 0xF8)
        for cell in range(0xA1, 0xFF)
    )
    missing = {character for character in level_one_and_two if character and character not in known}
    assert missing <= set("嗯呒呣")  # interjections whose only reading has no vowel
