"""One text of a book: its bytes decoded, its blocks, and what a recipe has put around them."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from reader.edition.body import PhotoPlace, Subhead
from reader.edition.wording import Wording
from reader.importing.epub.archive import Archive
from reader.importing.html_blocks import HtmlPhoto, html_pieces
from reader.importing.html_table import Piece
from reader.importing.html_tokens import attributes
from reader.importing.observation import Grade, Observation

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']|<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)""",
    re.IGNORECASE,
)
_WIDER = {
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk"), "gb18030"),
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"),
    "big5": "big5hkscs",
    "shift_jis": "cp932",
}
"""Encodings that hold the declared one, as browsers take them. Source: WHATWG Encoding, 4.2."""

# Classes that calibre gives what it puts around an article; a conversion adds a number.
_BAR = re.compile(r"(?:^|\s)(?:calibre|touchscreen)_navbar\d*(?:\s|$)")
_INDEX = re.compile(r"""class\s*=\s*["'](?:[^"'>]*\s)?calibre_(?:feed_list|article_list)\d*[\s"']""")
_FEED_TITLE = re.compile(r"(?:^|\s)(?:calibre_)?feed_title\d*(?:\s|$)")
_DOWNLOADED = "calibre-downloaded-from"
_ENTITY = re.compile(
    r"""<!ENTITY\s+(%\s+)?([^\s"'<>]+)\s+(?:"([^"<&%]{0,64})"|'([^'<&%]{0,64})'|(.))""", re.DOTALL
)

_NAMED = re.compile(r"&([^\s&;<]{1,64});")
_SUBSET = 65_536
"""Characters in which a document type ends."""

_GARBLED = Wording(
    "有的字节解不开，显示为 �；编码 {encoding}",
    "some bytes cannot be read as {encoding}; they are shown as �",
)
_SAY_ENCODING = Wording("用 --encoding 指明编码", "name the encoding with --encoding")
_DECLARES = Wording(
    "声明了会展开或在外面的实体 {name}，没有照办",
    "it declares an entity that expands or lies outside, {name}; that was not followed",
)
_REMOVE = Wording("删去 DOCTYPE 里的声明再导入", "remove the declaration from its DOCTYPE")


class Content(NamedTuple):
    """A text of the book in blocks; photos stand in it by ids unique in the book (``3:f1``)."""

    path: str
    pieces: tuple[Piece, ...]
    photos: dict[str, HtmlPhoto]
    title: str | None
    source: str | None
    """Where a recipe had it from."""
    links: tuple[str, ...]
    """Where its links lead, as written."""
    is_links: bool
    """Is it mostly links, as a page of contents is?"""
    is_index: bool
    """Is it a list of articles that a recipe made?"""
    feed: str | None
    """The name of the section that it lists."""
    furniture: Mapping[str, int]
    """How many of what was left out: ``bar``, ``page number``."""

    @property
    def has_text(self) -> bool:
        """Is there anything in it besides pictures?"""
        return any(not isinstance(piece.block, PhotoPlace) for piece in self.pieces)


def read_content(
    archive: Archive, path: str, number: int, encoding: str | None
) -> tuple[Content, list[Observation]]:
    """Return the text of a file of the book, the `number`-th, and what there is to tell of it.

    XHTML that is not well-formed is read as browsers read HTML.

    Raises:
        CannotImport: it is missing, damaged or too large.
    """
    told = []
    markup, garbled = _decoded(archive.read(path), encoding)
    if garbled:
        what = _GARBLED.filled(encoding=garbled)
        told.append(Observation(Grade.ERROR, archive.source, path, what, _SAY_ENCODING))
    markup, refused = _with_entities(markup)
    if refused:
        told.append(Observation(Grade.ERROR, archive.source, path, _DECLARES.filled(name=refused), _REMOVE))
    furniture: Counter[str] = Counter()

    def is_furniture(_name: str, words: Mapping[str, str]) -> bool:
        kind = (
            "bar" if _BAR.search(words.get("class", "")) else "page number" if _is_page_number(words) else ""
        )
        furniture[kind] += bool(kind)
        return bool(kind)

    found = html_pieces(markup, is_furniture)
    source = downloaded_from(markup)
    pieces = [
        piece._replace(block=PhotoPlace(0, f"{number}:{piece.block.photo_id}"))
        if isinstance(piece.block, PhotoPlace)
        else piece
        for piece in found.pieces
    ]
    if source:
        pieces = [piece for piece in pieces if not _is_notice_of_download(piece, source)]
    feed = next((_text(piece) for piece in found.pieces if _FEED_TITLE.search(piece.classes)), None)
    photos = {f"{number}:f{at}": photo for at, photo in enumerate(found.photos, 1)}
    links = tuple(href for _, href in found.links)
    length = sum(len(_text(piece)) for piece in pieces if not isinstance(piece.block, Subhead))
    is_links = bool(found.links) and sum(len(words) for words, _ in found.links) * 4 >= length * 3
    is_index = feed is not None or _INDEX.search(markup) is not None
    return Content(
        path, tuple(pieces), photos, found.title, source, links, is_links, is_index, feed, furniture
    ), told


