"""The pane by itself: moves by lines of text, keeps its place at every size, says where it stands."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from reader.tui.sheet import Sheet, Stretch
from reader.tui.widgets.galley_pane import GalleyPane
from reader.typesetting.copy import Copy, Piece
from reader.typesetting.galley import Setting
from reader.typesetting.role import Role
from reader.typesetting.width import text_width
from tests.tui.papers import LAMP, POND


class Panes(App[None]):
    """A pane by itself; it remembers what came up from it."""

    def __init__(self) -> None:
        super().__init__()
        self.moves: list[GalleyPane.Moved] = []
        self.followed: list[str] = []
        self.selected: list[str] = []

    def compose(self) -> ComposeResult:
        yield GalleyPane(id="pane")

    def on_galley_pane_moved(self, event: GalleyPane.Moved) -> None:
        self.moves.append(event)

    def on_galley_pane_followed(self, event: GalleyPane.Followed) -> None:
        self.followed.append(event.link)

    def on_galley_pane_selected(self, event: GalleyPane.Selected) -> None:
        self.selected.append(event.text)

    @property
    def pane(self) -> GalleyPane:
        return self.query_one(GalleyPane)

    @property
    def rows(self) -> list[str]:
        return [self.pane.render_line(y).text for y in range(self.pane.size.height)]


def a_sheet(paragraphs: int = 30, **more: object) -> Sheet:
    pieces = [Piece(Role.TEXT, f"第{at}段。{POND}", "body") for at in range(paragraphs)]
    jump = Piece(Role.JUMP, "下转 第2版", "jump_to", lead="→ ", link="page:2")
    every = [*pieces, jump]
    return Sheet(Copy(every, sum(len(piece.text) for piece in every)), True, **more)  # type: ignore[arg-type]


async def test_a_pane_without_a_sheet_is_blank_and_answers_everything() -> None:
    app = Panes()
    async with app.run_test(size=(40, 10)):
        pane = app.pane
        assert "".join(app.rows).strip() == ""
        assert not pane.read_on()
        assert not pane.read_back()
        pane.scroll_lines(3)
        pane.go_end()
        pane.go_top()
        assert pane.link_here() is None
        assert pane.standing.is_at_end


@pytest.mark.parametrize("size", [(24, 3), (40, 10), (80, 24), (200, 60)], ids=str)
async def test_every_row_is_as_wide_as_the_pane(size: tuple[int, int]) -> None:
    app = Panes()
    async with app.run_test(size=size) as pilot:
        app.pane.sheet = a_sheet()
        await pilot.pause()
        assert [text_width(row) for row in app.rows] == [size[0]] * size[1]


async def test_reading_on_to_the_end_and_back_to_the_beginning_passes_every_line() -> None:
    app = Panes()
    async with app.run_test(size=(40, 9)) as pilot:
        app.pane.sheet = a_sheet()
        await pilot.pause()
        forward = [app.rows]
        while app.pane.read_on():
            forward.append(app.rows)
            assert forward[-1][0] == forward[-2][-1]
        assert app.pane.standing.is_at_end
        while app.pane.read_back():
            pass
        assert app.rows == forward[0]


async def test_scrolling_stops_at_a_full_last_screen() -> None:
    app = Panes()
    async with app.run_test(size=(40, 9)) as pilot:
        app.pane.sheet = a_sheet()
        await pilot.pause()
        app.pane.scroll_lines(9999)
        assert "下转" in app.rows[-1]
        assert all(row.strip() or at for at, row in enumerate(app.rows))
        app.pane.scroll_lines(-9999)
        assert "第0段" in app.rows[0]


@pytest.mark.parametrize("size", [(40, 9), (200, 40)])
async def test_a_move_that_leaves_every_line_where_it_is_is_told_of_but_paints_nothing(
    size: tuple[int, int],
) -> None:
    app = Panes()
    async with app.run_test(size=size) as pilot:
        app.pane.sheet = an_article_sheet(200)
        await pilot.pause()
        for there, further in ((app.pane.go_top, -1), (app.pane.go_end, 1)):
            there()
            app.pane._exchange_repaint_regions()
            app.moves.clear()
            app.pane.scroll_lines(further)
            there()
            assert app.pane._exchange_repaint_regions() == set()
            await pilot.pause()
            assert {move.standing.is_at_end for move in app.moves} == {further > 0}


async def test_other_marks_are_painted_also_where_no_line_has_moved() -> None:
    app = Panes()
    async with app.run_test(size=(40, 9)) as pilot:
        app.pane.sheet = sheet = a_sheet()
        await pilot.pause()
        here = Stretch(0, 0, 3)
        for found in ((here,), ()):
            app.pane.sheet = Sheet(sheet.copy, True, found=found, found_here=here if found else None)
            await pilot.pause()
            first = app.screen._compositor.render_strips()[app.pane.forme.air]
            assert any(segment.style == app.pane.inks.found_here for segment in first) == bool(found)


async def test_the_place_stands_at_every_size_and_measure() -> None:
    app = Panes()
    async with app.run_test(size=(80, 20)) as pilot:
        app.pane.sheet = a_sheet(block=12, character=20)
        await pilot.pause()
        for measure in (60, 33, 20, 48, 60):
            app.pane.setting = Setting(measure=measure)
            assert app.pane.standing[:2] == (12, 20)
            line = app.pane.lines[0]
            assert (line.block, line.start <= 20 < line.end) == (12, True)


async def test_it_says_how_far_the_reader_is() -> None:
    app = Panes()
    async with app.run_test(size=(40, 9)) as pilot:
        app.pane.sheet = a_sheet()
        await pilot.pause()
        shares = [app.pane.standing.share]
        while app.pane.read_on():
            shares.append(app.pane.standing.share)
        assert shares == sorted(shares)
        assert 0 < shares[0] < 0.5
        assert shares[-1] == 1.0
        await pilot.pause()
        assert app.moves[-1].standing.is_at_end
        assert app.moves[-1].copy is app.pane.sheet.copy


async def test_a_match_outside_the_screen_is_brought_onto_it_whole() -> None:
    app = Panes()
    async with app.run_test(size=(40, 9)) as pilot:
        for start in range(3, 40, 4):
            here = Stretch(22, start, start + 6)
            app.pane.sheet = a_sheet(found=(here,), found_here=here)
            await pilot.pause()
            shown = [(line.start, line.end) for line in app.pane.lines if line.block == 22]
            assert any(first <= start < last for first, last in shown)
            assert any(first <= start + 5 < last for first, last in shown)


async def test_a_click_on_a_jump_line_follows_it_and_the_wheel_scrolls() -> None:
    app = Panes()
    async with app.run_test(size=(40, 9)) as pilot:
        app.pane.sheet = a_sheet()
        await pilot.pause()
        app.pane.go_end()
        assert app.pane.link_here() == "page:2"
        await pilot.click(offset=(10, 8))
        assert app.followed == ["page:2"]
        assert app.selected == []


async def test_dragging_hands_up_the_words_alone() -> None:
    app = Panes()
    async with app.run_test(size=(60, 9)) as pilot:
        app.pane.sheet = Sheet(Copy([Piece(Role.TEXT, LAMP, "body")], len(LAMP)), True)
        await pilot.pause()
        left = app.pane.forme.left
        await pilot.mouse_down(offset=(left + 4, 0))
        await pilot.hover(offset=(left + 8, 1))
        await pilot.mouse_up(offset=(left + 8, 1))
        await pilot.pause()
        first = len(app.rows[0].strip())
        assert app.selected == [LAMP[: first + 4]]


WIDE = (150, 30)
"""A pane in which an article runs in two columns of 60 cells."""


def an_article_sheet(paragraphs: int = 30, **more: object) -> Sheet:
    """Return a sheet with a head that runs in columns where there is room."""
    head = [Piece(Role.HEADLINE, "塘边修灯记", "headline"), Piece(Role.BYLINE, "□ 许望舒", "byline")]
    body = [Piece(Role.TEXT, f"第{at}段。{POND}{LAMP}", "body") for at in range(paragraphs)]
    jump = Piece(Role.JUMP, "下转 第2版", "jump_to", lead="→ ", link="page:2")
    every = [*head, *body, jump]
    copy = Copy(every, sum(len(piece.text) for piece in every))
    return Sheet(copy, True, columns_from=130, **more)  # type: ignore[arg-type]


def columns_of(app: Panes) -> list[list[str]]:
    """Return the rows of each column as they stand on the screen, below the head."""
    rule = "│"
    rows = [row.split(rule) for row in app.rows if rule in row]
    return [[row[column].strip() for row in rows] for column in (0, 1)]


async def test_in_columns_every_row_is_as_wide_as_the_pane() -> None:
    app = Panes()
    async with app.run_test(size=WIDE) as pilot:
        app.pane.sheet = an_article_sheet()
        await pilot.pause()
        for ambiguous in (1, 2):
            app.pane.setting = Setting(measure=60, ambiguous=ambiguous, gutter=True, hanging=True)
            assert app.pane.forme.columns == 2
            assert [text_width(row, ambiguous) for row in app.rows] == [WIDE[0]] * WIDE[1]


async def test_the_head_stands_across_and_the_text_below_it_in_columns() -> None:
    app = Panes()
    async with app.run_test(size=WIDE) as pilot:
        app.pane.sheet = an_article_sheet()
        await pilot.pause()
        assert [row.strip() for row in app.rows[:4]] == ["", "塘边修灯记", "□ 许望舒", ""]
        first, second = columns_of(app)
        assert first[0].startswith("第0段")
        text = "".join(piece.text for piece in app.pane.sheet.copy.all()[2:])
        read = "".join([*first, *second]).replace("\u3000", "")
        assert text.startswith(read)


async def test_a_sheet_that_names_no_width_has_one_column_in_any_pane() -> None:
    app = Panes()
    async with app.run_test(size=(220, 60)) as pilot:
        app.pane.sheet = a_sheet()
        await pilot.pause()
        assert app.pane.forme.columns == 1
        assert not any("│" in row for row in app.rows)


async def test_the_place_stands_between_one_column_and_several() -> None:
    app = Panes()
    async with app.run_test(size=WIDE) as pilot:
        app.pane.sheet = an_article_sheet(block=12, character=40)
        await pilot.pause()
        for measure, columns in ((60, 2), (120, 1), (45, 2), (60, 2)):
            app.pane.setting = Setting(measure=measure)
            assert app.pane.forme.columns == columns
            assert app.pane.standing[:2] == (12, 40)
            line = app.pane.lines[0]
            assert (line.block, line.start <= 40 < line.end) == (12, True)


async def test_reading_on_in_columns_follows_right_after_the_last_line() -> None:
    app = Panes()
    async with app.run_test(size=WIDE) as pilot:
        app.pane.sheet = an_article_sheet(60)
        await pilot.pause()
        last = app.pane.lines[-1]
        assert app.pane.read_on()
        first = app.pane.lines[0]
        assert (first.block, first.start) in {(last.block, last.end), (last.block + 1, 0)}
        while app.pane.read_on():
            pass
        assert app.pane.link_here() == "page:2"
        while app.pane.read_back():
            pass
        assert "塘边修灯记" in app.rows[1]


async def test_a_click_in_the_second_column_follows_the_jump_line_there() -> None:
    app = Panes()
    async with app.run_test(size=WIDE) as pilot:
        app.pane.sheet = an_article_sheet(7)
        await pilot.pause()
        row = next(at for at, text in enumerate(app.rows) if "下转" in text)
        _, second = app.pane.forme.lefts
        # At the same height in the first column stands text, which leads nowhere.
        await pilot.click(offset=(app.pane.forme.left + 3, row))
        assert app.followed == []
        await pilot.click(offset=(second + 3, row))
        assert app.followed == ["page:2"]


async def test_dragging_across_columns_takes_the_words_in_reading_order() -> None:
    app = Panes()
    async with app.run_test(size=WIDE) as pilot:
        app.pane.sheet = an_article_sheet(6)
        await pilot.pause()
        first_left, second_left = app.pane.forme.lefts
        first, second = columns_of(app)
        top = next(at for at, row in enumerate(app.rows) if "│" in row)
        written = [row for row in first if row]
        await pilot.mouse_down(offset=(first_left, top + len(written) - 1))
        await pilot.hover(offset=(second_left + 8, top))
        await pilot.mouse_up(offset=(second_left + 8, top))
        await pilot.pause()
        # Four of the eight cells are the indent, which is not among the words.
        assert app.selected == [written[-1] + "\n" + second[0].strip("\u3000")[:2]]


async def test_cells_beside_the_text_lead_to_the_nearest_column() -> None:
    app = Panes()
    async with app.run_test(size=WIDE) as pilot:
        app.pane.sheet = an_article_sheet()
        await pilot.pause()
        pane, forme = app.pane, app.pane.forme
        row = next(at for at, text in enumerate(app.rows) if "│" in text)
        first, second = pane.viewport.row(row - forme.air) if pane.viewport else ()
        assert pane.line_at(0, row) == (first, -forme.left)
        assert pane.line_at(forme.left + forme.measure, row) == (first, forme.measure)
        assert pane.line_at(forme.lefts[1] - 1, row) == (second, -1)
        assert pane.line_at(WIDE[0] - 1, row) == (second, WIDE[0] - 1 - forme.lefts[1])
        assert pane.line_at(forme.lefts[1], 0) is None


async def test_a_match_in_another_column_is_marked_where_it_stands() -> None:
    app = Panes()
    async with app.run_test(size=WIDE) as pilot:
        app.pane.sheet = an_article_sheet()
        await pilot.pause()
        target = app.pane.lines[-1]
        here = Stretch(target.block, target.start, target.start + 3)
        before = app.rows
        sheet = app.pane.sheet
        app.pane.sheet = Sheet(sheet.copy, True, found=(here,), found_here=here, columns_from=130)
        await pilot.pause()
        assert app.rows == before
        ink = app.pane.inks.found_here
        marked = [
            (segment.text, y)
            for y in range(app.pane.size.height)
            for segment in app.pane.render_line(y)
            if segment.style == ink
        ]
        piece = sheet.copy.piece(target.block)
        assert piece is not None
        assert [text for text, _ in marked] == [piece.text[here.start : here.end]]


async def test_the_text_of_the_screen_takes_in_all_columns() -> None:
    app = Panes()
    async with app.run_test(size=WIDE) as pilot:
        app.pane.sheet = an_article_sheet()
        await pilot.pause()
        region = app.pane.text_region()
        assert (region.x, region.width) == (app.pane.forme.left, 125)
