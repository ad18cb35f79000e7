"""A decoded picture as a terminal takes it."""

from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import PIL.Image
import pytest
from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from reader.archive.picture import Shot
from reader.archive.picture_size import Cells
from reader.tui.picture_plan import Means
from reader.tui.picture_prints import (
    Print,
    cell_size,
    is_installed,
    printed,
    quietly_imported,
    room_for,
)
from tests.terminal import Terminal, clean_environment

GROUND = Style.parse("#23201c on #f6f1e7")
RED, BLUE = "#c81e1e", "#1e1ec8"


def halves(size: tuple[int, int], *, upright: bool = False) -> PIL.Image.Image:
    """Return a picture of exactly two colours, beside each other or one above the other."""
    image = PIL.Image.new("RGB", size, (30, 30, 200))
    image.paste((200, 30, 30), (0, 0, size[0], size[1] // 2) if upright else (0, 0, size[0] // 2, size[1]))
    return image


def a_print(
    means: Means, columns: int = 12, rows: int = 4, ambiguous: int = 1, number: int = 0x01020304
) -> Print:
    room = room_for(means, columns, rows, ambiguous)
    image = halves((columns * room.dots[0], rows * room.dots[1]))
    quietly_imported()
    return printed(Shot(image, columns, rows), room, means, GROUND, number)


def colours(strip: Strip) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            segment.text,
            segment.style.color.name if segment.style and segment.style.color else None,
            segment.style.bgcolor.name if segment.style and segment.style.bgcolor else None,
        )
        for segment in strip
    ]


@pytest.mark.parametrize("means", [Means.BLOCKS, Means.KITTY, Means.SIXEL])
@pytest.mark.parametrize("ambiguous", [1, 2])
def test_every_row_of_a_print_is_as_wide_as_it_says(means: Means, ambiguous: int) -> None:
    found = a_print(means, ambiguous=ambiguous)
    assert (found.columns, len(found.strips)) == (12, 4)
    for strip in found.strips:
        assert strip.cell_length == cell_len(strip.text) == found.columns


def test_blocks_of_one_colour_are_one_stretch_of_spaces() -> None:
    found = a_print(Means.BLOCKS)
    assert colours(found.strips[0]) == [(" " * 6, None, RED), (" " * 6, None, BLUE)]


def test_a_cell_shows_two_points_one_above_the_other() -> None:
    shot = Shot(halves((3, 2), upright=True), 3, 1)
    found = printed(shot, Cells(3, 1, dots=(1, 2)), Means.BLOCKS, GROUND, 1)
    assert colours(found.strips[0]) == [("▀▀▀", RED, BLUE)]


def test_where_half_blocks_are_two_cells_wide_a_cell_shows_its_points_side_by_side() -> None:
    shot = Shot(halves((2, 2)), 1, 2)
    found = printed(shot, Cells(1, 2, dots=(2, 1)), Means.BLOCKS, GROUND, 1)
    assert [colours(strip) for strip in found.strips] == [[("▐", BLUE, RED)]] * 2


def messages(sequence: str) -> list[tuple[dict[str, str], str]]:
    found = re.findall("\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\\\", sequence)
    assert re.sub("\x1b_G[^\x1b]*\x1b\\\\", "", sequence) == ""
    return [(dict(pair.split("=") for pair in keys.split(",")), text) for keys, text in found]


def test_kitty_gets_the_picture_in_chunks_and_where_it_is_to_stand() -> None:
    room = room_for(Means.KITTY, 60, 20, 1)
    noise = PIL.Image.effect_noise((60 * room.width, 20 * room.height), 90).convert("RGB")
    found = printed(Shot(noise, 60, 20), room, Means.KITTY, GROUND, 0x01020304)
    *chunks, placed = messages(found.before)
    assert len(chunks) > 2
    assert all(len(text) <= 4096 for _, text in chunks)
    assert [keys["m"] for keys, _ in chunks] == ["1"] * (len(chunks) - 1) + ["0"]
    assert chunks[0][0] == {"a": "t", "t": "d", "f": "100", "q": "2", "i": "16909060", "m": "1"}
    sent = PIL.Image.open(BytesIO(b64decode("".join(text for _, text in chunks))))
    assert sent.size == (60 * room.width, 20 * room.height)
    assert placed[0] == {"a": "p", "U": "1", "q": "2", "i": "16909060", "c": "60", "r": "20"}


def test_kitty_is_told_to_free_the_picture_and_no_other() -> None:
    ((keys, text),) = messages(a_print(Means.KITTY).after)
    assert keys == {"a": "d", "d": "I", "q": "2", "i": "16909060"}
    assert text == ""


def test_a_placeholder_tells_its_picture_by_its_colour_and_stands_on_paper() -> None:
    strip = a_print(Means.KITTY).strips[2]
    ((text, colour, ground),) = colours(strip)
    assert text.count("\U0010eeee") == 12
    assert colour == "rgb(2, 3, 4)"
    assert ground == "#f6f1e7"


def test_a_small_picture_for_kitty_is_one_chunk() -> None:
    keys, _ = messages(a_print(Means.KITTY).before)[0]
    assert keys["m"] == "0"


def test_sixels_come_a_row_at_a_time_over_blank_paper() -> None:
    found = a_print(Means.SIXEL)
    wide, high = cell_size() or (10, 20)
    assert len(found.over) == len(found.strips) == 4
    assert {strip.text for strip in found.strips} == {" " * 12}
    for row in found.over:
        assert re.fullmatch(f'\x1bP0;1;0q"1;1;{12 * wide};{high}[ -~]*\x1b\\\\', row)
        assert set(re.findall(r"#\d+;2;(\d+);(\d+);(\d+)", row)) == {("78", "12", "12"), ("12", "12", "78")}


def test_neither_blocks_nor_sixels_leave_anything_behind() -> None:
    for means in (Means.BLOCKS, Means.SIXEL):
        assert (a_print(means).before, a_print(means).after) == ("", "")


def test_the_extra_is_here_where_tests_are_run() -> None:
    assert is_installed()


def test_it_is_known_without_importing_whether_the_extra_is_there() -> None:
    code = (
        "import sys\nfrom reader.tui.picture_prints import is_installed\nassert is_installed()\n"
        "assert not {'PIL', 'textual_image'} & {name.split('.')[0] for name in sys.modules}\n"
        "sys.modules['textual_image'] = None\nassert not is_installed()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


ON_A_TERMINAL = """
import sys
from reader.tui.picture_prints import cell_size, quietly_imported
stream = sys.__stdout__
assert stream.isatty()
quietly_imported()
quietly_imported()
assert sys.__stdout__ is stream
import textual_image.renderable
print("cell", cell_size())
"""


@pytest.mark.parametrize(("cell", "said"), [((9, 19), "cell (9, 19)"), ((0, 0), "cell None")])
def test_the_terminal_is_asked_nothing(cell: tuple[int, int], said: str, tmp_path: Path) -> None:
    environment = clean_environment(tmp_path)
    with Terminal([sys.executable, "-c", ON_A_TERMINAL], cell=cell, environment=environment) as terminal:
        assert terminal.wait() == 0
        assert bytes(terminal.output) == f"{said}\r\n".encode()
