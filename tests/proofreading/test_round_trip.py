"""The benchmark of half-width marks: what it counts as restored, lost, and touched without need."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import proof_width
from benchmarks.proof_width import round_trip
from tests.proofreading.mixed_copy import halved


def test_a_mark_put_back_counts_as_restored() -> None:
    text = "今天下雪，路上结冰；慢行！（雨衣）"
    found = round_trip([text], [halved(text)])
    assert (found.marks, found.lost, found.others) == (5, [], [])


def test_a_mark_that_stays_half_width_is_lost_and_shown_with_its_words() -> None:
    text = "第1，2号车"
    found = round_trip([text], [halved(text)])
    assert (found.marks, found.lost, found.others) == (1, ["第1，2号车"], [])


def test_a_mark_that_was_half_width_and_is_widened_is_another_edit() -> None:
    text = "今天下雪,路上结冰。"
    found = round_trip([text], [text])
    assert (found.marks, found.lost, len(found.others)) == (0, [], 1)


def test_marks_are_put_back_in_their_own_paragraphs() -> None:
    texts = ["雪，雨。", "A caption, in English.", "风；霜。"]
    found = round_trip(texts, [halved(text) for text in texts])
    assert (found.marks, found.lost, found.others) == (2, [], [])


def test_a_file_of_paragraphs_is_measured_and_its_losses_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(proof_width, "PARAGRAPHS", 5)
    file = tmp_path / "copy.txt"
    file.write_text("今天下雪，路上结冰。\n\n第1，2号车。\n他说,好。\n", encoding="utf-8")
    proof_width.main([str(file)])
    printed = capsys.readouterr().out
    assert "copy.txt: 22 characters, 2 marks made half-width" in printed
    assert "50.0000%" in printed
    assert "not restored: …第1，2号车。…" in printed
    assert "other edit: …他说,好。…" in printed
