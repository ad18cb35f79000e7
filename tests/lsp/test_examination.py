"""A draft proofread, and what is shown of it."""

from __future__ import annotations

import pytest

from reader.copydesk.ignored_file import Ignored
from reader.lsp.client import Client
from reader.lsp.examination import means_to_be_an_edition
from reader.lsp.house import House
from reader.lsp.positions import UTF8
from tests.copydesk.desk import FAULTY
from tests.lsp.drafts import WIDTH_ONLY, an_examination

NO_EDITION = "services:\n  web:\n    image: nginx\n"


def shown(text: str, house: House = WIDTH_ONLY) -> list[tuple[str, str]]:
    examination = an_examination(text, house=house)
    return [(one.finding.rule, text[one.start : one.end]) for one in examination.stretches]


def test_every_finding_is_shown_at_its_characters() -> None:
    assert shown(FAULTY) == [("T-WIDTH", mark) for mark in ",,,;(),"]


def test_what_is_ignored_beside_the_edition_is_not_shown() -> None:
    (first, *_) = an_examination().stretches
    house = WIDTH_ONLY._replace(ignored=(Ignored("T-WIDTH", first.finding.fingerprint),))
    assert len(shown(FAULTY, house)) == 6


def test_a_byte_order_mark_is_counted_where_the_editor_sends_it() -> None:
    text = "\ufeff" + FAULTY
    assert shown(text) == shown(FAULTY)
    assert shown(text.replace("format: 1", "format: 2")) != []


def test_of_a_broken_edition_the_problems_are_shown() -> None:
    text = FAULTY.replace("headline: 老桥", "hedline: 老桥")
    (found,) = an_examination(text).diagnostics
    assert (found.code, found.range.start.line) == ("S-FORMAT", 6)
    assert "headline" in found.message


@pytest.mark.parametrize("text", [FAULTY.replace("\n      - h", "\n     - h"), "format: 1\npaper: [\n", ""])
def test_a_place_without_a_character_is_shown_where_there_is_one(text: str) -> None:
    for one in an_examination(text).stretches:
        assert one.start < one.end or not text[one.start :].split("\n", maxsplit=1)[0]


@pytest.mark.parametrize(
    "text", [NO_EDITION, "", "# nothing yet\n", "a: [", "paper: a5\n", "\x00", "- a\n- b"]
)
def test_of_what_means_to_be_no_edition_nothing_is_said(text: str) -> None:
    examination = an_examination(text)
    assert (examination.diagnostics, examination.examined) == ([], None)


@pytest.mark.parametrize(
    "text",
    [
        "format: 1\npaper: 河湾晨报\n",
        "paper: 河湾晨报\nsections: []\n",
        "\"format\": 1\n'paper' : x\n",
        "{format: 1, paper: 河湾晨报}",
        "# 说明\n\npaper: 河湾晨报\r\nformat: 1",
    ],
)
def test_what_has_the_keys_of_an_edition_means_to_be_one(text: str) -> None:
    assert means_to_be_an_edition(text)
    assert an_examination(text).diagnostics != []


def test_keys_that_are_no_keys_of_the_top_make_no_edition() -> None:
    assert not means_to_be_an_edition("page:\n  format: A4\n  paper: thick\n")
    assert not means_to_be_an_edition("formats: 1\npapers: 2\n")


def test_half_a_character_is_told_with_its_place() -> None:
    (found,) = an_examination(FAULTY.replace("老桥重开", "老桥\ud83d重开")).diagnostics
    assert (found.code, found.range.start.line) == ("S-FORMAT", 6)


def test_a_draft_over_the_limit_is_told_and_not_read() -> None:
    (found,) = an_examination(limit=100).diagnostics
    assert (found.code, found.range.start.line) == ("S-FORMAT", 0)
    assert "--max-size" in found.message


def test_folded_text_is_proofread_all_the_same() -> None:
    rules = [rule for rule, _ in shown(FAULTY.replace("body: |", "body: >", 1))]
    assert "S-FORMAT" in rules
    assert rules.count("T-WIDTH") == 7


def test_columns_are_those_of_the_encoding() -> None:
    text = FAULTY.replace("老桥重开,", "😀重开,")
    columns = [
        an_examination(text, client=Client(encoding=encoding)).diagnostics[0].range.start.character
        for encoding in ("utf-16", "utf-8", "utf-32")
    ]
    before = len("      - headline: ")
    assert columns == [before + 4, before + 10, before + 3]
    assert an_examination(text, client=Client(encoding=UTF8)).range(0, 1).end.character == 1


def test_what_touches_a_place_is_there() -> None:
    at = FAULTY.index(",")
    examination = an_examination()
    assert len(list(examination.within(at, at))) == 1
    assert len(list(examination.within(at + 1, at + 1))) == 1
    assert list(examination.within(at - 1, at - 1)) == []
    assert len(list(examination.within(0, len(FAULTY)))) == 7
