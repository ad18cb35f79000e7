"""Which clauses start a warning, which lift one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.page_text.standing import standing


@pytest.mark.parametrize(
    "text",
    [
        "升级发布暴雨红色预警，此前橙色预警同时解除。",
        "解除暴雨橙色预警，同时发布暴雨黄色预警。",
        "解除暴雨橙色预警并发布暴雨黄色预警。",
        "发布暴雨橙色预警信号（暴雨黄色预警信号同时解除）。",
        "发布暴雨橙色预警，此前预警自动解除。",
        "暴雨橙色预警升级为红色，原橙色预警随之解除。",
        "发布暴雨橙色预警，预警解除前请勿外出。",
        "发布寒潮黄色预警，解除大雾黄色预警。",
        "启动大风蓝色预警，解除时间另行通知。",
    ],
)
def test_lifting_another_in_the_words_that_start_one_is_no_lifting(text: str) -> None:
    assert not standing(text).is_lifting


@pytest.mark.parametrize(
    "text",
    [
        "定于2月4日8时解除大风蓝色预警。",
        "大风蓝色预警已解除。",
        "解除2月3日8时发布的大风蓝色预警。",
        "2月3日8时发布的大风蓝色预警，现予以解除。",
        "2月3日8时发布大风蓝色预警，2月4日8时解除大风蓝色预警。",
        "2月3日8时发布大风蓝色预警，2月4日8时解除蓝色预警。",
        "撤销重污染天气Ⅲ级响应。",
    ],
)
def test_a_text_that_only_lifts_is_a_lifting(text: str) -> None:
    assert standing(text).is_lifting
    assert standing(text).started == text


def test_what_is_lifted_by_the_way_is_not_part_of_what_is_started() -> None:
    assert standing("解除暴雨橙色预警，同时发布暴雨黄色预警。").started == "同时发布暴雨黄色预警。"


@given(st.text("解除发布同时暴雨黄橙色预警，。（）升级为", max_size=40))
def test_what_stands_is_part_of_the_text(text: str) -> None:
    started = standing(text).started
    rest = iter(text)
    assert all(character in rest for character in started)
