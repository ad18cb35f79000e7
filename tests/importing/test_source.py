from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.importing.observation import CannotImport
from reader.importing.source import HEAD, Source, head_of, size_words


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("老桥".encode())
    source = Source(path=path)
    assert (source.data(), source.head(), source.stem) == ("老桥".encode(), "老桥".encode(), "page")


def test_standard_input_is_what_was_given() -> None:
    source = Source(path=None, given=b"abc")
    assert (source.name, source.data(), source.stem, source.entries(), list(source.files())) == (
        "-",
        b"abc",
        "",
        (),
        [],
    )


def test_a_file_over_the_limit_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"x" * 11)
    with pytest.raises(CannotImport, match="--max-size"):
        Source(path=path, limit=10).data()
    assert Source(path=path, limit=11).data() == b"x" * 11


@pytest.mark.parametrize(
    ("count", "words"), [(10, "10 B"), (1536, "1.5 KB"), (256 << 20, "256 MB"), (3 << 30, "3 GB")]
)
def test_a_size_is_told_as_people_read_it(count: int, words: str) -> None:
    assert size_words(count) == words


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_plain_file_is_not_read(tmp_path: Path, make: object) -> None:
    path = tmp_path / "odd"
    make(path)  # type: ignore[operator]
    with pytest.raises(CannotImport, match="not a file"):
        Source(path=path).data()


def test_a_file_that_is_not_there_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(CannotImport) as caught:
        Source(path=tmp_path / "none.txt").data()
    assert caught.value.observation.source.endswith("none.txt")


def test_the_files_of_a_folder_come_by_name_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden", ".git/x", "c/.x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [Path(source.name).relative_to(tmp_path).as_posix() for source in Source(path=tmp_path).files()]
    assert found == ["a.txt", "b/1.txt", "b/2.txt"]


def test_a_file_names_another_beside_it(tmp_path: Path) -> None:
    (tmp_path / "alto").mkdir()
    (tmp_path / "alto" / "1.xml").write_bytes(b"<alto/>")
    (tmp_path / "mets.xml").touch()
    assert Source(path=tmp_path / "mets.xml").beside("./alto\\1.xml").data() == b"<alto/>"
    assert Source(path=tmp_path).beside("alto/1.xml").data() == b"<alto/>"


@pytest.mark.parametrize(
    "path", ["../secret", "/etc/hostname", "a/../../secret", "C:\\secret", "file:secret", "..", "se\0cret"]
)
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").touch()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "mets.xml").touch()
    with pytest.raises(CannotImport):
        Source(path=tmp_path / "in" / "mets.xml").beside(path)


def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret").touch()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(CannotImport):
        Source(path=tmp_path / "in").beside("link")


def test_standard_input_has_nothing_beside_it() -> None:
    with pytest.raises(CannotImport, match="standard input has no files beside it"):
        Source(path=None).beside("a.xml")


def test_what_is_asked_of_a_folder_holds_for_the_files_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    source = Source(path=tmp_path, encoding="gb18030", limit=5)
    assert [(found.encoding, found.limit) for found in source.files()] == [("gb18030", 5)]
    assert source.beside("a.txt").limit == 5


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b'<?xml version="1.0"?>\n', b"<!-- a -->\n"])
def test_a_comment_longer_than_the_head_is_passed_over(before: bytes, tmp_path: Path) -> None:
    data = before + b"<!-- " + b"x <b> - " * 9_000 + b"-->\n<rss><channel>" + b"y" * HEAD
    path = tmp_path / "a.xml"
    path.write_bytes(data)
    for head in (Source(path=path).head(), Source(path=None, given=data).head(), head_of(data)):
        assert b"<rss><channel>" in head[:100]


def test_a_comment_that_never_ends_or_is_in_the_text_is_left(tmp_path: Path) -> None:
    for data in (b"<!--" + b"x" * 9 * HEAD, b"<rss><!--" + b"x" * HEAD + b"--></rss>"):
        assert head_of(data) == Source(path=None, given=data).head() == data[:HEAD]
