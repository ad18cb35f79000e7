"""The sheets of proof mode."""

from __future__ import annotations

from pathlib import Path

from reader.copydesk.file_rules import FILE_RULES
from reader.copydesk.patch import Piece as Change
from reader.copydesk.proof_state import RulePreview
from reader.proofreading.rules import RULES
from reader.tui.proof_copies import Marked, difference_copy, lost_copy, preview_copy, rule_copy
from tests.copydesk.sittings import put, sat


def lines(shown: Marked) -> list[str]:
    return [f"{piece.lead}{piece.text}" for piece in shown.copy.all()]


def marked(shown: Marked) -> list[str]:
    pieces = shown.copy.all()
    return [pieces[mark.block].text[mark.start : mark.end] for mark in shown.found]


def a_preview(folder: Path) -> RulePreview:
    preview = sat(put(folder), journals=None).preview_rule()
    assert preview is not None
    return preview


def test_a_preview_has_a_line_for_each_change_in_file_order(tmp_path: Path) -> None:
    shown = preview_copy(a_preview(tmp_path), "zh")
    assert lines(shown)[0] == "7:23   老桥重开,车流如织 → ，"
    assert [line.split()[0] for line in lines(shown)] == [
        "7:23", "10:19", "10:26", "13:23", "15:27", "15:30", "17:15",
    ]  # fmt: skip
    assert marked(shown)[:2] == [",", "，"]


def test_suggestions_and_what_is_left_are_said(tmp_path: Path) -> None:
    preview = a_preview(tmp_path)
    made = (preview.made[0]._replace(is_safe=False), *preview.made[1:])
    shown = preview_copy(preview._replace(made=made, refused=preview.made[:2], left=preview.made[2:3]), "zh")
    assert lines(shown)[0] == "其中 1 处是建议改法，请一一看过。"
    assert "2 处改不了，留着：" in lines(shown)
    assert "1 处与别处的改法交叠，这次不改：" in lines(shown)


def test_a_fix_that_takes_out_says_so(tmp_path: Path) -> None:
    preview = a_preview(tmp_path)
    gone = preview.made[0]._replace(replacement="")
    assert lines(preview_copy(preview._replace(made=(gone,)), "zh"))[0].endswith("→ （删去）")


def test_a_difference_marks_the_characters_that_change(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path), journals=None)
    sitting.accept()
    difference = sitting.difference()
    assert difference is not None
    shown = difference_copy(difference, "zh")
    assert "-       - headline: 老桥重开,车流如织" in lines(shown)
    assert "+       - headline: 老桥重开，车流如织" in lines(shown)
    assert marked(shown) == [",", "，"]
    assert any(line.startswith("@@") for line in lines(shown))


def test_lines_that_came_or_went_are_in_it_without_marks(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path), journals=None)
    sitting.move(1)
    taken = sitting.excerpt()
    assert taken is not None
    assert sitting.edit(taken, "夜里只许行人过桥。\n白天双向通行。")
    difference = sitting.difference()
    assert difference is not None
    shown = lines(difference_copy(difference, "zh"))
    assert [line[:2] for line in shown if "桥" in line or "白天" in line] == ["- ", "+ ", "+ "]


def test_what_is_newly_ignored_and_what_no_longer_is_told_with_its_reason(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path), journals=None)
    sitting.ignore("引文如此")
    difference = sitting.difference()
    assert difference is not None
    shown = lines(difference_copy(difference, "zh"))
    assert shown[0] == "新忽略 1 条，记在 2024-12-23.proof.json："
    assert shown[1] == "T-WIDTH  2024-12-23/p01-a01 · 老桥重开[,]车流如织 · 引文如此"
    sitting.write()
    sitting.undo()
    difference = sitting.difference()
    assert difference is not None
    assert lines(difference_copy(difference, "en"))[0] == "Not ignored any more: 1"


def test_changes_that_do_not_fit_are_given_back_before_and_after() -> None:
    shown = lines(lost_copy([Change(3, ",", "，"), Change(9, "甲\n乙", "")], "zh"))
    assert shown == ["文件在别处改过", "- ,", "+ ，", "- 甲⏎乙", "+ "]


def test_every_rule_has_a_page_and_the_keys_stand_behind_it() -> None:
    for rule in RULES:
        for tongue in ("zh", "en"):
            shown = lines(rule_copy(rule.id, tongue, [("y", "接受")]))
            assert rule.id in shown[0]
            assert any(rule.clause.say(tongue)[:10] in line for line in shown)
            assert shown[-1] == f"{'y':<14}接受"


def test_what_comes_from_no_rule_is_explained_as_such() -> None:
    for rule in FILE_RULES:
        shown = lines(rule_copy(rule.id, "en", []))
        assert shown[0] == f"{rule.id} {rule.name.en}"
        assert rule.about.en in shown
    assert lines(rule_copy("", "zh", [])) == ["校对的按键"]
