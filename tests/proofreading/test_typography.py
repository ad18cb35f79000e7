"""The rules of typography together: what one puts right no other complains of; nothing else is touched."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.proofreading.body_passages import body_passages
from reader.proofreading.finding import Finding
from reader.proofreading.pairs import pairs_of
from reader.proofreading.proof import Proof
from reader.proofreading.proofread import proofread
from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof
from tests.proofreading.mixed_copy import KEPT, halved, mixed_paragraph

_IDS = (
    *("T-WIDTH", "T-ELLIPSIS", "T-DASH", "T-DUPMARK", "T-QUOTELIST", "T-QUOTE-ASCII", "T-NEST", "T-FWDIGIT"),
    *("T-SPACE", "T-CONTROL", "T-ENUM", "T-AMBIGUOUS", "T-LATIN-MARK", "T-LATIN-SPACE", "T-LATIN-TWICE"),
    "S-BALANCE",
)
_RULES = [BY_ID[name] for name in _IDS]
_ALL_ON = Stylebook(on=frozenset(_IDS))


def _proof(text: str, language: str = "zh-CN") -> Proof:
    edition = Edition(paper="河湾晨报", date=dt.date(2024, 12, 23), language=language)
    return Proof(edition, {"body": text}, (), (), tuple(body_passages("body", text)))


def _found(text: str, language: str = "zh-CN") -> list[Finding]:
    return list(proofread(_proof(text, language), _ALL_ON, _RULES))


def _changed(text: str, findings: Iterable[Finding]) -> str:
    """Make the changes of the findings, the last in the text first; they must not overlap."""
    changes = sorted({change for finding in findings for change in finding.changes}, reverse=True)
    for after, before in pairwise(changes):
        assert before.end <= after.start
    for change in changes:
        text = text[: change.start] + change.text + text[change.end :]
    return text


_SPOIL: dict[str, Callable[[str], str]] = {
    "marks": halved,
    "ellipses": lambda text: text.replace("……", "..."),
    "figures": lambda text: text.translate({ord(figure): ord(figure) + 0xFEE0 for figure in "0123456789"}),
    "quotations": lambda text: text.replace("“", '"').replace("”", '"'),
    "invisible": lambda text: text.replace("的", "\u200b的\u00ad"),
}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("sort", [sort for sort in _SPOIL if sort != "figures"])
def test_copy_spoiled_throughout_is_restored_by_safe_changes_alone(sort: str, seed: int) -> None:
    text = mixed_paragraph(random.Random(seed)).replace("‘", "").replace("’", "") + "雪……"
    spoiled = _SPOIL[sort](text)
    for _ in range(3):
        spoiled = _changed(spoiled, [finding for finding in _found(spoiled) if finding.is_safe])
    assert spoiled == text


@pytest.mark.parametrize("seed", range(6))
def test_full_width_figures_become_half_width_wherever_they_are(seed: int) -> None:
    text = "".join(mark for mark in mixed_paragraph(random.Random(seed)) if mark not in ".:,")
    spoiled = _SPOIL["figures"](text)
    assert _changed(spoiled, [finding for finding in _found(spoiled) if finding.is_safe]) == text


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize(
    "wrong", ["，，", "...", "--", "“水车“", '"水车"', "１２", "\u200b", "‘水车’", "。。"]
)
def test_one_fault_put_right_leaves_no_finding_of_any_rule(wrong: str, seed: int) -> None:
    chance = random.Random(seed)
    text = mixed_paragraph(chance, 2)
    text += "雪停了，路通了。"
    commas = [at for at, mark in enumerate(text) if mark == "，" and not pairs_of(text).around(at)]
    at = chance.choice([at for at in commas if text[at - 1] > "\u4e00" < text[at + 1]])
    clean = [one for one in _found(text) if one.rule != "T-AMBIGUOUS"]
    assert clean == []
    spoiled = text[:at] + wrong + text[at + 1 :]
    found = [one for one in _found(spoiled) if one.rule != "T-AMBIGUOUS"]
    assert len(found) == 1
    again = [one for one in _found(_changed(spoiled, found)) if one.rule != "T-AMBIGUOUS"]
    assert again == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("seed", range(8))
def test_clean_editions_are_silent(seed: int, language: str) -> None:
    proof = a_proof(clean_edition(seed, language=language))
    ignored = {"T-AMBIGUOUS", "T-SPACE"}
    assert [one for one in proofread(proof, _ALL_ON, _RULES) if one.rule not in ignored] == []


@pytest.mark.parametrize("text", [line for line in KEPT if not line.startswith("~")])
def test_copy_full_of_figures_addresses_and_english_is_silent(text: str) -> None:
    assert [one for one in _found(text) if one.rule != "T-SPACE"] == []


@given(
    st.text("河湾，。、：！？（）“”‘’《》,.:;!?()\"'—-…·~ aZ9９Ａ%\u200b\u200d⼈□\n", max_size=60),
    st.sampled_from(["zh-CN", "en"]),
)
def test_whatever_is_written_every_finding_has_its_changes_within_its_stretch(
    text: str, language: str
) -> None:
    for finding in _found(text, language):
        assert 0 <= finding.spot.start <= finding.spot.end <= len(text)
        changes = sorted(finding.changes)
        for change in changes:
            assert finding.spot.start <= change.start <= change.end <= finding.spot.end
            assert text[change.start : change.end] != change.text
        for before, after in pairwise(changes):
            assert before.end <= after.start
