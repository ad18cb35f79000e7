"""A bar is one row, painted anew only for another value."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.app import App, ComposeResult

from reader.tui.widgets.bar import Bar, BarText
from reader.typesetting.width import text_width

INK = Style(color="red")


class Bars(App[None]):
    """A bar by itself."""

    CSS = "Bar { height: 2; }"

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield Bar(id="one")

    def on_bar_pressed(self, event: Bar.Pressed) -> None:
        self.pressed.append(event.control.id)

    @property
    def bar(self) -> Bar:
        return self.query_one(Bar)


@pytest.mark.parametrize("width", [5, 12, 40])
async def test_a_bar_is_as_wide_as_it_is_and_keeps_its_right_end(width: int) -> None:
    app = Bars()
    async with app.run_test(size=(width, 3)):
        app.bar.words = BarText((("左边的话说得很长", INK),), (("右", INK),), INK)
        strip = app.bar.render_line(0)
        assert strip.cell_length == width == text_width(strip.text)
        assert strip.text.endswith("右")
        assert app.bar.render_line(1).text.strip() == ""


async def test_only_another_value_is_painted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Bars()
    async with app.run_test(size=(20, 3)):
        painted: list[object] = []
        app.bar.words = BarText((("话", INK),))
        monkeypatch.setattr(app.bar, "refresh", lambda *regions, **more: painted.append(regions))
        app.bar.words = BarText((("话", INK),))
        assert painted == []
        app.bar.words = BarText((("别的话", INK),))
        assert len(painted) == 1


async def test_a_click_comes_up_with_the_bar_it_was_on() -> None:
    app = Bars()
    async with app.run_test(size=(20, 3)) as pilot:
        await pilot.click("#one")
        assert app.pressed == ["one"]
