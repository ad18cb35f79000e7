"""Pictures are looked at when they are others, and what was found in them is told every time."""

from __future__ import annotations

from pathlib import Path

from reader.copydesk.examine import Examined
from reader.copydesk.examiner import Examiner
from reader.copydesk.ignored_file import Ignored
from reader.copydesk.manuscript import Manuscript
from reader.proofreading.finding import Change
from tests.copydesk.desk import FAULTY
from tests.copydesk.sittings import WIDTH_ONLY, put

PICTURED = FAULTY.replace(
    "      - id: library\n",
    "        photos:\n          - file: bridge.png\n            caption: 桥头的早市\n      - id: library\n",
)


def pictures(found: Examined) -> list[tuple[str, int]]:
    return [(one.rule, one.place.line) for one in found.findings if one.rule not in ("T-WIDTH", "S-FORMAT")]


def an_examiner(folder: Path) -> Examiner:
    return Examiner(WIDTH_ONLY, folder)


def test_a_missing_picture_is_told_after_every_change(tmp_path: Path) -> None:
    manuscript = Manuscript.read(put(tmp_path, PICTURED))
    examiner = an_examiner(tmp_path)
    missing = pictures(examiner.examine(manuscript, ()))
    assert len(missing) == 1
    changed, _ = manuscript.changed([Change("sections[0].articles[0].headline", 4, 5, "，")])
    again = examiner.examine(changed, ())
    assert pictures(again) == missing
    assert [one.place.start for one in again.findings] == sorted(one.place.start for one in again.findings)


def test_on_another_line_it_is_told_there(tmp_path: Path) -> None:
    manuscript = Manuscript.read(put(tmp_path, PICTURED))
    examiner = an_examiner(tmp_path)
    (rule, line), *_ = pictures(examiner.examine(manuscript, ()))
    changed = manuscript.with_text("# 一行\n" + PICTURED)
    assert pictures(examiner.examine(changed, ())) == [(rule, line + 1)]


def test_named_otherwise_it_is_looked_for_again(tmp_path: Path) -> None:
    manuscript = Manuscript.read(put(tmp_path, PICTURED))
    examiner = an_examiner(tmp_path)
    examiner.examine(manuscript, ())
    without = manuscript.with_text(
        PICTURED.replace("          - file: bridge.png\n            ", "          - ")
    )
    assert pictures(examiner.examine(without, ())) == []


def test_a_rule_that_is_silent_in_its_article_stays_silent(tmp_path: Path) -> None:
    manuscript = Manuscript.read(put(tmp_path, PICTURED))
    examiner = an_examiner(tmp_path)
    (rule, _), *_ = pictures(examiner.examine(manuscript, ()))
    entry = Ignored(rule, article="p01-a01")
    changed, _ = manuscript.changed([Change("sections[0].articles[0].headline", 4, 5, "，")])
    assert pictures(examiner.examine(changed, (entry,))) == []


def test_an_edition_without_pictures_has_none_to_tell(tmp_path: Path) -> None:
    found = an_examiner(tmp_path).examine(Manuscript.read(put(tmp_path)), ())
    assert pictures(found) == []
    assert len(found.findings) == 7
