"""Where the parts of an edition stand in a document, or in the documents of a book: what links lead to."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from reader.edition.edition import Edition
from reader.edition.reference import NOTICE_PREFIX, Reference

CONTENTS_ANCHOR = "contents"
"""The anchor of the contents."""
NOTICES_ANCHOR = "notices"
"""The anchor of the notices."""
TOP_ANCHOR = "top"
"""The anchor of the head of the document."""
CONTENT_ANCHOR = "content"
"""The anchor of the first section."""

_NUMBERED = ("section-", "notice-", "piece-")
# A name that is an ID of XML and needs no quoting in an address or a style sheet.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")


def _one_document(_: int | None) -> str:
    return ""


class Places:
    """The anchors of an edition's sections, articles and notices, each its own.

    An article's is its id where that is a plain name, so that links to it stay good from one export to the
    next; sections, notices and others are numbered. `document` gives the file a section (its number from 0)
    or the notices (None) stand in; the usual one says that all stands in one.
    """

    def __init__(self, edition: Edition, document: Callable[[int | None], str] = _one_document) -> None:
        self._date = edition.date
        self._document = document
        self._notices = {notice.id: f"notice-{n}" for n, notice in enumerate(edition.notices, 1)}
        self._articles: list[list[str]] = []
        self._by_id: dict[str, str] = {}
        self._by_page: dict[str, str] = {}
        for number, section in enumerate(edition.sections):
            if section.page is not None:
                self._by_page.setdefault(section.page, self.section_address(number))
        name = _namer()
        for number, section in enumerate(edition.sections):
            self._articles.append([name(article.id) for article in section.articles])
            for place, article in enumerate(section.articles):
                address = self.article_address(number, place)
                self._by_id.setdefault(article.id, address)
                if article.page is not None:
                    self._by_page.setdefault(article.page, address)

    def article(self, section: int, number: int) -> str:
        """Return the anchor of an article: its section's number and its own there, from 0."""
        return self._articles[section][number]

    @staticmethod
    def section(number: int) -> str:
        """Return the anchor of a section, its number from 0."""
        return f"section-{number + 1}"

    def notice(self, notice_id: str) -> str | None:
        """Return the anchor of a notice of this edition, None when it prints no such notice."""
        return self._notices.get(notice_id)

    def section_address(self, number: int) -> str:
        """Return what ``href`` of a link to a section is."""
        return f"{self._document(number)}#{self.section(number)}"

    def article_address(self, section: int, number: int) -> str:
        """Return what ``href`` of a link to an article is."""
        return f"{self._document(section)}#{self.article(section, number)}"

    def notices_address(self) -> str:
        """Return what ``href`` of a link to the notices is."""
        return f"{self._document(None)}#{NOTICES_ANCHOR}"

    def address(self, link: str) -> str | None:
        """Return what ``href`` of a piece's link is, None when it leads out of this edition or nowhere.

        A link is an article's id, a whole reference or ``page:2``, as `reader.typesetting.piece` has them.
        """
        page = link.removeprefix("page:")
        if page != link:
            return self._by_page.get(page)
        piece = link
        if "/" in link:
            try:
                reference = Reference.parse(link)
            except ValueError:
                return None
            if reference.date != self._date:
                return None
            piece = reference.piece
        if piece.startswith(NOTICE_PREFIX):
            anchor = self.notice(piece.removeprefix(NOTICE_PREFIX))
            return f"{self._document(None)}#{anchor}" if anchor else None
        return self._by_id.get(piece)


def _namer() -> Callable[[str], str]:
    """Return what gives each article its anchor, asked in reading order."""
    taken = {CONTENTS_ANCHOR, NOTICES_ANCHOR, TOP_ANCHOR, CONTENT_ANCHOR}
    numbers = count(1)

    def name(own: str) -> str:
        is_plain = _PLAIN.match(own) and not own.startswith(_NUMBERED)
        chosen = own if is_plain and own not in taken else f"piece-{next(numbers)}"
        taken.add(chosen)
        return chosen

    return name
