"""The outline of an edition's file: notices and sections, their articles, and the subheads in these."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from reader.copydesk.manuscript import Manuscript
from reader.edition.printable import printable_line
from reader.proofreading.passage import Role
from reader.proofreading.proof import ProofArticle, ProofNotice

_UNNAMED = "—"


class Sort(StrEnum):
    """What a heading is over."""

    NOTICE = "notice"
    SECTION = "section"
    ARTICLE = "article"
    SUBHEAD = "subhead"


class Heading(NamedTuple):
    """A part of a file with its title; offsets in the file's text, in characters."""

    sort: Sort
    title: str
    detail: str
    """An issuer, a page or a byline; may be empty."""
    start: int
    end: int
    """Behind the part's last text."""
    title_start: int
    title_end: int
    """Where the title is written, within the part; nothing long where the file does not write one."""
    below: tuple[Heading, ...] = ()


def outline(manuscript: Manuscript) -> tuple[Heading, ...]:
    """Return the headings of a manuscript in file order."""
    extents = _extents(manuscript)
    proof = manuscript.proof
    articles: dict[str, list[Heading]] = {}
    for article in proof.articles:
        holder = article.path.partition(".")[0]
        articles.setdefault(holder, []).append(_article(manuscript, extents, article))
    made = [_notice(extents, notice) for notice in proof.notices]
    for number, section in enumerate(proof.edition.sections):
        path = f"sections[{number}]"
        below = tuple(articles.get(path, ()))
        page = section.page or ""
        made.append(_heading(Sort.SECTION, extents, path, (section.name, page), f"{path}.name", below))
    return tuple(sorted(made, key=lambda one: one.start))


def _extents(manuscript: Manuscript) -> dict[str, tuple[int, int]]:
    """Return where every value begins, keys left out, and where its last text ends."""
    lines, text = manuscript.lines, manuscript.text
    extents = {}
    for opening in manuscript.scalars.openings:
        start = lines.start(opening.line + 1) + opening.column
        extents[opening.path] = (start, start)
    for scalar in manuscript.scalars.texts.values():
        end = scalar.start + len(text[scalar.start : scalar.end].rstrip())
        extents[scalar.path] = (scalar.start, end)
        for holder in _holders(scalar.path):
            start, last = extents[holder]
            extents[holder] = (start, max(last, end))
    return extents


def _holders(path: str) -> Iterator[str]:
    """Yield what a value is in: ``a[0]`` and ``a`` of ``a[0].b``."""
    while path:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
        yield path


def _notice(extents: dict[str, tuple[int, int]], one: ProofNotice) -> Heading:
    notice = one.notice
    title = f"{one.path}.headline" if notice.headline else f"{one.path}.event"
    return _heading(Sort.NOTICE, extents, one.path, (notice.title, notice.issuer or ""), title)


def _article(manuscript: Manuscript, extents: dict[str, tuple[int, int]], one: ProofArticle) -> Heading:
    article = one.article
    title = f"{one.path}.headline" if article.headline else f"{one.path}.slug"
    below = tuple(_subheads(manuscript, extents, one))
    return _heading(Sort.ARTICLE, extents, one.path, (article.title, article.byline or ""), title, below)


def _heading(
    sort: Sort,
    extents: dict[str, tuple[int, int]],
    path: str,
    words: tuple[str, str],
    title: str,
    below: tuple[Heading, ...] = (),
) -> Heading:
    start, end = extents[path]
    title_start, title_end = extents.get(title, (start, start))
    name, detail = (" ".join(printable_line(word).split()) for word in words)
    return Heading(sort, name or _UNNAMED, detail, start, end, title_start, title_end, below)


def _subheads(
    manuscript: Manuscript, extents: dict[str, tuple[int, int]], article: ProofArticle
) -> Iterator[Heading]:
    found = [passage for passage in article.body if passage.role is Role.SUBHEAD]
    places = [manuscript.place(passage.spot(0, len(passage.text))) for passage in found]
    lines = manuscript.lines
    # Each reaches to the line of the next.
    stops = [lines.start(place.line) for place in places[1:]]
    last = extents[f"{article.path}.body"][1] if found else 0
    for passage, place, stop in zip(found, places, [*stops, last], strict=False):
        end = place.start + len(manuscript.text[place.start : stop].rstrip())
        name = " ".join(printable_line(passage.text).split())
        yield Heading(
            Sort.SUBHEAD, name or _UNNAMED, "", place.start, max(place.end, end), place.start, place.end
        )
