"""A placard comes back as it was written, or not at all."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.placard.sheet import Sheet, mark_of, name_of, parsed, written

FRAME = "\x1b[1;1H\x1b[1m 河湾日报 \x1b[0m\r\n".encode()


def a_sheet(**changed: object) -> Sheet:
    values: dict[str, object] = {
        "circumstances": "0.1.0\0/home\x00120x40\0editions",
        "since": 1_000,
        "until": 2_000,
        "witnesses": [("/nowhere/at all", "-")],
        "frame": FRAME,
    }
    return Sheet(**(values | changed))  # type: ignore[arg-type]


def fields(sheet: Sheet | None) -> object:
    return sheet and (sheet.circumstances, sheet.since, sheet.until, sheet.witnesses, sheet.frame)


_words = st.text(st.characters(exclude_categories=["Cs"]))


@given(
    _words,
    st.integers(0, 1 << 40),
    st.integers(0, 1 << 40),
    st.lists(st.tuples(_words, st.just("-"))),
    st.binary(),
)
def test_what_is_written_comes_back(
    told: str, since: int, until: int, witnesses: list[tuple[str, str]], frame: bytes
) -> None:
    sheet = Sheet(told, since, until, witnesses, frame)
    assert fields(parsed(written(sheet))) == fields(sheet)


def test_a_path_that_is_no_utf8_comes_back() -> None:
    path = os.fsdecode(b"/papers/\xff\n\\n")
    sheet = a_sheet(witnesses=[(path, "-")], circumstances=f"0.1.0\0{path}")
    assert fields(parsed(written(sheet))) == fields(sheet)


@given(st.binary())
def test_bytes_that_are_no_placard_are_none(data: bytes) -> None:
    assert parsed(data) is None


def test_no_placard_with_a_bit_turned_is_believed() -> None:
    data = written(a_sheet())
    for at in range(len(data)):
        for bit in range(8):
            damaged = data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]
            assert parsed(damaged) is None


def test_no_placard_that_was_cut_or_has_grown_is_believed() -> None:
    data = written(a_sheet())
    assert all(parsed(data[:length]) is None for length in range(len(data)))
    assert parsed(data + b"\n") is None
    assert parsed(data + data) is None


def test_a_thousand_damaged_placards_are_none() -> None:
    chance = random.Random(8)
    data = written(a_sheet(frame=FRAME * 50))
    for _ in range(1000):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 40)):
            match chance.randrange(4):
                case 0:
                    damaged[chance.randrange(len(damaged))] = chance.randrange(256)
                case 1:
                    del damaged[chance.randrange(len(damaged)) :][: chance.randrange(30)]
                case 2:
                    at = chance.randrange(len(damaged))
                    damaged[at:at] = chance.randbytes(chance.randrange(30))
                case _:
                    at, other = chance.randrange(len(damaged)), chance.randrange(len(damaged))
                    damaged[at : at + 9], damaged[other : other + 9] = (
                        damaged[other : other + 9],
                        damaged[at : at + 9],
                    )
        assert bytes(damaged) == data or parsed(bytes(damaged)) is None


@pytest.mark.parametrize(
    ("changed", "now"),
    [
        ({"circumstances": "another"}, 1_500),
        ({}, 999),
        ({}, 2_000),
        ({"witnesses": [("/", "-")]}, 1_500),
        ({"witnesses": [("/nowhere", "1/1/1/1/1")]}, 1_500),
    ],
)
def test_it_holds_in_its_circumstances_only(changed: dict[str, object], now: float) -> None:
    told = a_sheet().circumstances
    assert a_sheet().holds(told, 1_500)
    assert not a_sheet(**changed).holds(told, now)


def test_a_mark_changes_with_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    marks = [mark_of(str(file))]
    file.write_text("one")
    marks.append(mark_of(str(file)))
    file.write_text("other")
    marks.append(mark_of(str(file)))
    other = tmp_path / "b"
    other.write_text("other")
    os.utime(other, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    other.replace(file)  # the same bytes and time, but another file
    marks.append(mark_of(str(file)))
    assert len(set(marks)) == 4
    assert marks[0] == "-" == mark_of("a\0b")


def test_the_mark_of_a_folder_changes_with_its_list(tmp_path: Path) -> None:
    before = mark_of(str(tmp_path))
    (tmp_path / "2025-04-06.yaml").touch()
    assert mark_of(str(tmp_path)) != before


def test_other_circumstances_have_another_name() -> None:
    names = {name_of(told) for told in ("", "a", "b", "a\0b", "河湾")}
    assert len(names) == 5
    assert all(name.endswith(".placard") and name.isascii() and "/" not in name for name in names)
