"""E-TERM: the house's words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.proofreading.rules import BY_ID
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, edition_yaml, findings, findings_in, fixes, words

_TERMS = {
    "河弯": "河湾",
    "河弯师范": "河湾师范学校",
    "东桥": "东桥街道",
    "programme": "program",
    "Internet": "internet",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("河弯市下雪。", [("河弯", "河湾")]),
        ("河弯师范放假，河弯市下雪。", [("河弯师范", "河湾师范学校"), ("河弯", "河湾")]),
        ("东桥下雪，东桥街道清雪。", [("东桥", "东桥街道")]),
        ("东桥街道下雪。", []),
        ("河湾市下雪。", []),
        ("The programme began.", [("programme", "program")]),
        ("Programme of the day", [("Programme", "Program")]),
        ("PROGRAMME", [("PROGRAMME", "PROGRAM")]),
        ("The programmer wrote subprogrammes.", []),
        ("The Internet and the internet", [("Internet", "internet")]),
        ("中文里的programme也算。", [("programme", "program")]),
    ],
)
def test_words_are_matched_exactly_the_longest_first(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("E-TERM", text, terms=_TERMS) == found


def test_without_a_list_there_is_nothing_to_find() -> None:
    assert words("E-TERM", "河弯市下雪。") == []


def test_titles_and_bylines_are_read_too() -> None:
    article = "headline: 河弯下雪\nbyline: □ 河弯晨报记者 林一舟\nbody: 雪停了。"
    assert words("E-TERM", article, terms=_TERMS) == ["河弯", "河弯"]


def test_replacements_are_looked_at_unless_the_house_says_otherwise() -> None:
    assert not findings("E-TERM", "河弯下雪。", terms=_TERMS)[0].finding.is_safe
    assert findings("E-TERM", "河弯下雪。", terms=_TERMS, terms_safe=True)[0].finding.is_safe


def test_a_word_that_is_listed_with_itself_or_empty_is_no_term() -> None:
    assert words("E-TERM", "河弯下雪。", terms={"河弯": "河弯", "": "雪"}) == []


def test_marks_that_mean_something_to_a_pattern_are_only_marks() -> None:
    assert fixes("E-TERM", "C++很快，[注]略。", terms={"[注": "【注", "C++": "C加加"}) == [
        ("C++", "C加加"),
        ("[注", "【注"),
    ]


@given(
    st.dictionaries(
        st.text("河湾弯桥a", min_size=1, max_size=4), st.text("东市b", min_size=1, max_size=4), max_size=5
    )
)
def test_what_is_replaced_is_not_found_again(terms: dict[str, str]) -> None:
    text = "河弯河湾桥弯a河桥湾aa"
    proof = a_proof(edition_yaml(f"headline: {text}", language="zh-CN"))
    found = findings_in(proof, [BY_ID["E-TERM"]], terms=terms)
    value = text
    for one in reversed(found):
        spot = one.finding.spot
        assert terms[one.words] == one.fixed if one.words in terms else one.words.isascii()
        value = value[: spot.start] + (one.fixed or "") + value[spot.end :]
    assert words("E-TERM", f"headline: {value}\nbody: 东", terms=terms, language="zh-CN") == []


@pytest.mark.parametrize("seed", range(8))
def test_a_clean_edition_is_silent_and_a_wrong_word_in_it_is_found_at_its_place(seed: int) -> None:
    text = clean_edition(seed)
    rule = [BY_ID["E-TERM"]]
    terms = {"河弯": "河湾"}
    assert findings_in(a_proof(text), rule, terms=terms) == []
    places = [match.start() for match in re.finditer("河湾市", text)]
    at = places[seed % len(places)]
    spoilt = text[:at] + "河弯市" + text[at + 3 :]
    found = findings_in(a_proof(spoilt), rule, terms=terms)
    assert [(one.words, one.fixed) for one in found] == [("河弯", "河湾")]
    field = found[0].finding.spot
    assert a_proof(spoilt).texts[field.field][field.start : field.end + 1] == "河弯市"


@pytest.mark.parametrize("seed", range(6))
def test_an_english_word_in_a_clean_edition_is_found_whatever_its_case(seed: int) -> None:
    text = clean_edition(seed, language="en")
    rule = [BY_ID["E-TERM"]]
    terms = {"snowplough": "snow plough"}
    assert findings_in(a_proof(text), rule, terms=terms) == []
    line = "Snowplough drivers met. A snowplough cleared the road; snowploughs are many."
    spoilt = text.replace("body: |\n", f"body: |\n          {line}\n\n", 1)
    found = findings_in(a_proof(spoilt), rule, terms=terms)
    assert [(one.words, one.fixed) for one in found] == [
        ("Snowplough", "Snow plough"),
        ("snowplough", "snow plough"),
    ]


def test_a_long_list_is_matched_as_a_short_one_is() -> None:
    terms = {f"雪{chr(0x4E00 + n)}": f"冰{chr(0x4E00 + n)}" for n in range(1500)}
    text = f"雪{chr(0x4E00 + 700)}下，雪{chr(0x4E00 + 3)}停，雪{chr(0x9F00)}在。"
    assert len(words("E-TERM", text, terms=terms)) == 2
