"""The paper's stylebook on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.copydesk.stylebook_file import StylebookError, find_stylebook, read_stylebook
from reader.proofreading.rules.byline import BYLINE_FORM
from reader.proofreading.rules.lookalike import LOOKALIKES
from reader.proofreading.rules.term import TERMS, TERMS_SAFE
from reader.proofreading.severity import Severity


def _written(folder: Path, text: str) -> Path:
    path = folder / "stylebook.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_rules_are_switched_and_weighed(tmp_path: Path) -> None:
    book = read_stylebook(_written(tmp_path, 'off = ["T-WIDTH"]\n[severity]\n"T-WIDTH" = "info"\n'))
    assert book.off == {"T-WIDTH"}
    assert book.severities == {"T-WIDTH": Severity.INFO}


def test_a_paper_decides_what_rules_leave_to_it(tmp_path: Path) -> None:
    text = 'byline_form = "brackets"\nlookalikes = [["河湾区", "河弯区"]]\n[terms]\n"河弯" = "河湾"\n'
    book = read_stylebook(_written(tmp_path, text))
    assert book.word(BYLINE_FORM) == "brackets"
    assert book.pairs(LOOKALIKES) == [["河湾区", "河弯区"]]
    assert book.table(TERMS) == {"河弯": "河湾"}
    assert book.flag(TERMS_SAFE) is False
    assert read_stylebook(_written(tmp_path, 'byline_form = ""')).word(BYLINE_FORM) == ""


def test_the_nearest_stylebook_above_is_found(tmp_path: Path) -> None:
    path = _written(tmp_path, "")
    assert find_stylebook(tmp_path / "2024/12/2024-12-23.yaml") == path
    (tmp_path / "2024").mkdir()
    nearer = _written(tmp_path / "2024", "")
    assert find_stylebook(tmp_path / "2024/12/2024-12-23.yaml") == nearer


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("off = [", 1, "TOML"),
        ('\noff = ["T-WIDHT"]', 2, "T-WIDTH"),
        ('on = "T-WIDTH"', 1, "list"),
        ("severity = 3", 1, "table"),
        ('[severity]\n"T-WIDTH" = "grave"', 2, "error, warning or info"),
        ("nonsense = 1", 1, "nonsense"),
        ('byline_form = "circle"', 1, "write one of bullet, plain"),
        ('lookalikes = [["河湾区"]]', 1, "other"),
        ("longest_sentence = true", 1, "whole number"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    path = _written(tmp_path, text)
    with pytest.raises(StylebookError) as caught:
        read_stylebook(path)
    message = caught.value.render("en")
    assert message.startswith(f"{path}:{line}:")
    assert words in message


def test_bytes_that_are_no_text_and_a_missing_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "stylebook.toml"
    path.write_bytes(b"\xff")
    for bad in (path, tmp_path / "none.toml"):
        with pytest.raises(StylebookError):
            read_stylebook(bad)
