"""`paper-reader clippings` as a process: marks and notes of a state file, over the editions of a library."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from reader.loading.load import load_edition
from reader.reading.file_store import FileStore
from reader.reading.session import Session
from tests.cli.paper import paper_reader, printed, put, said

FIRST, SECOND = dt.datetime(2025, 4, 6, 4, tzinfo=dt.UTC), dt.datetime(2025, 4, 20, 4, tzinfo=dt.UTC)


def state_path(home: Path) -> Path:
    return home / "state" / "paper-reader" / "state.json"


def mark(home: Path, edition: Path, piece: int = 0, note: str = "", at: dt.datetime = FIRST) -> None:
    """Mark a piece of an edition as its reader would, on its first paragraph."""
    store = FileStore(state_path(home))
    session = Session(load_edition(edition).edition, store=store, clock=lambda: at)
    session.open(session.items[piece].reference)
    session.settle(4 if piece == 0 else 1, 0)
    session.toggle_mark()
    made = session.mark_of()
    assert made is not None
    session.keep_note(made, note)
    assert store.flush()


def run(home: Path, library: Path, *more: str | Path) -> tuple[int, str, str]:
    done = paper_reader("clippings", "--library", library, "--lang", "en", *more, home=home, TZ="UTC")
    return done.returncode, printed(done), said(done)


@pytest.fixture
def marked(home: Path, library: Path) -> Path:
    """A library of which two editions have a mark, one with a note."""
    mark(home, library / "2025-04-07.yaml", 0, at=FIRST)
    mark(home, library / "2025-04-05.yaml", 0, "要 *核对*", at=SECOND)
    return library


def test_without_a_mark_it_says_how_to_set_one(home: Path, library: Path) -> None:
    status, out, err = run(home, library)
    assert (status, out) == (1, "")
    assert "press m" in err
    assert not state_path(home).exists()


def test_clippings_come_by_paper_and_day_with_note_and_paragraph(home: Path, marked: Path) -> None:
    status, out, err = run(home, marked)
    assert (status, err) == (0, "")
    assert out == (
        "# Clippings\n\n"
        "## 老桥重开\n\n"
        "河湾晨报 · 2025-04-05 · 要闻, page 01 · 本报记者 林一舟\\\n"
        "`2025-04-05/p01-a01` · marked 2025-04-20\n\n"
        "> **Note**: 要 \\*核对\\*\n\n"
        "老桥昨天重新通车。桥面换了新板，栏杆刷了三遍漆，两头的路灯也亮了。\n\n"
        "## 新桥定名\n\n"
        "河湾晨报 · 2025-04-07 · 要闻, page 01 · 本报记者 林一舟\\\n"
        "`2025-04-07/p01-a01` · marked 2025-04-06\n\n"
        "老桥昨天重新通车。桥面换了新板，栏杆刷了三遍漆，两头的路灯也亮了。\n"
    )


def test_the_full_text_has_its_subheads_and_quotes(home: Path, marked: Path) -> None:
    status, out, _ = run(home, marked, "--full")
    assert status == 0
    assert out.count("### 车流怎么走") == 2
    assert "> 走了四十年的桥，舍不得它老。" in out
    assert out.count("老桥重开") == 1


def test_as_data(home: Path, marked: Path) -> None:
    status, out, _ = run(home, marked, "--format", "json", "--full")
    one, other = json.loads(out)
    assert status == 0
    assert (one["reference"], one["note"], one["page"]) == ("2025-04-05/p01-a01", "要 *核对*", "01")
    assert one["text"].startswith("老桥昨天重新通车。")
    assert other["note"] is None
    assert "text" not in json.loads(run(home, marked, "--format=json")[1])[0]


def test_since_counts_the_day_of_marking(home: Path, marked: Path) -> None:
    assert [line for line in run(home, marked, "--since", "2025-04-20")[1].split("\n") if "## " in line] == [
        "## 老桥重开"
    ]
    status, out, err = run(home, marked, "--since", "2025-04-21")
    assert (status, out) == (1, "")
    assert "2025-04-21" in err


def test_a_mark_whose_edition_is_gone_stays_with_what_it_remembers(home: Path, marked: Path) -> None:
    (marked / "2025-04-05.yaml").unlink()
    status, out, _ = run(home, marked, "--full")
    assert status == 0
    assert "## 老桥重开" in out
    assert "*Its edition is not in the library; this is what the mark remembers.*" in out
    assert "要 \\*核对\\*" in out


def test_a_story_that_is_gone_from_its_edition_says_so(home: Path, library: Path) -> None:
    mark(home, library / "2025-04-05.yaml", 2)
    path = library / "2025-04-05.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("bridge-more", "bridge-gone"), encoding="utf-8")
    status, out, _ = run(home, library, "--format", "json")
    assert status == 0
    assert json.loads(out)[0]["whereabouts"] == "no-piece"


def test_an_edition_that_cannot_be_read_is_named_and_the_rest_is_there(home: Path, marked: Path) -> None:
    path = marked / "2025-04-05.yaml"
    path.write_text("format: 1\npaper: 河湾晨报\ndate: 2025-04-05\nsections: 3\n...\n", encoding="utf-8")
    status, out, err = run(home, marked)
    assert status == 2
    assert "The file of its edition cannot be read" in out
    assert "## 新桥定名" in out
    assert err.startswith(f"{path}:4:")


def test_another_time_edition_of_the_day_is_looked_at_too(home: Path, library: Path) -> None:
    path = put(library, "2025-04-08", paper="河湾晨报")
    mark(home, path)
    words = path.read_text(encoding="utf-8").replace("issue:", "edition: 晚报版\nissue:")
    path.write_text(words, encoding="utf-8")
    assert json.loads(run(home, library, "--format", "json")[1])[0]["whereabouts"] == "found"


def test_a_file_has_what_would_have_been_printed(home: Path, marked: Path) -> None:
    path = home / "剪报.md"
    status, out, err = run(home, marked, "-o", path)
    assert (status, out) == (0, "")
    assert "clippings: 2" in err
    assert path.read_text(encoding="utf-8") == run(home, marked)[1]
    assert run(home, marked, "-o", "-")[1] == run(home, marked)[1]


def test_a_file_that_is_there_is_written_over_only_by_force(home: Path, marked: Path) -> None:
    path = home / "mine.md"
    path.write_text("mine", encoding="utf-8")
    status, out, err = run(home, marked, f"--output={path}")
    assert (status, out) == (2, "")
    assert "--force" in err
    assert path.read_text(encoding="utf-8") == "mine"
    assert run(home, marked, "-o", path, "--force")[0] == 0
    assert path.read_text(encoding="utf-8").startswith("# Clippings")


def test_nothing_is_written_when_there_are_no_marks(home: Path, library: Path) -> None:
    assert run(home, library, "-o", home / "a.md")[0] == 1
    assert not (home / "a.md").exists()


@pytest.mark.parametrize(
    "more",
    [
        ("--since", "gestern"),
        ("--since", "2025-02-30"),
        ("--force",),
        ("--format", "text"),
        ("-o", "no/such/folder/a.md"),
        ("extra",),
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_status_2(home: Path, marked: Path, more: tuple[str, ...]) -> None:
    status, out, err = run(home, marked, *more)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize("written", [b"{", b"[]", b'{"format": 9}', b"\xff\xfe"])
def test_a_state_that_cannot_be_understood_is_left_where_it_is(
    home: Path, library: Path, written: bytes
) -> None:
    path = state_path(home)
    path.parent.mkdir(parents=True)
    path.write_bytes(written)
    status, out, err = run(home, library)
    assert (status, out) == (2, "")
    assert err.startswith(str(path))
    assert path.read_bytes() == written


def test_what_a_strange_hand_wrote_into_the_state_steers_no_terminal(home: Path, marked: Path) -> None:
    path = state_path(home)
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    document["marks"]["恶报//2020-01-01/x\x1b[2J"] = [1, "\x1b]0;题\x07", "版\x9b", -4, 10**30, "\u202e"]
    document["marks"]["note/恶报//2020-01-01/x\x1b[2J"] = [1, "\x1b[31m"]
    path.write_text(json.dumps(document), encoding="utf-8")
    for more in ((), ("--format", "json"), ("--full",)):
        status, out, _ = run(home, marked, *more)
        assert status == 0
        assert not set(out) & {"\x1b", "\x9b", "\x07", "\u202e"}


def test_without_any_library_the_marks_are_still_there(home: Path, marked: Path) -> None:
    done = paper_reader("clippings", "--lang", "zh", home=home, PAPER_READER_LIBRARY=str(home / "none"))
    assert done.returncode == 2
    done = paper_reader("clippings", "--lang", "zh", home=home)
    assert done.returncode == 0
    assert "不在往期文件夹里" in printed(done)
