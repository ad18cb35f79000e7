"""An edition as Markdown (CommonMark 0.31, tables as GitHub writes them): one document in reading order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reader.edition.printable import printable
from reader.exporting.imprint import imprint, notices_label, section_label
from reader.typesetting.article_copy import paper_tongue
from reader.typesetting.copy import article_copy, notice_copy
from reader.typesetting.role import Role

if TYPE_CHECKING:
    from reader.edition.article import Article
    from reader.edition.edition import Edition
    from reader.edition.notice_board import Standing
    from reader.edition.wording import Tongue
    from reader.typesetting.piece import Piece

# What CommonMark reads as markup inside a line (2.4 lists what a backslash may stand before): emphasis, code,
# links, HTML, entities, strikethrough, and the autolinks and tables of GitHub.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$]")
# What it reads as markup only where a line begins: headings, lists, rules, setext underlines, block quotes.
_OPENING = re.compile(r"\s*(?:(#{1,6})(?=\s|$)|([-+=])|(\d{1,9})([.)])(?=\s|$))")
# And where a heading ends: a closing run of #.
_CLOSING = re.compile(r"(?<!\\)#+\Z")
_HARD_BREAK = "\\\n"
_SAID_ABOVE = frozenset({Role.HEADLINE, Role.BYLINE})


def edition_markdown(edition: Edition, standings: Iterable[Standing], as_of: dt.date | None) -> Iterator[str]:
    """Yield the blocks of a whole edition as Markdown, to be parted by blank lines; no line is wrapped.

    Section names are headings of the second level, headlines of the third, subheads of the fourth. What
    its place does not tell from the text is set off: kicker and deck strong; authors, summary and signoff
    emphasised; the column's label both.
    """
    tongue = paper_tongue(edition)
    yield f"# {escaped(edition.paper)}"
    yield _HARD_BREAK.join(escaped(line) for line in imprint(edition))
    standings = list(standings)
    if standings:
        yield f"## {escaped(notices_label(as_of, tongue))}"
    for standing in standings:
        yield from notice_markdown(edition, standing, tongue)
    for section in edition.sections:
        yield f"## {escaped(section_label(section, tongue))}"
        for article in section.articles:
            yield from article_markdown(edition, article)


def article_markdown(edition: Edition, article: Article, level: int = 3) -> Iterator[str]:
    """Yield the blocks of one article, its headline a heading of this level."""
    yield from _blocks(article_copy(edition, article).all(), level)


def text_markdown(edition: Edition, article: Article, level: int) -> Iterator[str]:
    """Yield an article's blocks without headline and byline, for a document that has said both.

    Its subheads are headings of the level below `level`.
    """
    pieces = article_copy(edition, article).all()
    yield from _blocks((piece for piece in pieces if piece.role not in _SAID_ABOVE), level)


def notice_markdown(edition: Edition, standing: Standing, tongue: Tongue, level: int = 3) -> Iterator[str]:
    """Yield the blocks of one notice with its state, its title a heading of this level."""
    yield from _blocks(notice_copy(standing, edition, tongue).all(), level)


def escaped(text: str) -> str:
    """Return text that Markdown renders as these characters and nothing else, on one line."""
    text = _SPECIAL.sub(r"\\\g<0>", printable(text).replace("\n", " ").strip(" "))
    text = _CLOSING.sub(lambda match: "\\" + match.group(), text)
    return _OPENING.sub(_escaped_opening, text, count=1) if _OPENING.match(text) else text


def _escaped_opening(match: re.Match[str]) -> str:
    hashes, mark, number, stop = match.groups()
    return f"{number}\\{stop}" if number else f"\\{hashes or mark}"


def _blocks(pieces: Iterable[Piece], level: int) -> Iterator[str]:
    """Yield the pieces as blocks; a quote with its speaker is one, as are the items of a list."""
    together: list[Piece] = []
    for piece in pieces:
        if together and not _belongs(together[-1], piece):
            yield _block(together, level)
            together = []
        together.append(piece)
    if together:
        yield _block(together, level)


def _belongs(before: Piece, piece: Piece) -> bool:
    """Do these two pieces make one block of Markdown?"""
    pair = (before.role, piece.role)
    if pair == (Role.LIST, Role.LIST):
        return (before.lead[:1].isdigit()) == (piece.lead[:1].isdigit())
    return pair in {(Role.QUOTE, Role.SPEAKER), (Role.TABLE_HEAD, Role.TABLE), (Role.NOTICE_FACT,) * 2}


def _block(pieces: list[Piece], level: int) -> str:
    first = pieces[0]
    match first.role:
        case Role.HEADLINE:
            return f"{'#' * level} {escaped(first.text)}"
        case Role.SUBHEAD:
            return f"{'#' * (level + 1)} {escaped(first.text)}"
        case Role.KICKER | Role.DECK | Role.NOTICE_LEVEL:
            return f"**{_words(first)}**"
        case Role.COLUMN:
            return f"***{_words(first)}***"
        case Role.SUMMARY | Role.SIGNOFF:
            return f"*{_words(first)}*"
        case Role.BYLINE if first.field == "authors":
            return f"*{_words(first)}*"
        case Role.QUOTE:
            return "\n>\n".join(f"> {_words(piece)}" for piece in pieces)
        case Role.LIST:
            return "\n".join(_item(piece) for piece in pieces)
        case Role.NOTICE_FACT:
            return "\n".join(f"- {_words(piece)}" for piece in pieces)
        case Role.TABLE | Role.TABLE_HEAD:
            return _table("\n".join(piece.text for piece in pieces))
        case Role.VERSE:
            return _verse(first.text)
        case Role.RULE:
            return "---"
        case Role.JUMP | Role.CORRECTION if first.link and "/" in first.link:
            # Into another edition: only the address says to which article.
            gap = " " if first.lead.endswith(" ") else ""
            return f"{escaped(first.lead)}{gap}[{escaped(first.text)}](<{_address(first.link)}>)"
        case Role.PHOTO if first.link:
            return f"![{escaped(first.text)}](<{_address(first.link)}>)"
        case _:
            return _words(first)


def _words(piece: Piece) -> str:
    return escaped(piece.lead + piece.text)


def _item(piece: Piece) -> str:
    """One item of a list; a number stays as written, else a bullet stands for the layout's mark."""
    mark = piece.lead.strip() if piece.lead[:1].isdigit() else "-"
    return f"{mark} {escaped(piece.text)}"


def _table(text: str) -> str:
    """A table as GitHub writes it: a head row first, every row as long as the longest."""
    rows = [row.split("\t") for row in text.split("\n")]
    columns = max(len(row) for row in rows)
    lines = ["| " + " | ".join([*map(escaped, row), *[""] * (columns - len(row))]) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


def _verse(text: str) -> str:
    """Lines of verse kept as broken; an empty line parts stanzas."""
    stanzas = [stanza.split("\n") for stanza in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n"))]
    return "\n\n".join(_HARD_BREAK.join(escaped(line) for line in stanza) for stanza in stanzas)


def _address(path: str) -> str:
    """A link target between angle brackets, where only these may not stand (CommonMark 6.6)."""
    return re.sub(r"[\\<>]", r"\\\g<0>", printable(path).replace("\n", " "))
