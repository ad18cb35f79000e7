"""Whatever steers a terminal is shown, not sent, however it got into the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.printable import printable
from reader.loading.decoding import decoded
from reader.loading.load import Loaded, read_edition
from reader.loading.problem import EditionError, ProblemList
from tests.loading.bad_files import HEAD, TAIL

HERE = Path("good.yaml")
RAW = "\x00\x01\x07\x08\x0b\x0c\x0e\x1b\x1f\x7f\x80\x85\x9b\x9f\u2028\u2029\u202e\u2066\ufeff\ufffe\uffff"


def read(text: str) -> Loaded:
    return read_edition(text.encode(), HERE)


def body_of(loaded: Loaded) -> str:
    return next(loaded.edition.articles()).body


@pytest.mark.parametrize("character", RAW, ids=lambda character: f"U+{ord(character):04X}")
def test_a_raw_control_is_shown_wherever_it_stands(character: str) -> None:
    literal = f"        body: |\n          甲{character}乙\n"
    loaded = read(
        f"{HEAD}issue: 1{character}2\nedition: '1{character}2'\n" + TAIL.replace("...", literal + "...")
    )
    shown = printable(character)
    assert shown != character
    assert loaded.edition.issue == loaded.edition.edition == f"1{shown}2"
    assert body_of(loaded) == f"甲{shown}乙"


@pytest.mark.parametrize(
    "escape", [r"\e]52;c;eA==\a", r"\x9b2J", r"\u202e", r"\0", r"\N", r"\L", r"\uFEFF", r"\U000E0041"]
)
def test_an_escaped_control_is_shown(escape: str) -> None:
    issue = read(f'{HEAD}issue: "a{escape}b"\n{TAIL}').edition.issue
    assert issue is not None
    assert issue == printable(issue)
    assert issue[0] + issue[-1] == "ab"
    assert len(issue) > 2


def test_joiners_that_words_need_are_kept() -> None:
    text = "क\u200dष\u200c"
    assert read(f"{HEAD}issue: {text}\n{TAIL}").edition.issue == text


def test_places_count_the_characters_of_the_file_not_of_what_is_shown() -> None:
    with pytest.raises(EditionError) as caught:
        read(f"{HEAD}masthead: {{motto: 甲\x9b\x9b乙, moto: 丙}}\n{TAIL}")
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (4, len("masthead: {motto: 甲..乙, ") + 1)


def test_a_separator_unicode_calls_a_line_end_is_none_for_places() -> None:
    loaded = read(f"{HEAD}issue: a\u2028b\nedition: c\n{TAIL}")
    assert loaded.source_map.position("edition") == (5, 10)


@given(st.text(st.sampled_from("甲a \n\t" + RAW), max_size=40))
@settings(max_examples=200)
def test_a_place_in_what_is_shown_leads_back_to_the_file(text: str) -> None:
    source = decoded(text.encode("utf-8", "surrogatepass"), "utf-8", ProblemList())
    if source is None:
        return
    original = text.removeprefix("\ufeff")
    for number, line in enumerate(original.split("\n"), 1):
        shown = source.line(number)
        for column, character in enumerate(line):
            before = "".join(
                printable(c) if c in RAW and c not in "\u202e\u2066" else c for c in line[:column]
            )
            if character in "甲a":
                assert shown[len(before)] == character
                assert source.in_file((number - 1) << 28 | len(before)) == (number - 1) << 28 | column


def test_only_the_first_byte_order_mark_is_dropped() -> None:
    source = decoded("\ufeff\ufeff甲".encode(), "utf-8", ProblemList())
    assert source is not None
    assert source.text == "⟦U+FEFF⟧甲"


def test_no_field_of_an_edition_lets_a_control_through() -> None:
    esc = "a\x1b\x07\x9b\u202eb"
    fields = "\n".join(
        f'        {name}: "{esc}"'
        for name in ("kicker", "deck", "byline", "dateline", "source", "summary", "signoff", "column", "page")
    )
    extra = (
        f'\n        authors: ["{esc}"]\n'
        f'        photos: [{{id: "{esc}", caption: "{esc}", credit: "{esc}", alt: "{esc}"}}]'
        f'\n        jump_to: {{page: "{esc}"}}\n        body: "{esc}"\n'
    )
    notice = (
        f'notices:\n  - id: "{esc}"\n    event: "{esc}"\n    area: "{esc}"\n    text: "{esc}"\n'
        "    effective: 2025-03-04T08:00\n    expires: until-lifted\n"
    )
    top = f'issue: "{esc}"\nedition: "{esc}"\nmasthead: {{motto: "{esc}"}}\ninferred: ["{esc}"]\n{notice}'
    loaded = read(HEAD.replace("青石晚报", f'"{esc}"') + top + TAIL.replace("...", fields + extra + "..."))
    said = repr(loaded.edition) + "".join(
        w.render(HERE, "zh") + w.render(HERE, "en") for w in loaded.warnings
    )
    assert "\\x1b" not in said
    assert "\\x9b" not in said
    assert "\\u202e" not in said
    assert all(ord(character) >= 0x20 for character in said)
    assert said.count("␛␇⟦U+009B⟧⟦U+202E⟧") >= 20


def test_a_message_shows_controls_of_the_file_and_of_its_path() -> None:
    with pytest.raises(EditionError) as caught:
        read_edition(f'{HEAD}"\\e[2J": 1\n{TAIL}'.encode(), Path("a\x1b\n.yaml"))
    said = caught.value.render("zh")
    assert "\x1b" not in said
    assert "\n" not in said


def test_a_file_of_nothing_but_controls_is_no_text() -> None:
    with pytest.raises(EditionError, match="this is no text"):
        read(f"{HEAD}issue: '" + "\x1b" * 20_000 + f"'\n{TAIL}")
