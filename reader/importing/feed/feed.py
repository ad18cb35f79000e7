"""Feeds as dated editions: RSS, Atom, JSON Feed, or an OPML list of such files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.edition.edition import Masthead
from reader.edition.wording import Wording
from reader.importing.feed.recognition import SUFFIXES, Form, form_of, likeness
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer
from reader.importing.observation import CannotImport, Observation, cannot_import
from reader.importing.source import Source, head_of

if TYPE_CHECKING:
    from reader.importing.feed.item import Feed

_FOLDER = Wording("这是文件夹，不是 feed", "this is a folder, not a feed")
_NAME_FILE = Wording("写出其中的文件，或一份 OPML", "name the files in it, or an OPML list")
_NONE_LISTED = Wording("这份 OPML 没有列出 feed", "this OPML lists no feeds")
_EXPORT_AGAIN = Wording("从阅读器里重新导出订阅列表", "export the list of subscriptions again")
_NONE_HERE = Wording(
    "所列的 {count} 个 feed 一个也没有读到", "of the {count} feeds it lists none could be read"
)
_DOWNLOAD = Wording("先把它们下载到 OPML 旁边", "download them first and put them beside the OPML")
_BETWEEN_GROUPS = " · "


def read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    """Yield the edition of a feed, or of the feeds in a list with an error for each that is not there.

    Raises:
        CannotImport: nothing of it can be read.
    """
    if source.is_folder:
        raise cannot_import(source.name, "", _FOLDER, _NAME_FILE)
    data = source.data()
    if form_of(head_of(data)) is Form.OPML:
        yield from _read_list(source, data, wishes)
        return
    from reader.importing.feed.papers import paper_of_feed

    yield paper_of_feed(source, _feed(source, data), wishes)


def _feed(source: Source, data: bytes | None = None) -> Feed:
    data = source.data() if data is None else data
    if form_of(head_of(data)) is Form.JSON:
        from reader.importing.feed.json_feed import read_json_feed

        return read_json_feed(data, source.name, source.encoding)
    from reader.importing.feed.syndication import read_syndicated

    return read_syndicated(data, source.name, source.encoding)


def _read_list(source: Source, data: bytes, wishes: Wishes) -> Iterator[Imported | Observation]:
    from reader.importing.feed.beside import Shelf
    from reader.importing.feed.outlines import read_outlines
    from reader.importing.feed.papers import Paper, Part, edition_of

    listing = read_outlines(data, source.name, source.encoding)
    yield from listing.observations
    if not listing.outlines:
        raise cannot_import(source.name, "", _NONE_LISTED, _EXPORT_AGAIN)
    shelf = Shelf(source, listing.outlines, _feed)
    parts = []
    for number, outline in enumerate(listing.outlines):
        wishes.step(number, len(listing.outlines))
        try:
            feed = shelf.feed(outline)
        except CannotImport as error:
            yield error.observation
            continue
        named = feed._replace(title=outline.title or feed.title)
        parts.append(Part(named, _BETWEEN_GROUPS.join(outline.groups) or named.title))
    if not parts:
        raise cannot_import(source.name, "", _NONE_HERE.filled(count=len(listing.outlines)), _DOWNLOAD)
    masthead = Masthead(editor=listing.owner or None)
    yield edition_of(source, Paper(listing.title, masthead), parts, wishes)


FEED = Importer(
    "feed",
    Wording("RSS、Atom、JSON Feed，或 OPML 订阅列表", "RSS, Atom, JSON Feed, or an OPML list of them"),
    SUFFIXES,
    likeness,
    read,
    extra="feeds",
)
