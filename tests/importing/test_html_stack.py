from __future__ import annotations

import pytest

from reader.edition.body import Paragraph
from reader.importing.html_setting import Item, Setting
from reader.importing.html_stack import Stack
from reader.importing.html_table import Piece


def a_stack(*names: str) -> Stack:
    stack = Stack(Setting())
    for name in names:
        if name in {"li", "dd", "dt"}:
            stack.setting.items.append(Item())
        stack.push(name, {})
    return stack


@pytest.mark.parametrize(
    ("name", "classes", "mode"),
    [
        ("h3", "poem", "heading"),
        ("pre", "", "pre"),
        ("td", "", "plain"),
        ("li", "", "item"),
        ("blockquote", "", "quote"),
        ("address", "", "address"),
        ("figcaption", "", "legend"),
        ("p", "photo-caption", "legend"),
        ("div", "verse", "verse"),
        ("ul", "verse", ""),
        ("p", "credit", ""),
        ("footer", "", ""),
        ("div", "", ""),
    ],
)
def test_an_element_says_what_text_in_it_is(name: str, classes: str, mode: str) -> None:
    stack = Stack(Setting())
    stack.setting.items.append(Item())
    stack.push(name, {"class": classes})
    assert stack.setting.modes == ([mode] if mode else [])


def test_in_a_figure_a_caption_is_the_figures_and_a_credit_one() -> None:
    stack = a_stack("figure")
    stack.push("figcaption", {})
    stack.push("p", {"class": "credit"})
    assert stack.setting.modes == ["caption", "credit"]


def test_the_foot_of_a_quotation_names_who_speaks() -> None:
    assert a_stack("blockquote", "footer").setting.modes == ["quote", "speaker"]


def test_everything_is_closed_up_to_the_element_that_is_meant() -> None:
    stack = a_stack("div", "blockquote", "ul", "li", "h2")
    stack.pop_through("blockquote")
    assert (stack.is_open("div"), stack.is_open("blockquote"), stack.is_open("h2")) == (True, False, False)
    assert (stack.setting.modes, stack.setting.items, stack.lists) == ([], [], [])


def test_an_element_that_is_not_open_closes_nothing() -> None:
    stack = a_stack("div", "p")
    stack.pop_through("ul")
    assert (stack.is_open("div"), stack.is_open("p")) == (True, True)


def test_a_scope_hides_what_is_open_around_it_and_has_its_own_place_for_blocks() -> None:
    stack = a_stack("ul", "li", "td")
    around = stack.setting.pieces
    inside: list[Piece] = []
    stack.begin_scope("td", inside)
    assert (stack.is_open("li"), stack.list_in_scope) == (False, None)
    stack.push("p", {})
    stack.setting.run.add("甲")
    ended = stack.pop_scope()
    assert ended is not None
    assert (ended.name, stack.is_open("li"), stack.is_open("td")) == ("td", True, False)
    assert stack.setting.pieces is around
    assert [piece.block for piece in inside] == [Paragraph(0, "甲")]


def test_an_empty_stack_has_no_scope_to_close() -> None:
    assert Stack(Setting()).pop_scope() is None
    assert not Stack(Setting())
