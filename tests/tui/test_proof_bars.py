"""The head of proof mode."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.copydesk.shared_copy import Disk
from reader.copydesk.working_copy import Pending
from reader.edition.wording import Tongue, Wording
from reader.proofreading.error_rate import ErrorRate
from reader.tui.front import Front
from reader.tui.proof_bars import proof_head
from reader.typesetting.width import text_width
from tests.tui.test_proof_text import INKS, a_state

NAME = "2024-12-23.yaml"


def head(width: int = 140, tongue: Tongue = "zh", **changes: object) -> str:
    state = replace(a_state(), rate=ErrorRate(0.7, 1000), **changes)  # type: ignore[arg-type]
    bar = proof_head(Front(width, tongue, INKS), state, NAME)
    left = "".join(text for text, _ in bar.parts)
    right = "".join(text for text, _ in bar.right)
    assert text_width(left) + text_width(right) <= width
    return f"{left}|{right}"


def test_it_says_what_was_found_the_rate_and_what_can_be_put_right() -> None:
    words = head()
    assert words.startswith(" 校对 2024-12-23.yaml ")
    assert "✗ 7  ! 0  i 0" in words
    assert "加权差错率 7.0/万字，超限 3" in words
    assert "可自动改 7" in words
    assert words.endswith("1/7 ")


def test_a_rate_within_the_limit_is_said_as_such() -> None:
    state = replace(a_state(), rate=ErrorRate(0.1, 1000))
    words = "".join(text for text, _ in proof_head(Front(140, "zh", INKS), state, NAME).parts)
    assert "加权差错率 1.0/万字（限 3）" in words


@pytest.mark.parametrize("width", [20, 40, 60, 72, 80, 99, 100, 120, 200])
@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_at_every_width_it_says_how_many_were_found(width: int, tongue: Tongue) -> None:
    words = head(width, tongue, pending=Pending(12, 3))
    if width >= 40:
        assert "✗ 7" in words
    if width >= 60:
        assert "15" in words  # what is not written comes before the rest


def test_trouble_stands_at_the_right() -> None:
    assert "只读" in head(why_read_only=Wording("甲", "a")).split("|")[1]
    assert "文件在别处改了 r" in head(disk=Disk.CHANGED).split("|")[1]
    assert "文件不在了" in head(disk=Disk.GONE).split("|")[1]
    assert "正在查……" in head(is_settled=False).split("|")[1]


def test_the_place_counts_findings_not_rows() -> None:
    state = a_state()
    last = replace(state, listed=state.listed.moved(99))
    assert proof_head(Front(100, "zh", INKS), last, NAME).right[-1][0].strip() == "7/7"
    narrowed = replace(state, listed=state.listed.narrowed(state.manuscript, "图书馆"))
    assert proof_head(Front(100, "zh", INKS), narrowed, NAME).right[-1][0].strip() == "1/3"
    empty = replace(state, listed=state.listed.narrowed(state.manuscript, "没有"))
    assert proof_head(Front(100, "zh", INKS), empty, NAME).right[-1][0].strip() == "0/0"
