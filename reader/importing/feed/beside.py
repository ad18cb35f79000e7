"""The feeds of a list that lie beside it, downloaded before: nothing is fetched here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from reader.edition.wording import Wording
from reader.importing.feed.item import Feed
from reader.importing.feed.outlines import Outline
from reader.importing.feed.recognition import SUFFIXES, Form, form_of, likeness
from reader.importing.importer import Likeness, sample_of
from reader.importing.observation import CannotImport, cannot_import
from reader.importing.source import Source

_MOST_FILES = 1000
"""Files that are looked at beside a list."""

_NOT_HERE = Wording(
    "“{title}”（{address}）不在本机：不从网上取", "“{title}” ({address}) is not here, and nothing is fetched"
)
_DOWNLOAD = Wording("先下载，放在 OPML 旁边，再导入", "download it, put it beside the OPML and import again")
_NO_FEED = Wording("它所指的是另一份 OPML", "what it names is another OPML")
_ALONE = Wording("单独导入那一份", "import that one by itself")


class Shelf:
    """The feeds that lie beside a list, each read once and given out once."""

    def __init__(self, source: Source, outlines: Iterable[Outline], read: Callable[[Source], Feed]) -> None:
        self._source = source
        self._read = read
        names = [_last_part(outline.address) for outline in outlines]
        self._telling_names = {name for name in names if name and names.count(name) == 1}
        self._feeds: list[Feed] | None = None
        self._given: set[str] = set()

    def feed(self, outline: Outline) -> Feed:
        """Return the feed of an outline.

        Raises:
            CannotImport: it is neither named as a file nor found beside the list, or cannot be read.
        """
        if not _is_remote(outline.address):
            source = self._source.beside(unquote(outline.address))
            if form_of(source.head()) is Form.OPML:
                raise cannot_import(source.name, "", _NO_FEED, _ALONE)
            return self._read(source)
        for is_it in (self._says_so, self._has_page, self._has_name, self._has_title):
            for feed in self._beside():
                if feed.source not in self._given and is_it(feed, outline):
                    self._given.add(feed.source)
                    return feed
        what = _NOT_HERE.filled(title=outline.title or outline.address, address=outline.address)
        raise cannot_import(self._source.name, outline.place, what, _DOWNLOAD)

    def _beside(self) -> list[Feed]:
        if self._feeds is None:
            self._feeds = list(filter(None, map(self._tried, self._files())))
        return self._feeds

    def _files(self) -> Iterable[Source]:
        if self._source.path is None:
            return
        folder = Source(
            path=self._source.path.parent, encoding=self._source.encoding, limit=self._source.limit
        )
        for source in islice(folder.files(), _MOST_FILES):
            path = source.path
            # A link may lead out of the folder, and what is out there was not meant.
            if path is not None and path.suffix.lower() in (*SUFFIXES, "") and not path.is_symlink():
                yield source

    def _tried(self, source: Source) -> Feed | None:
        try:
            sample = sample_of(source)
            if likeness(sample) < Likeness.CONTENT or form_of(sample.head) is Form.OPML:
                return None
            return self._read(source)
        except CannotImport:
            return None  # what is beside the list need not belong to it

    def _says_so(self, feed: Feed, outline: Outline) -> bool:
        return bool(feed.address) and _alike(feed.address) == _alike(outline.address)

    def _has_page(self, feed: Feed, outline: Outline) -> bool:
        return bool(outline.page) and _alike(feed.link) == _alike(outline.page)

    def _has_name(self, feed: Feed, outline: Outline) -> bool:
        name = _last_part(outline.address)
        return name in self._telling_names and _last_part(feed.source) == name

    def _has_title(self, feed: Feed, outline: Outline) -> bool:
        return bool(outline.title) and feed.title.casefold() == " ".join(outline.title.split()).casefold()


def _is_remote(address: str) -> bool:
    return "://" in address or address.lower().startswith(("http:", "https:", "feed:"))


def _alike(address: str) -> str:
    """Return an address without what may differ between two names of one page."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


def _last_part(address: str) -> str:
    try:
        path = unquote(urlsplit(address).path) if _is_remote(address) else address
    except ValueError:
        return ""
    return PurePosixPath(path.replace("\\", "/")).name.lower()
