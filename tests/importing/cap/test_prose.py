from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.body import ListItem, Paragraph, blocks
from reader.importing.cap.prose import body_from, plain_from

WRAPPED = (
    "...FLOOD WARNING IN EFFECT UNTIL THIS EVENING...\n\n"
    "* WHAT...Flooding caused by heavy rain is expected along the lower\n"
    "  Hewan and its side streams.\n"
    "* WHERE...The old town, the eastern bank and all of the meadows down\n"
    "to the second weir."
)


def paragraphs(text: str) -> list[str]:
    return [block.text for block in blocks(body_from(text)) if isinstance(block, Paragraph | ListItem)]


def test_lines_broken_at_a_measure_are_joined_and_items_stay_apart() -> None:
    assert paragraphs(WRAPPED) == [
        "...FLOOD WARNING IN EFFECT UNTIL THIS EVENING...",
        "* WHAT...Flooding caused by heavy rain is expected along the lower Hewan and its side streams.",
        "* WHERE...The old town, the eastern bank and all of the meadows down to the second weir.",
    ]


def test_chinese_lines_stay_apart() -> None:
    assert paragraphs("请注意：\n1.减少外出；\n2.关好门窗；\n（3）远离河道。") == [
        "请注意：",
        "1.减少外出；",
        "2.关好门窗；",
        "（3）远离河道。",
    ]


def test_short_lines_are_no_broken_paragraph() -> None:
    assert paragraphs("Take shelter.\nStay away from windows.") == [
        "Take shelter.",
        "Stay away from windows.",
    ]


def test_lists_are_lists() -> None:
    assert list(blocks(body_from("- stay in\n- keep warm\n2. wait"))) == [
        ListItem(0, "stay in", None),
        ListItem(10, "keep warm", None),
        ListItem(22, "wait", "2"),
    ]


@pytest.mark.parametrize("line", ["### title", "> quote", "| a | b |", "~ verse", "![x]", "---", "\\- x"])
def test_what_looks_like_a_mark_of_a_body_is_text(line: str) -> None:
    assert paragraphs(line) == [line]


def test_markup_becomes_text_with_the_addresses_of_its_links() -> None:
    text = '<p>Road closed.</p>Take the bridge.<br/>See <a href="http://localhost/map">the map</a>.'
    text += "<script>x()</script>"
    found = paragraphs(text)
    assert found[0] == "Road closed."
    assert found[-1] == "the map http://localhost/map"
    assert "x()" not in "".join(found)


def test_line_ends_of_html_end_lines() -> None:
    assert paragraphs("AREA: Hewan<br />STATUS: 3 &lt; 4<BR>- closed") == [
        "AREA: Hewan",
        "STATUS: 3 < 4",
        "closed",
    ]
    assert paragraphs("<b>AREA</b>: Hewan<br/>STATUS: out") == ["AREA: Hewan", "STATUS: out"]


def test_a_sign_of_less_is_no_markup() -> None:
    assert paragraphs("visibility < 1 km, wind > 20 m/s") == ["visibility < 1 km, wind > 20 m/s"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_every_character_but_blanks_is_kept(text: str) -> None:
    if "<" not in text:
        assert "".join(plain_from(body_from(text)).split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_a_body_is_a_fixed_point(text: str) -> None:
    if "<" not in text:
        body = body_from(text)
        assert body_from(plain_from(body)) == body


@given(st.text(max_size=200))
def test_any_notice_text_can_be_given_as_plain_text(text: str) -> None:
    assert isinstance(plain_from(text), str)
