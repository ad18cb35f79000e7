"""What a run of `check` comes to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.cli.check_tally import Tally
from reader.cli.checked import Checked, Trouble
from reader.copydesk.examine import Silenced
from reader.copydesk.ignored_file import Ignored
from reader.proofreading.error_rate import error_rate
from reader.proofreading.severity import Severity
from tests.cli.faulty import FAULTY, WIDE, checked, put_faulty


def found(folder: Path, *severities: Severity) -> Checked:
    all_found = checked(put_faulty(folder))
    return all_found._replace(
        findings=[
            one._replace(severity=each) for one, each in zip(all_found.findings, severities, strict=False)
        ]
    )


def said(tally: Tally, *, is_fixing: bool = False, is_written: bool = False) -> tuple[str, str]:
    """The line in both languages, but for the error rate."""
    english = tally.line("en", is_fixing=is_fixing, is_written=is_written)
    chinese = tally.line("zh", is_fixing=is_fixing, is_written=is_written)
    return re.sub("; weighted[^;]*", "", english), re.sub("；加权[^；]*", "", chinese)


def test_it_counts_by_how_grave_they_are(tmp_path: Path) -> None:
    tally = Tally()
    tally.add(found(tmp_path, Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.INFO))
    tally.add(found(tmp_path, Severity.ERROR))
    assert said(tally) == (
        "2 editions: 2 errors, 2 warnings, 1 remark; --fix can put right 5",
        "2 期：差错 2、警告 2、提示 1；--fix 可改 5 处",
    )


def test_it_tells_what_is_ignored_and_known(tmp_path: Path) -> None:
    one = found(tmp_path, Severity.ERROR)
    silent = Silenced(one.findings[0], Ignored("T-WIDTH", "0"))
    tally = Tally()
    tally.add(one._replace(findings=[], silenced=[silent], known=[*one.findings, *one.findings]))
    assert said(tally) == (
        "1 edition: nothing to put right; 1 ignored; 2 in the baseline",
        "1 期：没有要改的；已忽略 1 处；基线内 2 处",
    )


@pytest.mark.parametrize(("is_written", "words"), [(True, "3 put right"), (False, "3 would be put right")])
def test_after_a_repair_it_tells_what_was_made(is_written: bool, words: str, tmp_path: Path) -> None:
    tally = Tally()
    tally.add(found(tmp_path, Severity.ERROR))
    tally.made = 3
    assert said(tally, is_fixing=True, is_written=is_written)[0] == f"1 edition: 1 error; {words}"


def test_it_tells_what_somebody_should_look_at(tmp_path: Path) -> None:
    one = found(tmp_path, Severity.ERROR, Severity.WARNING)
    tally = Tally()
    tally.add(one._replace(findings=[one.findings[0], one.findings[1]._replace(is_safe=False)]))
    assert said(tally) == (
        "1 edition: 1 error, 1 warning; --fix can put right 1; 1 with a proposal to look at",
        "1 期：差错 1、警告 1；--fix 可改 1 处；1 处附改法待看",
    )


def test_the_error_rate_is_that_of_all_editions_together_as_the_law_counts(tmp_path: Path) -> None:
    one = checked(put_faulty(tmp_path))
    assert one.manuscript is not None
    own = error_rate([each.finding for each in one.findings if each.finding], one.manuscript.proof)
    clean = checked(put_faulty(tmp_path, text=WIDE))
    tally = Tally()
    tally.add(one)
    tally.add(clean)
    half = own._replace(characters=2 * own.characters)
    assert tally.line("en", is_fixing=False, is_written=False).endswith(f"; {half.wording.en}")
    assert tally.line("zh", is_fixing=False, is_written=False).endswith(f"；{half.wording.zh}")


def test_an_edition_in_english_or_without_errors_has_no_error_rate(tmp_path: Path) -> None:
    for text in (WIDE, FAULTY.replace("date:", "language: en\ndate:")):
        tally = Tally()
        tally.add(checked(put_faulty(tmp_path, text=text)))
        assert "rate" not in tally.line("en", is_fixing=False, is_written=False)


def test_what_could_not_be_looked_at_is_no_edition(tmp_path: Path) -> None:
    tally = Tally()
    tally.add(Checked(tmp_path, trouble=Trouble(tmp_path, ())))
    assert (tally.files, tally.unseen) == (0, 1)
    one = found(tmp_path, Severity.ERROR)
    tally.add(one._replace(trouble=Trouble(tmp_path, ())))  # looked at, but not to be written
    assert said(tally)[0] == "1 edition: 1 error; --fix can put right 1; 1 could not be looked at"


@pytest.mark.parametrize(
    ("severity", "failing"),
    [
        (Severity.ERROR, {"error", "warning", "info"}),
        (Severity.WARNING, {"warning", "info"}),
        (Severity.INFO, {"info"}),
    ],
)
def test_findings_fail_from_the_level_that_is_asked_for(
    severity: Severity, failing: set[str], tmp_path: Path
) -> None:
    tally = Tally()
    tally.add(found(tmp_path, severity))
    levels = ("error", "warning", "info", "never")
    assert {level for level in levels if tally.status(level) == 1} == failing
    assert {tally.status(level) for level in levels} <= {0, 1}


def test_trouble_outweighs_findings_and_a_diff_is_a_finding(tmp_path: Path) -> None:
    tally = Tally()
    assert (tally.status("info"), tally.is_silent) == (0, True)
    tally.has_diff = True
    assert tally.status("never") == 1
    tally.add(Checked(tmp_path, trouble=Trouble(tmp_path, ())))
    assert (tally.status("never"), tally.is_silent) == (2, False)
