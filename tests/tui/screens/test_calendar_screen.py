"""The calendar of the back issues: what it shows, how one goes through it, what it opens."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reader.tui.calendar_listing import wanted
from reader.tui.desk import Habits
from reader.tui.screens.calendar_screen import CalendarScreen
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.widgets.calendar_pane import CalendarPane
from tests.tui.papers import PAPER, a_paper, an_article, put
from tests.tui.sitting import Sitting, opened

LANTERN = "Harbour Lantern"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for date, headline in (
        ("2024-03-14", "前年的堤"),
        ("2025-03-14", "去年的船"),
        ("2026-02-27", "上个月的灯"),
        ("2026-03-10", "四天前的桥"),
        ("2026-03-14", "春水涨到第三级台阶"),
    ):
        put(tmp_path, a_paper([an_article(headline)], date=date, issue=date[2:4]))
    english = a_paper([an_article("A lamp goes out")], paper=LANTERN, date="2026-03-12", language="en")
    put(tmp_path, english, "lantern/2026-03-12.yaml")
    return tmp_path


@asynccontextmanager
async def calendar(
    library: Path, size: tuple[int, int] = (80, 24), name: str = "2026-03-14.yaml", **more: object
) -> AsyncIterator[Sitting]:
    """Open the calendar of a library, gone through and with its fronts read."""
    async with opened(library / name, size, library=library, **more) as sitting:  # type: ignore[arg-type]
        await sitting.press("o")
        await settled(sitting)
        yield sitting


async def settled(sitting: Sitting) -> None:
    await sitting.until(lambda: not screen(sitting).is_looking)
    await sitting.until(
        lambda: screen(sitting).fronts.keys() >= {f.path for f in wanted(screen(sitting).issues)}
    )


def screen(sitting: Sitting) -> CalendarScreen:
    assert isinstance(sitting.app.screen, CalendarScreen)
    return sitting.app.screen


def day(sitting: Sitting) -> str:
    return str(screen(sitting).issues.day)


async def left(sitting: Sitting, title: str) -> None:
    """Wait until the calendar is gone and a piece of this title is open."""
    await sitting.until(lambda: sitting.is_on_paper and sitting.title == title)


async def test_it_opens_on_the_day_of_the_open_edition_and_says_what_it_holds(library: Path) -> None:
    async with calendar(library) as sitting:
        assert day(sitting) == "2026-03-14"
        assert f"《{PAPER}》5期" in sitting.rows[0]
        assert f"{LANTERN} 1期" in sitting.rows[0]
        assert "[◆14]" in sitting.text
        assert "●10" in sitting.text
        assert "2 期" in sitting.text
        assert sitting.contents[0].strip() == "2026年3月14日 星期六"
        assert "◆ 春水涨到第三级台阶" in sitting.contents[1]
        assert "第26期" in sitting.contents[1]
        assert "2026-03-10  四天前的桥" in sitting.text
        assert "历史上的今天" in sitting.text
        assert "2025  去年的船" in sitting.text
        assert "2024  前年的堤" in sitting.text


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (120, 40), (200, 60), (20, 5)])
async def test_at_every_size_the_day_stood_on_and_its_front_are_in_sight(
    library: Path, size: tuple[int, int]
) -> None:
    async with calendar(library, size) as sitting:
        assert "◆14" in sitting.text
        assert "春水" in sitting.text
        assert all(strip.cell_length == size[0] for strip in sitting.strips)
        await sitting.press("g", "right")
        assert "15" in sitting.text


async def test_arrows_and_letters_go_by_days_and_weeks(library: Path) -> None:
    async with calendar(library) as sitting:
        for key, wanted in (
            ("left", "13"),
            ("k", "06"),
            ("l", "07"),
            ("down", "14"),
            ("h", "13"),
            ("j", "20"),
        ):
            await sitting.press(key)
            assert day(sitting) == f"2026-03-{wanted}"
        assert "这一天没有报纸" in sitting.text


async def test_brackets_turn_months_and_angles_years(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.press("left_square_bracket", "pageup")
        assert day(sitting) == "2026-01-14"
        await sitting.press("right_square_bracket", "pagedown", "less_than_sign")
        assert day(sitting) == "2025-03-14"
        assert "◆ 去年的船" not in sitting.text
        await sitting.press("greater_than_sign")
        assert day(sitting) == "2026-03-14"


async def test_braces_go_from_edition_to_edition_and_g_to_the_ends(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.press("{", "{")
        assert day(sitting) == "2026-02-27"
        await sitting.press("}", "}", "}")
        assert "没有更新的一期" in sitting.foot
        await sitting.press("g", "{")
        assert day(sitting) == "2024-03-14"
        assert "没有更早的一期" in sitting.foot
        await sitting.press("G")
        assert day(sitting) == "2026-03-14"


async def test_enter_opens_the_day_and_the_paper_takes_the_place_of_the_calendar(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.press("{", "enter")
        await left(sitting, "四天前的桥")
        await sitting.press("o")
        await settled(sitting)
        assert day(sitting) == "2026-03-10"
        assert "[◆10]" in sitting.text


async def test_a_date_is_typed_and_the_day_follows(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.type("2025-03-14")
        assert day(sitting) == "2025-03-14"
        assert "2025-03-14 → 2025年3月14日 星期五" in sitting.foot
        await sitting.press("enter")
        await left(sitting, "去年的船")


async def test_a_date_typed_in_one_burst_with_the_key_and_enter_is_opened(library: Path) -> None:
    async with opened(library / "2026-03-14.yaml", library=library) as sitting:
        sitting.send("o")
        for character in "20260310":
            sitting.send(character)
        await sitting.settle()
        await settled(sitting)
        await sitting.press("enter")
        await left(sitting, "四天前的桥")


async def test_backspace_mends_and_escape_gives_the_date_up_before_it_leaves(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.type("2024")
        await sitting.press("backspace")
        assert "› 202" in sitting.foot
        await sitting.press("escape")
        assert day(sitting) == "2026-03-14"
        assert "打开" in sitting.foot
        await sitting.press("escape")
        assert sitting.is_on_paper


async def test_a_chinese_date_and_a_pasted_one_are_dates(library: Path) -> None:
    from textual import events

    async with calendar(library) as sitting:
        await sitting.type("2026年2月27日")
        assert day(sitting) == "2026-02-27"
        await sitting.press("escape")
        screen(sitting).post_message(events.Paste(" 2026-03-10\n"))
        await sitting.until(lambda: day(sitting) == "2026-03-10")


async def test_a_day_without_an_edition_offers_the_nearest(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.type("2026-03-09")
        await sitting.press("enter")
        assert "最近的是2026年3月10日" in sitting.foot
        await sitting.press("enter")
        assert day(sitting) == "2026-03-10"
        await sitting.press("enter")
        await left(sitting, "四天前的桥")


async def test_what_is_no_date_says_so_and_stays(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.type("2026-13")
        await sitting.press("enter")
        assert "2026-13 不是日子" in sitting.foot
        assert screen(sitting).issues.typed == "2026-13"


async def test_tab_goes_to_the_list_and_enter_opens_its_row(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.press("tab")
        assert "↑↓ 选一期" in sitting.foot
        await sitting.press("down", "down")
        assert sitting.app.cursor_position == sitting.listing.cursor_offset
        await sitting.press("enter")
        await left(sitting, "去年的船")


async def test_escape_leaves_the_list_before_the_calendar(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.press("tab", "escape")
        assert screen(sitting).calendar.has_focus
        await sitting.press("j")
        assert day(sitting) == "2026-03-21"


async def test_p_goes_to_the_next_paper_and_says_when_there_is_one_only(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.press("p")
        await settled(sitting)
        assert day(sitting) == "2026-03-12"
        assert "Mo   Tu   We" in sitting.text
        assert "A lamp goes out" in sitting.text
        await sitting.press("enter")
        await left(sitting, "A lamp goes out")
    (library / "lantern" / "2026-03-12.yaml").unlink()
    async with calendar(library) as sitting:
        await sitting.press("p")
        assert f"只有《{PAPER}》" in sitting.foot


async def test_several_editions_of_a_day_are_listed_and_each_can_be_opened(library: Path) -> None:
    put(library, a_paper([an_article("晚上的事")], date="2026-03-10", edition="晚报版"), "2026-03-10-pm.yaml")
    async with calendar(library) as sitting:
        await sitting.press("{")
        await settled(sitting)
        assert "晚报版" in sitting.contents[1]
        assert "四天前的桥" in sitting.contents[2]
        await sitting.press("tab", "enter")
        await left(sitting, "晚上的事")


async def test_a_click_goes_to_a_day_another_opens_it_and_a_row_opens_too(library: Path) -> None:
    async with calendar(library) as sitting:
        y = next(at for at, row in enumerate(sitting.rows) if "●10" in row)
        x = sitting.rows[y].index("●10") + 1
        await sitting.click(x, y)
        assert day(sitting) == "2026-03-10"
        await sitting.click(x, y)
        await left(sitting, "四天前的桥")
        await sitting.press("o")
        await settled(sitting)
        y = next(at for at, row in enumerate(sitting.rows) if "春水涨到" in row)
        await sitting.click(8, y)
        await left(sitting, "春水涨到第三级台阶")


async def test_a_click_beside_the_days_does_nothing(library: Path) -> None:
    async with calendar(library) as sitting:
        for x, y in ((0, 1), (10, 2), (79, 4), (0, 8)):
            await sitting.click(x, y)
        assert day(sitting) == "2026-03-14"


async def test_the_wheel_turns_months(library: Path) -> None:
    async with calendar(library) as sitting:
        pane = sitting.app.screen.query_one(CalendarPane)
        pane.post_message(CalendarPane.Turned(later=False))
        await sitting.until(lambda: day(sitting) == "2026-02-14")


@pytest.mark.parametrize("key", ["escape", "q", "o"])
async def test_leaving_changes_nothing(library: Path, key: str) -> None:
    async with calendar(library) as sitting:
        await sitting.press("{", key)
        assert sitting.is_on_paper
        assert sitting.title == "春水涨到第三级台阶"


async def test_an_edition_that_stands_alone_is_a_calendar_of_one(library: Path) -> None:
    async with opened(library / "2026-03-14.yaml") as sitting:
        await sitting.press("o")
        await settled(sitting)
        assert "不在往期文件夹里" in sitting.rows[0]
        assert "◆ 春水涨到第三级台阶" in sitting.text
        await sitting.press("enter")
        assert sitting.is_on_paper


async def test_a_library_whose_files_are_gone_says_so(library: Path) -> None:
    async with opened(library / "2026-03-14.yaml", library=library) as sitting:
        for path in library.rglob("*.yaml"):
            path.unlink()
        await sitting.press("o")
        await settled(sitting)
        assert "这里没有报纸" in sitting.text
        await sitting.press("enter", "tab", "p", "{", "}", "g", "G", "escape")


async def test_it_is_seen_that_the_library_is_being_gone_through(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Callable[[], None]] = []
    monkeypatch.setattr(LibraryScreen, "run_worker", lambda self, work, **_: looks.append(work))
    async with opened(library / "2026-03-14.yaml", library=library) as sitting:
        await sitting.press("o")
        assert "正在翻阅往期" in sitting.rows[0]
        await sitting.press("enter")
        assert "正在翻阅往期" in sitting.foot
        await sitting.press("escape")
        assert sitting.is_on_paper


async def test_what_was_known_is_shown_at_once_when_it_is_opened_again(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.press("escape")
        put(library, a_paper([an_article("新来的")], date="2026-03-13"))
        await sitting.press("o")
        assert "●10" in sitting.text
        await sitting.until(lambda: "●13" in sitting.text)


async def test_files_that_cannot_be_read_are_counted_and_named_with_the_reason(library: Path) -> None:
    (library / "2026-03-11.yaml").write_text(f"format: 1\npaper: {PAPER}\ndate: 3月11日\n", encoding="utf-8")
    put(library, a_paper([an_article("又一份")], date="2026-03-10"), "again.yaml")
    async with calendar(library) as sitting:
        assert "! 2 个坏文件" in sitting.foot
        await sitting.press("exclamation_mark")
        assert "2026-03-11.yaml" in sitting.text
        assert "again.yaml" in sitting.text
        assert "2026-03-10.yaml" in sitting.text
        await sitting.press("exclamation_mark")
        assert day(sitting) == "2026-03-14"


async def test_a_file_whose_head_is_right_and_whose_rest_is_not_is_found_out_when_it_is_asked_for(
    library: Path,
) -> None:
    path = library / "2026-03-10.yaml"
    path.write_text(f"format: 1\npaper: {PAPER}\ndate: 2026-03-10\nsections: [", encoding="utf-8")
    async with calendar(library) as sitting:
        await sitting.until(lambda: "✗ 2026-03-10" in sitting.text)
        assert "! 1 个坏文件" in sitting.foot
        await sitting.press("{", "enter")
        await sitting.until(lambda: "2026-03-10.yaml:" in sitting.foot)
        assert day(sitting) == "2026-03-10"


async def test_a_library_without_faults_says_so(library: Path) -> None:
    async with calendar(library) as sitting:
        assert "坏文件" not in sitting.foot
        await sitting.press("exclamation_mark")
        assert "没有坏文件" in sitting.foot


async def test_it_speaks_english_and_keeps_the_papers_language(library: Path) -> None:
    async with calendar(library, (120, 40), tongue="en") as sitting:
        assert "Back issues" in sitting.rows[0]
        assert "This day in earlier years" in sitting.text
        assert "2 editions" in sitting.text
        assert "2026年3月" in sitting.text


async def test_where_marks_take_two_cells_others_are_used(library: Path) -> None:
    async with calendar(library, habits=Habits(ambiguous=2)) as sitting:
        assert "[#14]" in sitting.text
        assert "●" not in sitting.text


async def test_it_opens_from_the_page_view_and_the_page_shows_what_was_chosen(library: Path) -> None:
    async with opened(library / "2026-03-14.yaml", library=library) as sitting:
        await sitting.press("v", "o")
        await settled(sitting)
        await sitting.press("{", "enter")
        await sitting.until(lambda: not isinstance(sitting.app.screen, CalendarScreen))
        assert sitting.app.desk.session.edition.date == dt.date(2026, 3, 10)


async def test_o_is_a_letter_while_a_query_is_typed(library: Path) -> None:
    async with opened(library / "2026-03-14.yaml", library=library) as sitting:
        await sitting.search("wo")
        assert sitting.is_on_paper


async def test_help_knows_the_calendars_keys(library: Path) -> None:
    async with calendar(library) as sitting:
        await sitting.press("question_mark", "G")
        await sitting.press("escape")
        assert isinstance(sitting.app.screen, CalendarScreen)
