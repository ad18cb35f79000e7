"""S-BLANKRUN: runs of blank lines."""

from __future__ import annotations

import random

import pytest

from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by, put, put_right
from tests.proofreading.manuscripts import a_proof, findings, fixes


@pytest.mark.parametrize("number", [3, 4, 9])
def test_three_blank_lines_become_one(number: int) -> None:
    run = "\n" * number
    assert fixes("S-BLANKRUN", f"上午开会。\n{run}下午参观。") == [(run, "\n")]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_fewer_are_left(number: int) -> None:
    assert fixes("S-BLANKRUN", "上午开会。\n" + "\n" * number + "下午参观。") == []


@pytest.mark.parametrize("blank", [" ", "\u3000", "\t"])
def test_lines_of_blanks_are_blank(blank: str) -> None:
    text = 'body: "上午开会。\\n' + f"{blank}\\n" * 3 + '下午参观。"'
    assert len(fixes("S-BLANKRUN", text.replace("\t", "\\t"))) == 1


def test_each_run_is_told_with_its_number() -> None:
    found = findings("S-BLANKRUN", "一。\n\n\n\n二。\n\n\n\n\n\n三。")
    assert [one.finding.message.zh for one in found] == ["连空3行", "连空5行"]
    assert all(one.finding.is_safe for one in found)


def test_what_begins_and_ends_a_text_is_nothing_to_its_readers() -> None:
    assert fixes("S-BLANKRUN", 'body: "\\n\\n\\n\\n\\n上午开会。\\n\\n\\n\\n\\n"') == []


@pytest.mark.parametrize("style", ["literal", "double"])
@pytest.mark.parametrize("seed", range(4))
def test_a_run_put_into_an_edition_is_taken_out_to_the_byte(seed: int, style: str) -> None:
    clean = clean_edition(seed, style=style)
    assert found_by("S-BLANKRUN", clean) == []
    texts = a_proof(clean).texts
    fields = [field for field, text in texts.items() if field.endswith(".body") and "\n\n" in text]
    field = random.Random(seed).choice(fields)
    place = texts[field].index("\n\n") + 1
    spoiled = put(clean, field, place, place, "\n\n\n")
    (finding,) = found_by("S-BLANKRUN", spoiled)
    assert (finding.spot.field, finding.spot.start) == (field, place)
    assert put_right(spoiled, finding) == clean


def test_a_run_in_single_quotes_is_taken_out_too() -> None:
    text = clean_edition(1, style="single")
    field = next(field for field, value in a_proof(text).texts.items() if "\n\n" in value)
    place = text.index("\n\n\n")
    spoiled = text[:place] + "\n\n\n" + text[place:]
    (finding,) = found_by("S-BLANKRUN", spoiled)
    assert finding.spot.field == field
    assert a_proof(put_right(spoiled, finding)).texts == a_proof(text).texts
