"""T-WIDTH: half-width marks in Chinese text."""

from __future__ import annotations

import pytest

from tests.proofreading.manuscripts import fixes, words


@pytest.mark.parametrize(("half", "full"), [(",", "，"), (":", "："), (";", "；"), ("!", "！"), ("?", "？")])
def test_a_mark_between_chinese_characters_is_widened(half: str, full: str) -> None:
    assert fixes("T-WIDTH", f"今天下雪{half}路上结冰。") == [(half, full)]


@pytest.mark.parametrize("text", ["12:30开工。", "共1,691人。", "见 https://example.org/a,b?c=d 一页。"])
def test_figures_and_addresses_keep_their_marks(text: str) -> None:
    assert words("T-WIDTH", text) == []
