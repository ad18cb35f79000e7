"""What a book says of itself: its name, its parts, the order they are read in, and who can read it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.edition.wording import Wording
from reader.exporting.html_body import escaped
from reader.exporting.html_front import direction, edition_title
from reader.typesetting.article_copy import paper_tongue

if TYPE_CHECKING:
    from reader.edition.edition import Edition

CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
"""The file every book is opened by; it names the package (OCF 3.3, 4.2.6.3.1)."""

_NAMESPACE = uuid.UUID("5d0b1c5e-3f0e-5b38-9d54-6c1f1a3f7d2a")
"""Parts the ids of these books from all other names of version 5 (RFC 9562, 5.5)."""
_FEATURES = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability")
_TEXT_ONLY = Wording(
    "全书都是可放大、可朗读的文字，按版和标题可以逐篇跳转。",
    "All of it is text that can be enlarged and read aloud, and walked through by section and headline.",
)
_ALL_TOLD = Wording(
    "正文可放大、可朗读，按版和标题可以逐篇跳转；图片都有替代文字或说明。",
    "The text can be enlarged and read aloud, and walked through by section and headline; "
    "every picture has a description or a caption.",
)
_NOT_TOLD = Wording(
    "正文可放大、可朗读，按版和标题可以逐篇跳转；有的图片没有替代文字。",
    "The text can be enlarged and read aloud, and walked through by section and headline; "
    "some pictures have no description.",
)


class Item(NamedTuple):
    """A file of the book."""

    id: str
    file: str
    media_type: str
    data: bytes
    properties: str = ""
    is_read: bool = False
    """Does it belong to the order of reading?"""


def book_id(edition: Edition) -> str:
    """Return the book's identifier, the same for the same paper, day and time edition: ``urn:uuid:…``."""
    name = "\n".join((edition.paper, edition.date.isoformat(), edition.edition or ""))
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, name)}"


def package(edition: Edition, items: Sequence[Item]) -> str:
    """Return the package document of a book of these files (EPUB 3.3, 5)."""
    language = escaped(edition.language)
    metadata = "\n".join((*_bibliography(edition), *_accessibility(edition, items)))
    manifest = "\n".join(map(_manifest_item, items))
    spine = "\n".join(f'<itemref idref="{item.id}"/>' for item in items if item.is_read)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="{language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{metadata}
</metadata>
<manifest>
{manifest}
</manifest>
<spine toc="ncx" page-progression-direction="{direction(edition)}">
{spine}
</spine>
</package>
"""


def _manifest_item(item: Item) -> str:
    properties = f' properties="{item.properties}"' if item.properties else ""
    return f'<item id="{item.id}" href="{item.file}" media-type="{item.media_type}"{properties}/>'


def _bibliography(edition: Edition) -> Iterator[str]:
    """Yield what a library wants to know; the issue is a part of the series that the paper is."""
    paper = escaped(edition.paper)
    yield f'<dc:identifier id="book">{book_id(edition)}</dc:identifier>'
    yield f"<dc:title>{escaped(edition_title(edition, paper_tongue(edition)))}</dc:title>"
    yield f"<dc:language>{escaped(edition.language)}</dc:language>"
    yield f"<dc:date>{edition.date.isoformat()}</dc:date>"
    yield f"<dc:creator>{paper}</dc:creator>"
    if edition.masthead.publisher:
        yield f"<dc:publisher>{escaped(edition.masthead.publisher)}</dc:publisher>"
    if edition.masthead.editor:
        yield f'<dc:contributor id="editor">{escaped(edition.masthead.editor)}</dc:contributor>'
        yield '<meta refines="#editor" property="role" scheme="marc:relators">edt</meta>'
    yield f'<meta property="dcterms:modified">{edition.date.isoformat()}T00:00:00Z</meta>'
    yield f'<meta id="series" property="belongs-to-collection">{paper}</meta>'
    yield '<meta refines="#series" property="collection-type">series</meta>'
    if edition.issue and edition.issue.isascii() and edition.issue.isdecimal():
        yield f'<meta refines="#series" property="group-position">{int(edition.issue)}</meta>'
    yield '<meta name="cover" content="cover-picture"/>'


def _accessibility(edition: Edition, items: Sequence[Item]) -> Iterator[str]:
    """Yield who can read the book and how (EPUB Accessibility 1.1, 2.2)."""
    pictures = {item.media_type for item in items if item.file.startswith("images/")}
    photos = [photo for article in edition.articles() for photo in article.photos if photo.file]
    yield _schema("accessMode", "textual")
    if pictures:
        yield _schema("accessMode", "visual")
        yield _schema("accessModeSufficient", "textual,visual")
    is_told = all(photo.alt or photo.caption for photo in photos)
    if is_told or not pictures:
        yield _schema("accessModeSufficient", "textual")
    yield from (_schema("accessibilityFeature", feature) for feature in _FEATURES)
    if pictures and all(photo.alt for photo in photos):
        yield _schema("accessibilityFeature", "alternativeText")
    # Only a GIF could flash.
    yield _schema("accessibilityHazard", "unknown" if "image/gif" in pictures else "none")
    summary = _TEXT_ONLY if not pictures else _ALL_TOLD if is_told else _NOT_TOLD
    yield _schema("accessibilitySummary", summary.say(paper_tongue(edition)))


def _schema(name: str, value: str) -> str:
    return f'<meta property="schema:{name}">{escaped(value)}</meta>'
