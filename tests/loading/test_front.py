from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.loading.front import Front, front_of, peek
from tests.loading.test_load import WHOLE

HEAD = "format: 1\npaper: 青石晚报\ndate: 2025-03-04\n"
FRONT = Front("青石晚报", dt.date(2025, 3, 4), None)


def test_the_front_of_an_edition_is_told_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "edition.yaml"
    path.write_text(WHOLE)
    assert peek(path) == Front("青石晚报", dt.date(2025, 3, 4), "晚报版")


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        "\ufeff" + HEAD,
        HEAD.replace("\n", "\r\n"),
        "# 注\n---\n" + HEAD,
        HEAD.replace("青石晚报", "青石晚报   # 注"),
        HEAD.replace("青石晚报", '"青石晚报" # 注'),
        HEAD.replace("paper", "'paper'").replace("青石晚报", "'青石晚报'"),
        '{"format": 1, "paper": "青石晚报", "date": "2025-03-04", "sections": []}',
        "{format: 1,\n paper: 青石晚报,\n date: 2025-03-04}",
        HEAD + "masthead:\n  paper: 别的报\nsections: []\n",
    ],
)
def test_a_front_is_found_however_it_is_written(text: str) -> None:
    assert front_of(text.encode()) == FRONT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "format: 1\n",
        "paper: 青石晚报\n",
        "format: 1\npaper:\n",
        "- format: 1\n- paper: p\n",
        "a:\n  format: 1\n  paper: p\n",
    ],
)
def test_what_has_no_format_and_paper_at_its_top_is_no_edition(text: str) -> None:
    assert front_of(text.encode()) is None


def test_a_front_may_lack_its_date_or_have_a_wrong_one() -> None:
    assert front_of(b"format: 1\npaper: p\n") == Front("p", None, None)
    for date in ("2025-02-30", "20250304", "today"):
        assert front_of(f"format: 1\npaper: p\ndate: {date}\n".encode()) == Front("p", None, None)


def test_only_the_first_bytes_are_read_even_where_they_cut_a_character(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text(HEAD + "issue: " + "期" * 9000 + "\nedition: 晚报版\n")
    assert peek(path) == FRONT


def test_a_front_holds_nothing_unprintable() -> None:
    front = front_of("format: 1\npaper: a\x1b[2Jb\nedition: \u202ex\n".encode())
    assert front == Front("a␛[2Jb", None, "⟦U+202E⟧x")


@given(st.binary(max_size=200))
def test_no_bytes_are_an_error(data: bytes) -> None:
    front_of(data)
    front_of(b"format: 1\npaper: " + data)
