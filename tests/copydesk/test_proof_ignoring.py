"""A sitting in which findings are left as they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.copydesk.around import around
from reader.copydesk.examine import Located
from reader.copydesk.ignored_file import Ignored, beside
from reader.copydesk.proof_sitting import ProofSitting
from tests.copydesk.sittings import LARGE, STYLES, put, said, sat


def test_ignored_a_finding_is_gone_with_its_reason_kept(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    state = sitting.ignore(" 引文如此 ")
    assert state.listed.counts.total == 6
    assert (state.pending.changes, state.pending.ignored) == (0, 1)
    entry = sitting.copy.ignored[-1]
    assert (entry.rule, entry.reason, entry.where) == ("T-WIDTH", "引文如此", "2024-12-23/p01-a01")
    assert entry.words == "老桥重开[,]车流如织"
    assert state.silenced == 1
    assert sitting.undo().listed.counts.total == 7


def test_ignored_a_finding_stays_so_when_its_neighbours_are_put_right(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    sitting.toggle_fold()
    sitting.move(3)
    sitting.ignore("引文如此")
    while sitting.state.listed.counts.fixable:
        sitting.move(-99)
        sitting.accept()
    assert sitting.state.silenced == 1
    assert "新板," in sitting.state.manuscript.text
    sitting.write()
    again = sat(path)
    assert again.state.listed.counts.total == 0
    assert again.state.silenced == 1


def test_ignored_in_an_article_a_rule_is_silent_there(tmp_path: Path) -> None:
    path = put(tmp_path)
    sitting = sat(path)
    state = sitting.ignore_rule("全文照登")
    assert [owner.reference for owner in state.listed.owners] == ["2024-12-23/library"]
    assert said(sitting) == "老桥重开,车流如织：不再查 T-WIDTH"
    sitting.write()
    assert sitting.copy.ignored == (
        Ignored("T-WIDTH", article="p01-a01", reason="全文照登", where="2024-12-23/p01-a01"),
    )
    assert sat(path).state.listed.counts.total == 3


def test_outside_an_article_a_rule_cannot_be_ignored_by_article(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path, STYLES.replace(">-\n          (林一舟)", "林一舟")))
    assert sitting.state.here is not None
    assert sitting.state.here.reference is None
    sitting.ignore_rule()
    assert said(sitting) == "这一条不在稿件里，不能按稿件忽略"
    assert not sitting.state.pending.is_any


def test_with_a_file_of_ignored_findings_that_makes_no_sense_nothing_is_ignored(tmp_path: Path) -> None:
    path = put(tmp_path)
    beside(path).write_text("{", "utf-8")
    sitting = sat(path)
    sitting.ignore("")
    assert said(sitting).startswith("忽略不了：")
    assert not sitting.state.pending.is_any


ALIKE = STYLES.replace(">-\n          (林一舟)", "林一舟").replace(
    "老桥昨天重新通车,桥面换了新板。", "\n\n          ".join(["老桥昨天重新通车,桥面换了新板。"] * 3)
)
"""An edition in which one paragraph stands three times, so that only their order tells findings apart."""


def words(sitting: ProofSitting, one: Located) -> str:
    return around(sitting.state.manuscript, one, 4).before


@pytest.mark.parametrize("is_quick", [True, False])
def test_of_several_alike_the_one_that_was_meant_is_ignored(tmp_path: Path, *, is_quick: bool) -> None:
    path = put(tmp_path, ALIKE if is_quick else LARGE + ALIKE)
    sitting = sat(path)
    bridge = [one for one in sitting.state.listed.findings if "通车" in words(sitting, one)]
    assert len(bridge) == 3
    sitting.state = replace(sitting.state, listed=sitting.state.listed.standing_at(bridge[0].place.start))
    while sitting.state.here is not bridge[0]:
        sitting.toggle_fold()
        sitting.state = replace(sitting.state, listed=sitting.state.listed.standing_at(bridge[0].place.start))
    sitting.accept()
    sitting.ignore("第二处照旧")
    left = sitting.settle()
    marks = [one for one in left.listed.findings if one.finding and "通车" in words(sitting, one)]
    assert len(marks) == 1
    assert left.silenced == 1
    assert left.manuscript.text.count("通车,") == 2
    # The first was put right, the second ignored; what is left is the third.
    assert marks[0].place.start > left.manuscript.text.index("通车,") + 3
    sitting.write()
    again = sat(path)
    assert [one.place.start for one in again.state.listed.findings if "通车" in words(again, one)] == [
        marks[0].place.start
    ]
