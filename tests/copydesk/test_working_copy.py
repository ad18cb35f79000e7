"""A file while it is worked on: steps, undoing, writing."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from reader.copydesk.ignored_file import Ignored, beside, read_ignored
from reader.copydesk.working_copy import ChangedOnDisk, Pending, WorkingCopy
from reader.edition.wording import Wording
from reader.loading.problem import EditionError
from tests.copydesk.desk import FAULTY
from tests.copydesk.sittings import MORNING, put

WORDS = Wording("改", "change")
ENTRY = Ignored("T-WIDTH", "0123456789abcdef", reason="引文如此")


def a_copy(path: Path, **more: str) -> WorkingCopy:
    return WorkingCopy(path, clock=lambda: MORNING, **more)  # type: ignore[arg-type]


def changed(copy: WorkingCopy, old: str, new: str) -> None:
    text = copy.manuscript.text
    assert old in text
    copy.change(copy.manuscript.with_text(text.replace(old, new)), WORDS)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_every_step_is_undone_to_the_byte(tmp_path: Path, line_end: str, mark: bytes) -> None:
    path = put(tmp_path)
    path.write_bytes(mark + FAULTY.replace("\n", line_end).encode())
    copy = a_copy(path)
    states = [copy.manuscript.data]
    for old, new in (("重开,车", "重开，车"), ("老桥昨天", "老桥今天"), ("新板,", "新板，")):
        changed(copy, old, new)
        states.append(copy.manuscript.data)
    for state in reversed(states[:-1]):
        assert copy.undo() is not None
        assert copy.manuscript.data == state
    assert copy.undo() is None
    assert copy.manuscript is copy.saved


def test_what_is_written_is_the_text_as_it_is(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    changed(copy, "重开,车", "重开，车")
    assert path.read_text("utf-8") == FAULTY
    copy.write()
    assert path.read_text("utf-8") == FAULTY.replace("重开,车", "重开，车")
    assert copy.pending == Pending(0, 0)


def test_a_step_is_undone_after_it_was_written_and_written_again(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    changed(copy, "重开,车", "重开，车")
    copy.write()
    copy.undo()
    assert copy.pending == Pending(1, 0)
    copy.write()
    assert path.read_text("utf-8") == FAULTY


def test_changes_taken_back_by_hand_are_nothing_to_write(tmp_path: Path) -> None:
    copy = a_copy(put(tmp_path))
    changed(copy, "重开,车", "重开，车")
    changed(copy, "重开，车", "重开,车")
    assert not copy.pending.is_any


def test_pending_counts_the_places_since_the_file_was_written(tmp_path: Path) -> None:
    copy = a_copy(put(tmp_path))
    copy.change(copy.manuscript.with_text(FAULTY.replace(",", "，")), WORDS, 5)
    assert copy.pending == Pending(5, 0)
    copy.write()
    changed(copy, "老桥昨天", "老桥今天")
    copy.ignore(ENTRY, WORDS)
    assert copy.pending == Pending(1, 1)
    for _ in range(3):
        copy.undo()
    assert copy.pending == Pending(5, 0)


def test_nothing_is_written_over_what_others_have_written(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    changed(copy, "重开,车", "重开，车")
    path.write_text(FAULTY + "# 主任看过\n", "utf-8")
    with pytest.raises(ChangedOnDisk):
        copy.write()
    assert path.read_text("utf-8").endswith("主任看过\n")
    assert copy.pending == Pending(1, 0)


def test_nothing_is_written_where_the_file_is_gone(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    changed(copy, "重开,车", "重开，车")
    path.unlink()
    with pytest.raises(ChangedOnDisk):
        copy.write()
    assert not path.exists()


def test_a_file_that_was_only_touched_is_written(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    changed(copy, "重开,车", "重开，车")
    os.utime(path, (1, 1))
    copy.write()
    assert "重开，车" in path.read_text("utf-8")


def test_what_is_ignored_is_written_beside_and_undone_there(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    copy.ignore(ENTRY, WORDS)
    copy.write()
    assert read_ignored(beside(path)) == (ENTRY,)
    assert path.read_text("utf-8") == FAULTY
    copy.undo()
    copy.write()
    assert read_ignored(beside(path)) == ()


def test_what_others_have_ignored_meanwhile_stays(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy, other = a_copy(path), a_copy(path)
    theirs = ENTRY._replace(fingerprint="f" * 16)
    other.ignore(theirs, WORDS)
    other.write()
    copy.ignore(ENTRY, WORDS)
    copy.write()
    assert read_ignored(beside(path)) == (theirs, ENTRY)


def test_a_file_of_ignored_findings_that_makes_no_sense_is_left_alone(tmp_path: Path) -> None:
    path = put(tmp_path)
    beside(path).write_text("{", "utf-8")
    copy = a_copy(path)
    assert copy.ignored_trouble is not None
    copy.ignore(ENTRY, WORDS)
    changed(copy, "重开,车", "重开，车")
    copy.write()
    assert beside(path).read_text("utf-8") == "{"
    assert "重开，车" in path.read_text("utf-8")
    assert copy.pending == Pending(0, 1)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path = put(tmp_path / "desk")
    link = tmp_path / "today.yaml"
    link.symlink_to(path)
    copy = a_copy(link)
    changed(copy, "重开,车", "重开，车")
    copy.write()
    assert link.is_symlink()
    assert "重开，车" in path.read_text("utf-8")


def test_an_encoding_that_would_change_other_bytes_is_for_looking_only(tmp_path: Path) -> None:
    path = put(tmp_path)
    path.write_bytes(codecs.BOM_UTF16_BE + FAULTY.encode("utf-16-be"))
    copy = a_copy(path, encoding="utf-16")
    assert not copy.is_faithful
    assert copy.why_read_only is not None
    path.write_bytes(FAULTY.encode("gb18030"))
    assert a_copy(path, encoding="gb18030").why_read_only is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_file_that_may_not_be_written_says_so_beforehand(tmp_path: Path, closed: str) -> None:
    path = put(tmp_path / "desk")
    target = path if closed == "file" else path.parent
    target.chmod(0o555)
    try:
        assert a_copy(path).why_read_only is not None
    finally:
        target.chmod(0o755)


def test_what_is_no_edition_is_not_worked_on(tmp_path: Path) -> None:
    with pytest.raises(EditionError):
        a_copy(put(tmp_path, "format: 1\n"))
