"""Which half-width marks of a text stand in Chinese."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.proofreading.widening import FULL_WIDTH, half_width_marks
from tests.proofreading.mixed_copy import KEPT, halved, mixed_paragraph


def _widened(text: str) -> str:
    written = list(text)
    for at in half_width_marks(text):
        written[at] = FULL_WIDTH[written[at]]
    return "".join(written)


@pytest.mark.parametrize("seed", range(40))
def test_clean_copy_made_half_width_is_restored_mark_for_mark(seed: int) -> None:
    text = mixed_paragraph(random.Random(seed))
    assert half_width_marks(text) == []
    assert _widened(halved(text)) == text


@pytest.mark.parametrize("text", KEPT)
def test_marks_of_figures_addresses_formulas_and_other_languages_are_left_alone(text: str) -> None:
    assert _widened(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "电话：（0355）2023456",
        "“东方不亮西方亮”，1998年；“二”，《三》，《四》",
        "增长15%，20%以上；3℃！",
        "空气质量指数（AQI）超标，GDP（国内生产总值）增长",
        "使用Kelo，然后HPC，1995年成立",
        "河湾记者协会（Hewan Press Club, HPC）说",
        "（1）进一步；（2）加快。",
        "（一九九七年十二月三十一日）",
        "真的吗？！！",
        "我们去HPC！",
        "咨询QQ：123456",
        "见附件：https://example.org/a，下载后填写。",
        "毕业于Hewan School of Printing，后来回国。",
        "A股，B股，H股。",
        "比分3:1（点球5:4），两队握手",
        "第12（3）条，河发（1997）14号",
        "（A、B）",
        "“快”，“准”",
        "参加的有HPC，HTU和KAD三家",
        "A：你好吗？B：我很好！",
        "（±%）（±%）比上月",
        "，开头的逗号",
    ],
)
def test_each_mark_of_chinese_is_restored(text: str) -> None:
    assert _widened(halved(text)) == text


def test_the_mark_of_an_english_sentence_at_the_end_of_a_chinese_one_is_left_alone() -> None:
    assert _widened("他问:Who is there?") == "他问：Who is there?"


def test_a_bracket_of_two_widths_is_made_one() -> None:
    assert _widened("我市（原名潞河)下雪(雨夹雪）。") == "我市（原名潞河）下雪（雨夹雪）。"


def test_brackets_without_a_partner_are_left_alone() -> None:
    assert half_width_marks("1)项目 二)项目 (韩") == []


def test_marks_that_are_half_width_by_code_are_widened() -> None:
    assert _widened("｢下雪､结冰｡｣") == "「下雪、结冰。」"


def test_a_half_width_stop_is_widened_at_the_end_of_a_sentence_only() -> None:
    assert _widened("今天路上结冰.") == "今天路上结冰。"
    assert _widened("他说：“路上结冰.”") == "他说：“路上结冰。”"
    for text in ("一.修路", "亚历山德拉.伊万诺夫娜", "第一章.", "增长3.5", "他在学Kelo."):
        assert half_width_marks(text) == []


def test_a_mark_before_a_space_is_widened_and_the_space_stays() -> None:
    assert _widened("今天下雪, 路上结冰") == "今天下雪， 路上结冰"


@given(st.text("河湾 aZ12,:;!?()“”《》%.-", max_size=40))
def test_widening_again_changes_nothing_and_brackets_of_a_pair_go_together(text: str) -> None:
    widened = _widened(text)
    assert half_width_marks(widened) == []
    assert widened.count("（") == widened.count("）")


@given(st.text("aZ12 ,:;!?()“”%.-", max_size=40))
def test_text_without_chinese_is_never_touched(text: str) -> None:
    assert half_width_marks(text) == []
