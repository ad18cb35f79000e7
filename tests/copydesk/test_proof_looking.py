"""A sitting that looks: its cursor, and when the text is read again."""

from __future__ import annotations

from pathlib import Path

from tests.copydesk.desk import FAULTY
from tests.copydesk.sittings import LARGE, found, put, said, sat


def test_everything_found_is_listed(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    assert found(sitting)[0] == "T-WIDTH 中文里用了半角“,” ×3"
    assert sitting.state.listed.counts.total == 7
    assert sitting.state.is_settled


def test_moving_says_nothing_and_changes_nothing(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    sitting.accept()
    assert said(sitting)
    state = sitting.move(1)
    assert state.said is None
    assert state.listed.at == 1
    assert sitting.move_to_error(1).listed.at == 2
    assert sitting.go_to_article("2024-12-23/library").listed.at == 2
    assert sitting.move(-9).listed.at == 0


def test_a_row_is_gone_to_by_its_key(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    key = sitting.state.listed.rows[3].key
    assert sitting.go(key).listed.at == 3


def test_the_list_can_be_narrowed_and_opened(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    assert len(sitting.narrow("图书馆").listed.rows) == 3
    assert len(sitting.narrow("").listed.rows) == 5
    sitting.move(-9)
    assert len(sitting.toggle_fold().listed.rows) == 8


def test_a_state_does_not_change_when_the_sitting_goes_on(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    before = sitting.state
    total = before.listed.counts.total
    sitting.accept()
    assert before.listed.counts.total == total
    assert before.manuscript.text == FAULTY


def test_a_large_file_is_not_read_again_by_itself(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path, LARGE + FAULTY))
    state = sitting.accept()
    assert not state.is_settled
    assert state.listed.counts.total == 6  # carried over
    settled = sitting.take(sitting.looker()())
    assert settled.is_settled
    assert settled.listed.counts.total == 6


def test_what_is_carried_over_is_put_right_at_its_new_place(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path, LARGE + FAULTY))
    taken = sitting.move(1).here and sitting.excerpt()
    assert taken is not None
    assert sitting.edit(taken, "夜里10时以后只许行人过桥;白天双向通行。")
    state = sitting.state
    assert not state.is_settled
    assert state.here is not None
    assert state.here.message.zh == "中文里用了半角“;”"
    state = sitting.accept()
    assert "只许行人过桥；白天" in state.manuscript.text
    while sitting.state.listed.counts.fixable:
        sitting.accept()
    assert sitting.settle().listed.counts.total == 0


def test_what_was_found_in_a_text_of_before_is_not_taken(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    looker = sitting.looker()
    sitting.accept()
    state = sitting.state
    assert sitting.take(looker()) is state


def test_what_was_found_before_something_was_ignored_is_not_taken(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    looker = sitting.looker()
    sitting.ignore("引文")
    state = sitting.state
    assert sitting.take(looker()) is state
    assert state.listed.counts.total == 6


def test_settled_it_is_not_read_once_more(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    state = sitting.state
    assert sitting.settle() is state
