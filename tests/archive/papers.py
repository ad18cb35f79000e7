"""Editions for searches to be made in, and what holds a search to account: every stretch of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from reader.archive.edition_search import EditionSearch, Hit
from reader.archive.folding import Folding
from reader.archive.query import parse_query
from reader.archive.searchable import Span
from reader.edition.article import Article, Kind, Photo
from reader.edition.edition import Edition, Section
from reader.edition.notice import Level, Notice
from reader.edition.notice_board import NoticeBoard
from reader.typesetting.copy import Copy, article_copy, notice_copy

DAY = dt.date(2024, 12, 23)


def an_edition(*articles: Article, notices: tuple[Notice, ...] = (), section: str = "要闻") -> Edition:
    """Return an edition with these articles on page 1."""
    return Edition(
        paper="终端日报",
        date=DAY,
        sections=(Section(name=section, page="01", articles=articles),),
        notices=notices,
    )


def an_article(body: str = "", *, name: str = "a1", headline: str = "无题", **fields: object) -> Article:
    """Return an article of this body."""
    return Article(id=name, headline=headline, body=body, **fields)  # type: ignore[arg-type]


def a_notice(headline: str = "大雾橙色预警", text: str = "请减速慢行。") -> Notice:
    """Return a warning in force from the day of the edition on."""
    return Notice(
        id="fog-1",
        event="大雾",
        headline=headline,
        level=Level.ORANGE,
        issuer="终端气象台",
        text=text,
        effective=dt.datetime(2024, 12, 23, tzinfo=dt.UTC),
    )


def copies_of(edition: Edition) -> Callable[[Article | Notice], Copy]:
    """Return what gives each piece of the edition its copy, a new one each time."""
    standings = {
        standing.notice.id: standing for standing in NoticeBoard([edition]).standings(edition.last_instant())
    }

    def copy(piece: Article | Notice) -> Copy:
        if isinstance(piece, Article):
            return article_copy(edition, piece)
        return notice_copy(standings[piece.id], edition, "zh")

    return copy


def a_search(edition: Edition) -> EditionSearch:
    """Return the search of this edition."""
    return EditionSearch(edition, copies_of(edition))


def found(words: str, edition: Edition) -> list[Hit]:
    """Return what these words find in the edition."""
    return a_search(edition).find(parse_query(words))


def names(words: str, edition: Edition) -> list[str]:
    """Return the ids of what these words find, best first."""
    return [hit.reference.piece for hit in found(words, edition)]


def marked(words: str, edition: Edition) -> list[str]:
    """Return the text under every mark of the best hit."""
    hits = found(words, edition)
    return under(hits[0].spans, hits[0], edition) if hits else []


def under(spans: tuple[Span, ...], hit: Hit, edition: Edition) -> list[str]:
    """Return the text that these spans of a hit lie on, read from a copy of its own."""
    article = edition.article(hit.reference.piece)
    notice = next((each for each in edition.notices if each.id == hit.reference.notice_id), None)
    piece = article or notice
    assert piece is not None
    pieces = copies_of(edition)(piece).all()
    return [pieces[span.block].text[span.start : span.end] for span in spans]


def every_match(needle: str, copy: Copy) -> set[Span]:
    """Return, by brute force, every stretch of a copy that folds to what the needle folds to."""
    folding = Folding()
    sought = folding.fold(needle)
    matches = set()
    for block, piece in enumerate(copy.all()):
        forms = [folding.fold(character) for character in piece.text]
        for start in range(len(forms)):
            stretch = ""
            for end in range(start, len(forms)):
                stretch += forms[end]
                if stretch == sought:
                    matches.add(Span(block, start, end + 1))
                if len(stretch) >= len(sought):
                    break
    return matches


PAPER = an_edition(
    an_article(
        "入冬以来，社区的管家每天清早扫雪。\n他说：\n“扫的是路，\n暖的是心。”\n\n"
        "| 小区 | 户数 |\n| 长虹里 | 325 |\n\n~ 雪落无声\n~ 春来路上",
        name="snow",
        headline="扫雪的人",
        kicker="走基层",
        deck="——社区管家的冬天",
        byline="□ 编写 李小满",
        photos=(Photo(caption="清早的小区。", credit="周远 摄"),),
    ),
    an_article("李小满在文中说，长治的冬天来得早。", name="winter", headline="冬天的早晨", kind=Kind.FEATURE),
    an_article(
        "The paper is read in terminals. 终端里也有雪。", name="terminal", headline="Reading in a TERMINAL"
    ),
    notices=(a_notice(),),
)
"""A page with every part a search can be limited to."""
