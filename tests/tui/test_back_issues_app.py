"""New editions while one reads: a note in the foot, once, and a key that opens the newest."""

from __future__ import annotations

from pathlib import Path

from tests.tui.papers import PAPER, a_paper, an_article, long_article, put
from tests.tui.sitting import Sitting, opened

NOTE = "新的一期到了：2026-03-15，按 O 打开"


def put_next(folder: Path, date: str = "2026-03-15") -> Path:
    return put(folder, a_paper([an_article("第二天的事")], date=date))


async def look(sitting: Sitting) -> None:
    """Let the app look at the library as it does every few seconds."""
    app = sitting.app
    app._look_again_at = 0.0
    app.watch_arrivals()
    await sitting.until(lambda: not app._is_looking_out)


async def test_a_new_edition_is_told_once_and_leaves_the_reader_where_they_are(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper([long_article()]))
    async with opened(path, (80, 24), library=tmp_path) as sitting:
        await sitting.press("space")
        place = sitting.place
        put_next(tmp_path)
        await look(sitting)
        assert NOTE in sitting.foot
        assert sitting.place == place
        await sitting.press("j")
        assert NOTE not in sitting.foot
        await look(sitting)
        assert NOTE not in sitting.foot


async def test_the_key_opens_it_and_then_says_that_it_is_open(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path, library=tmp_path) as sitting:
        put_next(tmp_path)
        await sitting.press("O")
        await sitting.until(lambda: sitting.title == "第二天的事")
        await look(sitting)
        assert "新的一期" not in sitting.foot
        await sitting.press("O")
        await sitting.until(lambda: "这就是最新一期" in sitting.foot)


async def test_the_key_opens_the_newest_from_an_old_one_and_the_braces_know_it(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path, library=tmp_path) as sitting:
        put_next(tmp_path)
        await look(sitting)
        await sitting.press("}")
        await sitting.until(lambda: sitting.title == "第二天的事")
        await sitting.press("{")
        await sitting.until(lambda: sitting.title != "第二天的事")
        await sitting.press("O")
        await sitting.until(lambda: sitting.title == "第二天的事")


async def test_nothing_is_said_while_a_query_is_typed_but_afterwards(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path, library=tmp_path) as sitting:
        await sitting.search("白鹭")
        put_next(tmp_path)
        await look(sitting)
        assert NOTE not in sitting.foot
        await sitting.press("escape")
        await look(sitting)
        assert NOTE in sitting.foot


async def test_nothing_is_said_over_a_sheet_or_instead_of_trouble(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path, library=tmp_path) as sitting:
        await sitting.press("question_mark")
        put_next(tmp_path)
        await look(sitting)
        assert NOTE not in sitting.foot
        await sitting.press("escape")
        path.unlink()
        sitting.app.watch_file()
        await look(sitting)
        assert "不在了" in sitting.foot
        sitting.app.front.silence()
        await look(sitting)
        assert NOTE in sitting.foot


async def test_a_half_written_file_is_not_spoken_of_until_it_is_whole(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path, library=tmp_path) as sitting:
        half = tmp_path / "2026-03-15.yaml"
        half.write_text(f"format: 1\npaper: {PAPER}\ndate: 2026-03-15\nsections: [", encoding="utf-8")
        await look(sitting)
        await look(sitting)
        assert "2026-03-15" not in sitting.foot
        await sitting.press("O")
        await sitting.until(lambda: "这就是最新一期" in sitting.foot)
        sitting.app.front.silence()
        put_next(tmp_path)
        await look(sitting)
        assert NOTE in sitting.foot


async def test_one_that_has_gone_again_is_opened_by_nobody(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path, library=tmp_path) as sitting:
        new = put_next(tmp_path)
        await look(sitting)
        new.unlink()
        await sitting.press("O")
        await sitting.until(lambda: "这就是最新一期" in sitting.foot)
        assert sitting.title == "春水涨到第三级台阶"


async def test_an_edition_that_stands_alone_has_no_newer_one(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        sitting.app.watch_arrivals()
        await sitting.press("O")
        await sitting.until(lambda: "这就是最新一期" in sitting.foot)


async def test_a_paper_that_is_not_in_the_library_any_more_says_so(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path, library=tmp_path) as sitting:
        path.unlink()
        await sitting.press("O")
        await sitting.until(lambda: "往期里找不到这份报纸" in sitting.foot)


async def test_the_warnings_of_a_new_edition_are_gathered(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path, library=tmp_path) as sitting:
        put_next(tmp_path)
        await look(sitting)
        await sitting.until(lambda: str(sitting.app.desk.newest) == "2026-03-15")


async def test_the_note_names_the_readers_own_key(tmp_path: Path) -> None:
    from reader.tui.desk import Habits

    path = put(tmp_path)
    habits = Habits(rebound={"newest-edition": "f5"})
    async with opened(path, library=tmp_path, habits=habits) as sitting:
        put_next(tmp_path)
        await look(sitting)
        assert "按 f5 打开" in sitting.foot
