"""The pictures of the program are what the program shows, and every cell of them is in its place."""

from __future__ import annotations

import re
import unicodedata
from xml.etree import ElementTree

import pytest
from rich.segment import Segment
from rich.style import Style

from tools.screen_drawing import is_even, patches
from tools.screen_svg import CELL, ROW, USUAL_GROUND, Ground, screen_svg
from tools.screenshots import FOLDER, MOST_BYTES, ROOT, SHOTS, Shot, picture

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[tuple[str, float, float, float]]:
    """Every text of a picture: what, where from, where to, and its line."""
    found = []
    for element in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        x = float(element.attrib["x"])
        found.append(
            (
                element.text or "",
                x,
                x + float(element.attrib["textLength"]),
                float(element.attrib["y"]),
            )
        )
    return found


def drawn(*segments: Segment, width: int = 12, ground: Ground = USUAL_GROUND) -> str:
    return screen_svg([segments], width, "A row", "One row", ground)


# The committed pictures


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
async def test_a_picture_shows_what_the_program_shows_today(shot: Shot) -> None:
    assert await picture(shot) == shot.path.read_text(encoding="utf-8"), "run make screenshots"


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_picture_is_small_says_what_it_shows_and_fetches_nothing(shot: Shot) -> None:
    svg = shot.path.read_text(encoding="utf-8")
    assert len(svg.encode()) < MOST_BYTES
    root = ElementTree.fromstring(svg)
    assert root.findtext(f"{SVG}title") == shot.title
    assert root.findtext(f"{SVG}desc") == shot.words
    assert set(re.findall(r"https?://[^\"< ]+", svg)) == {"http://www.w3.org/2000/svg"}
    assert "@import" not in svg
    assert "url(" not in svg


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_no_two_texts_of_a_picture_overlap_and_none_leaves_it(shot: Shot) -> None:
    end: dict[float, float] = {}
    for _, start, stop, line in sorted(
        texts(shot.path.read_text(encoding="utf-8")), key=lambda text: text[1]
    ):
        assert start >= end.get(line, 0.0)
        assert start % CELL == 0
        assert stop <= shot.size[0] * CELL
        end[line] = stop


def test_every_picture_belongs_to_a_shot_and_every_shot_has_a_name_of_its_own() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {shot.path.name for shot in SHOTS}
    assert len({shot.name for shot in SHOTS}) == len(SHOTS)


def test_the_readme_shows_pictures_that_exist_with_words_for_those_who_do_not_see_them() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^\]]*)\]\((docs/screenshots/[^)]+)\)", readme)
    assert len(shown) >= 2
    assert all((ROOT / path).is_file() for _, path in shown)
    assert all(len(words) > 20 for words, _ in shown)


# How a picture is drawn


def test_chinese_and_latin_stand_on_the_grid_of_cells() -> None:
    assert texts(drawn(Segment("今年2325台ok"))) == [
        ("今年", 0, 4 * CELL, 17),
        ("2325", 4 * CELL, 8 * CELL, 17),
        ("台", 8 * CELL, 10 * CELL, 17),
        ("ok", 10 * CELL, 12 * CELL, 17),
    ]


def test_a_character_no_font_is_sure_of_stands_by_itself() -> None:
    assert [text for text, *_ in texts(drawn(Segment("a“b”…c")))] == ["a", "“", "b", "”", "…", "c"]


def test_grounds_fill_their_cells_and_neighbours_of_one_colour_are_one() -> None:
    red = Style(bgcolor="#ff0000")
    svg = screen_svg([[Segment("预警", red), Segment("  ok    ")]] * 2, 12, "", "")
    assert f'<rect x="0" y="0" width="{4 * CELL}" height="{2 * ROW}" fill="#ff0000"/>' in svg


def test_reversed_text_has_its_colours_changed_about_and_weights_are_kept() -> None:
    svg = drawn(
        Segment("ok", Style(bold=True, reverse=True)), Segment(" " * 10), ground=Ground("#111111", "#eeeeee")
    )
    assert f'width="{2 * CELL}" height="{ROW}" fill="#111111"' in svg
    assert 'class="n c0 b"' in svg
    assert ".c0{fill:#eeeeee}" in svg


def test_what_looks_like_markup_is_text() -> None:
    assert [text for text, *_ in texts(drawn(Segment("a<b>&c")))] == ["a<b>&c"]


# Rules and blocks are drawn, not set


@pytest.mark.parametrize("code", range(0x2500, 0x25A0))
def test_every_rule_and_block_but_the_slanting_is_drawn_inside_its_cell(code: int) -> None:
    found = patches(chr(code))
    if "DIAGONAL" in unicodedata.name(chr(code)):
        assert found is None
        return
    assert found
    for patch in found:
        assert patch.x >= 0
        assert patch.y >= 0
        assert patch.x + patch.width <= 1 + 1e-9
        assert patch.y + patch.height <= 1 + 1e-9


@pytest.mark.parametrize(
    ("character", "sides"),
    [
        ("─", "lr"),
        ("│", "ud"),
        ("┌", "dr"),
        ("┬", "dlr"),
        ("┼", "udlr"),
        ("═", "lr"),
        ("╪", "udlr"),
        ("┃", "ud"),
        ("╭", "dr"),
    ],
)
def test_a_rule_reaches_the_sides_it_joins_and_no_others(character: str, sides: str) -> None:
    found = patches(character) or []
    reached = {
        "l": any(patch.x == 0 for patch in found),
        "r": any(patch.x + patch.width == 1 for patch in found),
        "u": any(patch.y == 0 for patch in found),
        "d": any(patch.y + patch.height == 1 for patch in found),
    }
    assert {side for side, is_reached in reached.items() if is_reached} == set(sides)


def test_a_level_rule_is_one_stroke_however_long() -> None:
    assert is_even("─")
    assert not is_even("┼")
    assert not is_even("字")
    svg = drawn(Segment("─" * 12))
    assert svg.count("<rect") == 2  # the ground and the rule
    assert f'width="{12 * CELL}"' in svg


def test_blocks_fill_their_share() -> None:
    assert [(patch.width, patch.height) for patch in patches("▍") or ()] == [(0.375, 1)]
    assert [(patch.y, patch.height) for patch in patches("▄") or ()] == [(0.5, 0.5)]
    assert [(patch.x, patch.width) for patch in patches("▐") or ()] == [(0.5, 0.5)]
    assert [(patch.width, patch.height) for patch in patches("█") or ()] == [(1, 1)]
    assert [patch.opacity for patch in patches("▒") or ()] == [0.5]
