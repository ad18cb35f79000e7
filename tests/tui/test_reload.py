"""The file changes under the reader: the words on top stay, and nothing bad takes the paper off."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.tui.app import PaperReader
from tests.tui.papers import LAMP, POND, SHIP, a_notice, a_paper, an_article, long_article, put
from tests.tui.sitting import Sitting, closed_up, opened


@pytest.fixture(autouse=True)
def _watchful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PaperReader, "WATCH_SECONDS", 0.05)


async def test_a_paragraph_put_in_before_the_place_leaves_the_words_on_top(tmp_path: Path) -> None:
    article = long_article()
    path = put(tmp_path, a_paper([article]))
    async with opened(path, (80, 24)) as sitting:
        await sitting.press("space", "space", "j")
        rows = sitting.article
        put(tmp_path, a_paper([{**article, "body": f"新添的一段。\n\n{article['body']}"}]))
        await sitting.until(lambda: "重新读入" in sitting.foot)
        assert sitting.article == rows
        await sitting.press("g")
        assert "新添的一段。" in "".join(sitting.article)


async def test_an_article_put_in_before_leaves_the_open_one_open(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper([an_article("甲"), an_article("乙")]))
    async with opened(path) as sitting:
        await sitting.press("right")
        put(tmp_path, a_paper([an_article("新"), an_article("甲"), an_article("乙")]))
        await sitting.until(lambda: "重新读入" in sitting.foot)
        assert sitting.title == "乙"
        assert "● 乙" in "\n".join(sitting.contents)


async def test_an_error_in_the_new_version_keeps_the_old_one_and_says_where(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path, (200, 40)) as sitting:
        rows = sitting.rows[:-1]
        text = path.read_text(encoding="utf-8").replace('"page": "2"', '"pages": "2"')
        before = text[: text.index('"pages"')]
        line, column = before.count("\n") + 1, len(before) - before.rindex("\n")
        path.write_text(text, encoding="utf-8")
        await sitting.until(lambda: "仍显示上一版" in sitting.foot)
        assert f"{path.name}:{line}:{column}:" in sitting.foot
        assert "pages" in sitting.foot
        assert sitting.rows[1:-1] == rows[1:]
        assert "文件有误" in sitting.bar("masthead")
        put(tmp_path, a_paper([an_article("改好了")]))
        await sitting.until(lambda: sitting.title == "改好了")
        await sitting.until(lambda: "仍显示上一版" not in sitting.foot)


async def test_an_edition_reloaded_without_any_article_shows_none(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path) as sitting:
        put(tmp_path, a_paper(sections=[{"name": "空版", "articles": []}]))
        await sitting.until(lambda: "重新读入" in sitting.foot)
        assert POND[:10] not in sitting.text
        put(tmp_path)
        await sitting.until(lambda: POND[:10] in sitting.text)
        assert path.exists()


async def test_the_open_notice_may_vanish(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper(notices=[a_notice()]))
    async with opened(path) as sitting:
        await sitting.press("3")
        assert sitting.reference.notice_id == "wind-1"
        put(tmp_path)
        await sitting.until(lambda: "重新读入" in sitting.foot)
        assert sitting.title
        assert sitting.bar("banner") == ""


async def test_r_reads_again_and_says_when_nothing_changed(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("r")
        await sitting.until(lambda: "文件没有变化" in sitting.foot)


async def test_a_file_taken_away_leaves_the_paper_on_screen_until_it_is_back(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path) as sitting:
        article = sitting.article
        path.unlink()
        await sitting.until(lambda: "不在了" in sitting.foot)
        assert sitting.article == article
        put(tmp_path, a_paper([an_article("回来了")]))
        await sitting.until(lambda: sitting.title == "回来了")


def _with(text: str | bytes) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    return change


def _swapped(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        path.unlink()
        make(path)

    return change


def _rewritten(rewrite: Callable[[str], bytes]) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        path.write_bytes(rewrite(path.read_text(encoding="utf-8")))

    return change


HEAD = "format: 1\npaper: 河湾晨报\ndate: 2026-03-14\n"
BAD: dict[str, Callable[[Path], None]] = {
    "empty": _with(""),
    "not YAML": _with("{[}"),
    "cut off": _rewritten(lambda text: text[:400].encode()),
    "not UTF-8": _with(b"format: 1\npaper: \xff\xfe\n"),
    "GB18030": _rewritten(lambda text: text.encode("gb18030")),
    "nested too deep": _with("[" * 80_000),
    "aliases": _with("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
    "a tag": _with(HEAD + "sections: !!python/object/apply:os.getcwd []\n"),
    "a second document": _with(HEAD + "sections: []\n---\nformat: 1\n"),
    "a key twice": _with(HEAD + "paper: 另一份报\nsections: []\n"),
    "another format": _with("format: 9\npaper: 河湾晨报\n"),
    "no date": _with("format: 1\npaper: 河湾晨报\nsections: []\n"),
    "no sections": _with(HEAD),
    "NUL bytes": _with(b"\0" * 500),
    "too large": _with("#" * 17_000_000),
    "a directory": _swapped(lambda path: path.mkdir()),
    "a FIFO": _swapped(os.mkfifo),
    "a loop of links": _swapped(lambda path: path.symlink_to(path)),
    "a dangling link": _swapped(lambda path: path.symlink_to(path.parent / "nowhere")),
    "endless": _swapped(lambda path: path.symlink_to("/dev/zero")),
}


@pytest.mark.parametrize("change", BAD.values(), ids=BAD.keys())
async def test_nothing_put_in_the_files_place_takes_the_paper_off_the_screen(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    path = put(tmp_path)
    async with opened(path, (100, 30)) as sitting:
        article = sitting.article
        change(path)
        await sitting.press("r")
        await sitting.until(lambda: not sitting.is_on_paper)
        assert f"{path.name}:" in sitting.text  # the sheet of everything that is wrong
        await sitting.press("escape")
        assert sitting.article == article
        assert "文件有误" in sitting.bar("masthead")
        await sitting.press("right", "left", "escape")
        assert sitting.article == article
        _remove(path)
        put(tmp_path, a_paper([an_article("又好了")]))
        await sitting.until(lambda: sitting.title == "又好了")


async def test_a_change_noticed_while_the_reader_waits_answers_for_both(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path, (100, 30)) as sitting:
        _with("只有一句话。\n")(path)
        sitting.app.reload(asked=True)
        sitting.app.watch_file()  # takes the place of the reading that was asked for
        await sitting.until(lambda: not sitting.is_on_paper)
        assert f"{path.name}:" in sitting.text


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


async def test_a_message_of_trouble_behind_a_sheet_is_told_on_the_sheet(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path) as sitting:
        await sitting.press("question_mark")
        path.write_text("nothing of an edition", encoding="utf-8")
        await sitting.until(lambda: f"{path.name}:1:1" in sitting.foot)
        await sitting.press("escape")
        assert sitting.is_on_paper


async def test_a_file_cut_while_it_is_saved_keeps_the_paper_until_it_is_whole_or_asked_for(
    tmp_path: Path,
) -> None:
    path = put(tmp_path, a_paper([an_article("甲"), an_article("乙")]))
    async with opened(path) as sitting:
        await sitting.press("right")
        cut = path.read_text(encoding="utf-8").removesuffix("...\n").replace("甲", "丙")
        path.write_text(cut, encoding="utf-8")
        await sitting.until(lambda: "文件有误" in sitting.bar("masthead"))
        assert sitting.title == "乙"
        assert "甲" in "".join(sitting.contents)
        await sitting.press("r")
        await sitting.until(lambda: "丙" in "".join(sitting.contents))


async def test_a_mistake_undone_is_said_to_be_undone(tmp_path: Path) -> None:
    path = put(tmp_path)
    text = path.read_text(encoding="utf-8")
    async with opened(path) as sitting:
        path.write_text(text.replace("format", "fromat"), encoding="utf-8")
        await sitting.until(lambda: "文件有误" in sitting.bar("masthead"))
        path.write_text(text, encoding="utf-8")
        await sitting.until(lambda: "又对了" in sitting.foot)
        assert "文件有误" not in sitting.bar("masthead")


async def test_a_file_that_may_be_cut_is_warned_of_at_the_start(tmp_path: Path) -> None:
    path = put(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").removesuffix("...\n"), encoding="utf-8")
    async with opened(path) as sitting:
        await sitting.until(lambda: "可能被截断" in sitting.foot)
        await sitting.press("r")
        await sitting.until(lambda: not sitting.is_on_paper)
        assert "可能被截断" in sitting.text


async def test_an_article_taken_out_leaves_its_neighbour_at_its_beginning(tmp_path: Path) -> None:
    first, second = an_article("甲", body="\n\n".join([POND] * 30)), an_article("乙", body=LAMP)
    path = put(tmp_path, a_paper([first, second]))
    async with opened(path, (80, 24)) as sitting:
        await sitting.press("space", "space")
        put(tmp_path, a_paper([second]))
        await sitting.until(lambda: sitting.title == "乙")
        assert "乙" in "".join(sitting.article)
        assert path.exists()


async def test_an_edition_saved_many_times_in_a_row_ends_with_its_last_version(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        for at in range(8):
            put(tmp_path, a_paper([an_article(f"第{at}版稿", body=(POND, LAMP, SHIP)[at % 3])]))
            await sitting.press("r")
        await sitting.until(lambda: _is_settled(sitting, "第7版稿"))


def _is_settled(sitting: Sitting, title: str) -> bool:
    return sitting.title == title and title in closed_up("".join(sitting.article))
