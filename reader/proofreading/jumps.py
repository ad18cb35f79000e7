"""Where an edition says that an article goes on elsewhere: in its fields, and in lines like 下转第2版."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.edition.article import Jump
from reader.proofreading.page_numbers import NUMERAL, page_key
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import Proof, ProofArticle

_LINE = re.compile(
    f"(?P<to>下转|转)(?:本报)?\\s*第?\\s*(?P<to_page>[A-Za-z]?[0-9０-９]{{1,3}}|{NUMERAL})\\s*版"
    f"|(?P<from>上接|紧接)(?:本报)?\\s*第?\\s*(?P<from_page>[A-Za-z]?[0-9０-９]{{1,3}}|{NUMERAL})\\s*版"
    "|(?P<on>continued|cont['’]?d\\.?|turn)\\s+(?:on|to)\\s+(?:page|p\\.?)\\s*(?P<on_page>[A-Z]?\\d{1,3})\\b"
    "|(?P<off>continued|cont['’]?d\\.?)\\s+from\\s+(?:page|p\\.?)\\s*(?P<off_page>[A-Z]?\\d{1,3})\\b",
    re.IGNORECASE,
)
_BEFORE = re.compile("(?:^|[（(【\\[。！？”.!?\\s])\\s*\\Z")
_AFTER = re.compile("\\s*(?:《[^》]{1,40}》)?\\s*[.。]?\\s*(?:\\Z|[）)】\\]])")
_SIGNS = ("版", "ontinued", "ont'd", "ont’d", "ontd", "urn to", "ONT", "URN TO")
"""One of these is in every line that is a jump: looked for first, as it is quick."""


class JumpLine(NamedTuple):
    """A line of text that says where an article goes on, or where it comes from."""

    passage: Passage
    start: int
    end: int
    goes_on: bool
    page: str
    """As written."""


def jump_lines(article: ProofArticle) -> Iterator[JumpLine]:
    """Yield the jump lines of an article: in brackets, or a paragraph's own beginning or end."""
    for passage in article.passages:
        if passage.role not in (Role.PARAGRAPH, Role.SIGNOFF):
            continue
        if not any(sign in passage.text for sign in _SIGNS):
            continue
        for match in _LINE.finditer(passage.text):
            starts = match.start() == 0 or _BEFORE.search(
                passage.text, max(0, match.start() - 4), match.start()
            )
            if not (starts and _AFTER.match(passage.text, match.end())) and not _is_opening(match):
                continue
            goes_on = bool(match["to"] or match["on"])
            page = match["to_page"] or match["from_page"] or match["on_page"] or match["off_page"]
            yield JumpLine(passage, match.start(), match.end(), goes_on, page)


def _is_opening(match: re.Match[str]) -> bool:
    """Does the paragraph begin with it? 上接第一版 stands so before the text that goes on."""
    return match.start() == 0 and bool(match["from"] or match["off"])


class Pages(NamedTuple):
    """The pages of an edition, each by its key (`page_key`)."""

    of_article: dict[str, str]
    """By the article's path; articles of no known page are not in it."""
    known: frozenset[str]

    @classmethod
    def of(cls, proof: Proof) -> Pages:
        """Return the pages of an edition."""
        found = {}
        for article in proof.articles:
            page = article.article.page or article.section.page
            if page:
                found[article.path] = page_key(page)
        sections = {page_key(section.page) for section in proof.edition.sections if section.page}
        return cls(found, frozenset(sections | set(found.values())))


class Half(NamedTuple):
    """What an article says of its other half."""

    article: ProofArticle
    goes_on: bool
    jump: Jump | None
    line: JumpLine | None
    """Of the two at least one is there; where both are, the field counts."""

    @property
    def page(self) -> str | None:
        """The key of the page it names."""
        if self.jump is not None:
            return page_key(self.jump.page) if self.jump.page else None
        return page_key(self.line.page) if self.line else None


def halves(proof: Proof) -> Iterator[Half]:
    """Yield every half of an article, both ends of one that comes from somewhere and goes on again."""
    for article in proof.articles:
        lines = {line.goes_on: line for line in jump_lines(article)}
        for goes_on, jump in ((False, article.article.jump_from), (True, article.article.jump_to)):
            if jump is not None or goes_on in lines:
                yield Half(article, goes_on, jump, lines.get(goes_on))
