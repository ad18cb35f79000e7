"""The index is kept by a process of its own: at low priority, one at a time, gone with the reader."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from reader.archive.file_index import FileIndex
from reader.tui import back_room
from reader.tui.index_keeper import NICE, Ended, IndexKeeper, Progress, command, environment
from reader.tui.searching import inquiry
from tests.tui.libraries import WILLOW, a_library, children, indexed, the_open
from tests.tui.papers import DAY, a_paper, an_article, put
from tests.tui.searching.searches import said, until_all, until_at
from tests.tui.sitting import Sitting, opened

SLOW = """
import sys, time
print("1/9", flush=True)
time.sleep(600)
"""

STEADY = """
import time
for done in range(3000):
    print(f"{done}/9", flush=True)
    time.sleep(0.1)
"""


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(back_room, "KEEP_SECONDS", 0.01)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_library(tmp_path)


def index_dir(root: Path) -> Path:
    return root.parent / "cache" / "paper-reader" / "index"


def instead(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let another process be started instead of the one that makes the index."""
    from reader.tui import index_keeper

    monkeypatch.setattr(index_keeper, "command", lambda *_: [sys.executable, "-c", code])


def keeper_of(*arguments: str) -> tuple[IndexKeeper, list[Progress], list[Ended]]:
    told: list[Progress] = []
    ended: list[Ended] = []
    return IndexKeeper(arguments, told.append, ended.append), told, ended


async def test_it_brings_the_index_up_to_the_library_and_says_how_far_it_is(root: Path) -> None:
    keeper, told, ended = keeper_of(*command(root))
    await keeper.run()
    assert ended == [Ended(is_whole=True)]
    assert told[-1] == Progress(5, 5)
    reader = FileIndex(index_dir(root), root).reader()
    assert len(reader.records()) == 5
    reader.close()


async def test_an_edition_that_cannot_be_read_is_no_fault_of_the_index(root: Path) -> None:
    put(root, {"format": 1, "paper": "河湾晨报"}, name="2026-03-10.yaml")
    keeper, _, ended = keeper_of(*command(root))
    await keeper.run()
    assert ended == [Ended(is_whole=True)]


async def test_a_cache_that_cannot_be_written_is_said(root: Path) -> None:
    (root.parent / "cache").write_text("a file, and no folder", encoding="utf-8")
    keeper, _, ended = keeper_of(*command(root, "--lang", "zh"))
    await keeper.run()
    assert not ended[0].is_whole
    assert "缓存" in ended[0].why


async def test_a_program_that_is_not_there_is_said() -> None:
    keeper, _, ended = keeper_of("/no/such/program")
    await keeper.run()
    assert not ended[0].is_whole
    assert ended[0].why


async def test_a_process_that_is_killed_has_not_finished() -> None:
    keeper, _, ended = keeper_of(
        sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    )
    await keeper.run()
    assert ended == [Ended(is_whole=False)]


