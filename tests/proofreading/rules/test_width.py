"""T-WIDTH: half-width marks in Chinese text."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reader.proofreading.rules import BY_ID
from tests.proofreading.manuscripts import a_proof, edition_yaml, findings, findings_in, fixes, words
from tests.proofreading.mixed_copy import FULL, halved, mixed_paragraph

_SEED = Path(__file__).parents[4] / "shared/data/seed-edition.yaml"


@pytest.mark.parametrize(("half", "full"), [(",", "，"), (":", "："), (";", "；"), ("!", "！"), ("?", "？")])
def test_a_mark_between_chinese_characters_is_widened(half: str, full: str) -> None:
    assert fixes("T-WIDTH", f"今天下雪{half}路上结冰。") == [(half, full)]


@pytest.mark.parametrize("text", ["12:30开工。", "共1,691人。", "见 https://example.org/a,b?c=d 一页。"])
def test_figures_and_addresses_keep_their_marks(text: str) -> None:
    assert words("T-WIDTH", text) == []


@pytest.mark.parametrize(
    "example",
    [
        "headline: 注意,明日降雪\nbody: 雪。",
        "headline: 雪\nbyline: 记者(林一舟)\nbody: 雪。",
        "headline: 雪\nbody: 雪。\nsignoff: (林一舟)",
        "headline: 雪\nphotos:\n  - caption: 图为雪景(资料图)。",
        "| 村名 | 数量(台) |\n| 上坪村 | 3 |",
        "### 第一,修路",
        "> 门前的路修好了!\n> — 林一舟",
        "- 修路,架桥",
        "~ 雪落下来,很轻",
        "notices:\n  - id: a\n    event: 大雾\n    level: blue\n    issuer: 河湾气象台\n    area: 河湾\n"
        "    effective: 2024-12-23T00:00\n    expires: 2024-12-24T00:00\n    text: 慢行,开灯。",
    ],
)
def test_every_kind_of_text_is_read(example: str) -> None:
    assert set(words("T-WIDTH", example)) & {",", "(", ")", "!"}


def test_an_english_paragraph_of_a_chinese_edition_is_left_alone() -> None:
    assert words("T-WIDTH", "今天下雪。\n\nSnow fell, and the roads (all of them) froze: stay home!") == []


def test_an_english_edition_is_not_read() -> None:
    assert words("T-WIDTH", "He said 今天下雪,路上结冰 and left.", language="en") == []


def test_a_mark_at_the_end_of_a_broken_line_is_widened_where_it_stands() -> None:
    (found,) = findings("T-WIDTH", "今天下雪,\n路上结冰。")
    assert (found.finding.spot.start, found.finding.spot.end, found.fixed) == (4, 5, "，")


@pytest.mark.parametrize("seed", range(12))
def test_one_mark_spoiled_anywhere_is_found_there_and_nowhere_else(seed: int) -> None:
    chance = random.Random(seed)
    text = "\n\n".join(mixed_paragraph(chance) for _ in range(3))
    assert words("T-WIDTH", text) == []
    at = chance.choice([place for place, character in enumerate(text) if character in FULL[:5]])
    spoiled = text[:at] + halved(text[at]) + text[at + 1 :]
    (found,) = findings("T-WIDTH", spoiled)
    assert found.finding.spot.start == at
    assert found.fixed == text[at]
    assert found.finding.is_safe


@pytest.mark.skipif(not _SEED.exists(), reason="needs the shared seed edition beside the checkout")
def test_all_268_marks_of_the_seed_are_found() -> None:
    found = findings_in(a_proof(_SEED.read_text(encoding="utf-8")), [BY_ID["T-WIDTH"]])
    assert len(found) == 268


def test_an_example_with_all_marks_repaired_is_silent() -> None:
    text = edition_yaml("记者林一舟报道:我市(原名潞河)下雪;路滑!慢行,好吗?")
    found = findings_in(a_proof(text), [BY_ID["T-WIDTH"]])
    assert len(found) == 7
    for one in reversed(found):
        text = text.replace(one.words, str(one.fixed)) if one.words not in ":," else text
    repaired = edition_yaml("记者林一舟报道：我市（原名潞河）下雪；路滑！慢行，好吗？")
    assert findings_in(a_proof(repaired), [BY_ID["T-WIDTH"]]) == []
