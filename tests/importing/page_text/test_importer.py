"""How sure the importer is of a source, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.importing.importer import Likeness, Sample, most_like, sample_of
from reader.importing.importers import IMPORTERS
from reader.importing.observation import CannotImport
from reader.importing.page_text.importer import PAGE_TEXT
from reader.importing.source import Source
from tests.importing.checked import WISHES


@pytest.mark.parametrize(
    ("name", "head", "likeness"),
    [
        ("page.txt", "渡口\n\n开了。".encode(), Likeness.CONTENT),
        ("page", "渡口\r\n\r\n开了。".encode("gb18030"), Likeness.CONTENT),
        ("page", "# 渡口\n开了。".encode(), Likeness.CONTENT),
        ("page", "渡口\n\n开了。".encode("utf-16"), Likeness.CONTENT),
        ("doc.md", b"one line", Likeness.NAME),
        ("doc.markdown", b"one line", Likeness.NAME),
        ("page.txt", b"<?xml version='1.0'?>\n\n<rss/>", Likeness.NAME),
        ("feed", b"<?xml version='1.0'?>\n\n<rss/>", Likeness.NONE),
        ("item", b'{"a": 1}\n\n', Likeness.NONE),
        ("day.json", b'[\n\n  {"a": 1}]\n\n', Likeness.NONE),
        ("page.html", b"<p>x\n\n<p>y", Likeness.NONE),
        ("readme.md", b"<p align=center>x\n\ny", Likeness.NAME),
        ("notes", b"[the map](m.html)\n\ntext", Likeness.CONTENT),
        ("x.txt", b"PK\x03\x04\0\0\n\n", Likeness.NONE),
        ("x.txt", b"", Likeness.NONE),
        ("x", b"one line", Likeness.NONE),
        ("-", "河湾日报\n渡口开了。\n过河的人多。".encode(), Likeness.NAME),
        ("page", "河湾日报\n渡口开了。".encode("gb18030"), Likeness.NAME),
        ("-", "河湾日报\n渡口开了。".encode()[:-1], Likeness.NAME),
        ("-", "只有一行".encode(), Likeness.NONE),
        ("table.csv", "河湾,渡口\n老街,新灯".encode(), Likeness.NONE),
        ("-", "name: 渡口\nunit: metres and feet".encode(), Likeness.NONE),
        ("-", b"\xff\xff\n\xff\xff", Likeness.NONE),
    ],
)
def test_text_looks_like_a_page_and_is_never_sure(name: str, head: bytes, likeness: Likeness) -> None:
    assert PAGE_TEXT.likeness(Sample(name, head)) is likeness


def test_a_page_without_marks_on_standard_input_is_found() -> None:
    source = Source(path=None, given="渡口\n河湾市今天开放了新的渡口。\n过河的人比往年多。".encode())
    assert most_like(IMPORTERS, sample_of(source)) is PAGE_TEXT


def test_a_folder_is_no_page() -> None:
    assert PAGE_TEXT.likeness(Sample("pages", b"", ("a.txt",), is_folder=True)) is Likeness.NONE


def test_the_table_finds_it_by_content_without_a_name() -> None:
    source = Source(path=None, given="# 渡口\n\n开了。".encode())
    assert most_like(IMPORTERS, sample_of(source)) is PAGE_TEXT


@pytest.mark.parametrize("data", [b"", b"\n \n\t\n", "\ufeff".encode(), b"#\n##\n"])
def test_a_file_without_text_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(CannotImport, match="there is no text in it"):
        list(PAGE_TEXT.read(Source(path=None, given=data), WISHES))


def test_a_missing_file_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(CannotImport, match=r"none\.txt: there is no such file"):
        list(PAGE_TEXT.read(Source(path=tmp_path / "none.txt"), WISHES))
