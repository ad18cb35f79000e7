"""Proof mode and its file: written, changed elsewhere, left and taken up again."""

from __future__ import annotations

import stat as stats
import sys
from pathlib import Path

import pytest

from reader.copydesk.ignored_file import beside, read_ignored
from reader.reading.store import MemoryStore
from tests.copydesk.desk import FAULTY
from tests.tui.proofs import desk, head, is_proofing, proofing, screen, start, state
from tests.tui.sitting import opened

FIXED = FAULTY.translate(str.maketrans(",;()", "，；（）"))
ONE_FIXED = FAULTY.replace("重开,车", "重开，车")


async def test_w_shows_the_difference_and_enter_writes_it(tmp_path: Path) -> None:
    path = desk(tmp_path)
    async with proofing(path) as sitting:
        await sitting.press("y", "w")
        assert "写回 2024-12-23.yaml：改 1 处" in sitting.rows[0]
        assert "- " in sitting.text
        assert "headline: 老桥重开，车流如织" in sitting.text
        assert path.read_text("utf-8") == FAULTY
        await sitting.press("escape")
        assert is_proofing(sitting)
        assert path.read_text("utf-8") == FAULTY
        await sitting.press("w", "enter")
        assert path.read_text("utf-8") == ONE_FIXED
        assert "已写回 2024-12-23.yaml：改 1 处" in sitting.foot
        assert "未写回" not in head(sitting)


async def test_what_is_ignored_is_in_the_difference_and_written_beside(tmp_path: Path) -> None:
    path = desk(tmp_path)
    async with proofing(path) as sitting:
        await sitting.press("x")
        await sitting.type("引文如此")
        await sitting.press("enter", "w")
        assert "新忽略 1 条，记在 2024-12-23.proof.json" in sitting.text
        assert "引文如此" in sitting.text
        await sitting.press("enter")
    assert [entry.reason for entry in read_ignored(beside(path))] == ["引文如此"]
    assert path.read_text("utf-8") == FAULTY


