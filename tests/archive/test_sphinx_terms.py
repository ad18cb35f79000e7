"""What is sent to be indexed, and what is asked: as text, without a server."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.clause import Part
from reader.archive.folding import Folding
from reader.archive.pinyin import Pinyin
from reader.archive.sieve import Sieve, Stage, Term
from reader.archive.sounds import Sounds
from reader.archive.sphinx_terms import (
    BETWEEN,
    heard,
    indexed,
    indexed_sounds,
    letters_of,
    question,
)


def asked(*needles: str, **fields: object) -> str:
    return question(Sieve(terms=tuple(map(Term, needles)), **fields)).match  # type: ignore[arg-type]


def is_exact(needle: str) -> bool:
    return question(Sieve(terms=(Term(needle),))).is_exact


def test_punctuation_and_white_space_are_one_mark() -> None:
    assert indexed("雪，人。 路") == f"雪{BETWEEN}人{BETWEEN}路"


def test_a_long_word_is_sent_in_stretches_that_overlap() -> None:
    word = "".join(chr(ord("a") + at % 26) for at in range(70))
    parts = indexed(f"看{word}字").removeprefix("看").removesuffix("字").split()
    assert all(len(part) <= 40 for part in parts)
    assert all(any(word[at : at + 20] in part for part in parts) for at in range(51))


def test_characters_beyond_what_the_server_knows_are_sent_as_others_alone() -> None:
    assert indexed("雪\U00030001人") == "雪 \ue101 人"


@given(st.text(max_size=60))
def test_nothing_that_is_sent_or_asked_is_a_mark_of_the_language(text: str) -> None:
    folded = Folding().fold(text)
    assert set(indexed(folded)) & set("'\"\\()|!@*-/~^$=<>\n\0") == set()
    asked_for = question(Sieve(terms=(Term(" ".join(folded.split())),))).match
    assert set(asked_for) & set("'\\|!/~^$=<>\n\0") == set()
    assert asked_for.count('"') in (0, 2)


def test_words_of_characters_are_phrases_and_letters_may_stand_inside_a_word() -> None:
    assert asked("管家") == '(@(title,byline,body) "管 家")'
    assert asked("econ") == "(@(title,byline,body) *econ*)"
    assert asked("the econ") == f'(@(title,byline,body) "*the {BETWEEN} econ*")'
    assert asked("gdp增") == '(@(title,byline,body) "*gdp 增")'


def test_a_single_letter_is_sought_among_the_letters() -> None:
    assert asked("x") == "(@mark x)"
    assert asked("x光") == '(@(title,byline,body) "光" @mark x)'
    assert letters_of("x光 ab, 5g") == {"x", "a", "b", "g"}


@pytest.mark.parametrize("needle", ["雪", "管家", "2024", "econ", "gdp增长", "x"])
def test_within_a_run_it_is_exact(needle: str) -> None:
    assert is_exact(needle)


@pytest.mark.parametrize("needle", ["雪，人", "，", "x光", "a" * 21, "雪\U00030001", "5g"])
def test_what_it_says_more_or_less_exactly_it_says_so(needle: str) -> None:
    assert not is_exact(needle)


def test_a_term_of_a_part_is_asked_of_that_part_and_of_the_stages_fields() -> None:
    title = Term("雪", Part.TITLE)
    assert question(Sieve(terms=(title,))).match == '(@(title) "雪")'
    assert question(Sieve(terms=(Term("雪"),), stage=Stage.BYLINE)).match == '(@(title,byline) "雪")'
    byline = Sieve(terms=(Term("雪", Part.BYLINE),), stage=Stage.TITLE)
    assert question(byline).is_hopeless


def test_only_what_is_exact_is_kept_out() -> None:
    exact = question(Sieve(terms=(Term("雪"),), unwanted=(Term("人"),)))
    assert exact.match.endswith('-(@(title,byline,body) "人")')
    assert exact.is_exact
    inexact = question(Sieve(terms=(Term("雪"),), unwanted=(Term("x光"),)))
    assert "光" not in inexact.match
    assert not inexact.is_exact
    alone = question(Sieve(unwanted=(Term("人"),)))
    assert (alone.match, alone.is_exact) == ("", False)


def test_sounds_are_sent_in_letters_no_word_is_sought_by() -> None:
    sounds = Sounds(Pinyin())
    sent = indexed_sounds(sounds.terms(["长治"])).split()
    assert not any(character.isascii() for character in "".join(sent))
    for typed in ("changzhi", "cz", "zhangzh", "cha"):
        match = heard([sounds.asked(typed)], []).match
        alternatives = match.removeprefix("(@sound (").removesuffix("))").replace("(", "").replace(")", "")
        assert any(
            all(any(each.startswith(part.rstrip("*")) for each in sent) for part in way.split())
            for way in alternatives.split("|")
        ), typed
    assert heard([sounds.asked("x")], []).is_hopeless
