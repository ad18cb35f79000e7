"""A feed and its items, whatever format they came in."""

from __future__ import annotations

from typing import NamedTuple

from reader.edition.wording import Wording
from reader.importing.feed.moments import Moment
from reader.importing.observation import Grade, Observation

_MORE = Wording("后面还有一页，没有取来：{address}", "it goes on at {address}, which is not fetched")
_DOWNLOAD = Wording("要全部就下载那一页，另行导入", "for all of it download that page and import it too")

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")


class Words(NamedTuple):
    """A text as the feed carries it."""

    text: str
    is_html: bool = False
    base: str = ""
    """What its relative addresses are relative to; empty where nobody says."""
    keeps_lines: bool = False
    """Of plain text: is every line one of its own?"""


class Medium(NamedTuple):
    """A file an item points at: a picture, a recording, a document; nothing of it is fetched."""

    address: str
    type: str = ""
    """Its media type, or ``image``, ``audio``… where only that is known; empty where nobody says."""
    title: str = ""
    """What is said of it; of a picture that is its caption."""
    credit: str = ""

    @property
    def is_picture(self) -> bool:
        """Is it a picture, by its type or, where nobody says, by its name?"""
        kind = self.type.lower().partition("/")[0]
        return kind == "image" or (not kind and self.address.partition("?")[0].lower().endswith(_PICTURES))


class Item(NamedTuple):
    """One entry of a feed."""

    part: str
    """How messages name it: ``entry 3``."""
    title: Words | None = None
    deck: Words | None = None
    texts: tuple[Words, ...] = ()
    """Everything it says: content, summary, description, in the order of the source."""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    """Those of its categories that the feed marks as sections of a paper."""
    link: str = ""
    own_id: str = ""
    origin: str = ""
    """The feed it was taken over from."""
    moment: Moment | None = None
    media: tuple[Medium, ...] = ()
    elsewhere: str = ""
    """Where its text lies, if not in the feed."""


class Feed(NamedTuple):
    """A feed as it is read, before it is made a paper."""

    source: str
    """The file, as messages name it."""
    title: str = ""
    motto: str = ""
    publisher: str = ""
    editor: str = ""
    language: str = ""
    link: str = ""
    address: str = ""
    """Where it says that it is to be had itself."""
    moment: Moment | None = None
    """When the feed as a whole was published, of use where no item is dated."""
    items: tuple[Item, ...] = ()
    observations: tuple[Observation, ...] = ()


def there_is_more(source: str, address: str) -> Observation:
    """Return what is told of a feed that goes on in another document (RFC 5005, JSON Feed ``next_url``)."""
    return Observation(Grade.UNDECIDED, source, "", _MORE.filled(address=address), _DOWNLOAD)
