"""E-PLACE: names that look alike."""

from __future__ import annotations

import re

import pytest

from reader.proofreading.rules import BY_ID
from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, findings, findings_in, words

_PAIRS = [["河湾区", "河弯区"], ["河湾", "河湾港"]]


def test_the_rarer_of_a_pair_is_shown_as_information() -> None:
    found = findings("E-PLACE", "河湾区下雪，河湾区停电，河弯区供水正常。", lookalikes=_PAIRS)
    assert [(one.words, one.finding.severity) for one in found] == [("河弯区", Severity.INFO)]
    assert "2" in found[0].finding.message.zh


@pytest.mark.parametrize("text", ["河湾区下雪，河湾区停电。", "河弯区供水正常。", "雪停了。"])
def test_one_of_a_pair_alone_is_silent(text: str) -> None:
    assert words("E-PLACE", text, lookalikes=_PAIRS[:1]) == []


def test_it_is_shown_once_an_article() -> None:
    articles = (
        "- headline: 河湾区下雪\n  body: 河湾区下雪。河湾区停电。\n"
        "- headline: 供水\n  body: 河弯区供水正常，河弯区不停水。\n"
        "- headline: 河湾区\n  body: 河弯区放假，河湾区不放。\n"
    )
    found = findings("E-PLACE", articles, lookalikes=_PAIRS[:1])
    assert [one.finding.spot.field for one in found] == [f"sections[0].articles[{n}].body" for n in (1, 2)]


def test_a_name_inside_the_longer_one_is_not_it() -> None:
    assert words("E-PLACE", "河湾港开港，河湾港繁忙。", lookalikes=_PAIRS[1:]) == []
    assert words("E-PLACE", "河湾港开港，河湾港繁忙，河湾下雪。", lookalikes=_PAIRS[1:]) == ["河湾"]


def test_english_names_are_whole_words() -> None:
    pair = [["Marlbury", "Malbury"]]
    assert words("E-PLACE", "Marlbury is snowed in; Malbury is not.", lookalikes=pair) == ["Malbury"]
    assert words("E-PLACE", "Marlbury is snowed in; Malburyites are not.", lookalikes=pair) == []


def test_without_pairs_and_with_a_name_paired_with_itself_it_is_silent() -> None:
    assert words("E-PLACE", "河湾区下雪，河弯区停电。") == []
    assert words("E-PLACE", "河湾区下雪。", lookalikes=[["河湾区", "河湾区"], ["", "河湾区"]]) == []


@pytest.mark.parametrize("seed", range(8))
def test_one_confused_place_in_a_clean_edition_is_found(seed: int) -> None:
    text = clean_edition(seed)
    rule = [BY_ID["E-PLACE"]]
    pairs = [["河湾市", "河弯市"]]
    assert findings_in(a_proof(text), rule, lookalikes=pairs) == []
    places = [match.start() for match in re.finditer("河湾市", text)]
    at = places[seed % len(places)]
    spoilt = text[:at] + "河弯市" + text[at + 3 :]
    assert [one.words for one in findings_in(a_proof(spoilt), rule, lookalikes=pairs)] == ["河弯市"]
