"""Lists in front of a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.proofreading.enumerations import Enumeration, Kind, enumeration_before, list_length, masked

_WORDS = st.text(alphabet="河湾雪路桥“”《》（）、，。3", max_size=40)


def _before(text: str) -> Enumeration | None:
    """The list before the mark | of a text."""
    words = masked(text.replace("|", ""))
    return enumeration_before(words, text.index("|"))


def _number(text: str) -> int | None:
    found = _before(text)
    return found.number if found else None


@given(_WORDS)
def test_blotting_out_keeps_the_length_and_every_mark_outside_of_brackets(text: str) -> None:
    blotted = masked(text)
    assert len(blotted) == len(text)
    assert all(one == other or one in "PQ" for one, other in zip(blotted, text, strict=True))


def test_marks_inside_of_brackets_are_gone() -> None:
    assert "、" not in masked("“风、雨、雪”（甲、乙）《山、水》")


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("评出晨光食品公司、长渠水泥有限公司|3家", 2, Kind.ENDED),
        ("石磨村、柳湾村和上坪村|3个村", 3, Kind.ENDED),
        ("记者林一舟、何望川、周青禾|3人", 3, Kind.PERSONS),
        ("《渡口往事》、《石磨谣》和《种树的人》|3部", 3, Kind.QUOTED),
        ("评为“诚信”“友善”“互助”|三类", 3, Kind.QUOTED),
        ("《渡口往事》（上、下）、《石磨谣》|2部", 2, Kind.QUOTED),
        ("柳溪、青峪、白塔|3县", 3, Kind.EVEN),
        ("省、市、县|三级", 3, Kind.EVEN),
        ("评选出潞阳苑、滨河盛景、清园小区|3家", 3, Kind.BARE),
    ],
)
def test_the_items_of_a_list_are_counted(text: str, number: int, kind: Kind) -> None:
    found = _before(text)
    assert found is not None
    assert (found.number, found.kind) == (number, kind)


@pytest.mark.parametrize(
    "text",
    [
        "今天下雪|3家",
        "市委的领导、市政府的领导|3位",
        "柳溪县和青峪县、白塔县|3县",
        "团结、紧张地工作，|3天",
        "发展农业、在城里办工厂|3家",
        "广场、“诚信”“友善”|2个",
        "鸡、骆驼、鸭|3种",
        "《石磨谣》|3部",
        "石磨村、柳湾村，以及上坪村、枣林村|4个村",
    ],
)
def test_what_may_be_no_list_of_its_own_is_not_counted(text: str) -> None:
    assert _before(text) is None


def test_a_list_may_say_that_there_are_more() -> None:
    found = _before("石磨村、柳湾村等|8个村")
    assert found is not None
    assert (found.number, found.is_open) == (2, True)


def test_a_mark_ends_what_a_list_may_reach_back_to() -> None:
    assert _number("在上坪村、枣林村,石磨村、柳湾村|2个村") == 2
    assert _number("在上坪村、枣林村：石磨村、柳湾村|2个村") == 2


def test_a_joint_is_told() -> None:
    joined, plain = _before("柳溪、青峪和白塔|3县"), _before("柳溪、青峪、白塔|3县")
    assert joined is not None
    assert plain is not None
    assert (joined.has_joint, plain.has_joint) == (True, False)


@pytest.mark.parametrize("family", ["夫妇", "父子", "姐妹"])
def test_a_family_is_not_one_person(family: str) -> None:
    found = _before(f"林一舟、何{family}|3人")
    assert found is None or found.kind is not Kind.PERSONS


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("晨光食品、长渠水泥和白塔轴承", 3),
        ("晨光食品、长渠水泥", 2),
        ("晨光食品（甲、乙）、长渠水泥", 2),
        ("晨光食品", None),
        ("晨光食品、长渠水泥等", None),
        ("晨光食品与长渠、白塔轴承", None),
        ("第1名、第2名", None),
        ("甲、乙", None),
    ],
)
def test_a_whole_stretch_is_counted_where_it_is_a_list_from_end_to_end(
    words: str, number: int | None
) -> None:
    assert list_length(masked(words)) == number
