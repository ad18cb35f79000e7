"""E-COUNTER: counters and their nouns."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("评出3家优秀物业服务项目。", "家优秀物业服务项目"),
        ("走访20名企业。", "名企业"),
        ("走访二十位单位。", "位单位"),
        ("新办5所公司，都在城南。", "所公司"),
        ("涉及12项职工。", "项职工"),
    ],
)
def test_a_counter_that_never_counts_this_noun_is_found(text: str, found: str) -> None:
    assert words("E-COUNTER", text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "3家企业，3个优秀项目，12所学校，5家医院。",
        "20名企业负责人，5名学校的代表，20名学校、医院代表。",
        "3家企业承担的项目，5家单位参加活动。",
        "一家食品店举行活动，两家商场开展活动。",
        "把14项权力下放到企业。",
        "8项企业标准，2台企业级服务器。",
        "大家的项目，国家项目，作家活动。",
        "第3名学校代表。",
    ],
)
def test_other_phrases_are_passed_over(text: str) -> None:
    assert words("E-COUNTER", text) == []


def test_a_noun_cut_by_the_end_of_a_column_is_read_whole() -> None:
    assert words("E-COUNTER", "评出3家优秀服务项\n\n目，以及20名工作者。") == ["家优秀服务项"]


def test_a_paragraph_that_ends_is_not_read_on() -> None:
    assert words("E-COUNTER", "评出3家。\n\n项目，以及20名工作者。") == []


def test_an_unfit_counter_is_found_where_it_was_put() -> None:
    assert_found("E-COUNTER", "会上评出了4家优秀项目。", "家优秀项目")
