from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.crawl.heads import Habit, Head
from reader.importing.crawl.texts import Parted, habit_in, parted

ONE, TWO = "清晨六点，渡口开了。", "“船来了。”船工老陈说。"


def test_head_and_indented_paragraphs_are_told_apart() -> None:
    text = f"看新变化\n渡口旧了又新\n——改造一年记\n　　{ONE}\n　　{TWO}\n\n"
    assert parted(text) == Parted(Head("看新变化", "渡口旧了又新", "——改造一年记"), (ONE, TWO))


@pytest.mark.parametrize("blank", ["　　", "　", "\u2003\u2003", "    ", "\t", "\xa0\xa0\xa0\xa0"])
def test_whatever_blank_indents_the_paragraphs(blank: str) -> None:
    assert parted(f"渡口修好\n{blank}{ONE}\n{blank}{TWO}") == Parted(Head(headline="渡口修好"), (ONE, TWO))


def test_a_headline_inside_markup_keeps_its_blanks_out_of_the_way() -> None:
    text = f"\n        渡口修好  \n\n　　{ONE}\n"
    assert parted(text) == Parted(Head(headline="渡口修好"), (ONE,))


def test_without_indents_the_first_line_is_the_headline() -> None:
    assert parted(f"渡口修好\n{ONE}\n{TWO}") == Parted(Head(headline="渡口修好"), (ONE, TWO))
    assert parted(f"渡口修好\n\n{ONE}\n\n{TWO}\n") == Parted(Head(headline="渡口修好"), (ONE, TWO))


def test_without_indents_a_dash_tells_the_deck() -> None:
    assert parted(f"渡口修好\n——改造记\n{ONE}").head == Head(headline="渡口修好", deck="——改造记")


def test_without_indents_lines_before_an_empty_one_are_the_head() -> None:
    assert parted(f"看变化\n渡口修好\n用时一年\n\n{ONE}\n{TWO}") == Parted(
        Head("看变化", "渡口修好", "用时一年"), (ONE, TWO)
    )
    assert parted(f"\n渡口修好\n\n\n{ONE}\n{TWO}") == Parted(Head(headline="渡口修好"), (ONE, TWO))
    assert parted(f"\n渡口修好\n用时一年\n\n{ONE}").head == Head(headline="渡口修好", deck="用时一年")
    assert parted(f"在看变化的路上\n渡口修好\n\n\n{ONE}").head == Head("在看变化的路上", "渡口修好")


def test_two_lines_before_an_empty_one_are_undecided_but_by_habit() -> None:
    text = f"渡口修好了没有\n渡口修好了吧\n\n{ONE}"
    assert parted(text).head == Head(headline="渡口修好了没有", deck="渡口修好了吧", is_undecided=True)
    assert parted(text, Habit.EMPTY_LINE).head == Head("渡口修好了没有", "渡口修好了吧")


def test_a_text_without_a_headline_has_none() -> None:
    assert parted(f"\n\n\n　　{ONE}\n") == Parted(Head(), (ONE,))
    assert parted(f"{ONE}\n{TWO}\n") == Parted(Head(), (ONE, TWO))
    assert parted(f"　　{ONE}") == Parted(Head(), (ONE,))


def test_a_headline_alone_is_a_headline() -> None:
    assert parted("渡口修好\n") == Parted(Head(headline="渡口修好"), ())
    assert parted("") == parted("\n \n") == Parted(Head(), ())


def test_sentences_above_the_first_indent_are_text() -> None:
    assert parted(f"渡口修好\n{ONE}\n　　{TWO}") == Parted(Head(headline="渡口修好"), (ONE, TWO))


def test_a_long_deck_above_the_first_indent_is_one() -> None:
    deck = "强调要把渡口修好用好，" * 8 + "让两岸的人放心过河"
    assert parted(f"\n渡口修好\n{deck}\n　　{ONE}") == Parted(Head(headline="渡口修好", deck=deck), (ONE,))
    assert parted(f"渡口修好\n{deck}\n{ONE}").paragraphs == (deck, ONE)


def test_a_line_broken_inside_a_sentence_is_joined_and_counted() -> None:
    text = "渡口修好\n　　清晨六点的河湾渡口，已经有十几个人在\n等着第一班船。\n　　船来了。\n"
    assert parted(text) == Parted(
        Head(headline="渡口修好"), ("清晨六点的河湾渡口，已经有十几个人在等着第一班船。", "船来了。"), 1
    )


def test_a_short_line_is_a_heading_and_not_joined() -> None:
    text = f"渡口修好\n　　{ONE}\n船工的一天\n　　{TWO}\n　　船与人\n其余\n"
    assert parted(text).paragraphs == (ONE, "船工的一天", TWO, "船与人", "其余")


def test_an_empty_line_is_never_joined_over() -> None:
    text = "渡口修好\n　　清晨六点的河湾渡口，已经有十几个人在\n\n等着第一班船。"
    assert parted(text).joined == 0


def test_paragraphs_whose_line_ends_were_lost_are_parted() -> None:
    text = f"渡口修好\n　　{ONE}　　{TWO}"
    assert parted(text).paragraphs == (ONE, TWO)
    assert parted("渡口修好\n　　林一舟　　周小禾　　摄").paragraphs == ("林一舟　　周小禾　　摄",)


def test_the_habit_of_a_saver_shows_in_its_files() -> None:
    assert habit_in([f"渡口\n　　{ONE}", f"\n渡口\n\n　　{ONE}"]) is Habit.EMPTY_LINE
    assert habit_in([f"渡口\n\n　　{ONE}"]) is Habit.LEFT_OUT
    assert habit_in([f"渡口\n　　{ONE}", f"渡口\n副题\n　　{ONE}", ""]) is Habit.UNKNOWN
    assert habit_in([f"\n\n\n　　{ONE}", f"\n　　{ONE}"]) is Habit.UNKNOWN


_lines = st.lists(st.text("渡口桥。，—　 \tAb（）", max_size=20), max_size=10)


@given(_lines, st.sampled_from(Habit))
def test_no_character_of_a_text_is_lost(lines: list[str], habit: Habit) -> None:
    text = "\n".join(lines)
    parts = parted(text, habit)
    head = filter(None, (parts.head.kicker, parts.head.headline, parts.head.deck, parts.head.byline))
    said = "".join([*head, *parts.paragraphs])
    assert sorted("".join(said.split())) == sorted("".join(text.split()))
