"""What stands in an issue: the articles of its structure with their words, and all the words besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from reader.edition.article import Article, Kind
from reader.importing.mets import telling
from reader.importing.mets.articles import Assembled, Given, assembled
from reader.importing.mets.claims import Piece, Wanted, granted
from reader.importing.mets.descriptions import Described
from reader.importing.mets.items import Group, Item, Part, items_of
from reader.importing.mets.pages import Pages, joined_labels
from reader.importing.mets.roles import Role, kind_of
from reader.importing.mets.sections import Placed
from reader.importing.mets.structure import Area, Mets
from reader.importing.mets.titles import is_said, is_title, titled
from reader.importing.mets.unsegmented import body_size, role_in_print, stories
from reader.importing.observation import Observation


class Contents(NamedTuple):
    """What stands in an issue."""

    placed: list[Placed]
    inferred: list[str]
    """Keys of which something is not printed on the page."""
    observations: list[Observation]
    described: frozenset[str]
    """IDs of descriptions that are of articles."""


@dataclass(slots=True)
class _Claimed:
    """Which words parts get."""

    by_part: dict[int, list[Piece]] = field(default_factory=dict)
    left: list[Piece] = field(default_factory=list)
    wanting: set[int] = field(default_factory=set)
    """Items that point to words at all."""


def contents_of(mets: Mets, pages: Pages, descriptions: dict[str, Described], source: str) -> Contents:
    """Return the articles of an issue; together they have every word of its pages once.

    Without any article in the structure the pages are divided at their headings.
    """
    items = items_of(mets)
    writer = _Contents(pages, descriptions, source)
    claimed = writer.claim(items)
    placed = writer.articles(items, claimed)
    if placed:
        placed += writer.leftovers(claimed.left)
    else:
        placed = writer.divided(claimed.left)
    described = frozenset(key for item in items for key in item.descriptions)
    return Contents(placed, writer.inferred, writer.told(), described)


def contents_without_structure(pages: Pages, source: str) -> Contents:
    """Return the articles of pages that come without a METS file, divided at their headings."""
    writer = _Contents(pages, {}, source)
    placed = writer.divided(writer.claim([]).left)
    return Contents(placed, writer.inferred, writer.told(), frozenset())


class _Contents:
    """Gives words to the items of an issue and sets them as articles."""

    def __init__(self, pages: Pages, descriptions: dict[str, Described], source: str) -> None:
        self._pages = pages
        self._descriptions = descriptions
        self._source = source
        self.inferred: list[str] = []
        self._observations: list[Observation] = []
        self._unknown: list[tuple[str, str]] = []
        self._captioned = self._bare = 0

    def claim(self, items: list[Item]) -> _Claimed:
        """Share out the words of all files."""
        owners = [(number, part) for number, item in enumerate(items) for part in item.parts]
        groups = {id(item.group): item.group for item in items if item.group is not None}
        owners += [(-1, head) for group in groups.values() for head in group.heads]
        wanted: list[list[Wanted]] = [[] for _ in self._pages.files]
        claims: list[tuple[Part, int]] = []
        holders: dict[tuple[int, int, int], set[int]] = {}
        claimed = _Claimed()
        for number, part in owners:
            for area in part.areas:
                found = self._range(area)
                if found is None:
                    continue
                sheet, start, end = found
                wanted[sheet].append(Wanted(len(claims), start, end))
                claims.append((part, sheet))
                if end > start:
                    claimed.wanting.add(number)
                    if self._is_page(sheet, start, end):
                        holders.setdefault(found, set()).add(number)
        shared = {found for found, numbers in holders.items() if len(numbers) > 1}
        self._tell_shared(shared)
        for sheet, file in enumerate(self._pages.files):
            sure = [each for each in wanted[sheet] if (sheet, each.start, each.end) not in shared]
            by_claim, left = granted(sheet, file, sure)
            claimed.left += left
            for claim in sorted(by_claim):
                claimed.by_part.setdefault(id(claims[claim][0]), []).extend(by_claim[claim])
        return claimed

    def _range(self, area: Area) -> tuple[int, int, int] | None:
        """Return a file's number and the range of words an area points to; None for none of ours."""
        sheet = self._pages.numbers.get(area.file)
        if sheet is None:
            return None
        file = self._pages.files[sheet]
        if area.is_whole:
            return sheet, 0, len(file.words)
        begin, end = file.ranges.get(area.begin), file.ranges.get(area.end)
        if begin is None:
            self._unknown.append((area.place, area.begin or "COORDS"))
            return None
        return sheet, begin[0], max(begin[1], end[1] if end is not None else 0)

    def _is_page(self, sheet: int, start: int, end: int) -> bool:
        file = self._pages.files[sheet]
        return len(file.blocks) > 1 and any((page.start, page.end) == (start, end) for page in file.pages)

    def _tell_shared(self, shared: Iterable[tuple[int, int, int]]) -> None:
        labels = [self._pages.labels[self._pages.page_at(sheet, start)] for sheet, start, _ in sorted(shared)]
        if labels:
            self._observations.append(telling.shared_pages(self._source, joined_labels(labels)))

    def articles(self, items: list[Item], claimed: _Claimed) -> list[Placed]:
        """Return the articles of the items that have words or a title."""
        placed: list[Placed] = []
        robbed: list[str] = []
        page = 0
        for number, item in enumerate(items):
            given = [each for part in item.parts for each in self._given(part, claimed)]
            made = self._assembled(given, self._kind(item))
            if made.first is None and number in claimed.wanting:
                robbed.append(item.label or item.kind.wording.en)
            article = self._entitled(made.article, item)
            if made.first is not None:
                page = self._pages.page_of(made.first)
            if made.first is not None or article.headline:
                name = self._group_name(item.group, claimed)
                placed.append(Placed(article, page, name, id(item.group)))
        if robbed:
            self._observations.append(telling.twice_claimed(self._source, robbed))
        return placed + self._lost_heads(items, claimed, placed)

    def _given(self, part: Part, claimed: _Claimed) -> Iterator[Given]:
        """Yield a part with its words; where the structure says nothing of blocks, their own tags count."""
        pieces = claimed.by_part.get(id(part), [])
        if part.role is not Role.PARAGRAPH or part.is_one:
            yield Given(part.role, pieces, part.is_one, part.row)
            return
        for (sheet, block), run in groupby(pieces, lambda piece: (piece.sheet, piece.block)):
            yield Given(role_in_print(self._pages.files[sheet].blocks[block], 0), list(run))

    def _lost_heads(self, items: list[Item], claimed: _Claimed, placed: list[Placed]) -> list[Placed]:
        """Return headings of sections that no article has come into."""
        used = {each.group_key for each in placed}
        lost = {
            id(item.group): item.group
            for item in items
            if item.group is not None and id(item.group) not in used
        }
        heads = [head for group in lost.values() for head in group.heads]
        pieces = [piece for head in heads for piece in claimed.by_part.get(id(head), [])]
        return self.leftovers(pieces)

    def _assembled(self, given: list[Given], kind: Kind) -> Assembled:
        made = assembled(self._pages.files, given, kind)
        self._bare += made.bare_pictures
        self._captioned += len(made.article.photos)
        return made

    def _kind(self, item: Item) -> Kind:
        if item.kind is not Kind.NEWS:
            return item.kind
        genres = (self._descriptions[key].genre for key in item.descriptions if key in self._descriptions)
        return next((kind for genre in genres if (kind := kind_of(genre))), Kind.NEWS)

    def _entitled(self, article: Article, item: Item) -> Article:
        """Return an article with what its descriptions say: a title the page has not, authors."""
        said = [self._descriptions[key] for key in item.descriptions if key in self._descriptions]
        if item.is_masthead:
            return article
        title = next((each.title for each in said if each.title), None) or item.label
        article, is_given = titled(article, title)
        if is_given:
            self.inferred.append("headline")
        subtitle = next((each.subtitle for each in said if each.title and each.subtitle), None)
        if subtitle and not article.deck and not is_said(subtitle, article):
            article = replace(article, deck=subtitle)
        authors = next((each.authors for each in said if each.authors), ())
        return replace(article, authors=authors)

    def _group_name(self, group: Group | None, claimed: _Claimed) -> str:
        if group is None:
            return ""
        given = [Given(Role.HEADLINE, claimed.by_part.get(id(head), [])) for head in group.heads]
        printed = assembled(self._pages.files, given, Kind.NEWS).article.headline
        return printed or (group.label if is_title(group.label) else "")

    def leftovers(self, left: list[Piece]) -> list[Placed]:
        """Return what no article has, page by page."""
        placed, words, labels = [], 0, []
        for page, pieces in self._by_page(left).items():
            made = assembled(self._pages.files, [Given(Role.PARAGRAPH, pieces, is_one=False)], Kind.NEWS)
            placed.append(Placed(made.article, page, is_left=True))
            words += sum(piece.end - piece.start for piece in pieces)
            labels.append(self._pages.labels[page])
        if placed:
            self._observations.append(telling.left_over(self._source, words, joined_labels(labels)))
        return placed

    def divided(self, left: list[Piece]) -> list[Placed]:
        """Return articles of pages that are divided at headings."""
        body = body_size(self._pages.files)
        placed = [
            Placed(self._assembled(story.parts, story.kind).article, page)
            for page, pieces in self._by_page(left).items()
            for story in stories(self._pages.files, pieces, body)
        ]
        if placed:
            self._observations.append(telling.divided_here(self._source))
            self.inferred += ["headline"] if any(each.article.headline for each in placed) else []
        return placed

    def _by_page(self, pieces: Iterable[Piece]) -> dict[int, list[Piece]]:
        pages: dict[int, list[Piece]] = {}
        for piece in pieces:
            pages.setdefault(self._pages.page_of(piece), []).append(piece)
        return pages

    def told(self) -> list[Observation]:
        """Return what there is to tell."""
        told = list(self._observations)
        if self._unknown:
            told.append(telling.unknown_areas(self._source, self._unknown))
        if self._captioned or self._bare:
            told.append(telling.pictures_left(self._source, self._captioned, self._bare))
        return told
