"""T-AMBIGUOUS: a sign that is one cell wide in one terminal and two in another."""

from __future__ import annotations

import random
import unicodedata

import pytest

from reader.proofreading.rules.ambiguous import _SIGN
from reader.proofreading.severity import Severity
from tests.proofreading.manuscripts import findings, fixes, words
from tests.proofreading.mixed_copy import mixed_paragraph


def test_every_sign_it_knows_is_of_ambiguous_width_by_the_unicode_database() -> None:
    signs = [chr(code) for code in range(0x20000) if _SIGN.fullmatch(chr(code))]
    assert len(signs) > 200
    assert {unicodedata.east_asian_width(sign) for sign in signs} == {"A"}


def test_a_roman_numeral_of_one_character_may_become_letters() -> None:
    (found,) = findings("T-AMBIGUOUS", "发布黄色（Ⅲ级）预警。")
    assert (found.words, found.fixed, found.finding.severity) == ("Ⅲ", "III", Severity.INFO)
    assert fixes("T-AMBIGUOUS", "第Ⅻ章、Ⅰ Ⅱ型、ⅰⅴ") == [("Ⅻ", "XII"), ("Ⅰ", "I"), ("Ⅱ", "II"), ("ⅰⅴ", "iv")]


@pytest.mark.parametrize("sign", list("□■○◎●①⑳△▲★☆→↑◆"))
def test_other_signs_are_named(sign: str) -> None:
    assert fixes("T-AMBIGUOUS", f"河湾{sign}雪") == [(sign, None)]


def test_a_bullet_of_a_byline_is_seen() -> None:
    assert words("T-AMBIGUOUS", "byline: □ 本报记者 林一舟\nbody: 雪。") == ["□"]


def test_marks_every_chinese_text_has_are_left_alone() -> None:
    assert words("T-AMBIGUOUS", "“雪”——他‘说’……3℃·2×4±1°§") == []


@pytest.mark.parametrize("seed", range(4))
def test_a_sign_put_into_clean_copy_is_found_there(seed: int) -> None:
    chance = random.Random(seed)
    text = mixed_paragraph(chance).replace("Ⅲ", "三")
    assert words("T-AMBIGUOUS", text) == []
    at = chance.randrange(1, len(text))
    (found,) = findings("T-AMBIGUOUS", f"{text[:at]}☆{text[at:]}")
    assert found.finding.spot.start == at
