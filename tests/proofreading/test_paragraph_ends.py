"""How paragraphs end, and how those look that were broken off."""

from __future__ import annotations

import pytest

from reader.proofreading.paragraph_ends import (
    is_broken_off,
    is_ended,
    is_prose,
    is_surely_broken_off,
    wants_more,
)


@pytest.mark.parametrize(
    "text",
    [
        "新桥上午通车。",
        "新桥上午通车！”",
        "他说：“桥通了。”",
        "做法如下：",
        "一是分段包干；",
        "桥修好了……",
        "新桥上午通车。（林一舟）",
        "新桥上午通车。（林一舟 何晓岚）（图片由水务局提供）",
        "“桥通了。”（据《河湾晨报》）",
        "新桥上午通车。本报记者 林一舟 摄",
        "新桥上午通车。 林一舟 何晓岚",
        "新桥上午通车。通讯员林一舟",
        "请看下文。——编者",
        "林一舟 文/图",
        "The bridge was opened.",
        "“The bridge is open,” she said. “At last.”",
        "Dear Sir,"[:-1] + ":",
        "",
    ],
)
def test_marks_lead_ins_credits_and_signatures_end_a_paragraph(text: str) -> None:
    assert is_ended(text)


@pytest.mark.parametrize(
    "text",
    ["新桥上午", "新桥上午，", "桥、", "桥名“望月”", "全长120米（含引桥）", "The bridge was", "桥上（"],
)
def test_anything_else_does_not(text: str) -> None:
    assert not is_ended(text)


@pytest.mark.parametrize("mark", ["，", "、", ",", "“", "（", "《"])
def test_commas_and_opening_marks_ask_for_more(mark: str) -> None:
    assert wants_more("桥上" + mark)
    assert not wants_more("桥上" + mark + "人")


@pytest.mark.parametrize("text", ["● 本周要闻，一览", "订报热线 0000-1234567，欢迎来电", "①修桥，②修路"])
def test_entries_and_addresses_are_no_prose(text: str) -> None:
    assert not is_prose(text)
    assert not is_broken_off(text + "，市民可以在工作日的上午前往东桥街道服务大厅办理各项")


@pytest.mark.parametrize(
    "text",
    [
        "雨下了一夜。天亮以后，村民看见河水漫过石",
        "近日，东桥街道的几位老人找到",
        "市水务局副局长林一舟说，今年冬天要把全市的干渠",
        "桥上的人越来越多，桥下的船也越来越多，两岸的灯一盏接一盏地亮",
        "村里修了路，架了桥，引了水，",
        "修了三座桥，铺了两条路，并且",
        "你见过这样的桥吗？它没有一颗钉子，全靠木头咬住木头，三百年来一直立",
    ],
)
def test_sentences_broken_off_are_seen(text: str) -> None:
    assert is_broken_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "三座桥连起两岸",
        "桥通两岸，路连八乡",
        "从一座桥，到一座城",
        "为谁修桥？——河湾市东桥改造侧记",
        "林一舟、何晓岚、沈既明、陆青禾、唐知远、顾南星、韩松年、许若水、郑开颜、魏怀谷、秦小满",
        "一、提高认识，把修桥这件事放在心上，落到每一个人、每一天、每一块石头上",
        "河湾市水务局　林一舟",
        "2024年12月23日",
        "全长120米（含引桥）",
    ],
)
def test_headings_names_and_dates_are_not(text: str) -> None:
    assert not is_broken_off(text)


def test_what_may_be_a_heading_must_be_longer_to_be_sure() -> None:
    text = "桥上的人越来越多，桥下的船也越来越多，两岸的灯一盏接着一盏地亮"
    assert 30 <= len(text) < 40
    assert is_broken_off(text)
    assert not is_surely_broken_off(text)
    assert is_surely_broken_off(text + "起来，照得河水通红")


@pytest.mark.parametrize(
    ("text", "is_broken"),
    [
        ("The bridge was opened on Sunday. By noon two thousand people had walked across", True),
        ("The bridge was opened on Sunday, and by noon two thousand people,", True),
        ("By noon two thousand people had walked across the new bridge and", True),
        ("Two thousand walk across the new bridge", False),
        ("Alice Harrow, Canal Street, Millbridge", False),
    ],
)
def test_english_is_read_by_its_stops_and_small_words(text: str, is_broken: bool) -> None:
    assert is_broken_off(text) is is_broken
