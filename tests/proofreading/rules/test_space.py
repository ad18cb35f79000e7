"""T-SPACE: a space inside a Chinese sentence."""

from __future__ import annotations

import random

import pytest

from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.manuscripts import findings, fixes, words
from tests.proofreading.mixed_copy import mixed_paragraph


@pytest.mark.parametrize("space", [" ", "  ", "\u3000", "\u00a0"])
def test_a_space_between_characters_of_a_sentence_is_taken_away(space: str) -> None:
    assert fixes("T-SPACE", f"今年冬天，河湾{space}市下了三场雪。") == [(space, "")]


def test_a_space_beside_a_full_width_mark_is_taken_away() -> None:
    assert fixes("T-SPACE", "今年冬天， 河湾市 （原名潞河）下雪。") == [(" ", ""), (" ", "")]


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 今年冬天，河湾市下雪。",
        "本报讯 记者林一舟 见习记者周望川报道：今天下雪。",
        "河湾市今天下雪。（林一舟 周望川）",
        "一场“迎新雪 暖人心”活动开始。",
        "用 Python 写的 T-34 程序。",
        "headline: 清水来 麦苗青\nbyline: 林一舟 周望川\nbody: 水来了。",
        "| 村 名 | 数 量 |\n| 上 坪 | 3 |",
    ],
)
def test_spaces_with_a_reason_are_left_alone(text: str) -> None:
    assert words("T-SPACE", text) == []


def test_the_rule_has_to_be_asked_for() -> None:
    rule = BY_ID["T-SPACE"]
    assert not rule.is_on(Stylebook())
    assert rule.is_on(Stylebook(on=frozenset({"T-SPACE"})))


@pytest.mark.parametrize("seed", range(6))
def test_a_space_put_into_a_sentence_is_found_there(seed: int) -> None:
    text = "".join(f"今年冬天河湾市下了{number}场雪。" for number in range(20))
    chance = random.Random(seed)
    assert words("T-SPACE", mixed_paragraph(chance)) == []
    at = chance.choice([i for i in range(1, len(text)) if text[i] > "\u4e00" < text[i - 1] < "\u9fff"])
    (found,) = findings("T-SPACE", f"{text[:at]} {text[at:]}")
    assert (found.finding.spot.start, found.fixed) == (at, "")
