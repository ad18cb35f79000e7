"""A sitting over a file: writing, others who write, what is left when it breaks off."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from reader.copydesk.ignored_file import beside, read_ignored
from reader.copydesk.shared_copy import Disk
from reader.loading.problem import EditionError
from tests.copydesk.desk import FAULTY
from tests.copydesk.sittings import EVERYTHING, MORNING, put, said, sat
from tests.copydesk.test_proof_fixing import VERBS, perform

FIXED = FAULTY.replace("重开,车", "重开，车")
OTHERS = FAULTY.replace("栏杆刷了三遍漆", "栏杆刷了四遍漆")


# -- writing ------------------------------------------------------------------------------------------


def test_written_it_says_how_much_and_where(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.accept()
    sitting.ignore("引文")
    difference = sitting.difference()
    assert difference is not None
    assert (difference.changes, len(difference.added)) == (1, 1)
    state = sitting.write()
    assert said(sitting) == "已写回 2024-12-23.yaml：改 1 处；2024-12-23.proof.json 里改 1 条"
    assert path.read_text("utf-8") == FIXED
    assert len(read_ignored(beside(path))) == 1
    assert not state.pending.is_any


def test_nothing_to_write_is_said(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    assert sitting.difference() is None
    assert said(sitting) == "没有要写回的。"
    sitting.write()
    assert said(sitting) == "没有要写回的。"


def test_a_file_changed_elsewhere_is_not_written_and_the_way_on_is_said(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.accept()
    path.write_text(OTHERS, "utf-8")
    state = sitting.write()
    assert path.read_text("utf-8") == OTHERS
    assert state.disk is Disk.CHANGED
    assert "r 读入新的" in said(sitting)
    state = sitting.reload()
    assert said(sitting) == "已读入新的文件，改动都接上了。"
    assert state.disk is Disk.SAME
    sitting.write()
    assert path.read_text("utf-8") == OTHERS.replace("重开,车", "重开，车")


def test_a_file_that_is_gone_is_not_written(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.accept()
    path.unlink()
    assert sitting.write().disk is Disk.GONE
    assert "不在了" in said(sitting)
    path.write_text(FAULTY, "utf-8")
    sitting.write()
    assert path.read_text("utf-8") == FIXED


def test_a_file_that_cannot_be_written_leaves_file_and_changes_as_they_were(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.accept()
    in_the_way = tmp_path / f".{path.name}.{os.getpid()}.new"  # where the new file would be made
    in_the_way.mkdir()
    state = sitting.write()
    assert said(sitting) == "没有写成（File exists）；改动都还在"
    assert path.read_text("utf-8") == FAULTY
    assert state.pending.changes == 1
    in_the_way.rmdir()
    sitting.write()
    assert path.read_text("utf-8") == FIXED


def test_what_is_ignored_but_could_not_be_written_is_said(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.accept()
    sitting.ignore("引文")
    beside(path).write_text("{", "utf-8")
    state = sitting.write()
    assert "忽略没有记下" in said(sitting)
    assert path.read_text("utf-8") == FIXED
    assert (state.pending.changes, state.pending.ignored) == (0, 1)


# -- others who write ---------------------------------------------------------------------------------


def test_saved_elsewhere_the_list_follows(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    state = sitting.state
    assert sitting.watch() is state
    path.write_text(FIXED, "utf-8")
    state = sitting.watch()
    assert state.listed.counts.total == 6
    assert said(sitting) == "文件在别处存过，已读入新的。"
    assert state.disk is Disk.SAME


def test_with_changes_of_its_own_it_only_says_so(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.accept()
    path.write_text(OTHERS, "utf-8")
    state = sitting.watch()
    assert state.disk is Disk.CHANGED
    assert state.manuscript.text == FIXED
    assert sitting.watch() is state


def test_saved_broken_the_last_good_version_stays_until_it_is_good_again(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    path.write_text(FAULTY.replace("headline", "headlin"), "utf-8")
    state = sitting.watch()
    assert state.disk is Disk.CHANGED
    assert said(sitting).startswith("读不入新的文件：2024-12-23.yaml:7:9 ")
    assert state.listed.counts.total == 7
    assert sitting.watch() is state  # said once
    path.write_text(FIXED, "utf-8")
    assert sitting.watch().listed.counts.total == 6


def test_asked_to_read_what_has_not_changed_it_says_so(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    sitting.reload()
    assert said(sitting) == "文件没有变化。"


def test_changes_that_fit_no_more_are_told_and_given_back(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.accept()
    path.write_text(FAULTY.replace("重开,车", "重开；车"), "utf-8")
    state = sitting.reload()
    assert said(sitting) == "已读入新的文件；1 处改动对不上，没有接上"
    assert [(piece.before, piece.after) for piece in state.lost] == [(",", "，")]
    assert sitting.move(1).lost == ()


def test_what_cannot_be_brought_together_leaves_everything(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.accept()
    path.write_text("format: 1\n", "utf-8")
    sitting.reload()
    assert said(sitting).startswith("接不上：")
    assert sitting.state.manuscript.text == FIXED


# -- what is left -------------------------------------------------------------------------------------


def broken_off(path: Path) -> None:
    """Accept one fix, ignore another finding, and leave."""
    sitting = sat(path)
    sitting.accept()
    sitting.ignore("引文")
    sitting.close()


def test_what_was_left_is_offered_and_taken_up(tmp_path: Path) -> None:
    path = put(tmp_path)
    broken_off(path)
    sitting = sat(path)
    offer = sitting.state.offer
    assert offer is not None
    assert (offer.kept.total, offer.kept.at, offer.is_of_this_file) == (2, MORNING, True)
    assert sitting.state.manuscript.text == FAULTY
    state = sitting.take_up()
    assert said(sitting) == "接着上次的改：2 处没有写回"
    assert state.offer is None
    assert state.manuscript.text == FIXED
    assert state.listed.counts.total == 5
    sitting.undo()
    assert sitting.undo().manuscript.text == FAULTY


def test_until_it_is_answered_nothing_is_changed(tmp_path: Path) -> None:
    path = put(tmp_path)
    broken_off(path)
    sitting = sat(path)
    for verb in (sitting.accept, sitting.ignore, sitting.undo, sitting.reload, sitting.write):
        verb()
        assert said(sitting).startswith("先定上次留下的改动")
    assert sitting.state.manuscript.text == FAULTY
    path.write_text(OTHERS, "utf-8")
    assert sitting.watch().disk is Disk.CHANGED
    sitting.close()
    assert sat(path).state.offer is not None


def test_thrown_away_it_is_not_offered_again(tmp_path: Path) -> None:
    path = put(tmp_path)
    broken_off(path)
    sitting = sat(path)
    sitting.throw_away()
    assert said(sitting) == "上次的改动丢开了。"
    assert sitting.accept().pending.changes == 1
    sitting.undo()
    sitting.close()
    assert sat(path).state.offer is None


def test_left_on_a_file_that_others_have_changed_it_is_offered_all_the_same(tmp_path: Path) -> None:
    path = put(tmp_path)
    broken_off(path)
    path.write_text(OTHERS, "utf-8")
    sitting = sat(path)
    assert sitting.state.offer is not None
    assert not sitting.state.offer.is_of_this_file
    state = sitting.take_up()
    assert state.manuscript.text == OTHERS.replace("重开,车", "重开，车")
    assert state.pending.total == 2


def test_written_nothing_is_left(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.accept()
    sitting.write()
    sitting.close()
    assert sat(path).state.offer is None


def test_undone_after_writing_it_is_left_as_a_change(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.accept()
    sitting.write()
    sitting.undo()
    sitting.close()
    again = sat(path)
    assert again.take_up().manuscript.text == FAULTY
    assert again.state.pending.changes == 1


def test_undone_step_by_step_after_writing_every_step_is_left(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.accept()
    sitting.accept()
    sitting.write()
    sitting.undo()
    sitting.undo()
    sitting.close()
    assert sat(path).take_up().manuscript.text == FAULTY


def test_with_nowhere_to_keep_it_that_is_known(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path), journals=None)
    sitting.accept()
    assert sitting.journal_trouble is not None
    sitting.close()
    assert sat(put(tmp_path)).journal_trouble is None


def test_what_is_no_edition_has_no_sitting(tmp_path: Path) -> None:
    with pytest.raises(EditionError):
        sat(put(tmp_path, "{"))


@settings(max_examples=40, deadline=None)
@given(verbs=VERBS)
def test_broken_off_anywhere_it_goes_on_as_it_was(verbs: list[str | tuple[str, int | str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = put(Path(folder))
        sitting = sat(path, stylebook=EVERYTHING)
        for verb in verbs:
            perform(sitting, verb)
        sitting.close()
        again = sat(path, stylebook=EVERYTHING)
        again.take_up()
        assert again.copy.manuscript.data == sitting.copy.manuscript.data
        assert again.copy.ignored == sitting.copy.ignored
        assert again.state.pending.is_any == sitting.state.pending.is_any
        assert again.settle().listed.counts == sitting.settle().listed.counts
        again.close()
