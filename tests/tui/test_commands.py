"""The palette offers every command of the table, with its keys, in either language, and runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.command import DiscoveryHit, Hit

from reader.edition.wording import Tongue
from reader.tui.commands import ReadingCommands
from reader.tui.desk import Habits
from reader.tui.keymap import READING
from reader.tui.picture_plan import Means, Plan
from tests.tui.papers import put
from tests.tui.sitting import Sitting, opened


def prompt(hit: DiscoveryHit | Hit) -> str:
    return str(hit.prompt).replace("\\[", "[")


async def discovered(sitting: Sitting) -> list[str]:
    provider = ReadingCommands(sitting.app.screen)
    return [prompt(hit) async for hit in provider.discover()]


async def searched(sitting: Sitting, words: str) -> list[str]:
    provider = ReadingCommands(sitting.app.screen)
    hits = [hit async for hit in provider.search(words)]
    return [prompt(hit) for hit in sorted(hits, key=lambda hit: -hit.score)]


@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_every_command_of_the_table_is_offered_with_its_keys(tmp_path: Path, tongue: Tongue) -> None:
    async with opened(put(tmp_path), tongue=tongue) as sitting:
        titles = await discovered(sitting)
        for key in READING:
            assert any(key.words.say(tongue) in title and key.shown in title for title in titles), key.id


async def test_a_command_is_found_by_its_words_in_either_language(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        for key in READING:
            for words in key.words:
                assert any(key.words.zh in title for title in await searched(sitting, words)), words


async def test_a_guest_is_offered_nothing_a_guest_may_not_do(tmp_path: Path) -> None:
    given: dict[str, Any] = {"can_proof": False, "can_copy": False, "keeps_places": False}
    plain = Habits(pictures=Plan(Means.OFF, Means.OFF))
    async with opened(put(tmp_path), tongue="en", habits=plain, can_edit=False, **given) as sitting:
        titles = await discovered(sitting)
        for key in READING:
            assert any(key.words.en in title for title in titles) is (key.needs is None), key.id
        assert "Quit  ·  q" in titles
        for words in ("proofread", "editor", "copy", "pictures", "read the file"):
            assert not [title for title in await searched(sitting, words) if words in title.lower()]


async def test_a_key_that_is_not_offered_still_says_why_it_does_nothing(tmp_path: Path) -> None:
    said = {"P": "不能校对", "e": "不能打开编辑器", "y": "不许写剪贴板", "i": "画不出图片"}
    plain = Habits(pictures=Plan(Means.OFF, Means.OFF))
    given: dict[str, Any] = {"can_proof": False, "can_copy": False, "keeps_places": False}
    async with opened(put(tmp_path), habits=plain, can_edit=False, **given) as sitting:
        for key, words in said.items():
            await sitting.press(key)
            assert words in sitting.foot


async def test_what_is_no_command_finds_none(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        assert await searched(sitting, "qqqqzzzz") == []


async def test_a_readers_own_keys_are_named(tmp_path: Path) -> None:
    async with opened(put(tmp_path), habits=Habits(rebound={"mark": "f2"})) as sitting:
        assert any("收藏本篇" in title and "f2" in title for title in await discovered(sitting))


@pytest.mark.parametrize("key", ["ctrl+p", "colon"])
async def test_the_palette_opens_finds_and_runs_a_command(tmp_path: Path, key: str) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press(key)
        assert not sitting.is_on_paper
        await sitting.type("next article")
        await sitting.until(lambda: "下一篇" in sitting.text and "往上一屏" not in sitting.text)
        await sitting.press("enter")
        await sitting.until(lambda: sitting.is_on_paper)
        await sitting.until(lambda: sitting.title == "渡口换了新船")


async def test_the_palette_leaves_the_paper_as_it_was(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        rows = sitting.rows
        await sitting.press("ctrl+p", "escape")
        await sitting.until(lambda: sitting.is_on_paper)
        assert sitting.rows == rows


async def test_no_command_of_textuals_own_is_among_ours(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("ctrl+p")
        assert "Screenshot" not in sitting.text
        await sitting.type("screenshot")
        await sitting.until(lambda: "往下一屏" not in sitting.text)
        assert "screenshot" not in "\n".join(sitting.rows[6:]).lower()
