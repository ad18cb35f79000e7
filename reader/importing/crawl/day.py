"""The pieces of one day put together: pages in order, gaps and doubles told."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from reader.edition.article import Article
from reader.edition.edition import Section
from reader.edition.wording import Wording
from reader.importing.crawl.names import paper_in
from reader.importing.crawl.piece import Piece
from reader.importing.finishing import Draft, finished
from reader.importing.imported import Imported, Picture, Wishes
from reader.importing.language import language_of
from reader.importing.observation import Grade, Observation

_GAP = Wording("第 {page} 版缺第 {numbers} 篇", "page {page} lacks number {numbers}")
_NO_PAGE = Wording("缺第 {numbers} 版", "page {numbers} is lacking")
_FETCH = Wording("看看是不是漏抓了", "see whether they were missed")
_TWICE = Wording("与 {first} 是同一篇，两处都留", "the same as {first}; both are kept")
_REMOVE = Wording("多余就删去一处", "remove one if it is too many")
_LEFT = Wording("没有收进来的字段：{keys}", "fields that were not taken over: {keys}")
_NO_PLACE = Wording("格式里没有它们的位置", "an edition has no place for them")
_FOLDER = Wording("报名取自文件夹名：{paper}", "the paper is named after the folder: {paper}")
_SOURCE = Wording("报名取自文章来源：{paper}", "the paper is named after its articles' source: {paper}")
_SAY_PAPER = Wording("不对就用 --paper 说明", "if it is not, name it with --paper")
_MOST_KEYS = 12
_MOST_MISSING = 8
_LETTERED = re.compile(r"([A-Z]*)(\d+)\Z")


def by_paper(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of each paper, where all say theirs and they are not of one; else all together."""
    papers = dict.fromkeys(piece.paper for piece in pieces)
    if len(papers) < 2 or None in papers:
        return [list(pieces)]
    return [[piece for piece in pieces if piece.paper == paper] for paper in papers]


def edition_of(
    pieces: Sequence[Piece], date: dt.date | None, folder_paper: str | None, wishes: Wishes
) -> Imported:
    """Return the edition of one day's pieces.

    Pages stand in the order of their numbers, articles in the order of theirs; what has none comes as the
    files come. The paper is what the files say, else what their folder is called, which is a guess.
    """
    placed = sorted(pieces, key=_order)
    source = pieces[0].source
    papers = Counter(piece.paper for piece in pieces if piece.paper)
    told = [observation for piece in placed for observation in piece.observations]
    told += _doubles(placed)
    told += _gaps(placed, source)
    told += _left(pieces, source)
    paper = papers.most_common(1)[0][0] if papers else None
    inferred: tuple[str, ...] = ()
    if paper is None and wishes.paper is None:
        what, paper = (_FOLDER, folder_paper) if folder_paper else (_SOURCE, _only_source(pieces))
        if paper is not None:
            inferred = ("paper",)
            told.append(Observation(Grade.GUESSED, source, "", what.filled(paper=paper), _SAY_PAPER))
    shown, pictures = _with_pictures(placed)
    draft = Draft(
        source=source,
        paper=paper,
        date=date,
        issue=next((piece.issue for piece in pieces if piece.issue), None),
        inferred=inferred,
        sections=_sections(shown),
        observations=tuple(told),
        pictures=pictures,
    )
    return finished(draft, wishes)


def _only_source(pieces: Sequence[Piece]) -> str | None:
    """Return the one source all articles give, if that is a paper."""
    sources = {piece.article.source for piece in pieces}
    source = sources.pop() if len(sources) == 1 else None
    return source if source and paper_in(source) == source else None


def _order(piece: Piece) -> tuple[bool, str, int, str, float]:
    """Return where a piece stands: ``01`` before ``02`` before ``A01``; without a page last, as it came."""
    match = _LETTERED.match(piece.page or "")
    letters, number = (match[1], int(match[2])) if match else ("", 0)
    at = piece.number if piece.number is not None else float("inf")
    return (piece.page is None, letters, number, piece.page or "", at if piece.page else 0)


