"""The list's cursor goes over what can be chosen only, and stays in sight."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from reader.tui.widgets.listing_pane import Listing, ListingPane, Row
from reader.typesetting.width import text_width

ROWS = tuple(
    row
    for section in range(4)
    for row in (
        Row(f"第{section}版", tail="3"),
        *(Row(f"稿件{section}{at}", f"{section}{at}", "○") for at in range(3)),
    )
)


class Lists(App[None]):
    """A list by itself; it remembers what came up from it."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []
        self.highlighted: list[str] = []

    def compose(self) -> ComposeResult:
        yield ListingPane(id="listing")

    def on_listing_pane_chosen(self, event: ListingPane.Chosen) -> None:
        self.chosen.append(event.key)

    def on_listing_pane_highlighted(self, event: ListingPane.Highlighted) -> None:
        self.highlighted.append(event.key)

    @property
    def pane(self) -> ListingPane:
        return self.query_one(ListingPane)


async def test_moving_skips_headings_and_stops_at_the_ends() -> None:
    app = Lists()
    async with app.run_test(size=(30, 8)) as pilot:
        app.pane.listing = Listing(ROWS, "00")
        app.pane.focus()
        seen = []
        for _ in range(14):
            seen.append(app.pane.cursor_key)
            app.pane.move(1)
        assert seen[:4] == ["00", "01", "02", "10"]
        assert app.pane.cursor_key == "32"
        app.pane.move(-99)
        assert app.pane.cursor_key == "00"
        app.pane.go_end()
        assert app.pane.cursor_key == "32"
        app.pane.go_top()
        app.pane.choose()
        await pilot.pause()
        assert app.chosen == ["00"]
        assert app.highlighted[:3] == ["01", "02", "10"]


@pytest.mark.parametrize("height", [2, 3, 8])
async def test_the_cursor_is_always_in_sight(height: int) -> None:
    app = Lists()
    async with app.run_test(size=(30, height)):
        app.pane.listing = Listing(ROWS, "00")
        app.pane.focus()
        for by in (1, 1, 1, 5, -2, 99, -3, -99):
            app.pane.move(by)
            x, y = app.pane.cursor_offset
            assert 0 <= y < height
            assert x == 1


async def test_the_cursor_goes_with_what_is_opened_elsewhere() -> None:
    app = Lists()
    async with app.run_test(size=(30, 6)):
        app.pane.listing = Listing(ROWS, "00")
        app.pane.listing = Listing(ROWS, "31")
        assert app.pane.cursor_key == "31"


async def test_the_cursor_of_a_list_in_focus_stays_on_its_row_when_rows_come_before_it() -> None:
    app = Lists()
    async with app.run_test(size=(30, 20)):
        app.pane.listing = Listing(ROWS, "00")
        app.pane.focus()
        app.pane.move(4)
        key = app.pane.cursor_key
        app.pane.listing = Listing((Row("新", "new"), *ROWS), "00")
        assert app.pane.cursor_key == key


async def test_a_list_that_becomes_empty_or_short_has_no_cursor_outside_it() -> None:
    app = Lists()
    async with app.run_test(size=(30, 6)):
        app.pane.listing = Listing(ROWS, "31")
        app.pane.listing = Listing(())
        keys = [app.pane.cursor_key]
        app.pane.move(1)
        app.pane.go_end()
        app.pane.choose()
        app.pane.listing = Listing(ROWS[:2], None)
        assert [*keys, app.pane.cursor_key] == [None, "00"]
        assert app.chosen == []


@pytest.mark.parametrize("width", [8, 20, 31, 60])
async def test_every_row_is_as_wide_as_the_list(width: int) -> None:
    app = Lists()
    async with app.run_test(size=(width, 20)):
        app.pane.listing = Listing((*ROWS, Row("一个很长很长很长很长的标题", "x", "★", tail="12")), "00")
        for y in range(20):
            strip = app.pane.render_line(y)
            assert strip.cell_length == width == text_width(strip.text)


async def test_the_wheel_moves_the_cursor_and_a_click_chooses() -> None:
    app = Lists()
    async with app.run_test(size=(30, 20)) as pilot:
        app.pane.listing = Listing(ROWS, "00")
        await pilot.click(offset=(5, 6))
        await pilot.click(offset=(5, 4))
        assert app.chosen == ["11"]
        assert app.pane.cursor_key == "11"


