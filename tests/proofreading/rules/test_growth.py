"""E-GROWTH: changes and their ends."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import findings, words


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("产值由300万元增加到600万元，增长2倍。", "2倍", "1倍"),
        ("企业由30家增加到50家，增加了10家。", "10家", "20家"),
        ("产值由2.5亿元增至3.8亿元，增长62%。", "62%", "52%"),
        ("亩产由300公斤提高到450公斤，增幅达60%。", "60%", "50%"),
        ("产值由2020年的3.2亿元增长到2023年的5.6亿元，增长95%。", "95%", "75%"),
        ("存栏从2019年底100头增加到今年的150头，增加60头。", "60头", "50头"),
        ("合格率由92%提高到95%，提高3%。", "3%", "3个百分点"),
        ("合格率由92%提高到95%，提高6个百分点。", "6个百分点", "3个百分点"),
        ("用时由60分钟缩短到45分钟，缩短20分钟。", "20分钟", "15分钟"),
        ("存栏由200头减少到100头，下降60%。", "60%", "50%"),
    ],
)
def test_a_change_that_does_not_lie_between_its_ends_is_found(text: str, found: str, right: str) -> None:
    (one,) = findings("E-GROWTH", text)
    assert one.words == found
    assert right in one.finding.message.zh


@pytest.mark.parametrize("text", ["由500元提高到300元", "从8%下降到9%", "由3万户减少到5万户"])
def test_a_rise_from_more_to_less_is_found(text: str) -> None:
    assert len(words("E-GROWTH", f"补助{text}。")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "存款由199.7亿元增至527.6亿元，增长164%。",
        "由30家增加到50家，增加20家；由8%提高到9.5%，提高1.5个百分点。",
        "由2500元提高到5000元，翻了一番；由2500元提高到5000元，提高1倍。",
        "由3户增加到10户，增长2倍多，增长2.3倍。",
        "由2.1万元增加到3.4万元，增长62%，增长61.9%。",
        "由8级提高到7级，由第12位上升到第5位，由2小时缩短到40分钟。",
        "由30家增加到50家，职工增加了10名；由30家增加到50家，年均增长5%。",
        "由8%提高到16%，提高1倍。",
        "由300多家增加到500家，增加了100家。",
        "由1998年增加到2003年，从2020年到2018年。",
        "由1∶3.46下降到1∶5.9，降幅达40%。",
        "由0家增加到50家，增加50家。",
    ],
)
def test_changes_that_are_right_or_rounded_or_of_something_else_are_passed_over(text: str) -> None:
    assert words("E-GROWTH", text) == []


@given(st.integers(10, 9999), st.integers(10, 9999))
def test_a_rounded_share_of_two_whole_numbers_is_never_remarked(old: int, new: int) -> None:
    verb = "增加" if new >= old else "减少"
    share = (abs(Decimal(new) / Decimal(old) - 1) * 100).quantize(Decimal("0.1"))
    assert words("E-GROWTH", f"由{old}户{verb}到{new}户，{verb}{share}%。") == []
    assert words("E-GROWTH", f"由{old}户{verb}到{new}户，{verb}了{abs(new - old)}户。") == []


@given(st.integers(100, 900), st.integers(1000, 2000), st.integers(15, 60))
def test_a_share_that_is_far_off_always_is(old: int, new: int, apart: int) -> None:
    share = round((new / old - 1) * 100) + apart
    assert words("E-GROWTH", f"由{old}户增加到{new}户，增长{share}%。") == [f"{share}%"]


def test_a_wrong_change_is_found_where_it_was_put() -> None:
    assert_found("E-GROWTH", "合作社的户数由30户增加到45户，增长60%。", "60%")
    assert_found("E-GROWTH", "补贴标准由每亩100元提高到80元。", "100元提高到80")
