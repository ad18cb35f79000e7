"""What a visitor is handed, and what help and keys make of it on their screen."""

from __future__ import annotations

import asyncio
from pathlib import Path

import asyncssh
import pytest

from reader.loading.load import load_edition
from reader.reading.store import StateStore
from reader.ssh.access import Access
from reader.ssh.guest_store import GuestStore, MemberStore
from reader.ssh.kiosk import Kiosk
from reader.ssh.visitor_opening import visitor_opening
from reader.ssh.visitor_terminal import VisitorTerminal, visitor_terminal
from reader.tui.desk import Habits
from reader.tui.key import Need
from reader.tui.opening import Opening
from reader.tui.picture_plan import Means
from reader.web.browser import browser_terminal
from tests.ssh.visiting import Visitor, a_library, connect, hall, sit_down, until

TALL = (100, 140)
"""A screen on which the whole help stands."""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


def terminal(**environ: str) -> VisitorTerminal:
    return visitor_terminal("xterm-256color", (80, 24), environ)


def an_opening(
    library: Path, looking: VisitorTerminal, store: StateStore | None = None, *, can_copy: bool = False
) -> Opening:
    paper = Kiosk(library, load_edition).newest()
    kept = store or GuestStore()
    return visitor_opening(paper, library, looking, "zh", Habits(), None, kept, can_copy=can_copy)


def test_a_visitor_lacks_what_would_reach_the_machine(library: Path) -> None:
    lacks = an_opening(library, terminal()).lacks
    assert {Need.EDITOR, Need.PROOF, Need.FILES, Need.CLIPBOARD, Need.PLACES} <= lacks


def test_who_is_known_by_a_key_is_remembered(library: Path, tmp_path: Path) -> None:
    member = MemberStore(tmp_path / "member.json")
    assert Need.PLACES not in an_opening(library, terminal(), member).lacks


def test_the_house_may_give_the_clipboard(library: Path) -> None:
    assert Need.CLIPBOARD not in an_opening(library, terminal(), can_copy=True).lacks


def test_no_picture_is_made_where_there_are_no_colours(library: Path) -> None:
    assert an_opening(library, terminal()).habits.pictures.asked is Means.BLOCKS
    for poor in (terminal(NO_COLOR="1"), visitor_terminal("xterm", (80, 24), {})):
        assert an_opening(library, poor).habits.pictures.asked is Means.OFF


def test_nobody_in_a_browser_is_sent_to_a_terminal_to_copy(library: Path) -> None:
    in_browser = an_opening(library, browser_terminal({}, "en")).no_clipboard
    assert "terminal" not in in_browser.en
    assert "终端" not in in_browser.zh
    assert "ask whoever serves" in in_browser.en
    assert "terminal" in an_opening(library, terminal()).no_clipboard.en


async def helped(visitor: Visitor) -> str:
    visitor.type("?")
    await until(lambda: visitor.shows("帮助：按键"))
    await asyncio.sleep(0.2)
    return "\n".join(visitor.lines())


async def test_the_help_over_ssh_names_what_a_visitor_may_do(library: Path) -> None:
    async with hall(library) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection, TALL)
        await until(lambda: visitor.shows("渡口停摆"))
        shown = await helped(visitor)
        for words in ("收藏本篇", "往期：日历", "搜索本期", "版心加宽", "退出"):
            assert words in shown
        for words in ("校对", "$EDITOR", "重新读入", "复制", "读不了", "都记着"):
            assert words not in shown


async def test_who_is_known_by_key_is_told_that_their_place_is_kept(library: Path, tmp_path: Path) -> None:
    key = asyncssh.generate_private_key("ssh-ed25519")
    access = Access(keys=key.export_public_key())
    async with (
        hall(library, access=access, places=tmp_path / "places") as room,
        await connect(room.port, client_keys=[key]) as connection,
    ):
        visitor = await sit_down(connection, TALL)
        await until(lambda: visitor.shows("渡口停摆"))
        assert "读到哪里都记着" in await helped(visitor)


async def test_the_feet_over_ssh_name_no_copying_and_no_broken_files(library: Path) -> None:
    (library / "2025-04-07.yaml").write_text("paper: [oops", encoding="utf-8")
    async with hall(library) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection, (120, 40))
        await until(lambda: visitor.shows("渡口停摆"))
        visitor.type("mM")
        await until(lambda: visitor.shows("取消收藏"))
        assert not visitor.shows("复制")
        visitor.type("\x1b")
        await until(lambda: visitor.shows("→ 下篇"))
        visitor.type("o")
        await until(lambda: visitor.shows("Esc 返回"))
        await asyncio.sleep(0.3)
        assert not visitor.shows("读不了")
        visitor.type("!")
        await until(lambda: visitor.shows("2025-04-07.yaml"))