async def test_nothing_to_write_is_said(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("w")
        assert is_proofing(sitting)
        assert "没有要写回的" in sitting.foot


async def test_a_file_changed_elsewhere_is_not_overwritten(tmp_path: Path) -> None:
    path = desk(tmp_path)
    theirs = FAULTY.replace("三遍漆", "四遍漆")
    async with proofing(path) as sitting:
        await sitting.press("y", "w")
        path.write_text(theirs, "utf-8")
        await sitting.press("enter")
        assert path.read_text("utf-8") == theirs
        assert "没有写：文件在别处改过了" in sitting.foot
        assert "文件在别处改了 r" in head(sitting)
        await sitting.press("r")
        assert "改动都接上了" in sitting.foot
        await sitting.press("w", "enter")
        assert path.read_text("utf-8") == theirs.replace("重开,车", "重开，车")


async def test_changes_that_no_longer_fit_are_shown(tmp_path: Path) -> None:
    path = desk(tmp_path)
    async with proofing(path) as sitting:
        await sitting.press("y")
        path.write_text(FAULTY.replace("重开,车", "重开；车"), "utf-8")
        await sitting.press("r")
        assert "没有接上的改动" in sitting.rows[0]
        await sitting.press("escape")
        assert is_proofing(sitting)


async def test_saved_elsewhere_the_list_follows_by_itself(tmp_path: Path) -> None:
    path = desk(tmp_path)
    async with proofing(path) as sitting:
        path.write_text(ONE_FIXED, "utf-8")
        await sitting.until(lambda: state(sitting).listed.counts.total == 6)
        assert "文件在别处存过" in sitting.foot
        path.write_text("broken: [", "utf-8")
        await sitting.until(lambda: "文件在别处改了" in head(sitting))
        assert state(sitting).listed.counts.total == 6
        path.unlink()
        await sitting.until(lambda: "文件不在了" in head(sitting))


async def test_while_a_paragraph_is_written_nothing_is_read_anew(tmp_path: Path) -> None:
    path = desk(tmp_path)
    async with proofing(path) as sitting:
        await sitting.press("e")
        path.write_text(ONE_FIXED, "utf-8")
        screen(sitting)._watch()
        assert state(sitting).listed.counts.total == 7


async def test_the_paper_shows_what_was_written(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("y", "w", "enter", "q")
        await sitting.until(lambda: sitting.title == "老桥重开，车流如织")
        assert sitting.is_on_paper


# -- leaving ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["q", "escape", "P"])
async def test_with_nothing_to_write_it_is_left_at_once(tmp_path: Path, key: str) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("j", key)
        assert sitting.is_on_paper
        assert not sitting.has_left()


async def test_with_something_to_write_it_asks_and_keeps_it(tmp_path: Path) -> None:
    path = desk(tmp_path)
    async with proofing(path) as sitting:
        await sitting.press("y", "q")
        assert is_proofing(sitting)
        assert "w 写回  q 留着走  Esc 不走（1 处没写回" in sitting.foot
        await sitting.press("escape")
        assert "y 接受" in sitting.foot
        await sitting.press("q", "q")
        assert sitting.is_on_paper
        assert "1 处改动留着，没有写回" in sitting.foot
        assert path.read_text("utf-8") == FAULTY
        await start(sitting)
        assert "Enter 接着改  x 丢开  Esc 再说（上次 1 处没写回" in sitting.foot
        await sitting.press("y")
        assert "先定上次留下的改动" in sitting.foot
        await sitting.press("enter")
        assert "接着上次的改：1 处没有写回" in sitting.foot
        assert state(sitting).manuscript.text == ONE_FIXED


async def test_asked_on_leaving_it_can_be_written(tmp_path: Path) -> None:
    path = desk(tmp_path)
    async with proofing(path) as sitting:
        await sitting.press("y", "q", "w", "enter")
        assert path.read_text("utf-8") == ONE_FIXED
        assert sitting.is_on_paper


@pytest.mark.parametrize(
    "keys", [("j",), ("w", "escape"), ("e", "escape"), ("x", "escape"), ("a", "escape"), ("slash", "escape")]
)
async def test_any_other_key_means_to_stay(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("y", "q", *keys)
        assert "y 接受" in sitting.foot
        await sitting.press("q")
        assert is_proofing(sitting)


async def test_what_was_left_can_be_thrown_away_or_left_again(tmp_path: Path) -> None:
    path = desk(tmp_path)
    async with proofing(path) as sitting:
        await sitting.press("y", "q", "q")
        await start(sitting)
        await sitting.press("escape")
        assert sitting.is_on_paper
        await start(sitting)
        assert "接着改" in sitting.foot
        await sitting.press("x")
        assert "丢开了" in sitting.foot
        await sitting.press("q")
        await start(sitting)
        assert "接着改" not in sitting.foot


async def test_with_nowhere_to_keep_it_leaving_says_it_is_lost(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path), journals=None) as sitting:
        await sitting.press("y", "q")
        assert "q 丢了走" in sitting.foot
        await sitting.press("q")
        assert sitting.is_on_paper


# -- where it opens, and where it does not ------------------------------------------------------------


async def test_it_opens_at_the_article_that_is_read(tmp_path: Path) -> None:
    async with opened(desk(tmp_path), journals=tmp_path / "state") as sitting:
        await sitting.press("right")
        await start(sitting)
        found = state(sitting).here
        assert found is not None
        assert found.reference == "2024-12-23/library"


async def test_from_the_page_it_opens_at_the_story_stood_on(tmp_path: Path) -> None:
    async with opened(desk(tmp_path), journals=tmp_path / "state") as sitting:
        await sitting.press("v", "tab")
        await start(sitting)
        found = state(sitting).here
        assert found is not None
        await sitting.press("q")
        assert sitting.app.front is sitting.app.screen


async def test_readers_who_may_not_proof_are_told_so(tmp_path: Path) -> None:
    async with opened(desk(tmp_path), can_proof=False) as sitting:
        await sitting.press("P")
        assert sitting.is_on_paper
        assert "这里不能校对" in sitting.foot


async def test_a_stylebook_that_cannot_be_followed_is_told_with_its_line(tmp_path: Path) -> None:
    path = desk(tmp_path)
    (tmp_path / "stylebook.toml").write_text('off = ["T-WIDHT"]\n', "utf-8")
    async with opened(path) as sitting:
        await sitting.press("P")
        await sitting.until(lambda: "校对不了：stylebook.toml:1:" in sitting.foot)
        assert sitting.is_on_paper


async def test_a_file_that_is_no_edition_any_more_is_told_with_its_line(tmp_path: Path) -> None:
    path = desk(tmp_path)
    async with opened(path) as sitting:
        path.write_text(FAULTY.replace("headline", "headlin"), "utf-8")
        await sitting.press("P")
        await sitting.until(lambda: "2024-12-23.yaml:7:9" in sitting.foot)
        assert sitting.is_on_paper


async def test_a_paper_of_the_program_is_for_looking_only(tmp_path: Path) -> None:
    path = desk(tmp_path)
    async with proofing(path, program=tmp_path) as sitting:
        assert "只能看，不能改：这是随程序装的报纸" in sitting.foot
        assert "只读" in head(sitting)
        for key in ("y", "a", "e", "x", "X", "u", "w"):
            await sitting.press(key)
            assert "只能看，不能改" in sitting.foot
            assert is_proofing(sitting)
        await sitting.press("q")
        assert sitting.is_on_paper
    assert path.read_text("utf-8") == FAULTY


async def test_places_and_marks_of_the_reader_stay_what_they_were(tmp_path: Path) -> None:
    store = MemoryStore()
    async with proofing(desk(tmp_path), store=store) as sitting:
        await sitting.press("y", "q", "q")
        assert sitting.app.desk.session.marks() == []


# -- the editor ---------------------------------------------------------------------------------------


def an_editor(folder: Path, replaced: str) -> str:
    """Return the command of an editor that replaces a word in the file and writes down what it was told."""
    script = folder / "editor.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\n"
        f"Path({str(folder / 'told')!r}).write_text(' '.join(sys.argv[1:]), 'utf-8')\n"
        "path = Path(sys.argv[-1])\n"
        f"path.write_text(path.read_text('utf-8').replace('三遍漆', {replaced!r}), 'utf-8')\n",
        "utf-8",
    )
    script.chmod(script.stat().st_mode | stats.S_IXUSR)
    return f"{sys.executable} {script}"


async def test_o_without_an_editor_or_a_terminal_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("o")
        assert "没有设置编辑器" in sitting.foot
        monkeypatch.setenv("EDITOR", an_editor(tmp_path, "四遍漆"))
        await sitting.press("o")
        assert is_proofing(sitting)
