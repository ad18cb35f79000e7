"""Cells: by character where that is certain, by cluster where it is not."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from wcwidth import iter_graphemes, wcswidth, wcwidth

from reader.typesetting.width import clusters, edges, text_width
from tests.typesetting.samples import any_text, mixed_text


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("quay", 4),
        ("河桥", 4),
        ("河，", 4),
        ("“河”", 4),
        ("——", 2),
        ("……", 2),
        ("Ⅲ级", 3),
        ("カッ", 4),
        ("ｶｯ", 2),
        ("e\u0301", 1),
        ("👨\u200d👩\u200d👧", 2),
        ("🇨🇳", 2),
        ("👍🏽", 2),
        ("한국", 4),
        ("☀", 1),
        ("☀\ufe0f", 2),
        ("⌚", 2),
        ("　", 2),
        ("３．５％", 8),
        ("␛⟦U+202E⟧", 9),
        ("\u200d", 0),
    ],
)
def test_text_takes_the_cells_terminals_give_it(text: str, cells: int) -> None:
    assert text_width(text) == cells


@pytest.mark.parametrize("character", list("“”‘’…—·Ⅲ□①▍─"))
def test_ambiguous_characters_take_two_cells_where_the_reader_says_so(character: str) -> None:
    assert text_width(character) == 1
    assert text_width(character, ambiguous=2) == 2
    assert edges(f"河{character}", 2)[0][-1] == 4


def test_every_character_counted_by_itself_counts_as_wcwidth_has_it() -> None:
    wrong = []
    for code in range(0x20, 0x10000):
        character = chr(code)
        if edges(character)[0][-1] != max(0, wcwidth(character)) and not 0xD800 <= code <= 0xDFFF:
            wrong.append(f"{code:04X}")
    assert wrong == []


@given(any_text)
def test_any_text_is_as_wide_as_its_clusters(text: str) -> None:
    assert text_width(text) == sum(max(0, wcswidth(cluster)) for cluster in iter_graphemes(text))


@given(mixed_text)
def test_edges_rise_to_the_width_of_the_text_and_know_the_insides_of_clusters(text: str) -> None:
    summed, inside = edges(text)
    assert len(summed) == len(text) + 1
    assert list(summed) == sorted(summed)
    assert summed[-1] == text_width(text)
    starts = {0}
    for cluster in iter_graphemes(text):
        starts.add(max(starts) + len(cluster))
    assert inside == frozenset(range(len(text) + 1)) - starts


@given(mixed_text)
def test_no_offset_inside_a_cluster_is_narrower_than_its_end(text: str) -> None:
    summed, inside = edges(text)
    assert all(summed[place] == summed[place + 1] for place in inside)


def test_clusters_are_what_readers_call_characters() -> None:
    assert clusters("河e\u0301👍🏽") == ["河", "e\u0301", "👍🏽"]
    assert clusters("河桥") == ["河", "桥"]


def test_chinese_and_latin_text_needs_no_width_library() -> None:
    """It takes 26 ms to import; the first screen of most papers does without."""
    program = (
        "import sys; from reader.typesetting.width import text_width;"
        "text_width('本报讯 “河”——桥……Ⅲ级（81.5%）《灯》①→ naïve Ünïcode カッパ ␛⟦⟧ αβγ де'); "
        "print('wcwidth' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
