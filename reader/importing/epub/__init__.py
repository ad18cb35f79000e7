"""EPUB 2 and 3: newspapers made by calibre's recipes, and any other book, as an edition."""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer, Likeness, Sample
from reader.importing.observation import Observation
from reader.importing.source import Source

_MIMETYPE = b"mimetypeapplication/epub+zip"
_ZIP = b"PK\x03\x04"


def _likeness(sample: Sample) -> Likeness:
    """An EPUB begins with an entry that says so (EPUB 3.3, 4.3.3); not every maker keeps to it."""
    if not sample.head.startswith(_ZIP):
        return Likeness.NONE
    if sample.head[30:].startswith(_MIMETYPE) or b"META-INF/container.xml" in sample.head:
        return Likeness.SURE
    return Likeness.NAME if sample.name.endswith(".epub") else Likeness.NONE


def _read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    from reader.importing.epub.book import read_book

    yield from read_book(source, wishes)


EPUB = Importer("epub", Wording("EPUB 电子书", "EPUB"), (".epub",), _likeness, _read)
"""EPUB 2 and 3, of which calibre's newspapers are the most frequent."""
