"""The app around the screens: warnings that change by themselves, other editions, state, the user's keys."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.loading.load import load_edition
from reader.reading.file_store import FileStore
from reader.reading.session import Session
from reader.reading.store import MemoryStore
from reader.reading.writer import Writer
from reader.tui.desk import Habits
from tests.tui.papers import a_notice, a_paper, a_rich_paper, an_article, long_article, put
from tests.tui.sitting import MORNING, RunningClock, opened

SHORTLY = dt.timedelta(seconds=0.4)


def at(moment: dt.datetime) -> str:
    return moment.isoformat()


async def test_the_banner_comes_by_itself_when_a_warning_begins(tmp_path: Path) -> None:
    clock = RunningClock()
    path = put(tmp_path, a_paper(notices=[a_notice(effective=at(clock() + SHORTLY))]))
    async with opened(path, clock=clock) as sitting:
        assert sitting.bar("banner") == ""
        await sitting.until(lambda: sitting.bar("banner"))
        assert "大风" in sitting.bar("banner")


async def test_the_banner_goes_by_itself_when_a_warning_ends(tmp_path: Path) -> None:
    clock = RunningClock()
    path = put(tmp_path, a_paper(notices=[a_notice(expires=at(clock() + SHORTLY))]))
    async with opened(path, clock=clock) as sitting:
        await sitting.until(lambda: not sitting.bar("banner"))
        assert sitting.rows[1].startswith(" 01 ")


async def test_the_banner_changes_by_itself_behind_a_sheet_too(tmp_path: Path) -> None:
    clock = RunningClock()
    later = a_notice("gale-1", event="狂风", level="red", effective=at(clock() + SHORTLY))
    async with opened(put(tmp_path, a_paper(notices=[a_notice(), later])), clock=clock) as sitting:
        await sitting.press("question_mark")
        await sitting.until(lambda: clock() > MORNING + 2 * SHORTLY)
        await sitting.press("escape")
        await sitting.until(lambda: "狂风" in sitting.bar("banner"))
        assert "红色预警 Ⅰ级" in sitting.bar("banner")
        assert "另有1条" in sitting.bar("banner")


async def test_an_edition_of_long_ago_judges_its_own_day_and_says_so(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper(notices=[a_notice(expires="until-lifted")]))
    years_later = MORNING + dt.timedelta(days=700)
    async with opened(path, clock=lambda: years_later) as sitting:
        assert "截至 2026-03-14" in sitting.bar("banner")
        assert "解除时间另行通知" in sitting.bar("banner")


async def test_a_warning_of_another_edition_stands_over_this_one(tmp_path: Path) -> None:
    put(tmp_path, a_paper(date="2026-03-13", notices=[a_notice("old-1", event="大雾", level="orange")]))
    async with opened(put(tmp_path), library=tmp_path) as sitting:
        await sitting.until(lambda: sitting.bar("banner"))
        assert "橙色预警 Ⅱ级" in sitting.bar("banner")
        assert "大雾" in sitting.bar("banner")


async def test_a_lifting_in_the_newest_edition_ends_the_warning_of_the_day_before(tmp_path: Path) -> None:
    put(tmp_path, a_paper(date="2026-03-13", notices=[a_notice("old-1", expires="until-lifted")]))
    lifting = a_notice("lift-1", cancels=["old-1"], effective="2026-03-14T06:00")
    path = put(tmp_path, a_paper(notices=[lifting]))
    async with opened(path, library=tmp_path) as sitting:
        assert sitting.bar("banner") == ""


async def test_one_timer_waits_for_the_next_change_however_often_the_file_was_read(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper(notices=[a_notice()]))) as sitting:
        for at in range(3):
            put(tmp_path, a_paper(issue=f"00{at}", notices=[a_notice()]))
            await sitting.press("r")
            await sitting.until(lambda: f"第00{at}期" in sitting.rows[0])  # noqa: B023
        await sitting.until(lambda: all(worker.is_finished for worker in sitting.app.workers))
        waiting = [timer for timer in sitting.app._timers if timer.name == "notices" and timer._task]
        assert len([timer for timer in waiting if timer._task and not timer._task.done()]) == 1


# -- other editions -------------------------------------------------------------------------------


async def test_the_keys_of_editions_go_to_the_day_before_and_after(tmp_path: Path) -> None:
    put(tmp_path, a_paper([an_article("昨天的头条")], date="2026-03-13"))
    async with opened(put(tmp_path), library=tmp_path) as sitting:
        await sitting.press("left_curly_bracket")
        await sitting.until(lambda: sitting.title == "昨天的头条")
        assert "2026年3月13日" in sitting.rows[0]
        await sitting.press("left_curly_bracket")
        await sitting.until(lambda: "没有更早的一期" in sitting.foot)
        await sitting.press("right_curly_bracket")
        await sitting.until(lambda: sitting.title == "春水涨到第三级台阶")
        await sitting.press("right_curly_bracket")
        await sitting.until(lambda: "没有更新的一期" in sitting.foot)


async def test_an_edition_that_stands_alone_has_no_neighbours(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("left_curly_bracket")
        await sitting.until(lambda: "没有更早的一期" in sitting.foot)


async def test_a_jump_line_leads_into_another_edition_and_history_back_and_forward(tmp_path: Path) -> None:
    put(tmp_path, a_paper([an_article("上篇"), an_article("前文", id="before")], date="2026-03-13"))
    first = an_article("后文", jump_from={"page": "1", "article": "2026-03-13/before"})
    path = put(tmp_path, a_paper([first]))
    async with opened(path, library=tmp_path) as sitting:
        await sitting.press("enter")
        await sitting.until(lambda: sitting.title == "前文")
        await sitting.press("u")
        await sitting.until(lambda: sitting.title == "后文")
        await sitting.press("U")
        await sitting.until(lambda: sitting.title == "前文")


async def test_a_neighbour_that_cannot_be_read_leaves_the_good_one_open(tmp_path: Path) -> None:
    old = put(tmp_path, a_paper([an_article("昨天的头条")], date="2026-03-13"))
    async with opened(put(tmp_path), library=tmp_path) as sitting:
        old.write_text("format: 1\npaper: 河湾晨报\ndate: 2026-03-13\nsections: {\n", encoding="utf-8")
        await sitting.press("left_curly_bracket")
        await sitting.until(lambda: not sitting.foot.startswith(" space"))
        assert sitting.title == "春水涨到第三级台阶"


# -- state ----------------------------------------------------------------------------------------


async def test_place_signs_marks_measure_and_theme_survive_a_restart(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper([an_article("短的"), long_article()], [an_article("末篇")]))
    state = tmp_path / "state.json"
    store = FileStore(state)
    async with opened(path, (80, 24), store=store) as sitting:
        await sitting.press("space", "m", "space", "space", "j", "minus", "T", "t")
        place, rows, theme = sitting.place, sitting.article, sitting.app.theme
    assert store.flush()
    async with opened(path, (80, 24), store=FileStore(state)) as sitting:
        assert (sitting.place, sitting.article, sitting.app.theme) == (place, rows, theme)
        assert sitting.app.desk.measure == 56
        assert any("✓ 短的" in row for row in sitting.contents)
        assert [mark.title for mark in sitting.app.desk.session.marks()] == ["一条河的四季"]
        await sitting.press("u")
        assert sitting.title == "短的"


async def test_an_article_left_half_way_opens_there_and_one_read_to_its_end_at_its_top(
    tmp_path: Path,
) -> None:
    path = put(tmp_path, a_paper([long_article(headline="甲"), long_article(headline="乙")]))
    async with opened(path, (80, 24)) as sitting:
        await sitting.press("space", "space")
        place = sitting.place
        await sitting.press("right", "G", "left")
        assert sitting.place == place
        await sitting.press("right")
        assert sitting.place.block == 0


async def test_state_is_written_while_reading_not_only_at_the_end(tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    store = FileStore(state)
    with Writer(store):
        async with opened(put(tmp_path), store=store) as sitting:
            await sitting.press("m")
            await sitting.until(state.exists)
            await sitting.until(lambda: _marked(state, tmp_path) == ["春水涨到第三级台阶"])


def _marked(state: Path, folder: Path) -> list[str]:
    edition = load_edition(folder / "2026-03-14.yaml").edition
    return [mark.title for mark in Session(edition, store=FileStore(state), clock=lambda: MORNING).marks()]


async def test_a_state_file_that_is_damaged_is_told_and_the_paper_opens(tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    state.write_text("{ this is no state", encoding="utf-8")
    async with opened(put(tmp_path), store=FileStore(state)) as sitting:
        await sitting.until(lambda: not sitting.foot.startswith(" space"))
        assert sitting.title == "春水涨到第三级台阶"
        await sitting.press("escape")
        assert sitting.foot.startswith(" space")


# -- the reader's own ways ------------------------------------------------------------------------


async def test_a_command_is_rebound_by_its_id(tmp_path: Path) -> None:
    habits = Habits(rebound={"next-article": "w", "mark": "f2,x"})
    async with opened(put(tmp_path), habits=habits) as sitting:
        await sitting.press("right")
        assert sitting.title == "春水涨到第三级台阶"
        await sitting.press("w")
        assert sitting.title == "渡口换了新船"
        await sitting.press("x")
        assert "已收藏" in sitting.foot
        await sitting.press("escape")
        assert "w 下篇" in sitting.foot
        await sitting.press("question_mark")
        assert any(row.startswith("w ") for row in sitting.article)


async def test_underscores_in_a_command_id_are_hyphens(tmp_path: Path) -> None:
    async with opened(put(tmp_path), habits=Habits(rebound={"next_article": "w"})) as sitting:
        await sitting.press("w")
        assert sitting.title == "渡口换了新船"


async def test_the_measure_and_the_theme_of_the_settings_are_only_the_beginning(tmp_path: Path) -> None:
    habits, store = Habits(measure=40, dark=True, theme="contrast"), MemoryStore()
    path = put(tmp_path)
    async with opened(path, habits=habits, store=store) as sitting:
        assert sitting.app.theme == "contrast-dark"
        assert max(len(row) for row in sitting.article) <= 21
        await sitting.press("plus", "T")
    async with opened(path, habits=habits, store=store) as sitting:
        assert sitting.app.desk.measure == 44
        assert sitting.app.theme == "contrast-light"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_no_colour_is_on_the_screen_when_none_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(put(tmp_path, a_rich_paper()), size, habits=Habits(is_colourless=True)) as sitting:

        def colours() -> set[str]:
            styles = [segment.style for strip in sitting.strips for segment in strip if segment.style]
            named = [color for style in styles for color in (style.color, style.bgcolor) if color]
            return {color.name for color in named} - {"default"}

        assert colours() == set()
        for key in ("a", "escape", "question_mark", "escape", "m", "M", "escape", "tab", "tab"):
            await sitting.press(key)
            assert colours() == set(), key
        await sitting.search("灯")
        await sitting.press("enter")
        assert colours() == set()


async def test_what_colours_tell_signs_and_words_tell_too(tmp_path: Path) -> None:
    notices = [a_notice(level=level, id=f"{level}-1") for level in ("blue", "yellow", "orange", "red")]
    words = ("红色预警 Ⅰ级", "橙色预警 Ⅱ级", "黄色预警 Ⅲ级", "蓝色预警 Ⅳ级")
    async with opened(put(tmp_path, a_paper(notices=notices)), (120, 70)) as sitting:
        assert words[0] in sitting.bar("banner")
        await sitting.press("a")
        seen = "\n".join(sitting.article)
        for _ in range(4):
            await sitting.press("space")
            seen += "\n".join(sitting.article)
        assert all(word in seen for word in words)
