from __future__ import annotations

import io
import struct
import zipfile

import pytest

from reader.importing.epub.archive import Archive
from reader.importing.observation import CannotImport


def an_archive(files: dict[str, bytes | str] | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (files or {"a.xhtml": "桥"}).items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def refusal(data: bytes) -> tuple[str, str]:
    with pytest.raises(CannotImport) as refused:
        Archive(data, "书.epub")
    told = refused.value.observation
    assert told.source == "书.epub"
    return told.part, told.what.en


def test_a_file_is_read_by_its_path() -> None:
    archive = Archive(an_archive({"OEBPS/甲.xhtml": "桥", "OEBPS/": ""}), "书.epub")
    assert archive.names() == ["OEBPS/甲.xhtml"]
    assert archive.read("OEBPS/甲.xhtml").decode() == "桥"


def test_a_path_in_other_letters_is_found() -> None:
    archive = Archive(an_archive({"OEBPS/Caf\u00e9.xhtml": "桥"}), "书.epub")
    assert archive.find("oebps/cafe\u0301.XHTML") == "OEBPS/Caf\u00e9.xhtml"
    assert archive.find("OEBPS/b.xhtml") is None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all", an_archive()[:-30]])
def test_what_is_no_zip_archive_is_refused(data: bytes) -> None:
    assert "not a zip archive" in refusal(data)[1]


@pytest.mark.parametrize(
    "name",
    [
        "../out.xhtml",
        "a/../../out",
        "/etc/out",
        "C:/out",
        "c:out",
        "a\\..\\..\\out",
        "a\\b.xhtml",
        "\\\\host\\out",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    part, what = refusal(an_archive({"a.xhtml": "桥", name: "x"}))
    assert part == name
    assert "leads elsewhere" in what


def test_an_entry_without_a_name_breaks_nothing() -> None:
    assert Archive(an_archive({"a": "桥", "": "x"}), "书.epub").read("a").decode() == "桥"


def test_a_link_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("a.xhtml")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert refusal(buffer.getvalue())[0] == "a.xhtml"


def test_zeros_that_unpack_to_a_thousand_times_their_size_are_refused() -> None:
    part, what = refusal(an_archive({"a.xhtml": b"\0" * 3_000_000}))
    assert part == "a.xhtml"
    assert "far too large" in what


def test_text_that_packs_well_is_not_taken_for_a_bomb() -> None:
    text = "".join(f"<p>第{number}段，河湾市东桥今日通车。</p>" for number in range(60_000))
    assert Archive(an_archive({"a.xhtml": text}), "书.epub").read("a.xhtml").decode() == text


def test_too_many_entries_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(20_001):
            archive.writestr(str(number), b"")
    assert "far too large" in refusal(buffer.getvalue())[1]


def test_entries_that_claim_more_together_than_a_book_has_are_refused() -> None:
    data = bytearray(an_archive({f"{number}.jpg": b"x" * 5000 for number in range(4)}))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<II", data, at + 20, 3_000_000, 200_000_000)
        at += 4
    assert "far too large" in refusal(bytes(data))[1]


def test_entries_that_share_their_bytes_are_refused() -> None:
    data = bytearray(an_archive({"a": b"x" * 900, "b": b"y" * 900}))
    first = data.find(b"PK\x01\x02")
    second = data.find(b"PK\x01\x02", first + 4)
    struct.pack_into("<I", data, second + 42, struct.unpack_from("<I", data, first + 42)[0])
    assert "far too large" in refusal(bytes(data))[1]


def told_of(data: bytes, path: str, limit: int = 1000) -> str:
    archive = Archive(data, "书.epub")
    with pytest.raises(CannotImport) as refused:
        archive.read(path, limit)
    assert refused.value.observation.part == path
    return refused.value.observation.what.en


def test_a_part_that_is_not_there_is_told() -> None:
    assert "no such file" in told_of(an_archive(), "b.xhtml")


def test_a_part_over_its_limit_is_told() -> None:
    assert "over" in told_of(an_archive({"a": bytes(range(256)) * 8}), "a")


def test_a_part_that_is_damaged_is_told() -> None:
    data = bytearray(an_archive({"a": bytes(range(256)) * 2}))
    data[60] ^= 0xFF
    assert "damaged" in told_of(bytes(data), "a")


def test_a_part_with_a_password_is_told() -> None:
    data = bytearray(an_archive())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign) + offset
        data[at] |= 1
    assert "encrypted" in told_of(bytes(data), "a.xhtml")


class TestLinks:
    ARCHIVE = Archive(an_archive(), "书.epub")

    @pytest.mark.parametrize(
        ("href", "path"),
        [
            ("b.xhtml", "OEBPS/text/b.xhtml"),
            ("../img/a%20b.png", "OEBPS/img/a b.png"),
            ("./b.xhtml#c?d", "OEBPS/text/b.xhtml"),
            ("b.xhtml?x#c", "OEBPS/text/b.xhtml"),
            ("#c", "OEBPS/text/a.xhtml"),
            ("/OEBPS/b.xhtml", "OEBPS/b.xhtml"),
            ("%E6%A1%A5.xhtml", "OEBPS/text/桥.xhtml"),
        ],
    )
    def test_a_link_leads_from_the_file_it_stands_in(self, href: str, path: str) -> None:
        assert self.ARCHIVE.path("OEBPS/text/a.xhtml", href) == path

    @pytest.mark.parametrize(
        "href", ["../../../../etc/passwd", "/etc/passwd", "%2e%2e/%2e%2e/%2e%2e/etc/passwd"]
    )
    def test_nothing_leads_above_the_root(self, href: str) -> None:
        assert self.ARCHIVE.path("OEBPS/text/a.xhtml", href) == "etc/passwd"

    @pytest.mark.parametrize("href", ["C:/windows", "..\\..\\x", "a%5Cb", "a%00b", "c:x"])
    def test_a_path_of_some_system_is_refused(self, href: str) -> None:
        with pytest.raises(CannotImport):
            self.ARCHIVE.path("OEBPS/a.xhtml", href)
