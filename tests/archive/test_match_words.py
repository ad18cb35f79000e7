"""Terms become questions that let through what is asked for: exactly, or more and said to be more."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.archive.clause import Part
from reader.archive.folding import Folding
from reader.archive.match_words import MOST_WORDS, NOTHING, asked, term_asked
from reader.archive.query import parse_query
from reader.archive.sieve import Sieve, Stage, sieve
from reader.archive.vocabulary import Vocabulary

VOCABULARY = Vocabulary(["gdp", "xgdp", "economy", "macroeconomy", "the"])


@pytest.mark.parametrize(
    ("needle", "match", "is_exact"),
    [
        ("增长", '"增长"', True),
        ("长治日报", '"长治 治日 日报"', True),
        ("增", '"增" *', True),
        ("2024", '"20 02 24"', True),
        ("econ", '"economy" OR "macroeconomy"', True),
        ("gdp增长", '"gdp p增 增长" OR "xgdp p增 增长"', True),
        ("p增", '"p增"', True),
        ("增长gdp", '"增长 长g gdp"', True),
        ("增长g", '"增长 长g"', True),
        ("增长，gdp", '"增长 长 gdp"', False),
        ("增长，", '"增长 长"', False),
        ("，增长", '"增长"', False),
        ("the econ", '"the economy"', False),
        ("。", "", False),
        ("qqq增", NOTHING.match, True),
    ],
)
def test_a_term_is_asked_for_so(needle: str, match: str, is_exact: bool) -> None:
    assert term_asked(needle, VOCABULARY) == (match, is_exact)


def test_letters_that_too_many_words_hold_are_left_to_the_texts() -> None:
    letters = "abcdefghij"
    vocabulary = Vocabulary(f"xa{one}{two}{three}" for one in letters for two in letters for three in letters)
    assert term_asked("a", vocabulary) == ("", False)
    assert MOST_WORDS < 999


def _asked(words: str, stage: Stage = Stage.WRITTEN) -> tuple[str, bool]:
    question = sieve(parse_query(words), Folding(), None)
    return asked(Sieve(terms=question.terms, unwanted=question.unwanted, stage=stage), VOCABULARY)


def test_all_terms_must_hold() -> None:
    assert _asked("增长 雪天") == ('("增长") AND ("雪天")', True)


def test_what_is_excluded_is_excluded_only_where_that_is_exact() -> None:
    assert _asked("增长 -雪天") == ('(("增长")) NOT ("雪天")', True)
    assert _asked('增长 -"雪，天"') == ('("增长")', False)
    assert _asked("-雪天") == ("", False)


def test_a_part_is_a_column() -> None:
    assert _asked("标题:增长")[0] == '({title} : ("增长"))'
    assert _asked("作者:增长")[0] == '({byline} : ("增长"))'
    assert set(Part) == {Part.TITLE, Part.BYLINE}


def test_a_stage_is_some_columns() -> None:
    assert _asked("增长 雪天", Stage.TITLE)[0] == '{title} : (("增长") AND ("雪天"))'
    assert _asked("增长", Stage.BYLINE)[0] == '{title byline} : (("增长"))'


def test_a_regular_expression_is_left_to_the_texts() -> None:
    question = sieve(parse_query("增长 /雪.天/"), Folding(), None)
    assert not asked(question, VOCABULARY).is_exact


def test_a_sieve_knows_its_days_and_kinds() -> None:
    question = sieve(parse_query("雪 日期:2024-02 日期:2024-02-10.. 类型:news"), Folding(), None)
    assert (question.first, question.last) == (dt.date(2024, 2, 10), dt.date(2024, 2, 29))
    assert question.kinds is not None
    assert len(question.kinds) == 1
    first, last = question.rows
    assert first < last
