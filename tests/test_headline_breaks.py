"""The count behind decision 17: what is counted, and that it is skipped where nobody can be asked."""

from __future__ import annotations

import sys

import pytest

from reader.edition.article import Article
from tools import headline_breaks
from tools.headline_breaks import Head, count, heads

BODY = "排字房昨天换用新行规。新行规早该换用了，排字房的人说。"
FOUND = [Head("城北日报排字房换用新行规", (BODY,)), Head("排字房换用新行规 城北日报先试一个月", (BODY,))]


def test_every_line_above_an_article_is_told_by_its_body_and_by_the_others() -> None:
    article = Article(id="a", kicker="排字房", headline="换用新行规", deck="——先试一个月", body=BODY)
    assert list(heads(article)) == [
        Head("排字房", ("换用新行规", "——先试一个月", BODY)),
        Head("换用新行规", ("排字房", "——先试一个月", BODY)),
        Head("——先试一个月", ("排字房", "换用新行规", BODY)),
    ]


def test_with_words_of_one_character_nothing_is_cut_and_in_a_single_word_everything() -> None:
    for at_sense in (False, True):
        assert count(FOUND, list, at_sense).inside == 0
        whole = count([FOUND[0]], lambda text: [text], at_sense)
        assert whole.inside == whole.ends > 0


def test_a_line_that_ends_at_a_space_ends_no_word() -> None:
    found = [Head("春夏秋冬 早晚城乡街", ())]
    assert (
        count(found, lambda text: [text], at_sense=True).inside
        < count(found, lambda text: [text], False).ends
    )


def test_broken_at_sense_lines_are_more_even_and_cut_fewer_words() -> None:
    def words(text: str) -> list[str]:
        known = ("城北", "日报", "排字房", "换用", "新行规", "先试", "一个月", " ")
        parts = []
        while text:
            word = next((word for word in known if text.startswith(word)), text[0])
            parts.append(word)
            text = text[len(word) :]
        return parts

    plain, at_sense = (count(FOUND, words, wanted) for wanted in (False, True))
    assert at_sense.inside * 2 < plain.inside
    assert at_sense.uneven < plain.uneven
    assert at_sense.lines <= plain.lines * 1.2


def test_without_budoux_it_says_that_it_was_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "budoux", None)
    headline_breaks.main()
    assert capsys.readouterr().out.startswith("skipped: BudouX is not installed")
