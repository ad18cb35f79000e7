"""The generator of the line breaking table, tried on a small character database, and the table it made."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from reader.typesetting import linebreak_table
from reader.typesetting.linebreak import kind_of
from tools.linebreak_table import LAST, kinds, main, read_property, read_set, resolved, runs, written

LINE_BREAK = """\
# LineBreak-17.0.0.txt
# @missing: 0000..10FFFF; Unknown
# @missing: 1F000..1FAFF; Ideographic
0020          ; SP # Zs       SPACE
0041..005A    ; AL # L&  [26] LATIN CAPITAL LETTER A..LATIN CAPITAL LETTER Z
201C          ; QU
201D          ; QU
0E31          ; SA
0E33          ; SA
30C3          ; CJ
4E00..9FFF    ; ID
"""
WIDTHS = "# EastAsianWidth-17.0.0.txt\n30C3 ; W\n4E00..9FFF ; W\n201C..201D ; A\n"
CATEGORIES = "# DerivedGeneralCategory-17.0.0.txt\n201C ; Pi\n201D ; Pf\n0E31 ; Mn\n1FAFD..1FAFF ; Cn\n"
EMOJI = "# emoji-data.txt\n1FAFD..1FAFF ; Extended_Pictographic# unassigned\n1F600 ; Emoji\n"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    for name, text in (
        ("LineBreak.txt", LINE_BREAK),
        ("EastAsianWidth.txt", WIDTHS),
        ("DerivedGeneralCategory.txt", CATEGORIES),
        ("emoji-data.txt", EMOJI),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_values_are_read_for_every_code_point(database: Path) -> None:
    values = read_property(database / "LineBreak.txt", "XX")
    assert len(values) == LAST + 1
    assert (values[0x20], values[0x4A], values[0x4E8C], values[0x0378]) == ("SP", "AL", "ID", "XX")


def test_what_the_file_says_of_unassigned_characters_holds_where_nothing_else_is_said(database: Path) -> None:
    assert read_property(database / "LineBreak.txt", "XX")[0x1FAFE] == "ID"


def test_a_set_is_read_by_its_value(database: Path) -> None:
    assert read_set(database / "emoji-data.txt", "Extended_Pictographic") == {0x1FAFD, 0x1FAFE, 0x1FAFF}


def test_a_file_without_properties_is_refused(tmp_path: Path) -> None:
    (tmp_path / "LineBreak.txt").write_text("<html>not found</html>\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no property"):
        read_property(tmp_path / "LineBreak.txt", "XX")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (0x41, "AL"),
        (0x0378, "AL"),
        (0x201C, "QI"),
        (0x201D, "QF"),
        (0x0E31, "CM"),
        (0x0E33, "AL"),
        (0x30C3, "NS+"),
        (0x4E00, "ID+"),
        (0x1FAFD, "XP"),
        (0x1F600, "ID"),
    ],
)
def test_classes_are_resolved_and_split_as_the_rules_need(database: Path, code: int, kind: str) -> None:
    assert kinds(database)[code] == kind


def test_an_unassigned_pictograph_of_unknown_class_is_a_letter_that_takes_a_skin_tone() -> None:
    assert resolved("XX", "Cn", 0x1F8FF, True) == "XA"
    assert resolved("ID", "Cn", 0x1F8FF, True) == "XP"
    assert resolved("ID", "So", 0x1F600, True) == "ID"
    assert resolved("AL", "So", 0x25CC, False) == "DC"


def test_runs_count_what_is_alike_in_a_row() -> None:
    assert list(runs(["AL", "AL", "ID+", "AL"])) == [(2, "AL"), (1, "ID+"), (1, "AL")]


def test_more_kinds_than_letters_are_refused() -> None:
    with pytest.raises(ValueError, match="letters"):
        written([f"K{number}" for number in range(200)], "17.0.0")


def test_the_module_written_unpacks_to_what_went_in(database: Path, tmp_path: Path) -> None:
    output = tmp_path / "table.py"
    assert main([str(database), "-o", str(output)]) == 0
    module: dict[str, str] = {}
    exec(output.read_text(encoding="utf-8"), module)
    names = dict(zip(module["ALPHABET"], module["NAMES"].split(), strict=True))
    unpacked: list[str] = []
    for length, letter in zip(module["LENGTHS"].split(), module["KINDS"], strict=True):
        unpacked += [names[letter]] * int(length)
    assert unpacked == kinds(database)
    assert max(map(len, output.read_text(encoding="utf-8").splitlines())) <= 110


def test_the_committed_table_is_unicode_17_and_covers_every_code_point_in_2814_runs() -> None:
    lengths = [int(length) for length in linebreak_table.LENGTHS.split()]
    assert linebreak_table.UNICODE_VERSION == "17.0.0"
    assert sum(lengths) == LAST + 1
    assert len(lengths) == len(linebreak_table.KINDS) == 2814
    assert len(linebreak_table.ALPHABET) == len(linebreak_table.NAMES.split())


def test_the_committed_table_agrees_with_python_on_what_is_wide() -> None:
    """Of the characters that Python's older database knows, few have changed their width since."""
    changed = [
        character
        for character in map(chr, range(0x20, 0x20000))
        if unicodedata.category(character) not in {"Cn", "Co", "Cs"}
        and (unicodedata.east_asian_width(character) in "FWH") != kind_of(character).endswith("+")
    ]
    assert all("\u2600" <= character <= "\u4dff" or character >= "\U00016000" for character in changed)
    assert len(changed) < 200
