"""The texts of a book in the order they are read in, each of a kind that can be shown."""

from __future__ import annotations

from reader.edition.body import PhotoPlace
from reader.edition.wording import Wording
from reader.importing.epub.archive import Archive
from reader.importing.epub.content import Content, read_content
from reader.importing.epub.package import Item, Package
from reader.importing.html_blocks import HtmlPhoto
from reader.importing.html_table import Piece
from reader.importing.imported import Wishes
from reader.importing.observation import CannotImport, Observation

_SVG = "image/svg+xml"
_TEXTS = {
    *("application/xhtml+xml", "text/html", "application/xml", "text/xml", _SVG),
    *("application/x-dtbook+xml", "text/x-oeb1-document"),
}
_TEXT_SUFFIXES = (".xhtml", ".html", ".htm", ".xml")

_LARGEST_TEXTS = 128 * 1024 * 1024
"""Bytes of all texts together; the longest novels have ten."""

_TOO_LONG = Wording(
    "全书文字太多，从这里起没有读", "the book has too much text; from here on it was not read"
)
_NO_TEXT = Wording("这一部分不是文章，而是 {type}", "this part is no text, but {type}")


def read_texts(
    archive: Archive, package: Package, encoding: str | None, wishes: Wishes
) -> tuple[list[Content], list[Observation], list[Observation]]:
    """Return the texts in reading order, those that could not be read, and what else there is to tell."""
    texts: list[Content] = []
    failed: list[Observation] = []
    told: list[Observation] = []
    size = 0
    shown = (_shown(package, package.items[idref]) for idref in package.spine)
    # A file is read once, however often it is listed, and all of them are no longer than many books.
    for number, item in enumerate({item.path: item for item in shown}.values()):
        size += archive.size(item.path)
        try:
            if size > _LARGEST_TEXTS:
                raise archive.error(item.path, _TOO_LONG)
            if item.media_type.startswith("image/") and item.media_type != _SVG:
                texts.append(_picture_page(item, number))
                continue
            if item.media_type not in _TEXTS and not item.path.lower().endswith(_TEXT_SUFFIXES):
                raise archive.error(item.path, _NO_TEXT.filled(type=item.media_type or "?"))
            text, more = read_content(archive, item.path, number, encoding)
        except CannotImport as refused:
            failed.append(refused.observation)
            continue
        told += more
        texts.append(text)
        wishes.step(number + 1, len(package.spine))
    return texts, failed, told


def _shown(package: Package, item: Item) -> Item:
    """Return the item that is shown, for a foreign type what stands in for it. Source: EPUB 3.3, 3.5."""
    seen = set()
    shown = item
    while shown.media_type not in _TEXTS and not shown.media_type.startswith("image/"):
        if shown.fallback in seen or shown.fallback not in package.items:
            return item
        seen.add(shown.fallback)
        shown = package.items[shown.fallback]
    return shown


def _picture_page(item: Item, number: int) -> Content:
    """Return a page that is nothing but a picture, as books of pictures have them."""
    key = f"{number}:f1"
    photo = HtmlPhoto(item.path.rpartition("/")[2], None, None, None)
    piece = Piece(PhotoPlace(0, key), "", "", ())
    return Content(item.path, (piece,), {key: photo}, None, None, (), False, False, None, {})
