"""S-TRUNC: articles that break off."""

from __future__ import annotations

import random

import pytest

from reader.proofreading.paragraph_ends import is_prose
from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by, put
from tests.proofreading.manuscripts import a_proof, words

_WHOLE = "今年第一场雪下了一夜。"
_BROKEN = "入冬以来，上山赏雪的游客多了起来，山下的农家院一房难"


def test_the_last_character_is_what_is_shown() -> None:
    assert words("S-TRUNC", f"{_WHOLE}\n\n{_BROKEN}") == ["难"]


@pytest.mark.parametrize(
    "end",
    [
        "（何晓岚）",
        "河湾市水务局　林一舟",
        "2024年12月23日",
        "欢迎订阅，电话0000-1234567",
        "（未完待续）",
        "——编者",
        "![town]",
        "- 一项",
        "| 甲 | 乙 |",
        "~ 雪落在石磨上",
    ],
)
def test_signatures_lists_tables_and_verse_end_without_a_mark(end: str) -> None:
    photos = "photos: [{id: town}]\n" if end.startswith("!") else ""
    body = "".join(f"  {line}\n" if line else "\n" for line in [_WHOLE, "", end])
    assert words("S-TRUNC", f"{photos}body: |\n{body}") == []


def test_a_credit_behind_it_does_not_hide_the_lost_end() -> None:
    assert words("S-TRUNC", f"{_WHOLE}\n\n{_BROKEN}\n\n（何晓岚）") == ["难"]


@pytest.mark.parametrize("jump", ["jump_to: unknown", 'jump_to: {page: "02"}'])
def test_an_article_that_goes_on_elsewhere_may_break_off(jump: str) -> None:
    assert words("S-TRUNC", f"{jump}\nbody: |\n  {_WHOLE}\n\n  {_BROKEN}\n") == []


@pytest.mark.parametrize("line", ["（下转第2版）", "下转2版"])
def test_a_line_that_says_so_will_do(line: str) -> None:
    assert words("S-TRUNC", f"{_WHOLE}\n\n{_BROKEN}\n\n{line}") == []
    assert words("S-TRUNC", f"{_WHOLE}\n\n{_BROKEN}（下转第2版）") == []


@pytest.mark.parametrize("cut", ["end", "both"])
def test_declared_to_be_cut_it_is_reported_all_the_same(cut: str) -> None:
    assert words("S-TRUNC", f"cut: {cut}\nbody: |\n  {_WHOLE}\n\n  {_BROKEN}\n") == ["难"]


def test_a_notice_that_breaks_off_is_reported() -> None:
    head = (
        "notices:\n  - id: a\n    event: 大雪\n    effective: 2024-12-23T08:00\n    expires: until-lifted\n"
    )
    assert words("S-TRUNC", f"{head}    text: 明天有大雪。道路结冰，请减速慢行。\n") == []
    assert words("S-TRUNC", f"{head}    text: 明天有大雪。道路结冰，请减速慢行，并\n") == ["并"]


def test_advertisements_are_left_alone() -> None:
    assert words("S-TRUNC", f"kind: ad\nbody: |\n  {_WHOLE}\n\n  {_BROKEN}\n") == []


def test_an_english_article_that_breaks_off_is_reported() -> None:
    text = "The first snow fell on Sunday.\n\nThe inns are full. Nobody who came up on the early bus and"
    assert words("S-TRUNC", text) == ["d"]
    assert words("S-TRUNC", text + " stayed was sorry.\n\nAlice Harrow, Millbridge") == []


@pytest.mark.parametrize("seed", range(12))
def test_an_article_cut_in_mid_sentence_is_found_at_its_new_end(seed: int) -> None:
    clean = clean_edition(seed)
    assert found_by("S-TRUNC", clean) == []
    chance = random.Random(seed)
    articles = [one for one in a_proof(clean).articles if one.article.kind.value in ("news", "feature")]
    passages = [
        one.body[-1] for one in articles if one.body[-1].role.value == "paragraph" and not one.article.jump_to
    ]
    passage = chance.choice(
        [one for one in passages if len(one.text) > 36 and "，" in one.text[:28] and is_prose(one.text)]
    )
    at = next(at for at in range(31, len(passage.text)) if passage.text[at - 2 : at].isalpha())
    end = passage.offset(len(passage.text))
    cut = put(clean, passage.field, passage.offset(at), end, "")
    (finding,) = found_by("S-TRUNC", cut)
    assert (finding.spot.field, finding.spot.end) == (passage.field, passage.offset(at))
