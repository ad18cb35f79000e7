from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.cli.import_kinds import EDITION, KINDS
from reader.exporting.edition_json import edition_fields
from reader.importing.importer import Likeness, Sample, most_like
from reader.importing.observation import Grade
from reader.loading.load import load_edition
from tests.importing.checked import WISHES, errors, imports, imports_of
from tests.shipped import PATHS


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_an_edition_is_imported_as_itself(path: Path) -> None:
    editions, told = imports_of(EDITION, path)
    assert editions == [load_edition(path).edition]
    assert errors(told) == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_show_prints_as_json_is_that_edition_again(path: Path) -> None:
    edition = load_edition(path).edition
    editions, told = imports(EDITION, json.dumps(edition_fields(edition), ensure_ascii=False).encode())
    assert editions == [edition]
    assert errors(told) == []


def test_what_is_wished_outweighs_the_file() -> None:
    path = PATHS[0]
    editions, _ = imports_of(EDITION, path, WISHES._replace(paper="渡口晚报"))
    assert editions == [replace(load_edition(path).edition, paper="渡口晚报")]


def test_every_problem_of_the_file_is_told_with_its_place() -> None:
    editions, told = imports(EDITION, b"format: 1\npaper: a\ndate: x\nsections: y\n")
    assert editions == []
    assert [observation.part for observation in errors(told)] == ["3:7", "4:11"]


def test_a_picture_that_is_not_there_is_told() -> None:
    text = "format: 1\npaper: 报\ndate: 2025-03-01\nsections:\n  - name: 要闻\n    articles:\n"
    text += "      - headline: 桥\n        photos:\n          - file: none.jpg\n...\n"
    _, told = imports(EDITION, text.encode())
    assert [observation.grade for observation in told] == [Grade.UNDECIDED]
    assert "none.jpg" in told[0].what.en


@pytest.mark.parametrize(
    ("head", "likeness"),
    [
        ("format: 1\npaper: a\n", Likeness.SURE),
        ("# ours\n\ufeffformat: 1\npaper: a", Likeness.SURE),
        ('{"format": 1,\n "paper": "a"', Likeness.SURE),
        ("---\npaper: 河湾日报\ndate: 2025-03-01\n---\n# 标题", Likeness.NONE),
        ("正文里说 format: 1", Likeness.NONE),
        ("# 版式\n\n开头这样写：\n\nformat: 1\npaper: 河湾日报\n", Likeness.NONE),
        ("# 报\n\n第1期\n\nformat: 1\\\npaper: 报\n", Likeness.NONE),
        ('# ours\n\n---\nformat: "1"  # first\npaper: a\n', Likeness.SURE),
        ("", Likeness.NONE),
    ],
)
def test_an_edition_is_recognised_by_its_first_keys(head: str, likeness: Likeness) -> None:
    assert EDITION.likeness(Sample("x", head.encode())) is likeness


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_no_other_kind_is_as_sure_of_an_edition(path: Path) -> None:
    assert most_like(KINDS, Sample(path.name, path.read_bytes()[:65536])) is EDITION
