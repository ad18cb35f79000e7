"""S-SEAM-LOST: what a column's end has taken or doubled."""

from __future__ import annotations

import pytest

from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by, paragraphs, put
from tests.proofreading.manuscripts import a_proof, fixes, words


def test_a_character_on_both_sides_may_be_a_lost_mark() -> None:
    text = "春耕不等人。种粮要脚踏实地\n\n地头田边走一走，才知道墒情怎么样。"
    assert fixes("S-SEAM-LOST", text) == [("地\n\n地", "地，地")]


def test_a_word_on_both_sides_is_told_as_a_word() -> None:
    text = "种粮人不怕苦。他们说，一年到头都在看天气\n\n天气好就下地，天气坏就修农具。"
    assert words("S-SEAM-LOST", text) == ["气\n\n天"]


@pytest.mark.parametrize(
    "text",
    [
        "修桥的人住在河边。工长和他们天\n\n天见面，有事当场商量，工期一天也没有耽误。",
        "桥修好了。老人上桥慢\n\n慢走，从这头走到那头，又从那头走回来。",
        "雨下了一夜。天亮以后，村民看见河水漫过石\n\n桥，把两岸的菜地淹了一半。",
    ],
)
def test_reduplications_and_plain_seams_are_left_to_the_other_rule(text: str) -> None:
    assert words("S-SEAM-LOST", text) == []


def test_two_phrases_of_four_characters_would_run_together() -> None:
    text = "修桥不能急。走马观花、蜻蜓点水\n\n浮皮潦草，都修不出好桥，只会留下隐患。"
    assert fixes("S-SEAM-LOST", text) == [("水\n\n浮", "水，浮")]


def test_a_clause_of_eight_characters_cut_in_its_middle_is_no_pair_of_phrases() -> None:
    text = "修桥不能急。工长说，桥面板材\n\n开裂以后，要整块换掉，不能只补一道缝。"
    assert words("S-SEAM-LOST", text) == []


def test_where_no_seam_is_nothing_is_lost() -> None:
    assert words("S-SEAM-LOST", "种粮要脚踏实地。\n\n地头田边走一走，才知道墒情怎么样。") == []


@pytest.mark.parametrize("seed", range(8))
def test_a_doubled_character_at_a_cut_is_found_there(seed: int) -> None:
    clean = clean_edition(seed)
    passage, at = next(
        (passage, at)
        for passage in paragraphs(a_proof(clean), 70)
        for at in range(42, len(passage.text))
        if passage.text[at - 1 : at + 1].isalpha() and passage.text[at] in "市县村社区工路水电房"
    )
    place = passage.offset(at)
    cut = put(clean, passage.field, place, place, passage.text[at] + "\n\n")
    (finding,) = found_by("S-SEAM-LOST", cut)
    assert (finding.spot.field, finding.spot.start) == (passage.field, place)
    assert found_by("S-SEAM-LOST", clean) == []
