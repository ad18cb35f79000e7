from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Kind
from reader.importing.crawl.heads import LONGEST, Habit, Head, head_of, is_deck, is_head_line, kind_of

KICKER, HEADLINE, DECK = "在河湾看新变化的路上", "渡口旧了又新", "——河湾市渡口改造一年记"


def test_one_line_is_the_headline() -> None:
    assert head_of([HEADLINE]) == Head(headline=HEADLINE)


def test_three_lines_are_kicker_headline_and_deck() -> None:
    assert head_of([KICKER, HEADLINE, "改造用时一年"]) == Head(KICKER, HEADLINE, "改造用时一年")


def test_an_empty_line_stands_for_what_is_missing() -> None:
    assert head_of(["", HEADLINE, ""]) == Head(headline=HEADLINE)
    assert head_of(["", HEADLINE, "改造用时一年"]) == Head(headline=HEADLINE, deck="改造用时一年")
    assert head_of([KICKER, HEADLINE, ""]) == Head(KICKER, HEADLINE)
    assert head_of(["　", f"　{HEADLINE} ", "\t"]) == Head(headline=HEADLINE)


def test_where_the_saver_parts_head_and_text_an_empty_line_is_no_deck() -> None:
    assert head_of([HEADLINE, "改造用时一年", ""], Habit.LEFT_OUT) == Head(
        headline=HEADLINE, deck="改造用时一年", is_undecided=True
    )


@pytest.mark.parametrize("deck", [DECK, "—河湾渡口记", "（二〇二五年三月一日）", "--on the ferry"])
def test_of_two_lines_a_dash_or_brackets_tell_the_deck(deck: str) -> None:
    assert is_deck(deck)
    assert head_of([HEADLINE, deck]) == Head(headline=HEADLINE, deck=deck)
    assert head_of([HEADLINE, deck, ""]) == Head(headline=HEADLINE, deck=deck)


@pytest.mark.parametrize(
    "kicker", ["社论", "今日谈", "一年来，渡口变了：", "【河湾故事】", "“渡口故事”征文——"]
)
def test_of_two_lines_labels_and_open_ends_tell_the_kicker(kicker: str) -> None:
    assert head_of([kicker, "渡口旧了又新，一年有新事"]) == Head(kicker, "渡口旧了又新，一年有新事")


def test_two_lines_that_could_be_either_are_kept_in_place_and_undecided() -> None:
    assert head_of([HEADLINE, "桥修好了"]) == Head(headline=HEADLINE, deck="桥修好了", is_undecided=True)


def test_more_lines_are_all_kept() -> None:
    assert head_of([KICKER, HEADLINE, "其一", "其二"]) == Head(
        KICKER, HEADLINE, "其一 其二", is_undecided=True
    )
    assert head_of([KICKER, HEADLINE, DECK, "其二"]) == Head(KICKER, HEADLINE, f"{DECK} 其二")
    assert head_of(["", HEADLINE, "其一", "其二"]) == Head(headline=HEADLINE, deck="其一 其二")
    assert head_of([HEADLINE, DECK, "其二"]) == Head(headline=HEADLINE, deck=f"{DECK} 其二")


def test_a_byline_is_taken_out_wherever_it_stands_below_the_first_line() -> None:
    byline = "本报记者　林一舟"
    assert head_of([HEADLINE, byline]) == Head(headline=HEADLINE, byline=byline)
    assert head_of(["", HEADLINE, "", byline]) == Head(headline=HEADLINE, byline=byline)
    assert head_of([KICKER, HEADLINE, DECK, byline]) == Head(KICKER, HEADLINE, DECK, byline)
    assert head_of([HEADLINE, byline, "图／周小禾"]).byline == f"{byline} 图／周小禾"
    assert head_of([byline]) == Head(headline=byline)


def test_no_line_makes_an_empty_head() -> None:
    assert head_of([]) == head_of(["", "", ""]) == Head()


def test_a_long_line_and_a_sentence_are_no_heads() -> None:
    assert is_head_line("字" * LONGEST)
    assert not is_head_line("字" * (LONGEST + 1))
    assert not is_head_line("渡口开了。")
    assert is_head_line("渡口开了！")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (Head("社论", HEADLINE), Kind.OPINION),
        (Head(None, HEADLINE, byline="本报评论员"), Kind.OPINION),
        (Head("【简讯】", HEADLINE), Kind.BRIEF),
        (Head(None, "图片报道"), Kind.PHOTO),
        (Head(None, "更正"), Kind.CORRECTION),
        (Head(None, HEADLINE), Kind.NEWS),
        (Head("社论之外", HEADLINE), Kind.NEWS),
        (Head(), Kind.NEWS),
    ],
)
def test_the_kind_is_what_the_head_says(head: Head, kind: Kind) -> None:
    assert kind_of(head) is kind


@given(st.lists(st.text("渡口桥—（）本报记者 ：。", max_size=12), max_size=8), st.sampled_from(Habit))
def test_no_character_of_a_head_is_lost(lines: list[str], habit: Habit) -> None:
    head = head_of(lines, habit)
    said = "".join(filter(None, (head.kicker, head.headline, head.deck, head.byline)))
    assert sorted(said.replace(" ", "")) == sorted("".join(lines).replace(" ", ""))
