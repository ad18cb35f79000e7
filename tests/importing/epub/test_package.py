from __future__ import annotations

import pytest

from reader.importing.epub.archive import Archive
from reader.importing.epub.package import Package, read_package
from reader.importing.observation import CannotImport
from tests.importing.epub.making import CONTAINER, book, page, zipped

TEXTS = {"a.xhtml": page("<p>桥</p>")}


def the_package(data: bytes) -> Package:
    return read_package(Archive(data, "书.epub"))


def refusal(files: dict[str, str | bytes]) -> tuple[str, str]:
    with pytest.raises(CannotImport) as refused:
        the_package(zipped(files))
    return refused.value.observation.part, refused.value.observation.what.en


def test_it_says_what_the_book_is() -> None:
    metadata = (
        "<dc:creator>林一舟</dc:creator><dc:creator> 周\n小满 </dc:creator>"
        "<dc:publisher>河湾报社</dc:publisher><dc:description>&lt;p&gt;河湾的报纸&lt;/p&gt;</dc:description>"
        '<dc:date opf:event="modification">2025</dc:date>'
        '<meta property="dcterms:modified">2024-06-01T00:00:00Z</meta>'
        '<meta name="calibre:timestamp" content="2024-07-01"/>'
    )
    found = the_package(book(TEXTS, metadata=metadata))
    assert found.titles == ("河湾晚报",)
    assert found.creators == ("林一舟", "周 小满")
    assert found.publisher == "河湾报社"
    assert found.description == "<p>河湾的报纸</p>"
    assert found.dates == (
        ("", "2024-05-06"),
        ("modification", "2025"),
        ("modification", "2024-06-01T00:00:00Z"),
        ("timestamp", "2024-07-01"),
    )
    assert found.spine == ("a.xhtml",)
    assert found.items["a.xhtml"].path == "OEBPS/a.xhtml"


def test_a_package_without_a_namespace_is_read() -> None:
    opf = (
        "<package><metadata><dc-metadata><dc:Title xmlns:dc='urn:dc'>桥</dc:Title></dc-metadata></metadata>"
        "<manifest><item id='a' href='a.html' media-type='text/x-oeb1-document'/></manifest>"
        "<spine><itemref idref='a'/><itemref idref='a'/></spine>"
        "<guide><reference type='Cover' href='a.html#x'/></guide></package>"
    )
    files = {"META-INF/container.xml": CONTAINER.format(path="a.opf"), "a.opf": opf, "a.html": "桥"}
    found = the_package(zipped(files))
    assert (found.titles, found.spine, found.guide) == (("桥",), ("a",), {"a.html": "cover"})


def test_a_file_in_no_archive_is_not_listed() -> None:
    opf = (
        '<package><manifest><item id="a" href="http://x.example/a.xhtml"/><item id="b" href="c:\\x"/>'
        '<item id="c" href="c.xhtml"/></manifest>'
        '<spine><itemref idref="c"/><itemref idref="d"/></spine></package>'
    )
    found = the_package(zipped({"META-INF/container.xml": CONTAINER.format(path="a.opf"), "a.opf": opf}))
    assert list(found.items) == ["c"]
    assert [observation.part for observation in found.observations] == ["a.opf"]


def test_without_a_container_it_is_no_book() -> None:
    assert refusal({"a.xhtml": "桥"})[0] == "META-INF/container.xml"


def test_a_container_that_names_nothing_is_told() -> None:
    part, what = refusal({"META-INF/container.xml": "<container><rootfiles/></container>"})
    assert (part, "names no package" in what) == ("META-INF/container.xml", True)


def test_a_package_that_is_missing_is_told() -> None:
    assert refusal({"META-INF/container.xml": CONTAINER.format(path="b.opf")})[0] == "b.opf"


def test_a_package_that_is_broken_is_told_with_its_line() -> None:
    files = {
        "META-INF/container.xml": CONTAINER.format(path="a.opf"),
        "a.opf": "<package>\n<metadata></package>",
    }
    part, what = refusal(dict(files))
    assert part.startswith("a.opf:2:")
    assert "not well-formed" in what


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a "x">',
    ],
)
def test_a_package_that_declares_entities_is_refused(declared: str) -> None:
    opf = f"<!DOCTYPE package [{declared}]><package>&a;</package>"
    part, what = refusal({"META-INF/container.xml": CONTAINER.format(path="a.opf"), "a.opf": opf})
    assert part.startswith("a.opf:1:")
    assert "entity" in what


def encryption(algorithm: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
        ' xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
        f'<enc:EncryptionMethod Algorithm="{algorithm}"/></enc:EncryptedData></encryption>'
    )


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("META-INF/encryption.xml", encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc")),
        ("META-INF/encryption.xml", "<encryption><EncryptedData/></encryption>"),
        ("META-INF/rights.xml", "<rights/>"),
        ("META-INF/sinf.xml", "<sinf/>"),
    ],
)
def test_an_encrypted_book_is_refused(path: str, data: str) -> None:
    part, what = refusal({"META-INF/container.xml": CONTAINER.format(path="a.opf"), path: data})
    assert part == path
    assert "encrypted" in what


@pytest.mark.parametrize(
    "algorithm", ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]
)
def test_a_book_whose_fonts_alone_are_obfuscated_is_read(algorithm: str) -> None:
    files = {
        "META-INF/container.xml": CONTAINER.format(path="a.opf"),
        "META-INF/encryption.xml": encryption(algorithm),
        "a.opf": "<package/>",
    }
    assert the_package(zipped(files)).spine == ()
