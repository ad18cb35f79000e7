from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.mets.alto import FIRST_HALF, SECOND_HALF, Word
from reader.importing.mets.running_text import goes_on, lines_of, text_of


def set_lines(*lines: str) -> list[Word]:
    """Return the words of lines; a last ``~`` is a hyphen of the line."""
    words = []
    for number, line in enumerate(lines):
        parts = line.removesuffix("~").split(" ")
        words += [Word(part, number, at > 0) for at, part in enumerate(parts)]
        if line.endswith("~"):
            words[-1] = words[-1]._replace(hyphen="-")
    return words


def halves(first: str, second: str, whole: str, other: str | None = None, hyphen: str = "-") -> list[Word]:
    """Return two words, the halves of one."""
    return [
        Word(first, 0, False, FIRST_HALF, whole, hyphen),
        Word(second, 1, False, SECOND_HALF, whole if other is None else other),
    ]


def test_lines_are_joined_by_a_blank() -> None:
    assert text_of(set_lines("The ferry", "runs again.")) == "The ferry runs again."


def test_nothing_comes_between_chinese_or_japanese() -> None:
    assert text_of(set_lines("渡 船", "复航")) == "渡船复航"
    assert text_of(set_lines("渡船", "Ferry", "フェリー")) == "渡船 Ferry フェリー"


def test_korean_parts_its_words() -> None:
    assert text_of(set_lines("나룻배가", "다시")) == "나룻배가 다시"


def test_halves_of_a_word_are_what_they_make_once() -> None:
    words = [Word("a", 0, False), *halves("exam", "ple", "example")]
    words[1] = words[1]._replace(is_apart=True)
    assert text_of([*words, Word("more", 1, True)]) == "a example more"


@pytest.mark.parametrize(
    ("first", "second", "whole", "text"),
    [
        ("exam-", "ple", "example", "example"),
        ("Victor-", "Hugo", "Victor-Hugo", "Victor-Hugo"),
        ("exam", "ple,", "example", "example,"),
        ("“exam", "pie”", "example", "“example”"),
        ("exarn", "ple", "example", "example"),
        ("exam", "ple", "", "example"),
        ("bri-", "nique", "bri-nique", "bri-nique"),
    ],
)
def test_no_mark_around_a_broken_word_is_lost(first: str, second: str, whole: str, text: str) -> None:
    assert text_of(halves(first, second, whole)) == text


def test_the_second_half_alone_may_say_what_they_make() -> None:
    assert text_of(halves("exam", "ple", "", "example")) == "example"


def test_halves_of_different_words_stay_as_printed() -> None:
    assert text_of(halves("Fon-", "Hugo", "Fontanes", "Victor-Hugo")) == "Fon- Hugo"
    assert text_of(halves("Fon", "Hugo", "Fontanes", "Victor-Hugo")) == "Fon- Hugo"


def test_a_half_without_the_other_stays_as_printed() -> None:
    assert text_of(halves("exam", "ple", "example")[:1]) == "exam-"
    assert text_of(halves("exam", "ple", "example")[1:]) == "ple"


def test_a_hyphen_of_the_line_is_no_text() -> None:
    assert text_of(set_lines("The fer~", "ry runs")) == "The ferry runs"
    assert text_of(set_lines("DEMON~", "STRATION")) == "DEMONSTRATION"


def test_a_hyphen_printed_with_the_word_is_dropped_only_when_it_is_marked() -> None:
    assert text_of(set_lines("The fer-~", "ry")) == "The ferry"
    assert text_of(set_lines("The fer-", "ry")) == "The fer- ry"


def test_a_hyphen_before_a_capital_or_a_figure_is_part_of_the_word() -> None:
    assert text_of(set_lines("Nord~", "Amerika")) == "Nord-Amerika"
    assert text_of(set_lines("Apollo~", "11")) == "Apollo-11"


def test_a_hyphen_that_nothing_follows_stays() -> None:
    assert text_of(set_lines("The fer~")) == "The fer-"
    assert text_of([Word("-", 0, False, hyphen="-"), Word("x", 1, False)]) == "- x"


def test_a_word_over_three_lines_is_one() -> None:
    assert text_of(set_lines("trans~", "conti~", "nental")) == "transcontinental"


def test_words_without_a_blank_between_are_close() -> None:
    assert text_of([Word("Ende", 0, False), Word(".", 0, False), Word("Neu", 0, True)]) == "Ende. Neu"


def test_what_follows_the_second_half_closely_stays_close() -> None:
    assert text_of([*halves("exam", "ple", "example"), Word("!", 1, False)]) == "example!"


def test_an_abbreviation_is_not_spelt_out() -> None:
    assert text_of([Word("Dr.", 0, False, "Abbreviation", "Doctor")]) == "Dr."


def test_lines_keep_a_broken_word_where_it_begins() -> None:
    assert lines_of(set_lines("The river a~", "gain bends", "on")) == ["The river again", "bends", "on"]


def test_a_word_goes_on_in_the_next_text_as_it_does_in_the_next_line() -> None:
    assert goes_on(*halves("exam", "ple", "example"))
    assert not goes_on(*halves("exam", "ple", "example", "maple"))
    assert goes_on(*set_lines("fer~", "ry"))
    assert not goes_on(*set_lines("fer~", "Ry"))
    assert not goes_on(*set_lines("fer", "ry"))


def test_no_words_are_no_text() -> None:
    assert (text_of([]), lines_of([])) == ("", [])


@given(st.lists(st.lists(st.text("ab-’.", min_size=1, max_size=4), min_size=1, max_size=4), max_size=5))
def test_without_marked_hyphens_every_word_is_kept_verbatim(lines: list[list[str]]) -> None:
    words = set_lines(*(" ".join(line) for line in lines))
    assert text_of(words).split() == [word for line in lines for word in line]
