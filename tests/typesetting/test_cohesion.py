"""Words told by what a text repeats."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting.cohesion import LOOKED_AT, NO_COHESION, cohesion_of, word_cuts

TEXT = "摆渡人说，摆渡船要修。修船的钱由摆渡人凑。"


def test_a_pair_the_text_repeats_holds_and_one_it_never_has_does_not() -> None:
    cohesion = cohesion_of(TEXT)
    assert cohesion.between("摆", "渡") > cohesion.between("渡", "船") > 0
    assert cohesion.between("说", "船") == 0


def test_all_texts_count() -> None:
    assert cohesion_of("摆渡", "摆渡").pairs["摆渡"] == 2


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert "摆渡" not in cohesion_of("春" * LOOKED_AT + "摆渡").pairs


@given(st.text("摆渡人船修的河边", min_size=1, max_size=30))
def test_some_way_of_parting_costs_nothing_and_none_less(text: str) -> None:
    cuts = word_cuts(text, cohesion_of(TEXT))
    assert len(cuts) == len(text) + 1
    assert min(cuts) > -1e-9
    assert abs(cuts[0]) < 1e-9
    assert abs(cuts[-1]) < 1e-9


def test_a_line_end_inside_a_repeated_word_costs_more_than_beside_it() -> None:
    cuts = word_cuts("旧摆渡人", cohesion_of(TEXT))
    assert cuts[1] < cuts[2]


def test_without_any_text_words_of_two_characters_are_supposed() -> None:
    cuts = word_cuts("河边人家", NO_COHESION)
    assert cuts[2] == 0
    assert cuts[1] > 0
    assert cuts[3] > 0