def downloaded_from(markup: str) -> str | None:
    """Return the address that a recipe says it had an article from; older ones put it in the bar only."""
    at = markup.find(_DOWNLOADED)
    if at < 0:
        bar = markup.rfind("calibre_navbar")
        at = markup.find('href="http', bar) if bar >= 0 else -1
    begin = markup.rfind("<a", 0, max(at, 0))
    end = markup.find(">", at)
    if at < 0 or begin < 0 or end < 0:
        return None
    href = attributes(markup[begin + 2 : end]).get("href", "").strip()
    return href if href.startswith(("http://", "https://")) else None


def _is_notice_of_download(piece: Piece, source: str) -> bool:
    text = _text(piece)
    return text.endswith(source) and "calibre" in text and len(text) < len(source) + 80


def _text(piece: Piece) -> str:
    return str(getattr(piece.block, "text", ""))


def _is_page_number(words: Mapping[str, str]) -> bool:
    """Is it the number of a page in print, put where that page began? Source: EPUB 3.3, 9.1.2."""
    return "pagebreak" in words.get("epub:type", "").split() or words.get("role") == "doc-pagebreak"


def _decoded(data: bytes, asked: str | None) -> tuple[str, str | None]:
    """Return the text of these bytes, and the encoding if not all of them could be read as that.

    A byte order mark counts first, then what somebody asked for, then what the text declares, then UTF-8,
    then GB 18030, as which other encodings of bytes hardly pass. Source: EPUB 3.3, 3.9.1 (XML's rules).
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _tried(data[len(mark) :], [name])
    if data[:4] in (b"<\0?\0", b"<\0!\0", b"<\0h\0"):
        return _tried(data, ["utf-16-le"])
    if data[:4] in (b"\0<\0?", b"\0<\0!", b"\0<\0h"):
        return _tried(data, ["utf-16-be"])
    match = _DECLARED.search(data[:2048])
    declared = (match[1] or match[2]).decode("ascii", "replace").lower() if match else ""
    names = [name for name in (asked, declared) if name and not name.lower().startswith("utf-16")]
    return _tried(data, [*names, "utf-8", "gb18030"])


def _tried(data: bytes, encodings: list[str]) -> tuple[str, str | None]:
    for name in encodings:
        try:
            return data.decode(_WIDER.get(name.lower(), name)), None
        except (LookupError, UnicodeError):
            continue
    first = next((name for name in encodings if _is_known(name)), "utf-8")
    return data.decode(_WIDER.get(first.lower(), first), "replace"), first


def _is_known(name: str) -> bool:
    try:
        b"a".decode(name, "replace")
    except (LookupError, UnicodeError):
        return False
    return True


def _with_entities(markup: str) -> tuple[str, str | None]:
    """Return markup with the short texts its document type has names for, and the first other entity, if any.

    What would expand others, or lies outside, is left as it is written. Source: EPUB 3.3, 3.9.1.
    """
    if "<!ENTITY" not in markup:
        return markup, None
    values: dict[str, str] = {}
    refused: str | None = None
    for match in _ENTITY.finditer(markup[:_SUBSET]):
        parameter, name, double, single, other = match.groups()
        if parameter or other:
            refused = refused or name
        else:
            values.setdefault(name, double or single or "")
    return _NAMED.sub(lambda match: values.get(match[1], match.group()), markup), refused
