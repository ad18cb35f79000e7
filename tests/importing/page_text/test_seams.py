"""Paragraphs that a column broke: joined where that is certain, left and told where it is not."""

from __future__ import annotations

import pytest

from reader.importing.observation import Grade
from tests.importing.checked import WISHES
from tests.importing.page_text.pages import articles, read_page, told_of

_REPAIRING = WISHES._replace(is_repairing=True)


def _body(text: str, *, is_repairing: bool = False) -> str:
    return articles(f"# 渡口\n\n{text}", _REPAIRING if is_repairing else WISHES)[0].body


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("河湾市今天开放了新的渡口,过河的\n\n人比往年多。", "河湾市今天开放了新的渡口,过河的人比往年多。"),
        (
            "河湾市今天开放了新的渡口,查看两岸水位,\n\n过河的人多。",
            "河湾市今天开放了新的渡口,查看两岸水位,过河的人多。",
        ),
        (
            "河湾市今天开放了新的渡口,年产10\n\n万吨的码头也动了工。",
            "河湾市今天开放了新的渡口,年产10万吨的码头也动了工。",
        ),
        (
            "河湾市今天开放了“新渡口”\n\n,过河的人多。那天很冷。",
            "河湾市今天开放了“新渡口”,过河的人多。那天很冷。",
        ),
        (
            "The mayor said on Monday that the old\n\nbridge over the river would close.",
            "The mayor said on Monday that the old bridge over the river would close.",
        ),
        (
            "The mayor said on Monday that people in the town of\n\nRiverbend would have a new bridge.",
            "The mayor said on Monday that people in the town of Riverbend would have a new bridge.",
        ),
    ],
)
def test_a_broken_paragraph_is_joined_and_that_is_told(text: str, joined: str) -> None:
    edition, told = read_page(f"# 渡口\n\n{text}")
    assert next(edition.articles()).body == joined
    assert sum("joined to the next" in what for what in told_of(told, Grade.GUESSED)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "河湾市今天开放了新的渡口。\n\n过河的人比往年多。",
        "管渡口的人说:\n\n“过河的人比往年多。”",
        "河湾市今天开放了新的渡口……\n\n过河的人比往年多。",
        "“河湾市今天开放了新的渡口。”\n\n过河的人比往年多。",
        "河湾市今天开放了新的渡口(见图)。\n\n过河的人比往年多。",
        "一、修路;\n\n二、架桥;\n\n三、开渡口。",
        "春风过渡口\n\n秋雨打船头\n\n人从桥上走\n\n水在桥下流",
    ],
)
def test_whole_paragraphs_stay_apart(text: str) -> None:
    edition, told = read_page(f"# 渡口\n\n{text}")
    assert next(edition.articles()).body == text
    assert not any("joined" in what for what in told_of(told, Grade.GUESSED))


@pytest.mark.parametrize(
    "text",
    [
        "河湾市今天开放了新的渡口,管渡口的人\n\n“过河的人比往年多。”",
        "河湾市今天开放了新的渡口,过河的人\n\n一、早上七点开渡。",
        "The mayor said on Monday that the old bridge over the river near\n\nRiverbend people will "
        "have a new one.",
    ],
)
def test_what_cannot_be_decided_is_left_in_place_and_told(text: str) -> None:
    edition, told = read_page(f"# 渡口\n\n{text}")
    assert next(edition.articles()).body == text
    assert any("left as it is" in what for what in told_of(told, Grade.UNDECIDED))


def test_repairing_joins_what_could_not_be_decided_and_says_so() -> None:
    text = "河湾市今天开放了新的渡口,管渡口的人\n\n“过河的人比往年多。”"
    edition, told = read_page(f"# 渡口\n\n{text}", _REPAIRING)
    assert next(edition.articles()).body == text.replace("\n\n", "")
    assert any("joined to the next" in what for what in told_of(told, Grade.GUESSED))


def test_a_character_on_both_sides_of_a_seam_is_kept_and_told() -> None:
    text = "只有把话说明白,才能把船停稳\n\n稳当把渡口修好。"
    edition, told = read_page(f"# 渡口\n\n{text}")
    assert next(edition.articles()).body == "只有把话说明白,才能把船停稳稳当把渡口修好。"
    assert any("“稳” stands on both sides" in what for what in told_of(told, Grade.UNDECIDED))


def test_repairing_drops_one_of_the_two_and_says_so() -> None:
    text = "只有把话说明白,才能把船停稳\n\n稳当把渡口修好。"
    edition, told = read_page(f"# 渡口\n\n{text}", _REPAIRING)
    assert next(edition.articles()).body == "只有把话说明白,才能把船停稳当把渡口修好。"
    assert any("one was dropped" in what for what in told_of(told, Grade.GUESSED))


def test_a_paragraph_of_three_parts_is_one() -> None:
    assert _body("渡口开了,过河的人很多很多,有的\n\n挑着担子的,有的\n\n牵着孩子,都说好。").count("\n\n") == 0


def test_a_subhead_parts_what_could_be_joined() -> None:
    body = _body("河湾市今天开放了新的渡口,过河的\n\n### 人多\n\n人比往年多,船也比往年多。")
    assert body.split("\n\n") == [
        "河湾市今天开放了新的渡口,过河的", "### 人多", "人比往年多,船也比往年多。",
    ]  # fmt: skip
