"""A paper's decisions about rules."""

from __future__ import annotations

import pytest

from reader.edition.wording import Wording
from reader.proofreading.rules import RULES
from reader.proofreading.rules.byline import BYLINE_FORM
from reader.proofreading.rules.date import STALE_DAYS
from reader.proofreading.rules.lookalike import LOOKALIKES
from reader.proofreading.rules.term import TERMS, TERMS_SAFE
from reader.proofreading.stylebook import RuleOption, Stylebook

_WORDS = RuleOption("some_words", ["雪"], Wording("词", "words"))


def test_what_a_paper_does_not_decide_is_as_usual() -> None:
    book = Stylebook()
    assert book.number(STALE_DAYS) == STALE_DAYS.usual
    assert book.word(BYLINE_FORM) == ""
    assert book.flag(TERMS_SAFE) is False
    assert book.words(_WORDS) == ["雪"]
    assert book.pairs(LOOKALIKES) == []
    assert book.table(TERMS) == {}


def test_what_it_decides_is_what_rules_are_told() -> None:
    book = Stylebook(
        values={
            "stale_days": 7,
            "byline_form": "closing",
            "terms_safe": True,
            "some_words": ["冰"],
            "lookalikes": [["河湾区", "河弯区"]],
            "terms": {"河弯": "河湾"},
        }
    )
    assert book.number(STALE_DAYS) == 7
    assert book.word(BYLINE_FORM) == "closing"
    assert book.flag(TERMS_SAFE) is True
    assert book.words(_WORDS) == ["冰"]
    assert book.pairs(LOOKALIKES) == [["河湾区", "河弯区"]]
    assert book.table(TERMS) == {"河弯": "河湾"}


@pytest.mark.parametrize("option", [one for rule in RULES for one in rule.options], ids=lambda one: one.name)
def test_an_option_is_described_in_both_languages_and_its_choices_are_words(option: RuleOption) -> None:
    assert option.about.zh
    assert option.about.en
    assert not option.choices or isinstance(option.usual, str)
    assert not option.is_pairs or isinstance(option.usual, list)
