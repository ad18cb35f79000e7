from __future__ import annotations

import pytest

from reader.edition.notice import Level
from reader.importing.cap.colour import printed_event, printed_level


@pytest.mark.parametrize(
    ("headline", "level"),
    [
        ("河湾市气象台发布暴雨橙色预警", Level.ORANGE),
        ("河湾市气象台发布大风蓝色预警[IV级/一般]", Level.BLUE),
        ("解除雷电黄色预警信号", Level.YELLOW),
        ("河湾发布橙色高温预警", Level.ORANGE),
        ("特大暴雨红色预警信号生效", Level.RED),
        ("將暴雨黃色預警升級", Level.YELLOW),
        ("将暴雨黄色预警升级为橙色预警", Level.ORANGE),
        ("大雾橙色预警降级为黄色", Level.YELLOW),
        ("发布暴雨黄色预警和雷电黄色预警", Level.YELLOW),
        ("发布暴雨红色预警和雷电黄色预警", None),
        ("红色旅游线路暂停开放", None),
        ("Red Flag Warning", None),
        ("", None),
    ],
)
def test_the_colour_of_a_warning_is_what_its_headline_prints(headline: str, level: Level | None) -> None:
    assert printed_level(headline) is level


@pytest.mark.parametrize(
    ("headline", "event"),
    [
        ("河湾市气象局发布大风蓝色预警[IV级/一般]", "大风"),
        ("河湾市气象台解除暴雨红色预警信号", "暴雨"),
        ("河湾县发布地质灾害气象风险预警", "地质灾害气象风险"),
        ("河湾市今天下雨", None),
    ],
)
def test_what_a_headline_warns_of(headline: str, event: str | None) -> None:
    assert printed_event(headline) == event
