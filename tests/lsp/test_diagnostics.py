"""Findings as diagnostics."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from reader.edition.wording import Tongue, Wording
from reader.lsp.client import Client
from reader.lsp.diagnostics import trouble_diagnostics
from reader.lsp.house import House, Trouble
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook
from tests.lsp.drafts import an_examination


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_diagnostic_says_what_is_wrong_and_what_to_do(tongue: Tongue) -> None:
    first = an_examination(client=Client(tongue)).diagnostics[0]
    message = {
        "zh": "中文里用了半角“,”；改为全角",
        "en": "half-width “,” in Chinese text; write the full-width mark",
    }
    assert first.message == message[tongue]


def test_it_has_the_rule_for_its_code_and_no_link_that_leads_nowhere() -> None:
    first = an_examination().diagnostics[0]
    assert (first.code, first.source) == ("T-WIDTH", "paper-reader")
    assert (first.code_description, first.tags) == (None, None)


@pytest.mark.parametrize(
    ("severity", "shown"),
    [
        (Severity.ERROR, types.DiagnosticSeverity.Error),
        (Severity.WARNING, types.DiagnosticSeverity.Warning),
        (Severity.INFO, types.DiagnosticSeverity.Information),
    ],
)
def test_it_is_as_grave_as_the_house_has_decided(severity: Severity, shown: types.DiagnosticSeverity) -> None:
    house = House(Stylebook(severities={"T-WIDTH": severity}))
    found = [one for one in an_examination(house=house).diagnostics if one.code == "T-WIDTH"]
    assert {one.severity for one in found} == {shown}


def test_a_trouble_of_the_house_is_shown_over_its_line() -> None:
    trouble = Trouble(Path("stylebook.toml"), 3, Wording("没有“x”这一项", "there is no “x”"))
    (found,) = trouble_diagnostics([trouble], "zh")
    assert (found.range.start.line, found.range.end.line) == (2, 2)
    assert (found.message, found.severity) == ("没有“x”这一项", types.DiagnosticSeverity.Error)
