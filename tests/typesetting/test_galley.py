"""Galleys: lines from anywhere, spots that survive, nothing set before it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.article import Article
from reader.typesetting.copy import article_copy
from reader.typesetting.galley import Galley, Setting, Spot
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role
from tests.typesetting.samples import DASHES, ENGLISH, LEAD, NUMBERS, edition_of

BODY = f"""{LEAD}

{NUMBERS}

### 桥边

> {DASHES}
> — 摆渡人

- 买菜
- 买灯

| 菜场 | 摊位 |
| 城北 | 62 |

~ 河上有桥
~
~ 桥上有灯

---

{ENGLISH}
"""
ARTICLE = Article(
    id="a", kicker="便民", headline="城北菜场添摊位 早市提前开张", body=BODY, signoff="（田家桥）"
)


def galley(measure: int = 40, **options: bool | int) -> Galley:
    return Galley(article_copy(edition_of(ARTICLE), ARTICLE), Setting(measure=measure, **options))  # type: ignore[arg-type]


def spots(set_galley: Galley) -> list[Spot]:
    found: list[Spot] = []
    for line in set_galley.all_lines():
        number = found[-1].line + 1 if found and found[-1].block == line.block else 0
        found.append(Spot(line.block, number))
    return found


def test_lines_from_any_spot_are_the_same_lines() -> None:
    whole = list(galley().all_lines())
    for number, spot in enumerate(spots(galley())):
        assert galley().lines(spot, 5) == whole[number : number + 5]


def test_fewer_lines_come_only_at_the_end() -> None:
    set_galley = galley()
    assert len(set_galley.lines(set_galley.last(), 10)) == 1
    assert len(set_galley.lines(set_galley.first(), 10_000)) == len(spots(set_galley))


@given(st.integers(0, 200), st.integers(-250, 250), st.integers(20, 90))
def test_moving_is_counting_lines_clamped_at_both_ends(start: int, by: int, measure: int) -> None:
    every = spots(galley(measure))
    start = min(start, len(every) - 1)
    assert galley(measure).move(every[start], by) == every[min(max(start + by, 0), len(every) - 1)]


@pytest.mark.parametrize("spot", [Spot(-1, 0), Spot(0, -3), Spot(0, 99), Spot(999, 0), Spot(-5, 7)])
def test_a_spot_that_does_not_exist_counts_as_the_nearest(spot: Spot) -> None:
    set_galley = galley()
    assert set_galley.move(spot, 0) in spots(set_galley)
    assert set_galley.lines(spot, 1)


def test_the_first_and_the_last_spot_are_what_they_say() -> None:
    every = spots(galley())
    assert (galley().first(), galley().last()) == (every[0], every[-1])


@settings(max_examples=40)
@given(st.integers(20, 200), st.integers(20, 200))
def test_a_place_is_found_again_at_any_measure(measure: int, other: int) -> None:
    before, after = galley(measure, gutter=True), galley(other)
    for spot in spots(before)[::3]:
        block, character = before.position(spot)
        found = after.spot_at(block, character)
        line = after.lines(found, 1)[0]
        assert line.block == block
        assert line.start <= character or not line.runs


def test_a_spot_is_found_for_every_character() -> None:
    set_galley = galley(30)
    for block, piece in enumerate(set_galley.copy.all()):
        for character in range(len(piece.text)):
            line = set_galley.lines(set_galley.spot_at(block, character), 1)[0]
            assert line.block == block
            holding = [
                r for r in line.runs if r.start is not None and r.start <= character < r.start + len(r.text)
            ]
            assert holding or piece.text[character] in " \u3000\t\n"


def test_places_outside_the_copy_are_clamped() -> None:
    set_galley = galley()
    assert set_galley.spot_at(-1, 0) == set_galley.first()
    assert set_galley.spot_at(999, 0) == set_galley.last()
    assert set_galley.spot_at(1, -5) == Spot(1, 0)


def test_the_share_rises_from_nothing_to_all() -> None:
    set_galley = galley()
    shares = [set_galley.share(spot) for spot in spots(set_galley)]
    assert shares[0] == 0
    assert shares[-1] == 1
    assert all(0 <= share <= 1 for share in shares)
    text = [
        set_galley.share(spot)
        for spot, line in zip(spots(set_galley), set_galley.all_lines(), strict=True)
        if line.runs and line.role is Role.TEXT
    ]
    assert text == sorted(text)


def test_blank_lines_have_no_runs_and_stand_between_pieces() -> None:
    lines = list(galley().all_lines())
    blanks = [line for line in lines if not line.runs]
    assert blanks
    assert all(line.text == "" and line.start == line.end and line.width == 0 for line in blanks)
    assert lines[0].runs
    assert lines[-1].runs
    assert not any(a.runs == b.runs == () and a.block != b.block for a, b in pairwise(lines))


def test_kicker_stands_right_above_the_headline_and_the_body_a_line_below() -> None:
    texts = [line.text for line in galley(50).lines(Spot(0, 0), 4)]
    assert texts[:3] == ["便民", "城北菜场添摊位 早市提前开张", ""]
    assert texts[3].startswith("　　本报讯")


def test_where_there_is_room_a_rule_parts_the_head_from_the_body() -> None:
    texts = [line.text for line in galley(60).lines(Spot(0, 0), 4)]
    assert texts == ["便民", "城 北 菜 场 添 摊 位   早 市 提 前 开 张", "─" * 60, ""]


@pytest.mark.parametrize("measure", [20, 23, 24, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("plain", [False, True])
def test_no_character_of_the_copy_is_lost_or_doubled(measure: int, plain: bool) -> None:
    set_galley = galley(measure, plain=plain, gutter=True)
    for block, piece in enumerate(set_galley.copy.all()):
        seen = "".join(
            run.text
            for line in set_galley.all_lines()
            if line.block == block
            for run in line.runs
            if run.start is not None
        )
        # Cells of a table stand beside each other, so their lines come in another order.
        mine, its = ([c for c in text if not c.isspace()] for text in (seen, piece.text))
        assert (sorted(mine) == sorted(its)) if piece.role is Role.TABLE else (mine == its)


def test_plain_output_has_no_box_drawing() -> None:
    text = "\n".join(line.text for line in galley(60, plain=True).all_lines())
    assert not any("\u2500" <= character <= "\u259f" for character in text)
    assert "＊　＊　＊" in text


def test_an_empty_copy_has_no_lines_and_asks_for_nothing() -> None:
    empty = Galley(Copy([], 0), Setting(measure=40))
    assert empty.lines(Spot(0, 0), 5) == []
    assert empty.first() == empty.last() == empty.move(Spot(0, 0), 3) == empty.spot_at(2, 2) == Spot(0, 0)
    assert empty.position(Spot(0, 0)) == (0, 0)
    assert list(empty.all_lines()) == []
    assert empty.share(Spot(0, 0)) == 1


def test_no_more_pieces_are_read_than_are_shown() -> None:
    read = 0

    def pieces() -> Iterator[Piece]:
        nonlocal read
        for _ in range(10_000):
            read += 1
            yield Piece(Role.TEXT, LEAD)

    set_galley = Galley(Copy(pieces(), 10_000 * len(LEAD)), Setting(measure=60))
    set_galley.lines(set_galley.move(Spot(0, 0), 20), 40)
    assert read < 70


def test_of_a_giant_paragraph_only_what_is_shown_is_set() -> None:
    giant = Galley(Copy([Piece(Role.TEXT, LEAD * 20_000)], len(LEAD) * 20_000), Setting(measure=60))
    giant.lines(giant.move(giant.first(), 100), 40)
    _, block = giant._block(0)
    assert len(block._starts) < 150  # type: ignore[attr-defined]


def test_blocks_long_past_are_forgotten_and_set_again() -> None:
    many = Galley(
        Copy([Piece(Role.TEXT, f"第{number}段") for number in range(2000)], 9000), Setting(measure=40)
    )
    first = many.lines(Spot(0, 0), 3)
    assert sum(1 for _ in many.all_lines()) == 2000
    assert len(many._set) <= 512
    assert many.lines(Spot(0, 0), 3) == first


def test_the_lines_between_two_spots_are_counted() -> None:
    set_galley = galley()
    every = spots(set_galley)
    assert [set_galley.between(every[0], spot) for spot in every] == list(range(len(every)))
    assert set_galley.between(every[3], every[-1]) == len(every) - 4


def test_the_head_may_be_set_wider_than_the_text() -> None:
    setting = Setting(measure=30, head_measure=90)
    words = "一座桥" * 12
    pieces = [Piece(Role.HEADLINE, words), Piece(Role.BYLINE, words), Piece(Role.TEXT, words)]
    lines = Galley(Copy(pieces, 3 * len(words)), setting).lines(Spot(0, 0), 99)
    widest = {
        role: max(line.width for line in lines if line.role is role)
        for role in Role
        if role in {line.role for line in lines}
    }
    assert widest == {Role.HEADLINE: 72, Role.BYLINE: 72, Role.TEXT: 30}
