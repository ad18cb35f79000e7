"""Findings for people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.cli.check_text import TextReport, excerpt, finding_line, folded_line
from reader.cli.checked import Checked
from reader.proofreading.severity import Severity
from reader.typesetting.width import text_width
from tests.cli.faulty import FAULTY, a_call, checked, put_faulty


def test_a_line_says_where_what_what_to_do_and_by_which_rule(tmp_path: Path) -> None:
    first = checked(put_faulty(tmp_path)).findings[0]
    assert finding_line(first, "a.yaml", "en") == (
        "a.yaml:7:23: half-width “,” in Chinese text; write the full-width mark [T-WIDTH]"
    )
    assert finding_line(first, "a.yaml", "zh") == "a.yaml:7:23: 中文里用了半角“,”; 改为全角 [T-WIDTH]"


@pytest.mark.parametrize(
    ("severity", "en", "zh"),
    [(Severity.WARNING, "warning: ", "警告："), (Severity.INFO, "info: ", "提示：")],
)
def test_what_is_no_error_is_called_what_it_is(severity: Severity, en: str, zh: str, tmp_path: Path) -> None:
    one = checked(put_faulty(tmp_path)).findings[0]._replace(severity=severity)
    assert finding_line(one, "a", "en").startswith(f"a:7:23: {en}half-width")
    assert finding_line(one, "a", "zh").startswith(f"a:7:23: {zh}中文里")


def test_a_line_is_one_line_of_printable_text(tmp_path: Path) -> None:
    one = checked(put_faulty(tmp_path)).findings[0]
    assert "\n" not in finding_line(one, "a\n\x1b[31m.yaml", "en")
    assert "\x1b" not in finding_line(one, "a\n\x1b[31m.yaml", "en")


def shown(text: str, number: int, folder: Path, width: int = 80) -> list[str]:
    found = checked(put_faulty(folder, text=text))
    assert found.manuscript is not None
    return list(excerpt(found.findings[number], found.manuscript, width))


def test_the_words_are_shown_in_brackets_with_what_they_become(tmp_path: Path) -> None:
    assert shown(FAULTY, 0, tmp_path) == ["    - headline: 老桥重开[, → ，]车流如织"]


def test_of_long_words_only_what_changes_is_shown(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path))
    assert found.manuscript is not None
    place = found.findings[2].place
    start = place.start - 10
    lines = found.manuscript.lines
    words = found.manuscript.text[start : place.end]
    one = found.findings[2]._replace(
        place=lines.place(start, place.end),
        replacement=words.replace("通车,", "通车，").replace("新板,", "新板，"),
    )
    assert list(excerpt(one, found.manuscript, 80)) == [
        "    老桥昨天重新通车[,桥面换了新板, → ，桥面换了新板，]"
    ]
    half = one._replace(replacement=words.replace("新板,", "新板"))
    assert list(excerpt(half, found.manuscript, 80)) == ["    …天重新通车,桥面换了新板[, →]"]


@pytest.mark.parametrize("width", [20, 44, 80])
def test_what_is_shown_fits(width: int, tmp_path: Path) -> None:
    text = FAULTY.replace("从下周起,", "河湾" * 40 + "从下周起," + "河湾" * 40)
    (line,) = shown(text, 6, tmp_path, width)
    assert re.search(r"…(河湾|湾)*从?下?周?起\[, → ，\]", line)
    if width >= 44:
        assert text_width(line) <= width
        assert line.endswith("…")


def test_a_place_without_words_is_not_shown(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path, text=FAULTY.removesuffix("...\n")))
    assert found.manuscript is not None
    (cut,) = [one for one in found.findings if one.rule == "S-FORMAT"]
    assert list(excerpt(cut, found.manuscript, 80)) == []


def test_words_over_several_lines_are_shown_as_far_as_the_first_goes(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path))
    assert found.manuscript is not None
    lines = found.manuscript.lines
    start, end = lines.start(10) + 10, lines.start(11) + 14
    one = found.findings[0]._replace(place=lines.place(start, end))
    assert list(excerpt(one, found.manuscript, 80)) == ["    [老桥昨天重新通车,桥面换了新板,]"]


def reported(found: Checked, *, is_terminal: bool) -> list[str]:
    call, out = a_call("check", "x", is_terminal=is_terminal)
    TextReport(call.output).add(found)
    assert "\x1b" not in out.written()
    return out.written().splitlines()


def test_only_a_terminal_shows_the_words(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path))
    assert len(reported(found, is_terminal=False)) == 7
    lines = reported(found, is_terminal=True)
    assert [line for line in lines if line.startswith("    ")] == lines[1::2]
    assert len(lines) == 14


def test_a_terminal_shows_only_a_few_of_many_alike_that_need_no_look(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path, text=FAULTY.replace("桥面换了", "雪,霜,冰,桥面换了")))
    assert len(reported(found, is_terminal=False)) == 10
    lines = [line for line in reported(found, is_terminal=True) if not line.startswith("    ")]
    assert len(lines) == 7
    assert lines[3] == f"{found.path}:10:23: 4 more in this article; --fix puts them right [T-WIDTH]"
    one_more = checked(put_faulty(tmp_path, text=FAULTY.replace("重开,车流", "重开车流")))
    assert len(reported(one_more, is_terminal=True)) == 12  # for a single one no line is saved


def test_what_needs_a_look_is_always_shown(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path, text=FAULTY.replace("桥面换了", "雪,霜,冰,桥面换了")))
    unsafe = found._replace(findings=[one._replace(is_safe=False) for one in found.findings])
    assert len(reported(unsafe, is_terminal=True)) == 20


def test_findings_outside_articles_are_folded_in_other_words(tmp_path: Path) -> None:
    one = checked(put_faulty(tmp_path)).findings[0]
    assert folded_line(one._replace(reference=None), "a", 5, "zh") == (
        "a:7:23: 公告和报头里还有 5 处; --fix 一并改正 [T-WIDTH]"
    )