def _sections(placed: Sequence[Piece]) -> tuple[Section, ...]:
    """Return a section for each page; one without a name of its own is called by its number."""
    names: dict[str | None, str] = {}
    for piece in placed:
        if piece.section and piece.page:
            names.setdefault(piece.page, piece.section)
    is_chinese = language_of(" ".join(_words(piece.article) for piece in placed[:10])).startswith("zh")
    found: dict[tuple[str | None, str], list[Article]] = {}
    for piece in placed:
        name = piece.section or names.get(piece.page) or _page_words(piece.page, is_chinese=is_chinese)
        found.setdefault((piece.page, name), []).append(piece.article)
    return tuple(
        Section(name=name, page=page, articles=tuple(articles)) for (page, name), articles in found.items()
    )


def _words(article: Article) -> str:
    return f"{article.headline or ''} {article.body[:200]}"


def _page_words(page: str | None, *, is_chinese: bool) -> str:
    if page is None:
        return ""
    number = page.lstrip("0") or page
    return f"第{number}版" if is_chinese else f"Page {number}"


def _doubles(placed: Sequence[Piece]) -> Iterator[Observation]:
    """Tell articles that stand in the paper twice, word for word."""
    first: dict[tuple[str | None, str], Piece] = {}
    for piece in placed:
        if not piece.article.body:
            continue
        other = first.setdefault((piece.article.headline, piece.article.body), piece)
        if other is not piece:
            place = other.part if other.source == piece.source else other.source
            yield Observation(Grade.UNDECIDED, piece.source, piece.part, _TWICE.filled(first=place), _REMOVE)


def _gaps(placed: Sequence[Piece], source: str) -> Iterator[Observation]:
    """Tell numbers that are missing among those of a page, and pages that are missing among the others."""
    numbers: dict[str, set[int]] = {}
    for piece in placed:
        if piece.page is not None and piece.number is not None:
            numbers.setdefault(piece.page, set()).add(piece.number)
    pages = {int(page) for page in numbers if page.isdecimal()}
    if missing := _missing(pages):
        yield Observation(Grade.UNDECIDED, source, "", _NO_PAGE.filled(numbers=missing), _FETCH)
    for page, known in numbers.items():
        if missing := _missing(known):
            yield Observation(Grade.UNDECIDED, source, "", _GAP.filled(page=page, numbers=missing), _FETCH)


def _missing(known: set[int]) -> str:
    """Return the numbers from 1 (or 0) to the last that are not there, runs as ``3–5``."""
    runs: list[str] = []
    before = 0
    for number in sorted(known):
        if number > before + 1:
            first, last = before + 1, number - 1
            runs.append(str(first) if first == last else f"{first}–{last}")
        before = number
    return ", ".join(runs[:_MOST_MISSING]) + (" …" if len(runs) > _MOST_MISSING else "")


def _left(pieces: Sequence[Piece], source: str) -> Iterator[Observation]:
    """Tell the keys that an edition has no place for, once a day."""
    keys = list(dict.fromkeys(key for piece in pieces for key in piece.left))
    if keys:
        shown = ", ".join(keys[:_MOST_KEYS]) + (" …" if len(keys) > _MOST_KEYS else "")
        yield Observation(Grade.DROPPED, source, "", _LEFT.filled(keys=shown), _NO_PLACE)


def _with_pictures(placed: Sequence[Piece]) -> tuple[list[Piece], tuple[Picture, ...]]:
    """Return the pieces with pictures whose names are all different, and these pictures."""
    used: set[str] = set()
    pictures: list[Picture] = []
    shown: list[Piece] = []
    for piece in placed:
        names: dict[str, str] = {}
        for picture in piece.pictures:
            path, number, name = PurePosixPath(picture.file), 1, picture.file
            while name.casefold() in used:
                number += 1
                name = f"{path.stem}-{number}{path.suffix}"
            used.add(name.casefold())
            names[picture.file] = name
            pictures.append(picture._replace(file=name))
        photos = tuple(
            replace(photo, file=names[photo.file]) if photo.file in names else photo
            for photo in piece.article.photos
        )
        shown.append(piece._replace(article=replace(piece.article, photos=photos)) if names else piece)
    return shown, tuple(pictures)
