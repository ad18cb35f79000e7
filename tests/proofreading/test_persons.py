"""People named with their offices."""

from __future__ import annotations

import pytest

from reader.proofreading.passage import Passage, Role
from reader.proofreading.persons import Person, persons


def _people(text: str) -> list[Person]:
    return list(persons(Passage("body", Role.PARAGRAPH, text)))


@pytest.mark.parametrize(
    ("text", "name", "office", "is_deputy", "body"),
    [
        ("县水务局局长林一舟说，渠通了。", "林一舟", "局长", False, "务局"),
        ("县水务局副局长林一舟来到工地。", "林一舟", "局长", True, "务局"),
        ("党组书记、局长苏禾强调，路要通。", "苏禾", "局长", False, ""),
        ("河湾市市长欧阳小禾出席。", "欧阳小禾", "市长", False, "湾市"),
        ("会议由院长钟远主持。", "钟远", "院长", False, "议由"),
        ("The road is open, said Mayor Ada Vale.", "Ada Vale", "Mayor", False, ""),
        ("Deputy Director Ada K. Vale left.", "Ada K. Vale", "Director", True, ""),
    ],
)
def test_a_person_is_read_with_office_and_body(
    text: str, name: str, office: str, is_deputy: bool, body: str
) -> None:
    (person,) = _people(text)
    assert (person.name, person.office, person.is_deputy, person.body) == (name, office, is_deputy, body)
    assert text[person.start : person.end] == name


@pytest.mark.parametrize(
    "text",
    [
        "时任县水务局局长林一舟说，渠通了。",
        "原局长林一舟到场。",
        "部长时强调，路要通。",
        "局长办公会定了。",
        "县长热线开通了。",
        "Former Mayor Ada Vale left.",
        "The mayor of River Bend left.",
    ],
)
def test_former_holders_and_what_is_no_person_are_left_out(text: str) -> None:
    assert _people(text) == []


def test_several_are_read_in_order() -> None:
    found = _people("县长林一舟、副县长苏小禾和局长钟远参加。")
    assert [person.name for person in found] == ["林一舟", "苏小禾", "钟远"]


def test_the_shortest_name_that_fits_is_taken() -> None:
    (person,) = _people("县水务局局长林舟说，渠通了。")
    assert person.name == "林舟"
    (person,) = _people("县水务局局长林和平说，渠通了。")
    assert person.name == "林和平"


def test_a_body_is_the_word_before_the_office_not_before_the_deputy() -> None:
    head, deputy = _people("县水务局局长林一舟、县水务局副局长苏小禾参加。")
    assert head.body == deputy.body
    assert (head.is_deputy, deputy.is_deputy) == (False, True)
