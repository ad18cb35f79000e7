"""E-COUNT: a list and the number that counts it."""

from __future__ import annotations

import re

import pytest

from tests.proofreading.injected import ENGLISH_END, assert_found
from tests.proofreading.manuscripts import words

_FIRMS = (
    "评选出晨光食品有限公司、河湾市长渠水泥集团有限公司{}家优秀企业，青峪苑、滨河盛景、桃园小区{}家优秀小区"
)


def test_what_agrees_is_passed_over_and_what_does_not_is_found_in_its_place() -> None:
    assert words("E-COUNT", _FIRMS.format(2, 3) + "。") == []
    assert words("E-COUNT", _FIRMS.format(3, 3) + "。") == ["3家"]
    assert words("E-COUNT", _FIRMS.format(2, 2) + "。") == ["2家"]
    assert words("E-COUNT", _FIRMS.format("三", "四") + "。") == ["三家", "四家"]


def test_half_width_commas_part_lists_as_well() -> None:
    assert words("E-COUNT", _FIRMS.format(2, 2).replace("，", ",") + "。") == ["2家"]


@pytest.mark.parametrize(
    "text",
    [
        "石磨村、柳湾村、上坪村4个村是全县最缺水的地方。",
        "石磨村、柳湾村和上坪村2个村是全县最缺水的地方。",
        "市教育局、市公安局、市交通局2个部门参加。",
        "林一舟、何望川、周青禾4人获奖。",
        "林一舟、何望川和周青禾2人获奖。",
        "省、市、县四级联动。",
        "教育、卫生、文化、体育三大领域。",
        "“诚信”“友善”“互助”4个主题。",
        "《渡口往事》、《石磨谣》和《种树的人》4部作品。",
        "柳溪、青峪、白塔四县。",
        "县里有4家企业：晨光食品、长渠水泥、白塔轴承。",
        "评出5名学生，分别是林一舟、何望川、周青禾和陆晓岚。",
    ],
)
def test_a_wrong_count_is_found(text: str) -> None:
    assert len(words("E-COUNT", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "柳溪、青峪两县15个乡镇推广。",
        "柳溪县、青峪县3个乡镇推广。",
        "东桥小学、西关小学3名教师获奖。",
        "柳溪、青峪、白塔4家医院开诊。",
        "北京、天津、河北三省两市参加。",
        "柳溪、青峪和白塔两县交界处。",
        "柳溪县、青峪县和白塔县两县交界处。",
        "丹麦、挪威、瑞典、北欧五国的船。",
        "县委、县政府3位领导到场。",
        "林一舟、何望川夫妇3人进城。",
        "柳溪县和青峪县、白塔县3县联合执法。",
        "认真学习、全面贯彻十五大精神。",
        "石磨村、柳湾村等8个村受益。",
        "滑冰、滑雪、冰球、冬季两项共4个大项。",
        "《渡口往事》《石磨谣》等5部作品入选。",
        "教育、卫生、文化等部门的8家单位。",
        "第一、二、三名，三、四级公路。",
        "开具有增值税、消费税十三点七亿元的单据。",
        "两种办法：一是清淤、护坡、植树。",
    ],
)
def test_a_number_that_counts_something_else_is_passed_over(text: str) -> None:
    assert words("E-COUNT", text) == []


def test_an_open_list_may_be_shorter_than_its_number_and_not_longer() -> None:
    assert words("E-COUNT", "石磨村、柳湾村、上坪村等3个村受益。") == []
    assert words("E-COUNT", "石磨村、柳湾村、上坪村等2个村受益。") == ["2个"]


def test_a_list_in_a_headline_is_not_counted() -> None:
    assert words("E-COUNT", "headline: 柳溪、青峪、白塔四县\nbody: 雪停了。") == []


def test_english_lists_behind_a_colon_are_counted() -> None:
    assert words("E-COUNT", "Work begins in three towns: Marlbury, Easton and Fell.") == []
    assert words("E-COUNT", "Work begins in three towns: Marlbury, Easton, and Upper Fell.") == []
    assert words("E-COUNT", "Work begins in three towns: Marlbury, Easton, Rook and Fell.") == ["three"]
    assert words("E-COUNT", "He had two wishes: Peace, Bread and Land are others’.") == []


def test_a_wrong_count_is_found_where_it_was_put() -> None:
    assert_found("E-COUNT", "石磨村、柳湾村、上坪村4个村通了水。", "4个")
    assert_found("E-COUNT", "林一舟、何望川、周青禾2人领了奖。", "2人")
    assert_found("E-COUNT", "村里办起3家企业：晨光食品、长渠水泥。", "3家")


def test_a_number_changed_in_the_copy_is_found() -> None:
    assert_found(
        "E-COUNT",
        r"\g<1>4个村",
        "4个",
        where=re.compile(
            "(?<=[。：\n])([\u4e00-\u9fff]{2,3}村、[\u4e00-\u9fff]{2,3}村[、和][\u4e00-\u9fff]{2,3}村)3个村"
        ),
        seeds=range(30),
    )


def test_an_english_count_is_found_where_it_was_put() -> None:
    fault = " It will be sold in two towns: Easton, Rook and Fell."
    assert_found("E-COUNT", fault, "two", where=ENGLISH_END, language="en")
