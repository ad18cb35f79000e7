"""Terms become questions that let through what is asked for: exactly, or more and said to be more."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from reader.archive.clause import Part
from reader.archive.folding import Folding
from reader.archive.match_words import MOST_WORDS, NOTHING, Question, is_all_han, question, term_asked
from reader.archive.query import parse_query
from reader.archive.sieve import Stage, Term, sieve
from reader.archive.vocabulary import Vocabulary

VOCABULARY = Vocabulary(["gdp", "xgdp", "economy", "macroeconomy", "the"])


@pytest.mark.parametrize(
    ("needle", "match", "is_exact"),
    [
        ("增长", '("增长")', True),
        ("长治日报", '("长治") AND ("治日") AND ("日报")', False),
        ("增", '"增" *', True),
        ("2024", '("20") AND ("02") AND ("24")', False),
        ("econ", '"economy" OR "macroeconomy"', True),
        ("gdp增", '("gdp" OR "xgdp") AND ("p增")', False),
        ("p增", '("p增")', True),
        ("增长gdp", '("gdp") AND ("增长") AND ("长g")', False),
        ("增长g", '("增长") AND ("长g")', False),
        ("增长，gdp", '("gdp") AND ("增长") AND ("长")', False),
        ("增长，雪", '("雪" *) AND ("增长") AND ("长")', False),
        ("增长，", '("增长") AND ("长")', False),
        ("，增长", '("增长")', False),
        ("the econ", '("economy") AND ("the")', False),
        ("the old economy", '("economy") AND ("the") AND ("old")', False),
        (
            "of the old man.",
            '("of") AND ("the") AND ("old") AND ("man") AND ("the0old") AND ("old0man")',
            False,
        ),
        ("。", "", False),
        ("qqq增", NOTHING.match, True),
    ],
)
def test_a_term_is_asked_for_so(needle: str, match: str, is_exact: bool) -> None:
    vocabulary = Vocabulary(["gdp", "xgdp", "economy", "macroeconomy", "the", "of"])
    assert term_asked(needle, vocabulary) == (match, is_exact)


def test_letters_that_too_many_words_hold_are_left_to_the_texts() -> None:
    letters = "abcdefghij"
    vocabulary = Vocabulary(f"xa{one}{two}{three}" for one in letters for two in letters for three in letters)
    assert term_asked("a", vocabulary) == ("", False)
    assert MOST_WORDS < 999


def _asked(words: str, stage: Stage = Stage.WRITTEN) -> Question:
    return question(replace(sieve(parse_query(words), Folding(), None), stage=stage), VOCABULARY)


def test_all_terms_must_hold() -> None:
    assert _asked("增长 雪天") == ('(("增长")) AND (("雪天"))', "", True)


def test_what_is_excluded_is_excluded_only_where_that_is_exact() -> None:
    assert _asked("增长 -雪天") == ('((("增长"))) NOT (("雪天"))', "", True)
    assert _asked("增长 -大雪天") == ('(("增长"))', "", False)
    assert _asked("-雪天") == ("", "", False)


def test_what_is_to_stand_in_a_part_is_asked_of_the_heads() -> None:
    assert _asked("标题:增长") == ("", '(("增长"))', False)
    assert _asked("作者:增长 雪天") == ('(("雪天"))', '(("增长"))', False)
    assert set(Part) == {Part.TITLE, Part.BYLINE}


@pytest.mark.parametrize("stage", [Stage.TITLE, Stage.BYLINE])
def test_the_stages_of_a_ranking_are_asked_of_the_heads(stage: Stage) -> None:
    assert _asked("增长 雪天", stage) == ("", '(("增长")) AND (("雪天"))', False)


def test_han_alone_is_told_from_the_rest() -> None:
    assert is_all_han(Term("长治"))
    assert not any(is_all_han(Term(needle)) for needle in ("5处", "gdp", "长，治", "カメラ"))


def test_a_regular_expression_is_left_to_the_texts() -> None:
    assert not _asked("增长 /雪.天/").is_exact


def test_a_sieve_knows_its_days_and_kinds() -> None:
    found = sieve(parse_query("雪 日期:2024-02 日期:2024-02-10.. 类型:news"), Folding(), None)
    assert (found.first, found.last) == (dt.date(2024, 2, 10), dt.date(2024, 2, 29))
    assert found.kinds is not None
    assert len(found.kinds) == 1
    first, last = found.rows
    assert first < last
