from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.epub.dating import dated

DAY = dt.date(2024, 12, 23)


@pytest.mark.parametrize(
    "day",
    [
        "Mon, 23 Dec 2024",
        "Monday, December 23, 2024",
        "2024-12-23",
        "23 décembre 2024".replace("é", "e"),
        "2024年12月23日",
        "2024年十二月23日",
        "周一, 23 12月 2024",
        "周一, 23 十二月 2024",
        "23/12/2024",
        "12/23/2024",
        "23.12.2024",
    ],
)
@pytest.mark.parametrize("brackets", ["[]", "［］", "()", "（）"])
def test_a_day_in_brackets_is_the_papers(day: str, brackets: str) -> None:
    assert dated(f"河湾晚报 {brackets[0]}{day}{brackets[1]}", [("", "2011-01-01")], "zh") == (
        "河湾晚报",
        DAY,
        True,
    )


@pytest.mark.parametrize(
    "title", ["河湾晚报 [第二版]", "河湾晚报 (2024)", "桥 [3]", "河湾晚报 [31 Feb 2024]", ""]
)
def test_other_brackets_belong_to_the_title(title: str) -> None:
    assert dated(title, [], "zh") == (title, None, False)


def test_a_title_that_is_only_a_day_keeps_its_words() -> None:
    assert dated("[23 Dec 2024]", [], "en") == ("[23 Dec 2024]", DAY, True)


def test_the_day_of_publication_goes_before_that_of_a_change() -> None:
    dates = [("modification", "2025-01-02"), ("publication", "2024-12-23"), ("", "2020-01-01")]
    assert dated("桥", dates, "zh").date == DAY


def test_an_instant_is_taken_to_a_day_where_the_paper_is_read() -> None:
    late = [("", "2024-12-22T16:30:00+00:00")]
    assert dated("桥", late, "zh-CN").date == DAY
    assert dated("Bridge", late, "en").date == dt.date(2024, 12, 22)


@pytest.mark.parametrize(
    ("written", "day"), [("2011", dt.date(2011, 1, 1)), ("2011-05", dt.date(2011, 5, 1))]
)
def test_a_year_is_a_date_that_is_not_exact(written: str, day: dt.date) -> None:
    assert dated("桥", [("", written)], "zh") == ("桥", day, False)


@pytest.mark.parametrize(
    "written", ["0101-01-01T00:00:00+00:00", "soon", "", "2024-13-40", "9999999", "٢٠٢٤-٠١"]
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert dated("桥", [("", written)], "zh").date in {None, dt.date(2024, 1, 1)}


@given(
    st.text(st.sampled_from("0123456789-/[]年月日 十二Decmay:T+Z"), max_size=30),
    st.sampled_from(["zh", "en", ""]),
)
def test_no_words_break_it(words: str, language: str) -> None:
    found = dated(words, [("", words)], language)
    assert found.date is None or found.date.year >= 1600


@pytest.mark.parametrize(
    "title",
    [
        "河湾晚报 2024年12月23日",
        "河湾晚报2024-12-23",
        "河湾晚报, 23 Dec 2024",
        "河湾晚报 — December 23, 2024",
    ],
)
def test_a_day_at_the_end_of_a_title_is_the_papers(title: str) -> None:
    assert dated(title, [], "zh") == ("河湾晚报", DAY, True)


@pytest.mark.parametrize(
    "title", ["The Winter of 23 Trees 2024", "河湾 1949", "2024-12-23", "卷 12-2024-12-23-1"]
)
def test_other_numbers_at_its_end_are_its_own(title: str) -> None:
    assert dated(title, [], "zh")[0] == title
