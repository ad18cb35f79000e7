"""The page in a real browser: what it shows, what it asks for, and what is left when its tab is closed."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image

from reader.web.web_room import Facade
from tests.ssh.visiting import a_library, until
from tests.web.chromium import CHROMIUM, Browser, Tab, chromium
from tests.web.coming import UNHURRIED, WebHall, web_hall

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[WebHall]:
    async with web_hall(a_library(tmp_path / "library"), facade=Facade("河湾日报")) as open_room:
        yield open_room


@pytest_asyncio.fixture
async def window(tmp_path: Path) -> AsyncIterator[Browser]:
    async with chromium(tmp_path / "profile") as one:
        yield one


def colours(
    picture: bytes, box: tuple[int, int, int, int] | None = None
) -> list[tuple[int, tuple[int, ...]]]:
    """Return the colours of a picture, or of a part of it, the most frequent first."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    found = (image.crop(box) if box else image).getcolors(1 << 20) or []
    return sorted(
        ((count, tuple(colour)) for count, colour in found if isinstance(colour, tuple)), reverse=True
    )


async def is_open(
    tab: Tab, room: WebHall, size: tuple[int, int] = (900, 700), *, is_phone: bool = False
) -> None:
    """Open the page and see that the paper is drawn."""
    await tab.open(room.address, size, is_phone=is_phone)
    await tab.sees("渡口停摆")
    await until(lambda: room.room.reception.visitors == 1)


async def has_class(tab: Tab, name: str) -> None:
    """Wait until the page's body is of a class."""
    async with asyncio.timeout(10):
        while not await tab.evaluate(f"document.body.classList.contains('{name}')"):
            await asyncio.sleep(0.02)


async def test_it_opens_reads_searches_and_closes(room: WebHall, window: Browser) -> None:
    async with window.tab() as tab:
        await is_open(tab, room)
        assert await tab.evaluate("document.title") == "河湾日报"
        await tab.type("l")
        await tab.sees("从下周起")
        await tab.press("ArrowLeft", 37)
        await tab.sees("老桥昨天重新通车")
        await tab.type("/水位和风")
        await tab.sees("写满了水位和风")
        await tab.press("Escape", 27)
        await until(lambda: not tab.shows("换范围"))
        await tab.type("q")
        await has_class(tab, "-closed")
        assert await tab.evaluate("document.getElementById('why').textContent") == "今天就读到这里"
        assert (await room.event("end"))["reason"] == "left"
        await tab.evaluate("document.getElementById('again').click()")
        await room.event("visit", 2)
        assert tab.complaints == []


async def test_the_paper_is_painted_and_not_only_sent(room: WebHall, window: Browser) -> None:
    async with window.tab() as tab:
        await is_open(tab, room)
        await asyncio.sleep(0.5)
        picture = await tab.picture()
        (count, paper), *others = colours(picture)
        assert min(paper) > 200, "newsprint is light"
        assert count < 900 * 700 * 0.95
        assert any(max(colour) < 60 and count > 1000 for count, colour in others), "ink is dark"
        edge = colours(picture, (896, 100, 900, 600))
        assert all(min(colour) > 150 for _, colour in edge), "no strip of another colour at the edge"


async def test_the_page_asks_nobody_but_us(room: WebHall, window: Browser) -> None:
    async with window.tab() as tab:
        await is_open(tab, room)
        asked = {address.split("?")[0] for address in tab.requested if not address.startswith("data:")}
        assert asked
        assert all(f"//127.0.0.1:{room.port}/" in address for address in asked)
        assert tab.complaints == []
        fonts = await tab.evaluate(
            "[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.weight).join()"
        )
        assert "400" in fonts


async def test_the_policy_is_kept_by_the_browser(room: WebHall, window: Browser) -> None:
    async with window.tab() as tab:
        await is_open(tab, room)
        tried = "fetch('http://127.0.0.1:9/').then(() => 'reached', () => 'refused')"
        assert await tab.evaluate(tried) == "refused"
        await until(lambda: any("Content Security Policy" in complaint for complaint in tab.complaints))


