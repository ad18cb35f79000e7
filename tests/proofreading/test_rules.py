"""What holds for every rule there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.proofreading.manual import examples_of
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.rules import BY_ID, RULES
from reader.proofreading.severity import Severity
from tests.proofreading.manuscripts import (
    a_proof,
    edition_yaml,
    example_values,
    findings_in,
    language_of,
)

_ALL = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
_FOLDER = Path(__file__).parents[2] / "reader/proofreading/rules"


def test_no_two_rules_have_one_id() -> None:
    assert len(BY_ID) == len(RULES)


def test_every_rule_file_is_on_the_list() -> None:
    files = {path.stem for path in _FOLDER.glob("*.py")} - {"__init__"}
    assert {rule.check.__module__.rpartition(".")[2] for rule in RULES} == files


@_ALL
def test_a_rule_has_a_file_of_its_own_with_a_test(rule: Rule) -> None:
    name = rule.check.__module__.rpartition(".")[2]
    assert (Path(__file__).parent / f"rules/test_{name}.py").is_file()


@_ALL
def test_the_manual_begins_with_the_id_and_speaks_both_languages(rule: Rule) -> None:
    assert rule.manual.startswith(f"{rule.id}: ")
    prose = re.split(r"^(?:Passes|Fails):", rule.manual, flags=re.MULTILINE)[0]
    assert re.search("[\u4e00-\u9fff]{6}", prose)
    assert max(map(len, rule.manual.split("\n"))) <= 110


@_ALL
def test_the_manual_shows_what_passes_and_what_fails(rule: Rule) -> None:
    assert {example.passes for example in examples_of(rule)} == {True, False}


@_ALL
def test_the_examples_of_the_manual_are_true(rule: Rule) -> None:
    for example in examples_of(rule):
        text = edition_yaml(example.text, language=language_of(rule, example.text))
        found = findings_in(a_proof(text), [rule], **example_values(rule))
        assert bool(found) != example.passes, example.text


@_ALL
def test_a_rule_that_fixes_nothing_makes_no_changes_and_one_that_fixes_does(rule: Rule) -> None:
    changes = [
        bool(found.finding.changes)
        for example in examples_of(rule)
        for found in findings_in(
            a_proof(edition_yaml(example.text, language=language_of(rule, example.text))),
            [rule],
            **example_values(rule),
        )
    ]
    assert any(changes) == (rule.fixing is not Fixing.NONE)


@_ALL
def test_a_rule_says_what_it_rests_on_and_what_to_do(rule: Rule) -> None:
    for wording in (rule.name, rule.clause, rule.advice):
        assert wording.zh
        assert wording.en


@_ALL
def test_only_errors_and_warnings_weigh(rule: Rule) -> None:
    assert rule.weight == 0 or rule.severity is not Severity.INFO


def test_no_two_options_share_a_name() -> None:
    names = [option.name for rule in RULES for option in rule.options]
    assert len(set(names)) == len(names)
