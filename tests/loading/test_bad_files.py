from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.loading.load import read_edition
from reader.loading.problem import EditionError, Severity
from tests.loading.bad_fields import ARTICLES, FIELDS, NOTICES
from tests.loading.bad_files import BYTES, HEAD, NOTICE, TAIL, YAML, Bad

BAD_FILES = (*YAML, *BYTES, *FIELDS, *NOTICES, *ARTICLES)

ONE_LINE = re.compile(r"[^\n]+?:\d+:\d+: [^\n]+; [^\n]+")


def test_there_are_at_least_eighty_bad_files_each_named_once() -> None:
    names = [bad.name for bad in BAD_FILES]
    assert len(names) == len(set(names)) >= 80


def test_the_parts_the_bad_files_are_made_of_are_good() -> None:
    loaded = read_edition((HEAD + NOTICE + TAIL).encode(), Path("good.yaml"))
    assert loaded.warnings == ()


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_a_bad_file_gets_one_line_with_its_place_and_advice(bad: Bad) -> None:
    with pytest.raises(EditionError) as caught:
        read_edition(bad.data, Path("bad.yaml"))
    errors = [problem for problem in caught.value.problems if problem.severity is Severity.ERROR]
    places = [(problem.line, problem.column) for problem in errors]
    assert (bad.line, bad.column) in places, caught.value.render("en")
    at_place = [error for error in errors if (error.line, error.column) == (bad.line, bad.column)]
    messages = [error.render(Path("bad.yaml"), "en") for error in at_place]
    assert any(bad.words in message for message in messages), messages
    for problem in caught.value.problems:
        for tongue in ("zh", "en"):
            assert ONE_LINE.fullmatch(problem.render(Path("bad.yaml"), tongue))


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_the_same_file_with_windows_line_ends_is_bad_in_the_same_place(bad: Bad) -> None:
    if b"\x00" in bad.data or b"\r" in bad.data:
        pytest.skip("the bytes are not lines of text")
    with pytest.raises(EditionError) as caught:
        read_edition(bad.data.replace(b"\n", b"\r\n"), Path("bad.yaml"))
    assert (bad.line, bad.column) in [(problem.line, problem.column) for problem in caught.value.problems]
