"""Two parts of a paragraph as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.page_text.together import all_together, together


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("渡口", "开放了", "渡口开放了"),
        ("the old", "bridge", "the old bridge"),
        ("年产10", "万吨", "年产10万吨"),
        ("高出12", ".5%", "高出12.5%"),
        ("读数PM", ">80", "读数PM>80"),
        ("共1,", "691台", "共1,691台"),
        ("开放了", "20处", "开放了20处"),
        ("用App", "Store买", "用App Store买"),
        ("well-", "known", "well-known"),
        ("新渡口”", ",过河", "新渡口”,过河"),
        ("in 2025", "and 2026", "in 2025 and 2026"),
        ("from 10", "20 people", "from 10 20 people"),
        ("", "渡口", "渡口"),
        ("渡口", "", "渡口"),
    ],
)
def test_parts_are_joined_as_their_script_has_it(before: str, after: str, joined: str) -> None:
    assert together(before, after) == joined


@given(st.lists(st.text("渡口ab1,.”- ", max_size=6)))
def test_nothing_but_spaces_comes_in_and_nothing_gets_lost(parts: list[str]) -> None:
    assert all_together(parts).replace(" ", "") == "".join(parts).replace(" ", "")
