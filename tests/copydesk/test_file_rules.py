"""What is found by others than the rules of proofreading."""

from __future__ import annotations

import re
from pathlib import Path

import reader
from reader.copydesk.examine import FORMAT_RULE, IGNORE_RULE
from reader.copydesk.file_rules import FILE_RULES, TWIN_RULE
from reader.proofreading.rules import BY_ID


def test_no_id_is_a_rules_of_proofreading_and_each_is_there_once() -> None:
    ids = [rule.id for rule in FILE_RULES]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & BY_ID.keys()
    assert {FORMAT_RULE, IGNORE_RULE, TWIN_RULE} <= set(ids)


def test_every_fault_of_a_picture_is_among_them() -> None:
    source = (Path(reader.__file__).parent / "archive" / "picture_file.py").read_text(encoding="utf-8")
    faults = set(re.findall(r'PictureFault\("([A-Z-]+)"', source))
    assert len(faults) == 3
    assert {rule.id for rule in FILE_RULES if rule.id.startswith("P-")} == faults


def test_each_is_told_in_both_languages() -> None:
    for rule in FILE_RULES:
        for words in (rule.name, rule.clause, rule.about):
            assert re.search("[\u4e00-\u9fff]", words.zh)
            assert not re.search("[\u4e00-\u9fff]", words.en)
