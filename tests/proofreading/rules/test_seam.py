"""S-SEAM: paragraphs cut in two."""

from __future__ import annotations

import random

import pytest

from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by, paragraphs, put, put_right
from tests.proofreading.manuscripts import a_proof, edition_yaml, fixes

_CUT = "雨下了一夜。天亮以后，村民看见河水漫过石\n\n桥，把两岸的菜地淹了一半。"
_STYLES = pytest.mark.parametrize("style", ["literal", "double"])


def test_the_two_are_joined_without_anything_between_chinese_characters() -> None:
    assert fixes("S-SEAM", _CUT) == [("石\n\n桥", "石桥")]


def test_words_are_joined_with_a_space() -> None:
    cut = (
        "The ferry sailed again on Sunday, nine years after the\n\nlast boat was sold to a man from Saltwick."
    )
    assert fixes("S-SEAM", cut) == [("e\n\nl", "e l")]


def test_a_paragraph_cut_into_three_has_two_seams() -> None:
    text = "雨下了一夜。天亮以后，村民看见河水漫过石\n\n桥，淹了菜地。大家连夜把牛羊赶上\n\n了山。"
    assert [words for words, _ in fixes("S-SEAM", text)] == ["石\n\n桥", "上\n\n了"]


def test_a_photo_between_them_is_for_somebody_to_move() -> None:
    body = "  雨下了一夜。天亮以后，村民看见河水漫过石\n\n  ![flood]\n\n  桥，淹了两岸的菜地。"
    text = f"photos: [{{id: flood}}]\nbody: |\n{body}"
    assert [fixed for _, fixed in fixes("S-SEAM", text)] == [None]


def test_lines_of_one_paragraph_are_no_seam() -> None:
    assert fixes("S-SEAM", _CUT.replace("\n\n", "\n")) == []


def test_a_cut_notice_is_seen_too() -> None:
    text = "".join(f"      {line}\n" if line else "\n" for line in _CUT.split("\n"))
    head = (
        "notices:\n  - id: a\n    event: 大雨\n    effective: 2024-12-23T08:00\n    expires: until-lifted\n"
    )
    assert fixes("S-SEAM", f"{head}    text: |\n{text}") == [("石\n\n桥", "石桥")]


@_STYLES
@pytest.mark.parametrize("seed", range(6))
def test_a_paragraph_cut_at_any_place_is_made_whole_again(seed: int, style: str) -> None:
    clean = clean_edition(seed, style=style)
    chance = random.Random(seed)
    passage = chance.choice(paragraphs(a_proof(clean), 72))
    at = next(
        at
        for at in range(chance.randrange(44, 60), len(passage.text))
        if passage.text[at - 1].isalpha() and passage.text[at].isalpha()
    )
    place = passage.offset(at)
    cut = put(clean, passage.field, place, place, "\n\n")
    (finding,) = found_by("S-SEAM", cut)
    assert (finding.spot.field, finding.spot.start, finding.spot.end) == (passage.field, place - 1, place + 3)
    assert put_right(cut, finding) == clean


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_clean_editions_have_no_seams(language: str) -> None:
    assert [
        one for seed in range(30) for one in found_by("S-SEAM", clean_edition(seed, language=language))
    ] == []


def test_once_joined_nothing_is_found() -> None:
    text = edition_yaml(_CUT)
    (finding,) = found_by("S-SEAM", text)
    assert found_by("S-SEAM", put_right(text, finding)) == []
