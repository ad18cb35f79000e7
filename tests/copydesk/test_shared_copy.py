"""A file that others write to as well."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.copydesk.ignored_file import Ignored, beside, write_ignored
from reader.copydesk.journal import Journal, Kept
from reader.copydesk.shared_copy import Disk, SharedCopy
from reader.copydesk.working_copy import Pending
from reader.loading.problem import EditionError
from tests.copydesk.desk import FAULTY
from tests.copydesk.sittings import MORNING, put
from tests.copydesk.test_working_copy import ENTRY, WORDS, changed

FIXED = FAULTY.replace("重开,车", "重开，车")
OTHERS = FAULTY.replace("栏杆刷了三遍漆", "栏杆刷了四遍漆")


def a_copy(path: Path, *, with_journal: bool = False) -> SharedCopy:
    journal = Journal(path.parent / "state", path) if with_journal else None
    return SharedCopy(path, clock=lambda: MORNING, journal=journal)


def left_by(path: Path) -> Kept:
    """Change the headline and ignore a finding in a sitting that is then broken off."""
    copy = a_copy(path, with_journal=True)
    changed(copy, "重开,车", "重开，车")
    copy.ignore(ENTRY, WORDS)
    assert copy.journal is not None
    copy.journal.close()
    kept = copy.journal.read()
    copy.journal.close()
    assert kept is not None
    return kept


def test_it_sees_whether_the_file_is_the_one_that_was_read(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    assert copy.look() is Disk.SAME
    os.utime(path, (1, 1))
    assert copy.look() is Disk.SAME
    path.write_text(OTHERS, "utf-8")
    assert copy.look() is Disk.CHANGED
    assert copy.look() is Disk.CHANGED
    path.unlink()
    assert copy.look() is Disk.GONE
    path.write_text(FAULTY, "utf-8")
    assert copy.look() is Disk.SAME


def test_its_own_writing_is_no_change(tmp_path: Path) -> None:
    copy = a_copy(put(tmp_path))
    changed(copy, "重开,车", "重开，车")
    copy.write()
    assert copy.look() is Disk.SAME


def test_without_changes_of_its_own_it_takes_the_file_as_it_is(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    path.write_text(OTHERS, "utf-8")
    assert copy.reload() == ()
    assert copy.manuscript.text == OTHERS
    assert copy.steps == []
    assert copy.look() is Disk.SAME


def test_its_changes_are_put_into_what_others_have_written(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    changed(copy, "重开,车", "重开，车")
    changed(copy, "新板,", "新板，")
    path.write_text(OTHERS, "utf-8")
    assert copy.reload() == ()
    assert copy.manuscript.text == OTHERS.replace("重开,车", "重开，车").replace("新板,", "新板，")
    assert copy.pending == Pending(2, 0)
    copy.write()
    assert path.read_text("utf-8") == copy.manuscript.text


def test_put_into_it_they_are_undone_to_what_others_have_written(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    changed(copy, "重开,车", "重开，车")
    path.write_text(OTHERS, "utf-8")
    copy.reload()
    copy.undo()
    assert copy.manuscript.data == OTHERS.encode()
    assert not copy.pending.is_any


def test_a_change_of_what_others_have_rewritten_is_given_back(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    changed(copy, "重开,车", "重开，车")
    changed(copy, "新板,", "新板，")
    path.write_text(FAULTY.replace("重开,车流如织", "重开；一切如常"), "utf-8")
    lost = copy.reload()
    assert [(piece.before, piece.after) for piece in lost] == [(",", "，")]
    assert "重开；一切如常" in copy.manuscript.text
    assert "新板，" in copy.manuscript.text


@pytest.mark.parametrize("broken", ["format: 1\n", FAULTY.replace("headline", "headlin"), "{"])
def test_what_is_no_edition_any_more_changes_nothing(tmp_path: Path, broken: str) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    changed(copy, "重开,车", "重开，车")
    path.write_text(broken, "utf-8")
    with pytest.raises(EditionError):
        copy.reload()
    assert copy.manuscript.text == FIXED
    assert copy.pending == Pending(1, 0)
    assert copy.look() is Disk.CHANGED


def test_what_was_left_is_taken_up_with_all_its_steps(tmp_path: Path) -> None:
    path = put(tmp_path)
    kept = left_by(path)
    copy = a_copy(path, with_journal=True)
    assert copy.resume(kept) == ()
    assert copy.manuscript.text == FIXED
    assert copy.ignored == (ENTRY,)
    assert copy.pending == Pending(1, 1)
    copy.undo()
    copy.undo()
    assert copy.manuscript.data == FAULTY.encode()
    assert not copy.pending.is_any


def test_taken_up_and_undone_to_the_end_nothing_is_left(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path, with_journal=True)
    copy.resume(left_by(path))
    copy.undo()
    copy.undo()
    assert list((tmp_path / "state").iterdir()) == []


def test_taken_up_it_is_kept_on(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path, with_journal=True)
    copy.resume(left_by(path))
    changed(copy, "新板,", "新板，")
    assert copy.journal is not None
    copy.journal.close()
    kept = copy.journal.read()
    copy.journal.close()
    assert kept is not None
    assert kept.text() == FIXED.replace("新板,", "新板，")
    assert len(kept.steps) == 3


def test_what_was_left_is_put_into_a_file_that_others_have_changed(tmp_path: Path) -> None:
    path = put(tmp_path)
    kept = left_by(path)
    path.write_text(OTHERS, "utf-8")
    copy = a_copy(path, with_journal=True)
    assert copy.resume(kept) == ()
    assert copy.manuscript.text == OTHERS.replace("重开,车", "重开，车")
    assert copy.ignored == (ENTRY,)
    assert copy.journal is not None
    copy.journal.close()


def test_what_others_have_ignored_since_is_there_too(tmp_path: Path) -> None:
    path = put(tmp_path)
    kept = left_by(path)
    theirs = Ignored("T-WIDTH", "f" * 16)
    write_ignored(beside(path), [theirs])
    copy = a_copy(path)
    copy.resume(kept)
    assert copy.ignored == (theirs, ENTRY)
    assert copy.pending == Pending(1, 1)
