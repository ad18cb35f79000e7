"""The marks as a list: notes under titles, narrowed while typing, sorted, moved through."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.typesetting.width import text_width
from tests.tui.papers import a_paper, an_article, put
from tests.tui.sitting import RunningClock, Sitting, opened

FOUR = a_paper([an_article(name) for name in ("春水", "渡船", "巷灯", "ＷＩＤＥ")])


def titles(sitting: Sitting) -> list[str]:
    return [row.split()[1] for row in sitting.contents if row.strip()[:1] in ("★", "☆")]


async def mark_all(sitting: Sitting) -> None:
    """Mark the four, the first with a note, and open the list."""
    await sitting.press("c")
    await sitting.type("核对水位")
    await sitting.press("enter", "right", "m", "right", "m", "right", "m", "M")


async def test_a_note_stands_under_its_title(tmp_path: Path) -> None:
    async with opened(put(tmp_path, FOUR)) as sitting:
        await mark_all(sitting)
        assert titles(sitting) == ["ＷＩＤＥ", "巷灯", "渡船", "春水"]
        at = next(at for at, row in enumerate(sitting.contents) if "★ 春水" in row)
        assert sitting.contents[at + 1].strip() == "▎核对水位"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("渡", ["渡船"]),
        ("核对", ["春水"]),
        ("wide", ["ＷＩＤＥ"]),
        ("2026-03 灯", ["巷灯"]),
        ("河湾", ["ＷＩＤＥ", "巷灯", "渡船", "春水"]),
        ("没有的词", []),
    ],
)
async def test_typing_narrows_the_list(tmp_path: Path, words: str, found: list[str]) -> None:
    async with opened(put(tmp_path, FOUR)) as sitting:
        await mark_all(sitting)
        await sitting.press("slash")
        await sitting.type(words)
        assert titles(sitting) == found
        assert f"{len(found)}/4" in sitting.rows[0]
        await sitting.press("enter")
        assert titles(sitting) == found
        assert f"“{words}” {len(found)}/4" in sitting.rows[0]


async def test_keys_in_one_burst_behind_the_slash_belong_to_the_filter(tmp_path: Path) -> None:
    async with opened(put(tmp_path, FOUR)) as sitting:
        await mark_all(sitting)
        for key in ("slash", *"c/mq"):
            sitting.send(key)
        await sitting.until(lambda: "筛选 › c/mq" in sitting.rows[0])
        assert len(sitting.app.desk.session.marks()) == 4


async def test_escape_shows_all_marks_before_it_leaves_the_list(tmp_path: Path) -> None:
    async with opened(put(tmp_path, FOUR)) as sitting:
        await mark_all(sitting)
        await sitting.press("slash", "渡", "escape")
        assert len(titles(sitting)) == 4
        await sitting.press("slash", "渡", "enter", "escape")
        assert len(titles(sitting)) == 4
        assert not sitting.is_on_paper
        await sitting.press("escape")
        assert sitting.is_on_paper


async def test_down_goes_from_the_filter_into_the_list(tmp_path: Path) -> None:
    async with opened(put(tmp_path, FOUR)) as sitting:
        await mark_all(sitting)
        await sitting.press("slash", "渡", "down", "enter")
        assert sitting.is_on_paper
        assert sitting.title == "渡船"


async def test_none_found_says_how_to_see_them_again(tmp_path: Path) -> None:
    async with opened(put(tmp_path, FOUR)) as sitting:
        await mark_all(sitting)
        await sitting.press("slash", "无", "enter")
        assert "Esc 看全部" in sitting.foot
        await sitting.press("enter", "m", "c", "y", "Y", "j")
        assert len(sitting.app.desk.session.marks()) == 4


async def test_s_sorts_by_the_papers_day_and_back(tmp_path: Path) -> None:
    put(tmp_path, a_paper([an_article("昨天的事")], date="2026-03-13"))
    async with opened(put(tmp_path), library=tmp_path, clock=RunningClock()) as sitting:
        await sitting.press("m", "left_curly_bracket")
        await sitting.until(lambda: sitting.title == "昨天的事")
        await sitting.press("m", "M")
        assert titles(sitting) == ["昨天的事", "春水涨到第三级台阶"]
        assert "按收藏先后" in sitting.rows[0]
        await sitting.press("s")
        assert titles(sitting) == ["春水涨到第三级台阶", "昨天的事"]
        assert "按报纸日期" in sitting.rows[0]
        await sitting.press("s")
        assert titles(sitting) == ["昨天的事", "春水涨到第三级台阶"]


async def test_the_cursor_stays_with_its_mark_when_the_order_changes(tmp_path: Path) -> None:
    async with opened(put(tmp_path, FOUR)) as sitting:
        await mark_all(sitting)
        await sitting.press("j")
        key = sitting.listing.cursor_key
        await sitting.press("s")
        assert sitting.listing.cursor_key == key


@pytest.mark.parametrize("tongue", ["zh", "en"])
@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (200, 60)])
async def test_every_row_fits_at_every_size_whatever_is_open(
    tmp_path: Path, size: tuple[int, int], tongue: str
) -> None:
    async with opened(put(tmp_path, FOUR), size, tongue=tongue) as sitting:  # type: ignore[arg-type]
        await mark_all(sitting)
        for keys in ((), ("slash", "河"), ("enter",), ("c", "长"), ("enter", "m"), ("escape",)):
            await sitting.press(*keys)
            assert all(text_width(row) == size[0] for row in sitting.rows)
            assert sitting.foot.strip()


async def test_a_note_below_the_last_row_is_scrolled_into_sight_with_its_mark(tmp_path: Path) -> None:
    async with opened(put(tmp_path, FOUR), (60, 10)) as sitting:
        await mark_all(sitting)
        await sitting.press("G")
        assert "▎核对水位" in sitting.text
        assert "★ 春水" in sitting.text
