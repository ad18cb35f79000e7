"""Proof mode as it is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.desk import Habits
from reader.typesetting.width import text_width
from tests.copydesk.desk import FAULTY
from tests.copydesk.sittings import LARGE
from tests.tui.proofs import desk, head, proofing, screen, state, text
from tests.tui.random_reader import faults
from tests.tui.sitting import Sitting

CLEAN = FAULTY.translate(str.maketrans(",;()", "，；（）"))


def list_rows(sitting: Sitting) -> list[str]:
    return [row.rstrip() for row in sitting.rows_of(screen(sitting).listing)]


async def test_the_list_stands_by_article_and_the_finding_in_its_text(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        rows = list_rows(sitting)
        assert rows[0].startswith(" 老桥重开,车流如织")
        assert rows[0].endswith("✗4")
        assert rows[1].split() == ["✗", "▸", "T-WIDTH", "中文里用了半角“,”", "×3"]
        assert rows[2].split() == ["✗", "T-WIDTH", "中文里用了半角“;”"]
        assert "老桥重开,车流如织" in text(sitting)[6]
        assert text(sitting)[6].startswith("✗  7 │")


async def test_a_mark_stands_under_the_words_in_the_cell_they_begin_in(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        rows = text(sitting)
        at = next(number for number, row in enumerate(rows) if "老桥重开,车流如织" in row)
        before = rows[at].split("重开")[0] + "重开"
        assert rows[at + 1].index("^") == text_width(before)


async def test_what_else_was_found_in_sight_has_a_mark_of_another_kind(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        rows = text(sitting)
        at = next(number for number, row in enumerate(rows) if "老桥昨天重新通车," in row)
        assert rows[at + 1].count("~") == 2
        assert "^" not in rows[at + 1]
        assert rows[at].startswith("✗ 10 │")


async def test_rule_clause_place_and_both_versions_are_said(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        said = "\n".join(text(sitting)[-6:])
        assert "✗ T-WIDTH  中文里用了半角“,”" in said
        assert "- 老桥重开,车流如织" in said
        assert "+ 老桥重开，车流如织" in said
        assert "2024-12-23.yaml:7:23  同类 1/3" in said
        assert "GB/T 15834" in said


async def test_the_head_counts_what_was_found_and_tells_the_rate(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path), (140, 40)) as sitting:
        assert "校对 2024-12-23.yaml" in head(sitting)
        assert "✗ 7  ! 0  i 0" in head(sitting)
        assert "可自动改 7" in head(sitting)
        assert "超限 3" in head(sitting)
        assert head(sitting).rstrip().endswith("1/7")
        await sitting.press("y")
        assert "✗ 6" in head(sitting)
        assert "未写回 1" in head(sitting)


async def test_it_speaks_english(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path), (140, 40), tongue="en") as sitting:
        assert "Proof 2024-12-23.yaml" in head(sitting)
        assert "fixable 7" in head(sitting)
        assert "accept" in sitting.foot
        assert "half-width “,” in Chinese text" in sitting.text


async def test_nothing_found_is_said_kindly_with_the_rate(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path, CLEAN)) as sitting:
        assert "没有查出问题。" in sitting.text
        assert "加权差错率 0.0 / 万字（限 3.0）" in sitting.text
        for key in ("y", "x", "X", "a", "e", "u", "n", "N", "j", "enter"):
            await sitting.press(key)
        assert "没有查出问题。" in sitting.text
        assert not state(sitting).pending.is_any


async def test_what_is_ignored_and_not_written_is_told_when_nothing_is_left(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("x", "enter", "a", "enter")
        assert "另有 1 处已忽略" in sitting.text
        assert "还有 7 处没写回：w 看差异并写回" in sitting.text


async def test_a_wide_window_has_the_list_beside_the_text_and_a_narrow_one_above_it(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path), (120, 40)) as sitting:
        listing, pane = screen(sitting).listing.region, screen(sitting).pane.region
        assert listing.y == pane.y
        assert listing.right + 1 == pane.x
        for size in ((80, 24), (60, 20), (40, 10)):
            await sitting.resize(*size)
            listing, pane = screen(sitting).listing.region, screen(sitting).pane.region
            assert listing.bottom == pane.y
            assert listing.width == pane.width == size[0]
            assert "^" in "\n".join(text(sitting)), size
            assert "T-WIDTH" in "\n".join(text(sitting)), size
            assert "y 接受" in sitting.foot


@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (120, 40), (200, 60)])
async def test_no_row_is_wider_than_the_window(tmp_path: Path, size: tuple[int, int], ambiguous: int) -> None:
    quoted = FAULTY.replace("老桥昨天", "“老桥”……昨天——‘又’")
    async with proofing(desk(tmp_path, quoted), size, habits=Habits(ambiguous=ambiguous)) as sitting:
        for key in ("j", "enter", "j", "y", "G", "x"):
            await sitting.press(key)
            if ambiguous == 1:
                assert faults(sitting.strips, size[0]) == [], key
            assert all(text_width(row, ambiguous) == size[0] for row in sitting.rows), key


async def test_nothing_is_told_by_colour_alone(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path), habits=Habits(is_colourless=True)) as sitting:
        assert "✗ ▸ T-WIDTH" in sitting.text
        assert "^" in sitting.text
        at = next(number for number, row in enumerate(sitting.rows) if " - 老桥" in row)
        marked = [segment.text for segment in sitting.strips[at] if segment.style and segment.style.reverse]
        assert "," in marked


async def test_a_line_of_thousands_of_characters_is_shown_around_the_finding(tmp_path: Path) -> None:
    long = FAULTY.replace("老桥昨天", "灯" * 9_000 + "老桥昨天")
    async with proofing(desk(tmp_path, long), (80, 24)) as sitting:
        await sitting.press("enter", "j", "j")
        assert "老桥昨天重新通车," in "".join(text(sitting)).replace(" ", "").replace("│", "")
        assert "^" in "\n".join(text(sitting))


async def test_nothing_of_the_file_can_steer_the_terminal(tmp_path: Path) -> None:
    evil = FAULTY.replace("headline: 老桥重开,车流如织", 'headline: "老桥\\e]2;x\\a重开,车\\u202e流"')
    async with proofing(desk(tmp_path, evil + "# \u202e注释\n".replace("\u202e", "\u200b"))) as sitting:
        await sitting.press("y", "w")
        assert "\x1b" not in sitting.text
        assert "\u202e" not in sitting.text
        assert "\u200b" not in sitting.text


async def test_a_large_file_is_read_again_in_a_thread(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path, LARGE + FAULTY)) as sitting:
        await sitting.press("y", "y")
        assert state(sitting).listed.counts.total == 5
        await sitting.until(lambda: state(sitting).is_settled)
        assert state(sitting).listed.counts.total == 5
        assert "正在查" not in head(sitting)
