"""E-SUM: parts and their stated sum."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import findings, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("代表团获3金2银4铜共10枚奖牌。", "10"),
        ("代表团获3金2银4铜10枚奖牌。", "10"),
        ("代表团获金牌3枚、银牌2枚、铜牌4枚，共10枚。", "10"),
        ("会员有120人，其中男70人、女60人。", "120"),
        ("共有职工120名，其中男职工70名，女职工60名。", "120"),
        ("男性占51.3%，女性占49.7%。", "男性占51.3%，女性占49.7"),
        ("小麦占40%，玉米占35%，其他占20%。", "其他占20"),
        ("三次产业比例为8.1∶48.2∶45.7。", "三次产业比例为8.1∶48.2∶45.7"),
        ("三次产业结构调整为8:48:46。", "三次产业结构调整为8:48:46"),
        ("栽杨树3000株、柳树2000株，共计6000株。", "6000"),
        ("栽杨树3000株、柳树2000株、槐树500株，合计5000株。", "5000"),
        ("花去1.2万元、2.3万元，总共4.5万元。", "4.5万"),
        ("蔬菜占全县总面积的120%。", "120%"),
    ],
)
def test_a_sum_its_parts_do_not_make_is_found(text: str, found: str) -> None:
    assert words("E-SUM", text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "代表团获3金2银4铜共9枚奖牌，3金2银4铜，金牌3枚、银牌2枚、铜牌4枚，共9枚。",
        "会员有130人，其中男70人、女60人，党员90人。",
        "男性占51.3%，女性占48.7%；男性占51.4%，女性占48.7%。",
        "小麦占40.3%，玉米占35.3%，其他占24.3%。",
        "小麦占40%，玉米增产，大豆占10%，其他占20%。",
        "粮食占60%，其中小麦占40%，其他占20%。",
        "三次产业比例为8.1∶48.2∶43.8，三次产业比例为8∶48∶45。",
        "栽杨树3000株、柳树2000株，共计5000株。",
        "栽杨树3000多株、柳树2000株，共计5500株。",
        "栽杨树3000株、柳树2000株，其中共计1500株成活，共计1500株。",
        "修路3公里、桥2座，共计8处。",
        "花去1.24万元、2.34万元，总共3.6万元。",
        "完成计划的120%，占计划的105%，债务占生产总值的120%。",
        "蔬菜占全县总面积的12%，贡献占总数的100%。",
        "甲村5户。乙村3户、丙村2户，共计12户。",
    ],
)
def test_sums_that_are_right_or_rounded_or_no_sums_are_passed_over(text: str) -> None:
    found = words("E-SUM", text)
    assert found == (["12"] if "丙村" in text else [])


def test_the_right_sum_is_told() -> None:
    (found,) = findings("E-SUM", "栽杨树3000株、柳树2000株，共计6000株。")
    assert "5000" in found.finding.message.zh
    assert "5000" in found.finding.message.en


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        ("镇里栽下杨树3000株、柳树2000株，共计5500株。", "5500"),
        ("本届运动会我市获5金4银3铜共13枚奖牌。", "13"),
        ("受访者中男性占53.2%，女性占47.8%。", "男性占53.2%，女性占47.8"),
    ],
)
def test_a_wrong_sum_is_found_where_it_was_put(fault: str, found: str) -> None:
    assert_found("E-SUM", fault, found)
