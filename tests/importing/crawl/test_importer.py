from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.crawl.importer import CRAWL, likeness
from reader.importing.importer import Likeness, Sample
from reader.importing.importers import IMPORTERS

TEXT = "渡口修好\n　　清晨六点，渡口开了。\n".encode()


def a_folder(name: str, *entries: str) -> Sample:
    return Sample(name, b"", entries, is_folder=True)


def test_it_stands_in_the_one_list() -> None:
    assert CRAWL in IMPORTERS


def test_a_folder_of_article_files_is_known_by_their_names() -> None:
    assert likeness(a_folder("data", "20250301-01-01.txt", "20250301-01-02.txt")) is Likeness.CONTENT
    assert likeness(a_folder("data", ".git", "readme.md", "20250301-01-01")) is Likeness.CONTENT


@pytest.mark.parametrize(
    "sample",
    [
        a_folder("data", "2024", "2025"),
        a_folder("data", "20250301", "20250302"),
        a_folder("data", "2025-03"),
        a_folder("data", "2025-03-01.json"),
        a_folder("data", "2025-03.json"),
        a_folder("20250301", "01", "02"),
        a_folder("2025-03-01", "articles.jsonl", "full.md"),
    ],
)
def test_a_folder_of_days_months_or_years_may_be_one(sample: Sample) -> None:
    assert likeness(sample) is Likeness.NAME


@pytest.mark.parametrize(
    "sample",
    [
        a_folder("data"),
        a_folder("src", "main.py", "test"),
        a_folder("photos", "1.jpg", "2.jpg"),
        a_folder("data", "articles.json"),
        a_folder("data", "mets.xml", "ocr"),
    ],
)
def test_other_folders_are_none(sample: Sample) -> None:
    assert likeness(sample) is Likeness.NONE


def test_a_text_is_one_only_by_its_whole_name() -> None:
    assert likeness(Sample("20250301-01-02.txt", TEXT)) is Likeness.SURE
    assert likeness(Sample("20250301.txt", TEXT)) is Likeness.NONE
    assert likeness(Sample("notes.txt", TEXT)) is Likeness.NONE
    assert likeness(Sample("-", TEXT)) is Likeness.NONE
    assert likeness(Sample("20250301-01-02.txt", b"PK\0\0")) is Likeness.NONE
    assert likeness(Sample("20250301-01-02.pdf", TEXT)) is Likeness.NONE


def json_sample(value: object, name: str = "x.json", encoding: str = "utf-8") -> Sample:
    return Sample(name, json.dumps(value, ensure_ascii=False).encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_json_is_known_by_its_keys(encoding: str) -> None:
    assert (
        likeness(json_sample([{"标题": "渡口", "版次": 1, "正文": "甲"}], encoding=encoding)) is Likeness.SURE
    )
    assert likeness(json_sample([{"title": "渡口", "content": "甲"}], encoding=encoding)) is Likeness.CONTENT


def test_json_without_headlines_or_texts_is_none() -> None:
    assert likeness(json_sample({"name": "x", "version": "1"})) is Likeness.NONE
    assert likeness(json_sample([1, 2, 3])) is Likeness.NONE
    assert likeness(Sample("x.json", b"")) is Likeness.NONE


@pytest.mark.parametrize(
    "value",
    [
        {"uri": "x", "headline": "渡口", "body_text": "甲", "content": "x", "title": "y"},
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "x",
            "items": [{"title": "y", "content": "甲"}],
        },
        {"title": "x", "content": "y", "items": [{"content_html": "<p>甲</p>"}]},
    ],
)
def test_json_of_other_standards_is_left_to_them(value: object) -> None:
    assert likeness(json_sample(value)) is Likeness.NONE


def test_json_lines_and_a_head_cut_inside_a_character_are_known() -> None:
    data = json.dumps({"标题": "渡口", "版面": 1, "正文": "甲乙丙"}, ensure_ascii=False).encode()
    assert likeness(Sample("-", data + b"\n" + data)) is Likeness.SURE
    assert likeness(Sample("x.jsonl", data[:-4])) is Likeness.SURE


def test_recognising_imports_none_of_what_reads() -> None:
    program = "import sys, reader.importing.importers; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = told.stdout.split()
    assert "reader.importing.crawl.importer" in modules
    assert "reader.importing.crawl.reading" not in modules


@given(
    st.text(max_size=20), st.binary(max_size=80), st.lists(st.text(max_size=12), max_size=4), st.booleans()
)
def test_no_sample_is_too_odd(name: str, head: bytes, entries: list[str], is_folder: bool) -> None:
    assert likeness(Sample(name.lower(), head, tuple(entries), is_folder)) in Likeness
