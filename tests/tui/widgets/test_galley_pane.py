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
