"""N-GUESS: a mark inside a guess."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import fixes, words


@pytest.mark.parametrize(
    ("marked", "bare", "after"),
    [
        ("三、五", "三五", "天"),
        ("二、三", "二三", "十人"),
        ("三、四", "三四", "百米"),
        ("一、两", "一两", "个月"),
        ("五、六", "五六", "里路"),
        ("七、八", "七八", "千元"),
        ("八、九", "八九", "斤"),
        ("四、五", "四五", "个小时"),
    ],
)
def test_two_figures_of_a_guess_stand_side_by_side(marked: str, bare: str, after: str) -> None:
    assert fixes("N-GUESS", f"大家用了{marked}{after}才做完。") == [(marked, bare)]


def test_the_ones_of_a_longer_number_are_read_too() -> None:
    assert fixes("N-GUESS", "他二十七、八岁。") == [("七、八", "七八")]


@pytest.mark.parametrize(
    "text",
    [
        "走了三五天，来了二三十人。",
        "第二、三产业，第三、四季度，第一、二天。",
        "一、二年级学生，三、四号楼，三、四名选手。",
        "分列二、三位，分获一、二等奖，前三、四名。",
        "五、六月份，八、九十年代，二、三线城市。",
        "周一、三、五开放，农历三、六、九赶集。",
        "每月逢三、六日赶集，初一、二。",
        "震级为四点六、四点五级。",
        "一、一乡一品，二、三乡一品。",
        "三、七开，二、八天平。",
    ],
)
def test_two_things_keep_their_mark(text: str) -> None:
    assert words("N-GUESS", text) == []


def test_a_marked_guess_is_found_where_it_was_put() -> None:
    assert_found("N-GUESS", "大家干了三、四天才歇。", "三、四")
    assert_found("N-GUESS", "村里来了五、六十人帮忙。", "五、六")