async def test_asked_for_twice_it_runs_again_but_never_beside_itself(tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = (
        f"import time\nlog = open({str(log)!r}, 'a', buffering=1)\n"
        "log.write('begun\\n'); time.sleep(0.2); log.write('done\\n')"
    )
    keeper, _, ended = keeper_of(sys.executable, "-c", code)
    await asyncio.gather(keeper.run(), keeper.run(), keeper.run())
    assert log.read_text(encoding="utf-8") == "begun\ndone\nbegun\ndone\n"
    assert ended == [Ended(is_whole=True)]


async def test_it_stands_back_and_leaves_nothing_behind_when_it_is_stopped() -> None:
    keeper, told, ended = keeper_of(sys.executable, "-c", SLOW)
    before = children()
    task = asyncio.create_task(keeper.run())
    while not told:
        await asyncio.sleep(0.01)
    assert keeper.process is not None
    assert os.getpriority(os.PRIO_PROCESS, keeper.process.pid) == min(
        19, os.getpriority(os.PRIO_PROCESS, 0) + NICE
    )
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert children() == before
    assert not keeper.is_running
    assert ended == []


def test_it_runs_this_very_program_whatever_lies_in_the_folder() -> None:
    assert command(Path("x"))[1:3] == ["-P", "-m"]
    first = environment({"PYTHONPATH": "/elsewhere"})["PYTHONPATH"].split(os.pathsep)
    assert (Path(first[0]) / "reader" / "tui" / "index_keeper.py").is_file()
    assert first[1] == "/elsewhere"


# -- at the screen --------------------------------------------------------------------------------


async def searching(sitting: Sitting, words: str) -> None:
    await sitting.press("slash")
    await sitting.type(words)
    await sitting.press("tab")


async def test_the_reader_has_the_index_made_once_the_paper_is_open(root: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index_dir(root), keeps_index=True) as sitting:
        await sitting.until(lambda: sitting.app.back_room.is_whole)
        await searching(sitting, WILLOW[:6])
        await until_all(sitting, WILLOW[:6])
        await sitting.until(lambda: "▸全部 3" in said(sitting))
    assert children() == set()


async def test_hits_come_by_themselves_once_the_index_is_there(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(back_room, "KEEP_SECONDS", 0.6)
    async with opened(the_open(root), library=root, index_dir=index_dir(root), keeps_index=True) as sitting:
        await sitting.press("slash")
        await sitting.type(WILLOW[:6])
        await sitting.press("tab")
        # Counted they may be a moment before they are listed.
        await sitting.until(lambda: "▸全部 3" in said(sitting) and "2026-03-13" in sitting.contents[0])
        await sitting.press("enter")
        await until_at(sitting, "2026-03-13")


async def test_how_far_the_index_is_stands_beside_the_query(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, SLOW)
    async with opened(the_open(root), library=root, index_dir=index_dir(root), keeps_index=True) as sitting:
        await sitting.until(lambda: sitting.app.back_room.progress is not None)
        await searching(sitting, "柳絮")
        await sitting.until(lambda: "索引 1/9" in said(sitting))
        await sitting.press("escape", "right")
        assert sitting.title == "渡口换了新船"
    assert children() == set()


async def test_what_comes_into_the_index_is_found_before_it_is_whole(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, STEADY)
    monkeypatch.setattr(inquiry, "GROW_SECONDS", 0.1)
    async with opened(the_open(root), library=root, index_dir=index_dir(root), keeps_index=True) as sitting:
        await searching(sitting, WILLOW[:6])
        await sitting.until(lambda: "全部 …" in said(sitting) and "/9" in said(sitting))
        indexed(root, index_dir(root).parent)
        await sitting.until(lambda: "▸全部 3" in said(sitting))
        assert "/9" in said(sitting)
    assert children() == set()


async def test_a_changed_file_is_found_as_it_now_is(root: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index_dir(root), keeps_index=True) as sitting:
        await sitting.until(lambda: sitting.app.back_room.is_whole)
        put(root, a_paper([an_article("夜里新排的一篇", body="灯塔换了灯。")]))
        sitting.app.reload()
        await sitting.until(lambda: "重新读入" in sitting.text)
        await searching(sitting, "灯塔")
        await sitting.until(lambda: "▸全部 1" in said(sitting))
        await sitting.press("enter")
        assert sitting.app.desk.session.edition.date.isoformat() == DAY


async def test_where_nothing_can_be_written_a_small_library_is_read_itself(root: Path) -> None:
    (root.parent / "cache").write_text("a file, and no folder", encoding="utf-8")
    async with opened(the_open(root), library=root, index_dir=index_dir(root), keeps_index=True) as sitting:
        await searching(sitting, WILLOW[:6])
        await sitting.until(lambda: "▸全部 3" in said(sitting))


async def test_where_nothing_can_be_written_a_large_library_says_so(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.reading import hunt

    monkeypatch.setattr(hunt, "MOST_READ", 3)
    (root.parent / "cache").write_text("a file, and no folder", encoding="utf-8")
    async with opened(the_open(root), library=root, index_dir=index_dir(root), keeps_index=True) as sitting:
        await searching(sitting, WILLOW[:6])
        await sitting.until(lambda: "往期搜不了" in said(sitting) and "权限" in said(sitting))


async def test_a_damaged_index_is_made_anew_while_one_searches(root: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index_dir(root), keeps_index=True) as sitting:
        await sitting.until(lambda: sitting.app.back_room.is_whole)
        [file] = index_dir(root).glob("*.sqlite")
        file.write_bytes(b"no index at all" * 1000)
        for log in index_dir(root).glob("*-wal"):
            log.unlink()
        await searching(sitting, WILLOW[:6])
        await sitting.until(lambda: "▸全部 3" in said(sitting))


async def test_the_only_edition_has_no_index_made_for_it(root: Path) -> None:
    async with opened(the_open(root), index_dir=index_dir(root), keeps_index=True) as sitting:
        await asyncio.sleep(0.1)
        assert not sitting.app.back_room.is_indexing
        assert not index_dir(root).exists()
