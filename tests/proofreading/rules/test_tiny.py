"""S-TINY: paragraphs of a word."""

from __future__ import annotations

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by, paragraphs, put
from tests.proofreading.manuscripts import a_proof, findings, words

_CUT = "头班车早上6时从东桥开出，半个小时到终点汽车"


def test_the_tail_of_a_paragraph_is_a_warning() -> None:
    (found,) = findings("S-TINY", f"{_CUT}\n\n站。")
    assert found.words == "站。"
    assert found.finding.severity is Severity.WARNING


def test_after_a_whole_paragraph_it_is_only_mentioned() -> None:
    (found,) = findings("S-TINY", "头班车早上6时从东桥开出。\n\n准点。")
    assert found.finding.severity is Severity.INFO


def test_a_first_paragraph_without_a_mark_may_be_the_name_of_a_column() -> None:
    (found,) = findings("S-TINY", "晨话\n\n头班车早上6时从东桥开出。")
    assert (found.words, found.finding.severity) == ("晨话", Severity.INFO)
    assert "column" in found.finding.advice.zh


@pytest.mark.parametrize(
    "text",
    [
        "他问了一句。\n\n“好！”",
        "头班车早上6时开出。\n\n（完）",
        "头班车早上6时开出。\n\n※※※\n\n末班车晚上10时开出。",
        "头班车早上6时开出。\n\n编后：\n\n公交是城市的脉搏。",
        "头班车早上6时开出。\n\n林一舟",
        "林一舟",
    ],
)
def test_exclamations_signs_names_and_lead_ins_are_left_alone(text: str) -> None:
    assert words("S-TINY", text) == []


def test_latin_letters_are_counted() -> None:
    assert words("S-TINY", "The first bus leaves at six.\n\nYes.") == ["Yes."]
    assert words("S-TINY", "The first bus leaves at six.\n\nNever.") == []


def test_list_items_and_cells_may_be_short() -> None:
    assert words("S-TINY", "- 有。\n- 无。\n\n| 甲 | 有。 |") == []


@pytest.mark.parametrize("seed", range(10))
def test_the_last_word_of_a_paragraph_cut_off_is_found(seed: int) -> None:
    clean = clean_edition(seed)
    assert found_by("S-TINY", clean) == []
    passage = next(
        one for one in paragraphs(a_proof(clean)) if one.text[-3:-1].isalpha() and one.text.endswith("。")
    )
    place = passage.offset(len(passage.text) - 3)
    cut = put(clean, passage.field, place, place, "\n\n")
    (finding,) = found_by("S-TINY", cut)
    assert (finding.spot.field, finding.spot.start) == (passage.field, place + 2)
    assert finding.severity is Severity.WARNING
