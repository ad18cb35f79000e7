"""A reader whose index somebody else keeps sees how it stands, and finds by themselves what comes into it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from reader.reading import hunt
from reader.tui import index_watch
from reader.tui.index_news import IndexNews
from tests.tui.libraries import WILLOW, a_library, indexed, the_open
from tests.tui.papers import POND, a_paper, an_article, put
from tests.tui.searching.searches import said
from tests.tui.sitting import Sitting, opened


class Post:
    """Tells what a test has it tell."""

    def __init__(self, news: IndexNews) -> None:
        self.news = news
        self.damages = 0
        self.looks = 0

    def read(self) -> IndexNews:
        self.looks += 1
        return self.news

    def tell_damage(self) -> None:
        self.damages += 1


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_watch, "LOOK_SECONDS", 0.05)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_library(tmp_path)


async def searching(sitting: Sitting, words: str) -> None:
    await sitting.press("slash")
    await sitting.type(words)
    await sitting.press("tab")


async def test_hits_come_by_themselves_once_somebody_has_made_the_index(root: Path, tmp_path: Path) -> None:
    post = Post(IndexNews(is_indexing=True))
    how: dict[str, Any] = {
        "library": root,
        "index_dir": tmp_path / "index",
        "index_post": post,
        "is_guest": True,
    }
    async with opened(the_open(root), (120, 30), **how) as sitting:
        await searching(sitting, WILLOW[:6])
        await sitting.until(lambda: "正在编索引" in said(sitting))
        post.news = IndexNews(is_indexing=True, done=2, of=5)
        await sitting.until(lambda: "正在编索引 2/5" in said(sitting))
        indexed(root, tmp_path)
        post.news = IndexNews(rounds=1)
        await sitting.until(lambda: "▸全部 3" in said(sitting))
        assert "索引" not in said(sitting)


async def test_who_is_there_already_finds_a_new_edition_once_it_is_indexed(
    root: Path, tmp_path: Path
) -> None:
    post = Post(IndexNews(rounds=1))
    how: dict[str, Any] = {
        "library": root,
        "index_dir": indexed(root, tmp_path),
        "index_post": post,
        "is_guest": True,
    }
    async with opened(the_open(root), (120, 30), **how) as sitting:
        await searching(sitting, "灯塔")
        await sitting.until(lambda: "▸全部 0" in said(sitting))
        put(root, a_paper([an_article("灯塔重新点亮", body=POND)], date="2026-03-20"), name="2026-03-20.yaml")
        indexed(root, tmp_path)
        post.news = IndexNews(rounds=2)
        await sitting.until(lambda: "▸全部 1" in said(sitting))


async def test_a_guest_is_told_that_back_issues_cannot_be_searched_and_no_command(
    root: Path, tmp_path: Path
) -> None:
    post = Post(IndexNews(rounds=1, has_failed=True))
    how: dict[str, Any] = {
        "library": root,
        "index_dir": tmp_path / "index",
        "index_post": post,
        "is_guest": True,
    }
    async with opened(the_open(root), (120, 30), tongue="en", is_alone=False, **how) as sitting:
        await searching(sitting, WILLOW[:6])
        words = "back issues cannot be searched here now; this edition can be"
        await sitting.until(lambda: words in said(sitting))
        await sitting.press("tab")
        await sitting.until(lambda: "not in this edition; back issues cannot be searched" in said(sitting))


async def test_what_failed_once_and_then_succeeds_is_searched_again(root: Path, tmp_path: Path) -> None:
    index = indexed(root, tmp_path)
    put(root, a_paper([an_article("灯塔重新点亮", body=POND)], date="2026-03-11"), name="2026-03-11.yaml")
    post = Post(IndexNews(rounds=1, has_failed=True))
    how: dict[str, Any] = {"library": root, "index_dir": index, "index_post": post, "is_guest": True}
    async with opened(the_open(root), (120, 30), is_alone=False, **how) as sitting:
        await searching(sitting, "灯塔")
        await sitting.until(lambda: "还搜不到另外 1 期" in said(sitting))
        indexed(root, tmp_path)
        post.news = IndexNews(rounds=2)
        await sitting.until(lambda: "▸全部 1" in said(sitting))


async def test_damage_is_told_to_who_keeps_the_index(root: Path, tmp_path: Path) -> None:
    [file] = indexed(root, tmp_path).glob("*.sqlite")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE text SET check_sum = check_sum + 1")
    connection.close()
    post = Post(IndexNews(rounds=1))
    how: dict[str, Any] = {
        "library": root,
        "index_dir": tmp_path / "index",
        "index_post": post,
        "is_guest": True,
    }
    async with opened(the_open(root), (120, 30), **how) as sitting:
        await searching(sitting, WILLOW[:6])
        await sitting.until(lambda: post.damages == 1)


async def test_nobody_asks_while_no_query_is_typed(root: Path, tmp_path: Path) -> None:
    post = Post(IndexNews(rounds=1))
    how: dict[str, Any] = {
        "library": root,
        "index_dir": indexed(root, tmp_path),
        "index_post": post,
        "is_guest": True,
    }
    async with opened(the_open(root), (120, 30), **how) as sitting:
        assert post.looks == 0
        await searching(sitting, WILLOW[:6])
        await sitting.until(lambda: post.looks > 2)
        await sitting.press("escape")
        await sitting.press("right")
        await sitting.until(lambda: sitting.app.back_room._watch is not None and not timer_of(sitting))


def timer_of(sitting: Sitting) -> object:
    watch = sitting.app.back_room._watch
    return watch is not None and watch._timer


async def test_a_guest_alone_has_the_files_of_a_small_library_read(root: Path, tmp_path: Path) -> None:
    how: dict[str, Any] = {"library": root, "index_dir": tmp_path / "nothing", "is_guest": True}
    async with opened(the_open(root), (120, 30), **how) as sitting:
        await searching(sitting, WILLOW[:6])
        await sitting.until(lambda: "▸全部 3" in said(sitting))
        assert not (tmp_path / "nothing").exists()


async def test_a_guest_alone_with_a_large_library_is_told_of_no_command(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunt, "MOST_READ", 3)
    how: dict[str, Any] = {"library": root, "index_dir": tmp_path / "nothing", "is_guest": True}
    async with opened(the_open(root), (120, 30), **how) as sitting:
        await searching(sitting, WILLOW[:6])
        await sitting.until(lambda: said(sitting) == "往期现在搜不了，本期可以搜")
