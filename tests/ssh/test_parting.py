"""What is left of a visit: nearly nothing, and before anything is collected."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App
from textual.widget import Widget

from reader.ssh import sweeping
from reader.ssh.parting import Roll, take_apart
from reader.tui.searching import inquiry
from tests.ssh.visiting import Hall, Visitor, a_library, connect, hall, sit_down, until


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leave the collector as it was."""
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()
    gc.enable()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path)


async def test_those_struck_off_the_roll_are_still_known() -> None:
    async with App[None]().run_test() as pilot:
        widget = Widget()
        roll = Roll(pilot.app._registry)
        assert pilot.app.screen in roll
        roll.add(widget)
        roll.discard(widget)
        assert widget not in roll
        assert widget in roll.ever


async def test_a_timer_set_while_an_app_closed_is_stopped() -> None:
    ticks = []
    app = App[None]()
    async with app.run_test():
        pass
    timer = app.set_interval(0.01, lambda: ticks.append(1))
    task = timer._task
    assert task is not None
    roll = Roll(app._registry)
    take_apart(roll, app)
    await asyncio.wait({task}, timeout=5)
    assert task.cancelled()
    assert not vars(app)


async def test_an_app_that_runs_is_left_alone(library: Path) -> None:
    async with hall(library) as room:
        visitor = await _comes(room)
        (app,) = room.room._apps
        assert app.take_apart() == 0
        visitor.type("?")
        await until(lambda: visitor.shows("帮助"))


async def test_what_a_visitor_read_is_gone_without_a_full_collection(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "REST", 1e9)
    monkeypatch.setattr(sweeping, "_STILL", 0.0)
    async with hall(library) as room:
        visitor = await _comes(room)
        (app,) = room.room._apps
        pane = weakref.ref(app.paper.pane)
        styles = weakref.ref(app.paper.pane._styles_cache)
        copies = weakref.ref(app.desk.session)
        gc.collect()
        gc.disable()
        visitor.type("q")
        await until(lambda: visitor.is_gone)
        await until(lambda: not vars(app))
        assert styles() is None
        assert copies() is None
        assert pane() is None or not vars(pane())


async def test_a_search_that_goes_on_when_a_visitor_leaves_is_gone_with_them(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "REST", 1e9)
    monkeypatch.setattr(sweeping, "_STILL", 0.0)
    async with hall(library) as room:
        visitor = await _comes(room)
        (app,) = room.room._apps
        visitor.type("/渡口")
        await until(lambda: app.paper.search is not None and app.paper.search.pursuit.finds)
        visitor.type("\r")
        await until(lambda: not app.paper.is_typing)
        await asyncio.sleep(2 * inquiry.COUNT_SECONDS)
        search = weakref.ref(app.paper.search)
        gc.collect()
        gc.disable()
        visitor.type("q")
        await until(lambda: visitor.is_gone)
        await until(lambda: not vars(app))
        assert search() is None


async def test_of_visitors_who_leave_at_once_no_task_is_left(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "_STILL", 0.2)
    async with hall(library) as room:
        before = len(asyncio.all_tasks())
        for pause in (0.0, 0.02, 0.05, 0.1):
            connection = await connect(room.port)
            await sit_down(connection)
            await asyncio.sleep(pause)
            connection.abort()
        await until(lambda: room.room.is_empty)
        await until(lambda: len(asyncio.all_tasks()) <= before)
        await until(lambda: not any(vars(app) for app in room.room._apps))


async def _comes(room: Hall) -> Visitor:
    visitor = await sit_down(await connect(room.port))
    await until(lambda: visitor.shows("渡口停摆"))
    return visitor
