"""Rows kept for a picture, and the frame in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Article, Photo
from reader.edition.wording import Wording
from reader.typesetting.article_copy import article_copy
from reader.typesetting.blocks import SetBlock, set_block
from reader.typesetting.galley import Galley
from reader.typesetting.line import Line, Setting, Spot
from reader.typesetting.look import measure_of
from reader.typesetting.paragraph import Slice
from reader.typesetting.picture import FEWEST_ROWS, MOST_ROWS, frame_lines, most_rows
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role
from reader.typesetting.width import text_width
from tests.typesetting.samples import LEAD, assert_nothing_is_lost, edition_of, measures, mixed_text

MISSING = Wording("图片缺失", "picture missing")
ALT = "一张横放的浅色卡片"
PHOTO = Piece(Role.PHOTO, ALT, "photos[0].alt", "［图片］", link="images/card.png")


class Prints:
    """Pictures of so many rows each; those in `lost` are missing."""

    def __init__(self, rows: int = 99, lost: tuple[str, ...] = ()) -> None:
        self._rows, self._lost = rows, lost

    def fault(self, file: str) -> Wording | None:
        return MISSING if file in self._lost else None

    def rows(self, file: str, columns: int, most: int) -> int:
        return min(self._rows, most)


SHOWN = Setting(measure=60, pictures=Prints())
LOST = Setting(measure=60, pictures=Prints(lost=("images/card.png",)))


def lines_of(block: SetBlock) -> list[Line]:
    return [line for number in range(block.count()) if (line := block.line(number)) is not None]


def texts(piece: Piece, setting: Setting, title: Wording = MISSING) -> list[str]:
    return [line.text for line in frame_lines(0, piece, setting, title)]


def test_rows_are_kept_for_a_picture_and_each_knows_which_it_is() -> None:
    lines = lines_of(set_block(7, PHOTO, Role.TEXT, SHOWN))
    assert [line.row for line in lines] == list(range(20))
    assert {(line.block, line.rows, line.role, line.runs) for line in lines} == {(7, 20, Role.PICTURE, ())}


def test_no_other_line_is_a_row_of_a_picture() -> None:
    lines = lines_of(set_block(0, Piece(Role.TEXT, LEAD), None, SHOWN))
    assert {(line.row, line.rows) for line in lines} == {(0, 0)}


def test_no_row_lies_before_the_first_or_behind_the_last() -> None:
    block = set_block(0, PHOTO, None, SHOWN)
    assert block.line(-1) is block.line(20) is None


@given(measures, st.integers(0, 100))
def test_a_picture_leaves_text_on_the_screen(measure: int, screen: int) -> None:
    rows = most_rows(Setting(measure=measure, screen=screen))
    assert FEWEST_ROWS <= rows <= MOST_ROWS
    if screen >= 7:
        assert rows <= screen * 0.6


@pytest.mark.parametrize(
    ("measure", "screen", "rows"), [(60, 38, 20), (60, 0, 20), (51, 20, 12), (30, 50, 10)]
)
def test_the_room_is_that_of_a_print(measure: int, screen: int, rows: int) -> None:
    assert most_rows(Setting(measure=measure, screen=screen)) == rows


def test_a_low_picture_takes_the_rows_it_needs() -> None:
    assert set_block(0, PHOTO, None, Setting(measure=60, pictures=Prints(rows=6))).count() == 6


def test_a_place_in_the_words_of_a_picture_is_its_first_row() -> None:
    block = set_block(0, PHOTO, None, SHOWN)
    assert {block.number_at(character) for character in (0, 3, len(ALT), 99)} == {0}
    assert all((line.start, line.end) == (0, len(ALT)) for line in lines_of(block))


def test_a_picture_that_is_missing_is_a_frame_with_its_words_and_the_reason() -> None:
    lines = [line.text for line in lines_of(set_block(0, PHOTO, None, LOST))]
    assert lines == [
        "┌─ 图片缺失 " + "─" * 47 + "┐",
        f"│ {ALT}{' ' * (56 - text_width(ALT))} │",
        "└" + "─" * 58 + "┘",
    ]


def test_a_frame_speaks_the_language_of_the_paper() -> None:
    assert texts(PHOTO, Setting(measure=60, is_cjk=False))[0].startswith("┌─ picture missing ─")


def test_where_box_drawing_is_two_cells_wide_the_frame_is_of_ascii() -> None:
    frame = texts(PHOTO, Setting(measure=40, ambiguous=2))
    assert frame[0].startswith("+- 图片缺失 -")
    assert frame[1].startswith("| ")
    assert set(frame[-1]) == {"+", "-"}


def test_words_too_long_for_a_line_of_the_frame_are_set_on_the_next() -> None:
    piece = PHOTO._replace(text=LEAD)
    frame = texts(piece, Setting(measure=30))
    assert len(frame) > 4
    assert "".join(row[2:-2].strip() for row in frame[1:-1]).replace(" ", "") == LEAD.replace(" ", "")


@given(mixed_text, st.integers(1, 200), st.sampled_from([1, 2]))
def test_a_frame_is_as_wide_as_the_measure_and_loses_no_character(
    text: str, measure: int, ambiguous: int
) -> None:
    setting = Setting(measure=measure, ambiguous=ambiguous)
    lines = list(frame_lines(0, PHOTO._replace(text=text), setting, MISSING))
    assert {text_width(line.text, ambiguous) for line in lines} == {measure_of(setting)}
    assert {line.width for line in lines} == {measure_of(setting)}
    assert_nothing_is_lost(text, [Slice(line.start, line.end, 0) for line in lines[1:-1]])
    for line in lines:
        for run in line.runs:
            assert run.start is None or text[run.start : run.start + len(run.text)] == run.text


def test_the_frame_adds_nothing_to_what_is_copied() -> None:
    made = [run for line in frame_lines(0, PHOTO, SHOWN, MISSING) for run in line.runs if run.start is None]
    assert all(set(run.text) <= set("┌─┐│└┘ 图片缺失") for run in made)


def test_plain_output_tells_a_photo_in_words() -> None:
    block = set_block(0, PHOTO, None, Setting(measure=60, plain=True))
    assert [line.text for line in lines_of(block)] == [f"［图片］{ALT}"]


def test_a_photo_without_a_file_is_told_in_words_also_where_pictures_are_shown() -> None:
    block = set_block(0, PHOTO._replace(link=None), None, SHOWN)
    assert [line.text for line in lines_of(block)] == [f"［图片］{ALT}"]


PHOTOS = (Photo(id="card", file="images/card.png", alt=ALT, caption="一张卡片。", credit="冯小满 摄"),)
COPY = article_copy(
    edition_of(
        article := Article(id="a", headline="卡片", body=f"{LEAD}\n\n![card]\n\n{LEAD}", photos=PHOTOS)
    ),
    article,
)


@pytest.mark.parametrize("setting", [SHOWN, LOST])
def test_caption_and_credit_stand_under_the_picture_and_under_the_frame(setting: Setting) -> None:
    lines = [line for line in Galley(COPY, setting).all_lines() if line.role in {Role.PICTURE, Role.PHOTO}]
    after = Galley(COPY, setting).all_lines()
    roles = [line.role for line in after]
    at = max(number for number, role in enumerate(roles) if role in {Role.PICTURE, Role.PHOTO})
    assert roles[at + 1 : at + 3] == [Role.CAPTION, Role.CREDIT]
    assert lines


def test_a_galley_moves_through_a_picture_row_by_row() -> None:
    galley = Galley(COPY, SHOWN)
    block = next(at for at, piece in enumerate(COPY.all()) if piece.role is Role.PHOTO)
    top = galley.spot_at(block, 0)
    rows = [galley.lines(galley.move(top, by), 1)[0].row for by in range(20)]
    assert rows == list(range(20))
    assert galley.lines(galley.move(top, 20), 1)[0].role is Role.CAPTION
    assert galley.move(galley.move(top, 7), -7) == top
    assert galley.position(Spot(block, top.line + 5)) == (block, 0)
