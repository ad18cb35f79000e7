"""E-SOURCE: sources without a name."""

from __future__ import annotations

import pytest

from reader.proofreading.proofread import proofread
from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, edition_yaml, findings_in, words


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("县交警大队相关负责人说，路通了。", "相关负责人"),
        ("“路通了。”社区有关负责人表示。", "有关负责人"),
        ("据知情人士透露，路通了。", "知情人士"),
        ("业内人士认为，路会通。", "业内人士"),
        ("住建局有关部门的负责同志告诉记者，路通了。", "有关部门的负责同志"),
        ("The road is open, an official who asked not to be named said.", "who asked not to be named"),
        ("People familiar with the plan spoke on condition of anonymity.", "People familiar with"),
    ],
)
def test_a_source_without_a_name_is_shown(text: str, source: str) -> None:
    assert words("E-SOURCE", text)[0] == source


@pytest.mark.parametrize(
    "text",
    [
        "县交警大队大队长林一舟说，路通了。",
        "市长与有关部门负责人交换了意见。",
        "有关负责人林一舟说，路通了。",
        "会议要求各单位主要负责人到场。",
        "Mayor Ada Vale said the road was open.",
    ],
)
def test_named_sources_and_people_who_say_nothing_are_left_alone(text: str) -> None:
    assert words("E-SOURCE", text) == []


def test_it_is_not_in_force_unless_asked_for() -> None:
    proof = a_proof(edition_yaml("相关负责人说，路通了。"))
    rule = [BY_ID["E-SOURCE"]]
    assert proofread(proof, Stylebook(), rule) == []
    assert len(proofread(proof, Stylebook(on=frozenset({"E-SOURCE"})), rule)) == 1


@pytest.mark.parametrize("seed", range(6))
def test_one_put_into_a_clean_edition_is_found(seed: int) -> None:
    text = clean_edition(seed)
    rule = [BY_ID["E-SOURCE"]]
    before = len(findings_in(a_proof(text), rule))
    spoilt = text.replace("body: |\n", "body: |\n          知情人士说，雪停了。\n\n", 1)
    assert len(findings_in(a_proof(spoilt), rule)) == before + 1