async def test_what_stands_in_the_address_makes_no_requests(room: WebHall, window: Browser) -> None:
    async with window.tab() as tab:
        await tab.open(f"{room.address}?delay=1&ping=http://127.0.0.1:9/&fontsize=20")
        await tab.sees("渡口停摆")
        assert not any(":9/" in address for address in tab.requested if not address.startswith(room.address))
        assert (await tab.evaluate("location.search")).endswith("fontsize=20")
        assert await tab.evaluate("document.getElementById('terminal').dataset.fontSize") == "20"


async def test_a_closed_tab_ends_its_visit_and_leaves_nothing(tmp_path: Path, window: Browser) -> None:
    rules = UNHURRIED._replace(login=2.0)  # a browser keeps connections for its next request
    async with web_hall(a_library(tmp_path / "library"), rules) as room:
        before = len(asyncio.all_tasks())
        async with window.tab() as tab:
            await is_open(tab, room)
        assert (await room.event("end"))["reason"] == "left"
        await until(lambda: room.room.is_empty and room.room.reception.visitors == 0)
        await until(lambda: room.room.reception.connections == 0)
        await until(lambda: len(asyncio.all_tasks()) <= before)


async def test_a_planted_error_ends_one_visit_and_the_page_says_so(
    room: WebHall, window: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window.tab() as bad, window.tab() as good:
        await is_open(bad, room)
        seat = next(iter(room.room._seats))
        await good.open(room.address)
        await good.sees("渡口停摆")
        assert seat.visit is not None

        def fails(*_: object) -> None:
            raise RuntimeError("planted")

        monkeypatch.setattr(seat.visit.app.paper, "action_next_article", fails)
        await bad.type("l")
        await has_class(bad, "-closed")
        assert "程序出了错" in await bad.evaluate("document.getElementById('why').textContent")
        assert "planted" in (await room.event("failure"))["error"]
        await good.type("l")
        await good.sees("从下周起")


async def test_on_a_phone_fingers_turn_the_page(room: WebHall, window: Browser) -> None:
    async with window.tab() as tab:
        await is_open(tab, room, (390, 844), is_phone=True)
        assert (await room.event("visit"))["size"].startswith("4")
        rows = await tab.evaluate("document.querySelector('.keys').getBoundingClientRect().bottom")
        assert rows <= 844
        assert await tab.evaluate("document.documentElement.scrollWidth") <= 390
        await tab.evaluate("document.querySelectorAll('.keys button')[1].click()")
        await tab.sees("从下周起")


async def test_a_window_that_is_drawn_larger_is_followed(room: WebHall, window: Browser) -> None:
    async with window.tab() as tab:
        await is_open(tab, room, (600, 500))
        before = len(tab.raw)
        await tab.send(
            "Emulation.setDeviceMetricsOverride", width=1600, height=1000, deviceScaleFactor=1, mobile=False
        )
        await until(lambda: len(tab.raw) > before + 1000)
        seat = next(iter(room.room._seats))
        assert seat.visit is not None
        await until(lambda: seat.visit is not None and seat.visit.app.size.width > 150)


async def with_changed(tab: Tab, room: WebHall, script: str) -> None:
    """Open the page in a browser that is changed by a script first."""
    await tab.send("Page.enable")
    await tab.send("Page.addScriptToEvaluateOnNewDocument", source=script)
    await tab.open(room.address)


async def test_a_browser_without_webgl_draws_it_all_the_same(room: WebHall, window: Browser) -> None:
    lost = (
        "const kept = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...more) {"
        "  return kind === 'webgl2' ? null : kept.call(this, kind, ...more); };"
    )
    async with window.tab() as tab:
        await with_changed(tab, room, lost)
        await tab.sees("渡口停摆")
        await asyncio.sleep(0.5)
        assert any(max(colour) < 60 and count > 1000 for count, colour in colours(await tab.picture()))


async def test_a_browser_in_which_the_terminal_fails_is_told_so(room: WebHall, window: Browser) -> None:
    lost = "Object.defineProperty(window, 'onload', {set() {}, get() { return () => { throw 0; }; }});"
    async with window.tab() as tab:
        await with_changed(tab, room, lost)
        await has_class(tab, "-closed")
        assert "画不了版面" in await tab.evaluate("document.getElementById('why').textContent")
