"""Working titles of pieces that print none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.page_text.working_title import working_title
from tests.importing.page_text.pages import read_page


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("抓重点,办实事。渡口开了。", "抓重点 办实事"),
        ("说到底，要让好办法留下来。", "说到底 要让好办法留下来"),
        (
            "2月2日,河湾市第三小学的学生在操场上放飞自己扎的风筝,很热闹。",
            "河湾市第三小学的学生在操场上放飞自己扎的风筝",
        ),
        ("“渡口开了”的消息传遍了河湾市的大街小巷,人人都说好。", "渡口开了的消息传遍了河湾市的大街小巷"),
        ("and so the boats came back to the old town, one by one.", "and so the boats came back to the"),
        ("Rain, again.", "Rain, again"),
        ("……", "……"),
    ],
)
def test_the_first_words_make_the_title(text: str, title: str) -> None:
    assert working_title(text) == title


@given(st.text("渡口ab,。.“” \n", min_size=1, max_size=60).filter(lambda text: bool(text.strip())))
def test_a_title_is_short_and_on_one_line(text: str) -> None:
    title = working_title(text.strip())
    assert 0 < len(title) <= 60
    assert "\n" not in title


def test_a_piece_without_a_headline_has_one_and_it_is_listed_as_inferred() -> None:
    edition, _ = read_page("说到底,要让好办法留下来。\n\n再说一遍。")
    assert next(edition.articles()).slug == "说到底 要让好办法留下来"
    assert "slug" in edition.inferred
