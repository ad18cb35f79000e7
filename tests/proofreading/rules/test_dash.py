"""T-DASH: a dash that is not “——”."""

from __future__ import annotations

import random

import pytest

from tests.proofreading.manuscripts import findings, fixes, words
from tests.proofreading.mixed_copy import mixed_paragraph


@pytest.mark.parametrize("dash", ["--", "－－", "––", "──", "---"])
def test_hyphens_in_a_row_in_chinese_are_a_dash(dash: str) -> None:
    assert fixes("T-DASH", f"他带来了礼物{dash}一筐梨。") == [(dash, "——")]


@pytest.mark.parametrize(
    "text",
    [
        "只有一条路，—种树。",
        "路只有一条—，种树。",
        "他说的是老井村—这是他的家。",
        "“种树”—也就是固沙。",
        "他停住了—",
        "—种树的人。",
        "—“种树人”的故事。",
    ],
)
def test_a_single_sign_where_no_connector_can_stand_is_half_a_dash(text: str) -> None:
    assert fixes("T-DASH", text) == [("—", "——")]


@pytest.mark.parametrize(
    "text",
    [
        "他带来了礼物——一筐梨。",
        "中国—东盟博览会、河湾—柳溪公路、“河湾—东盟”论坛。",
        "2013—2021年，20时—次日8时，5—6级，3℃—10℃。",
        "涨幅为2.1%、—0.8%。",
        "培训—任用—再培训，铁路通到拉萨—那曲。",
        "礼物———一筐梨，两座城———河湾和柳溪。",
        "启动时写 paper-reader --lang en 就行，文件叫a--b.txt。",
        "编号20--30。",
        "The press -- an old one -- is here.",
        "T-34坦克，零下3-5度。",
    ],
)
def test_dashes_connectors_and_options_are_left_alone(text: str) -> None:
    assert words("T-DASH", text) == []


def test_a_speaker_below_a_quotation_keeps_a_single_sign() -> None:
    assert words("T-DASH", "> 门前的路修好了。\n> — 林一舟") == []


@pytest.mark.parametrize(
    "place", ["那曲", "即墨", "不丹", "也门", "从江", "从化", "只楚", "还原站", "那坡", "这里", "那里"]
)
def test_a_name_or_place_that_begins_like_a_clause_may_be_connected(place: str) -> None:
    assert words("T-DASH", f"河湾—{place}公路通车。") == []


@pytest.mark.parametrize(
    "clause", ["一个老人走来", "其中三个是新的", "没有路", "是他写的", "之一", "从河边开始"]
)
def test_before_the_beginning_of_a_clause_a_single_sign_is_half_a_dash(clause: str) -> None:
    text = f"那是最老的一座—{clause}。" if clause != "之一" else "这是三座桥之一—石磨桥。"
    assert words("T-DASH", text) == ["—"]


def test_behind_a_word_that_ends_a_clause_a_single_sign_is_half_a_dash() -> None:
    assert words("T-DASH", "水终于来了—村口一片欢腾。") == ["—"]


def test_the_dash_of_a_deck_is_looked_at() -> None:
    assert fixes("T-DASH", "headline: 清水来\ndeck: —柳溪县修渠纪事\nbody: 水来了。") == [("—", "——")]


def test_a_cell_with_a_sign_for_nothing_is_left_alone() -> None:
    assert words("T-DASH", "| 村名 | 数量 |\n| 上坪村 | — |") == []


@pytest.mark.parametrize("seed", range(8))
def test_a_dash_of_hyphens_anywhere_is_found_there_and_silent_when_repaired(seed: int) -> None:
    chance = random.Random(seed)
    text = mixed_paragraph(chance)
    assert words("T-DASH", text) == []
    at = chance.choice([i for i in range(1, len(text)) if text[i] == "，" and text[i - 1] > "\u4e00"])
    (found,) = findings("T-DASH", f"{text[:at]}--{text[at + 1 :]}")
    assert (found.finding.spot.start, found.words) == (at, "--")
    assert not found.finding.is_safe
    assert words("T-DASH", text[:at] + str(found.fixed) + text[at + 1 :]) == []
