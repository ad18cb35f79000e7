from __future__ import annotations

import warnings
import zlib
from itertools import pairwise
from typing import Any

import PIL.Image
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.archive.picture import MAX_SIDE, Shot, decode
from reader.archive.picture_file import PictureFault
from reader.archive.picture_size import Cells
from tests.archive.pictures import BLUE, RED, as_bytes, chunk, png, two_halves

ROOM = Cells(60, 20)
PAPER = (246, 241, 231)


def shown(data: bytes, room: Cells = ROOM) -> Shot:
    shot = decode(data, "x.png", room, PAPER)
    assert isinstance(shot, Shot), shot
    assert shot.image.mode == "RGB"
    assert shot.image.size == (shot.columns * room.dots[0], shot.rows * room.dots[1])
    return shot


def refusal(data: bytes) -> str:
    fault = decode(data, "x.png", ROOM, PAPER)
    assert isinstance(fault, PictureFault)
    assert fault.rule == "P-REFUSED"
    assert "x.png" in fault.what.zh
    return fault.what.en


def looks_like(colour: Any, wanted: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 24 for one, other in zip(colour, wanted, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_every_kind_that_is_known_is_shown(kind: str) -> None:
    shot = shown(as_bytes(two_halves((600, 400)), kind))
    assert (shot.columns, shot.rows) == (60, 20)
    assert looks_like(shot.image.getpixel((5, 5)), RED)
    assert looks_like(shot.image.getpixel((55, 35)), BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_mode_of_colour_is_shown(mode: str) -> None:
    kind = "TIFF" if mode in {"CMYK", "F", "I"} else "PNG"
    shown(
        as_bytes(
            two_halves().convert("L").convert(mode) if mode in {"I", "F", "I;16"} else two_halves(mode=mode),
            kind,
        )
    )


def test_a_photo_in_the_printers_colours_is_shown_in_ours() -> None:
    shot = shown(as_bytes(two_halves((300, 200), "CMYK"), "JPEG"))
    assert looks_like(shot.image.getpixel((5, 5)), RED)


def test_sixteen_bits_of_grey_are_not_all_white() -> None:
    grey = PIL.Image.new("I;16", (20, 20), 30_000)
    value = shown(as_bytes(grey)).image.getpixel((0, 0))
    assert looks_like(value, (117, 117, 117))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_shines_through_shows_the_paper(mode: str) -> None:
    image = PIL.Image.new("RGBA", (60, 40), (0, 0, 0, 0)).convert(mode)
    options: dict[str, Any] = {"transparency": image.getpixel((0, 0))} if mode == "P" else {}
    assert looks_like(shown(as_bytes(image, **options)).image.getpixel((3, 3)), PAPER)


def test_of_a_moving_picture_the_first_frame_is_shown() -> None:
    frames = [PIL.Image.new("RGB", (30, 30), RED), PIL.Image.new("RGB", (30, 30), BLUE)] * 300
    shot = shown(as_bytes(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert looks_like(shot.image.getpixel((3, 3)), RED)


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, "red"), (2, "blue"), (3, "blue"), (4, "red"), (5, "red"), (6, "red"), (7, "blue"), (8, "blue")],
)
def test_a_photo_is_turned_as_the_camera_was_held(orientation: int, corner: str) -> None:
    notes = PIL.Image.Exif()
    notes[0x0112] = orientation
    shot = shown(as_bytes(two_halves((300, 200)), "JPEG", exif=notes, quality=95))
    assert looks_like(shot.image.getpixel((1, 1)), RED if corner == "red" else BLUE)
    assert (shot.columns < shot.rows * 2) is (orientation >= 5)


def test_notes_of_a_camera_that_make_no_sense_are_passed_over() -> None:
    shown(as_bytes(two_halves(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + bytes(40)))


def test_a_large_photo_is_decoded_small() -> None:
    data = as_bytes(PIL.Image.new("RGB", (7000, 5000), RED), "JPEG")
    assert shown(data).image.size == (56, 40)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_a_large_picture_taken_in_strips_has_no_seams(mode: str) -> None:
    slope = PIL.Image.linear_gradient("L").resize((3500, 2500)).convert(mode)
    shot = shown(as_bytes(slope, compress_level=1))
    column = [shot.image.getpixel((10, y)) for y in range(shot.image.height)]
    shades = [colour[0] for colour in column if isinstance(colour, tuple)]
    assert shades == sorted(shades)
    assert max(after - before for before, after in pairwise(shades)) <= 12
    assert (shades[0] < 12, shades[-1] > 243) == (True, True)


@pytest.mark.parametrize("size", [(1, 1), (1, 30_000), (30_000, 1), (3, 5000)])
def test_a_picture_of_an_odd_shape_is_shown(size: tuple[int, int]) -> None:
    shown(as_bytes(PIL.Image.new("RGB", size, RED)))


@pytest.mark.parametrize(
    "data",
    [
        png(50_000, 50_000),
        png(2**31 - 1, 2**31 - 1),
        png(MAX_SIDE + 1, 2),
        png(9_000, 9_000),
        png(13_000, 8_000),
        as_bytes(two_halves((2, 2)), "BMP").replace(b"\x02\0\0\0\x02\0\0\0", b"\xff\xff\0\0\xff\xff\0\0", 1),
    ],
)
def test_a_bomb_is_refused_by_its_head(data: bytes) -> None:
    assert "too large" in refusal(data)


def test_a_photo_of_thousands_of_scans_is_refused() -> None:
    data = as_bytes(two_halves(), "JPEG", progressive=True)
    scan = data.index(b"\xff\xda")
    assert "too large" in refusal(data[:scan] + data[scan:-2] * 200 + data[-2:])


def test_a_chunk_that_unpacks_to_gigabytes_is_refused() -> None:
    bomb = zlib.compress(bytes(80_000_000), 9)
    data = png(4, 4, chunk(b"zTXt", b"note\0\0" + bomb), chunk(b"iCCP", b"p\0\0" + bomb), pixels=bytes(20))
    assert "broken" in refusal(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
@pytest.mark.parametrize("share", [0.3, 0.7])
def test_a_file_that_was_cut_off_is_refused(kind: str, share: float) -> None:
    image = PIL.Image.effect_noise((90, 70), 80).convert("RGB")
    data = as_bytes(image, kind)
    assert refusal(data[: int(len(data) * share)])


@pytest.mark.parametrize(
    "data", [b"", b"words", b"<svg/>", b"%PDF-1.7", b"%!PS\nquit\n", as_bytes(two_halves(), "PPM")]
)
def test_what_is_no_picture_of_a_known_kind_is_refused(data: bytes) -> None:
    assert "no picture we know" in refusal(data)


def test_a_picture_without_pixels_is_refused() -> None:
    assert refusal(png(10, 10))


def test_nothing_is_warned_of_in_the_middle_of_a_screen(recwarn: pytest.WarningsRecorder) -> None:
    before = list(warnings.filters)
    decode(png(10_000, 9_500), "x.png", ROOM, PAPER)
    decode(as_bytes(two_halves(), "JPEG", exif=b"Exif\0\0MM"), "x.png", ROOM, PAPER)
    assert list(recwarn) == []
    assert warnings.filters == before


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"]),
    st.integers(0, 10_000),
    st.binary(min_size=1, max_size=12),
)
def test_a_damaged_file_is_shown_or_refused_never_more(kind: str, at: int, damage: bytes) -> None:
    data = bytearray(as_bytes(two_halves((24, 16)), kind))
    at %= len(data)
    data[at : at + len(damage)] = damage
    assert isinstance(decode(bytes(data), "x", ROOM, PAPER), Shot | PictureFault)
