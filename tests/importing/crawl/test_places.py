from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.crawl.places import place_in


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (1, ("01", None)),
        ("1", ("01", None)),
        ("A02", ("A02", None)),
        ("第1版", ("01", None)),
        ("第01版：要闻", ("01", "要闻")),
        ("01版:要闻", ("01", "要闻")),
        ("第 3 版 副刊", ("03", "副刊")),
        ("第一版", ("01", None)),
        ("第十二版：体育", ("12", "体育")),
        ("二十版", ("20", None)),
        ("要闻", (None, "要闻")),
        ("头版", (None, "头版")),
        ("一 周 要 闻", (None, "一 周 要 闻")),
        ("3·15 特刊", (None, "3·15 特刊")),
        ("十", (None, "十")),
        ("十十版", (None, "十十版")),
        ("", (None, None)),
        (None, (None, None)),
        (True, (None, None)),
        ([1], (None, None)),
        (10**400, (None, None)),
        (-1, (None, None)),
    ],
)
def test_page_and_name_are_told_apart(value: object, place: tuple[str | None, str | None]) -> None:
    assert place_in(value) == place


@given(st.text(max_size=20) | st.text("第版页0123456789一二十：: 要闻A", max_size=12))
def test_what_is_said_of_the_place_is_a_page_a_name_or_both(words: str) -> None:
    page, name = place_in(words)
    assert (page or name) is None or bool(page or name)
    if words.strip():
        assert page or name
