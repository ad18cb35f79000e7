"""An edition as a book for e-readers: EPUB 3.3, one document a section, nothing that is fetched or runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.exporting.epub_documents import (
    NOTICES_FILE,
    contents_document,
    cover_document,
    cover_picture,
    notices_document,
    old_contents,
    section_document,
    section_file,
)
from reader.exporting.epub_package import CONTAINER, Item, book_id, package
from reader.exporting.html_article import Sheet
from reader.exporting.html_front import contents
from reader.exporting.html_places import Places
from reader.exporting.imprint import notices_label
from reader.exporting.picture_kind import picture_kind

if TYPE_CHECKING:
    from reader.edition.article import Photo
    from reader.edition.edition import Edition
    from reader.exporting.exporter import Circumstances

MEDIA_TYPE = "application/epub+zip"
"""What the first member of a book says it is (OCF 3.3, 4.3)."""
_FOLDER = "EPUB/"
_XHTML = "application/xhtml+xml"
_MADE = (1980, 1, 1, 0, 0, 0)
"""The time of every member: zip's first, so that one edition always makes the same book."""


class Picture(NamedTuple):
    """A picture that is in the book."""

    name: str
    media_type: str
    data: bytes


class _Pictures:
    """Gathers the pictures that the documents show, each once."""

    def __init__(self, picture: Callable[[str], bytes | None]) -> None:
        self._picture = picture
        self._addresses: dict[str, str | None] = {}
        self.gathered: list[Picture] = []

    def address(self, photo: Photo) -> str | None:
        """Answer as `reader.exporting.html_body.Address` does."""
        if not photo.file:
            return None
        if photo.file not in self._addresses:
            self._addresses[photo.file] = self._take(photo.file)
        return self._addresses[photo.file]

    def _take(self, file: str) -> str | None:
        data = self._picture(file)
        kind = picture_kind(data) if data else None
        if data is None or kind is None:
            return "" if data else None
        name = f"images/picture-{len(self.gathered) + 1}{kind.suffix}"
        self.gathered.append(Picture(name, kind.media_type, data))
        return name


def edition_epub(edition: Edition, about: Circumstances) -> bytes:
    """Return an edition as an EPUB 3.3 book, the same bytes each time.

    Pictures of the core media types are in it; words stand in for others. Source: EPUB 3.3 with its
    container (OCF), EPUB Accessibility 1.1; the NCX of EPUB 2.0.1 for readers that know no other contents.
    """
    pictures = _Pictures(about.picture)
    places = Places(edition, lambda number: NOTICES_FILE if number is None else section_file(number))
    sheet = Sheet(edition, places, pictures.address, level=2)
    items = list(_items(sheet, about))
    shown = [
        Item(f"picture-{number}", picture.name, picture.media_type, picture.data)
        for number, picture in enumerate(pictures.gathered, 1)
    ]
    members = [("META-INF/container.xml", CONTAINER.encode())]
    members.append((_FOLDER + "package.opf", package(edition, [*items, *shown]).encode()))
    members += [(_FOLDER + item.file, item.data) for item in (*items, *shown)]
    return _zipped(members)


def _items(sheet: Sheet, about: Circumstances) -> Iterator[Item]:
    """Yield everything but pictures, what is read in the order of reading."""
    edition = sheet.edition
    notices = notices_label(about.as_of, sheet.tongue) if about.standings else ""
    entries = list(contents(sheet, notices))

    def read(name: str, file: str, document: str, properties: str = "") -> Item:
        return Item(name, file, _XHTML, document.encode(), properties, is_read=True)

    yield read("cover", "cover.xhtml", cover_document(sheet, about.standings, about.as_of))
    yield read("nav", "nav.xhtml", contents_document(sheet, entries), "nav")
    if about.standings:
        yield read("notices", NOTICES_FILE, notices_document(sheet, notices, about.standings))
    for number in range(len(edition.sections)):
        file = section_file(number)
        yield read(file.removesuffix(".xhtml"), file, section_document(sheet, number))
    ncx = old_contents(edition, book_id(edition), entries).encode()
    yield Item("ncx", "toc.ncx", "application/x-dtbncx+xml", ncx)
    yield Item("cover-picture", "cover.svg", "image/svg+xml", cover_picture(edition).encode(), "cover-image")
    yield Item("style", "style.css", "text/css", Path(__file__).with_name("epub.css").read_bytes())


def _zipped(members: list[tuple[str, bytes]]) -> bytes:
    """Return a zip of these members: first what it is, uncompressed (OCF 3.3, 4.2 and 4.3)."""
    import io
    import zipfile

    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in [("mimetype", MEDIA_TYPE.encode()), *members]:
            member = zipfile.ZipInfo(name, _MADE)
            member.create_system = 3  # else it would tell on which system it was made
            member.external_attr = 0o644 << 16
            member.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(member, data)
    return whole.getvalue()