def grounds(app: Lists) -> list[str]:
    """The keys of the rows that are painted as the cursor's, from edge to edge."""
    ink = app.pane.inks.cursor_row
    strips = app.screen._compositor.render_strips()
    painted = [row for row, strip in zip(ROWS, strips, strict=False) if {one.style for one in strip} == {ink}]
    return [row.key or row.text for row in painted]


async def test_the_cursor_shows_without_the_focus_in_a_list_that_is_steered_from_elsewhere() -> None:
    app = Lists()
    async with app.run_test(size=(30, 20)) as pilot:
        app.set_focus(None)
        for is_steered, shown in ((True, ["01"]), (False, []), (True, ["01"])):
            app.pane.listing = Listing(ROWS, "01", is_steered=is_steered)
            await pilot.pause()
            assert grounds(app) == shown
        app.pane.move(1)
        await pilot.pause()
        assert grounds(app) == ["02"]


async def test_in_a_list_that_is_steered_no_other_row_stands_out() -> None:
    app = Lists()
    async with app.run_test(size=(30, 20)) as pilot:
        app.set_focus(None)
        await pilot.pause()
        app.pane.listing = Listing(ROWS, "01", is_steered=True)
        app.pane.move(1)
        left, there = (set(app.pane.render_line(at)) for at in (2, 3))
        assert {one.style for one in left} == {app.pane.inks.rail}
        assert {one.style for one in there} == {app.pane.inks.cursor_row}


async def test_a_move_in_a_list_that_is_steered_paints_two_rows() -> None:
    app = Lists()
    async with app.run_test(size=(30, 20)) as pilot:
        app.set_focus(None)
        app.pane.listing = Listing(ROWS, "01", is_steered=True)
        await pilot.pause()
        app.pane._exchange_repaint_regions()
        app.pane.move(1)
        assert sorted(region.y for region in app.pane._exchange_repaint_regions()) == [2, 3]


def test_a_row_is_found_by_its_key() -> None:
    listing = Listing(ROWS, "00")
    assert listing.place_of("10") == 5
    assert listing.place_of("no such") is None
    assert listing.place_of(None) is None


def with_notes(count: int) -> Listing:
    """A list in which so many rows follow each piece that say more about it."""
    rows = []
    for at in range(4):
        rows.append(Row(f"稿件{at}", str(at)))
        rows += [Row(f"第{at}篇的话{line}", is_note=True) for line in range(count)]
    return Listing(tuple(rows))


@pytest.mark.parametrize(("height", "notes"), [(4, 0), (4, 2), (4, 3), (3, 5), (12, 2)])
async def test_what_is_said_of_a_row_is_kept_in_sight_with_it(height: int, notes: int) -> None:
    app = Lists()
    async with app.run_test(size=(30, height)) as pilot:
        app.pane.listing = with_notes(notes)
        app.pane.focus()
        for at in (*range(4), *range(3, -1, -1)):
            app.pane.stand_on(str(at))
            await pilot.pause()
            lines = [app.pane.render_line(y).text for y in range(height)]
            shown = [y for y, line in enumerate(lines) if f"稿件{at}" in line]
            assert len(shown) == 1
            said = sum(f"第{at}篇的话" in line for line in lines)
            assert said == min(notes, height - 1)


async def test_standing_on_a_row_that_is_not_there_changes_nothing() -> None:
    app = Lists()
    async with app.run_test(size=(30, 8)):
        app.pane.listing = Listing(ROWS, "11")
        app.pane.stand_on("no such row")
        app.pane.stand_on(None)
        assert app.pane.cursor_key == "11"


def test_the_rows_about_a_row_end_before_the_next_one() -> None:
    listing = with_notes(2)
    assert [listing.last_about(at) for at in (0, 1, 2, 3, 11)] == [2, 2, 2, 5, 11]
    assert Listing(ROWS).last_about(1) == 1


async def test_a_move_over_many_rows_is_told_of_once() -> None:
    app = Lists()
    async with app.run_test(size=(30, 8)) as pilot:
        app.pane.listing = Listing(ROWS, "00")
        app.pane.focus()
        await pilot.pause()
        app.highlighted.clear()
        app.pane.go_end()
        await pilot.pause()
        assert app.highlighted == ["32"]
        app.pane.move(99)
        await pilot.pause()
        assert app.highlighted == ["32"]
