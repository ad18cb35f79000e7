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


@pytest.mark.parametrize(
    "formula",
    [
        "f(x)",
        "g(x,y)",
        "H2(g)",
        "3(x+1)",
        "(a+b)^2",
        "(a+b)(a-b)",
        "y=(x+1)/2",
        "(3,4)",
        "(-1.5,0)",
        "Ca(OH)2",
        "P(A|B)",
        "sin(2x)",
        "x_(i)",
    ],
)
def test_the_brackets_of_a_formula_stay_half_width_in_chinese(formula: str) -> None:
    assert half_width_marks(f"已知{formula}的值，求解。") == []


@pytest.mark.parametrize(
    ("text", "widened"),
    [
        ("空气质量指数(AQI)超标", "空气质量指数（AQI）超标"),
        ("WTF(第一期)开工", "WTF（第一期）开工"),
        ("误差(±2)不大", "误差（±2）不大"),
        ("见(a)图", "见（a）图"),
        ("他叫林一舟(Lin Yizhou, HPC)", "他叫林一舟（Lin Yizhou, HPC）"),
        ("参看(见上)(见下)", "参看（见上）（见下）"),
        ("(台)", "（台）"),
        ("他说((真的))", "他说（（真的））"),
        ("Hewan(河湾)", "Hewan（河湾）"),
    ],
)
def test_other_brackets_beside_chinese_or_around_it_are_widened(text: str, widened: str) -> None:
    assert _widened(text) == widened


@pytest.mark.parametrize(
    "text",
    [
        "Hewan (河湾) is old.",
        "The word (雪) means snow, the word (雨) rain; so there!",
        "Founded in 1987 (丁卯年), the mill runs.",
        "Hewan Press (HPC) 宣布",
        "I met 林一舟, who wrote it: a book!",
    ],
)
def test_english_with_a_few_chinese_words_keeps_its_marks(text: str) -> None:
    assert half_width_marks(text) == []


def test_an_english_sentence_between_chinese_ones_keeps_its_marks() -> None:
    text = "雪停了,路通了。He met 林一舟, who said: “Well, it is over!” and left. 大家都笑了,散了。"
    assert [text[at - 1] for at in half_width_marks(text)] == ["了", "了"]


def test_beyond_its_reach_a_mark_has_no_neighbour() -> None:
    figures = "1 " * 20
    assert half_width_marks(f"雪{figures}, {figures}雪") == []
    assert half_width_marks("雪1 2 3, 4 5 6雪") == [6]


def test_a_very_long_text_without_a_stop_is_decided_by_what_is_near() -> None:
    chinese, english = "今天下雪" * 100, " and it snowed" * 100
    text = f"{chinese}说Kelo,好。{english}, then it froze{english}"
    assert half_width_marks(text) == [text.index(",")]


@pytest.mark.parametrize(
    ("text", "widened"),
    [
        ("使用Kelo, 他们很快", "使用Kelo， 他们很快"),
        ("会上播放Let it snow! 大家鼓掌", None),
        ("我爱New Hewan!你呢", "我爱New Hewan！你呢"),
        ("座右铭是Never give up!", None),
        ("去HPC吧:见KAD;见HTU!", "去HPC吧：见KAD；见HTU！"),
        ("甲AQI:150,乙PM2.5:75", "甲AQI:150，乙PM2.5:75"),
        ("邮箱:a@b.com,电话:12", "邮箱：a@b.com，电话：12"),
    ],
)
def test_a_mark_behind_foreign_words_goes_with_what_comes_after(text: str, widened: str | None) -> None:
    assert _widened(text) == (text if widened is None else widened)


@given(st.text("河湾 aZ12,:;!?()“”《》%.-", max_size=40))
def test_widening_again_changes_nothing_and_brackets_of_a_pair_go_together(text: str) -> None:
    widened = _widened(text)
    assert half_width_marks(widened) == []
    assert widened.count("（") == widened.count("）")


@given(st.text("aZ12 ,:;!?()“”%.-", max_size=40))
def test_text_without_chinese_is_never_touched(text: str) -> None:
    assert half_width_marks(text) == []
