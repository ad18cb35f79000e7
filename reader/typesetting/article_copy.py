"""An article as copy: every field the edition gives it, in the order a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.article import Article, Jump, Kind, Photo
from reader.edition.edition import Edition
from reader.edition.reference import Reference
from reader.edition.wording import Tongue, Wording
from reader.typesetting.body_copy import body_pieces
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role
from reader.typesetting.weight import own_weight

_CUT = Wording("［此处文字缺失］", "[text missing here]")
_SOURCE = Wording("来源：", "Source: ")
_PHOTO = Wording("［图片］", "[photo] ")
_CAPTION = Wording("图：", "Photo: ")
_CORRECTION = Wording("更正：", "Correction: ")
_CORRECTS = Wording("更正对象：", "Corrects: ")
_FROM = Wording("上接", "Continued from")
_TO = Wording("下转", "Continued on")
_UNKNOWN = Wording("（版面未注明）", "another page (not given)")
_PAGE = Wording("第{page}版", "page {page}")


def paper_tongue(edition: Edition) -> Tongue:
    """Return the language in which the paper's own copy speaks: Chinese for ``zh``, else English."""
    return "zh" if edition.language.split("-")[0].lower() in {"zh", "yue", "lzh", "wuu"} else "en"


def article_copy(edition: Edition, article: Article) -> Copy:
    """Return the copy of an article of this edition, in the paper's language; its body is read lazily."""
    writer = _Writer(edition, article)
    weight = own_weight(article)
    head = [piece._replace(weight=weight) for piece in writer.head()]
    before = sum(len(piece.text) for piece in head)
    tail = list(writer.tail())
    unplaced = list(writer.unplaced_photos())
    size = before + len(article.body) + sum(len(piece.text) for piece in (*unplaced, *tail))
    return Copy(writer.pieces(head, before, [*unplaced, *tail]), size)


def _has_place(body: str, photo_id: str) -> bool:
    """Does a line of the body place this photo? Its mark inside a line, or after ``\\``, is but words."""
    mark = f"![{photo_id}]"
    # Asked first, because most bodies have no such mark and some are very long.
    return mark in body and re.search(rf"(?m)^{re.escape(mark)}[^\S\n]*$", body) is not None


class _Writer:
    """Writes the pieces of one article."""

    def __init__(self, edition: Edition, article: Article) -> None:
        self._edition = edition
        self._article = article
        self._tongue = paper_tongue(edition)

    def pieces(self, head: list[Piece], before: int, tail: list[Piece]) -> Iterator[Piece]:
        yield from head
        is_interview = self._article.kind is Kind.INTERVIEW
        yield from body_pieces(self._article.body, "body", before, self._tongue, self._photo, is_interview)
        at = before + len(self._article.body)
        for piece in tail:
            yield piece._replace(at=at)
            at += len(piece.text)

    def head(self) -> Iterator[Piece]:
        """Everything above the body."""
        article = self._article
        yield from self._label()
        lines = (
            (Role.KICKER, "kicker", article.kicker),
            (Role.HEADLINE, "headline" if article.headline else "slug", article.title),
            (Role.DECK, "deck", article.deck),
        )
        for role, field, text in lines:
            if text:
                others = (other for _, name, other in lines if other and name != field)
                yield Piece(role, text, field, around=(article.body, *others))
        if article.byline:
            yield Piece(Role.BYLINE, article.byline, "byline")
        elif article.authors:
            names = ("　" if self._tongue == "zh" else ", ").join(article.authors)
            yield Piece(Role.BYLINE, names, "authors")
        yield from self._field(Role.DATELINE, "dateline", article.dateline)
        yield from self._field(Role.SOURCE, "source", article.source, _SOURCE)
        yield from self._field(Role.SUMMARY, "summary", article.summary)
        if article.jump_from is not None:
            yield self._jump("jump_from", "← ", _FROM, article.jump_from)
        if article.cut is not None and article.cut.at_start:
            yield Piece(Role.CUT, _CUT.say(self._tongue), "cut")

    def tail(self) -> Iterator[Piece]:
        """Everything below the body but photos."""
        article = self._article
        if article.cut is not None and article.cut.at_end:
            yield Piece(Role.CUT, _CUT.say(self._tongue), "cut")
        yield from self._field(Role.SIGNOFF, "signoff", article.signoff)
        if article.jump_to is not None:
            yield self._jump("jump_to", "→ ", _TO, article.jump_to)
        yield from self._field(Role.CORRECTION, "correction", article.correction, _CORRECTION)
        if article.corrects:
            text = self._title_of(article.corrects) or article.corrects
            yield Piece(Role.CORRECTION, text, "corrects", _CORRECTS.say(self._tongue), link=article.corrects)

    def unplaced_photos(self) -> Iterator[Piece]:
        """Photos without a place of their own in the body; they stand after it."""
        for index, photo in enumerate(self._article.photos):
            if photo.id is None or not _has_place(self._article.body, photo.id):
                yield from self._photo_pieces(index, photo)

    def _label(self) -> Iterator[Piece]:
        """The column, with the kind before it where the kind is not plain news."""
        article = self._article
        kind = None if article.kind is Kind.NEWS else article.kind.wording.say(self._tongue)
        if article.column:
            yield Piece(Role.COLUMN, article.column, "column", f"{kind} · " if kind else "")
        elif kind:
            yield Piece(Role.COLUMN, kind, "kind")

    def _field(
        self, role: Role, field: str, text: str | None, lead: Wording | None = None
    ) -> Iterator[Piece]:
        if text:
            yield Piece(role, text, field, lead.say(self._tongue) if lead else "")

    def _photo(self, photo_id: str) -> Iterator[Piece]:
        for index, photo in enumerate(self._article.photos):
            if photo.id == photo_id:
                yield from self._photo_pieces(index, photo)

    def _photo_pieces(self, index: int, photo: Photo) -> Iterator[Piece]:
        field = f"photos[{index}]"
        if photo.alt or photo.file:
            named = (photo.alt, f"{field}.alt") if photo.alt else (photo.file or "", f"{field}.file")
            yield Piece(Role.PHOTO, *named, _PHOTO.say(self._tongue), link=photo.file)
        yield from self._field(Role.CAPTION, f"{field}.caption", photo.caption, _CAPTION)
        yield from self._field(Role.CREDIT, f"{field}.credit", photo.credit)

    def _jump(self, field: str, arrow: str, verb: Wording, jump: Jump) -> Piece:
        words = verb.say(self._tongue)
        if jump.is_unknown:
            parted = "" if self._tongue == "zh" else " "
            return Piece(Role.JUMP, f"{words}{parted}{_UNKNOWN.say(self._tongue)}", field, arrow, len(arrow))
        link = jump.article or f"page:{jump.page}"
        return Piece(Role.JUMP, f"{words} {self._target(jump)}", field, arrow, len(arrow), link)

    def _target(self, jump: Jump) -> str:
        """Where a jump leads, in words: other edition's date, page and section name, else the title."""
        words = []
        if jump.article and "/" in jump.article:
            try:
                date = Reference.parse(jump.article).date
                if date != self._edition.date:
                    words.append(date.isoformat())
            except ValueError:
                words.append(jump.article)
        if jump.page:
            words.append(_PAGE.say(self._tongue).format(page=jump.page))
            if not words[:-1]:
                words += [section.name for section in self._edition.sections if section.page == jump.page][:1]
        elif jump.article and (title := self._title_of(jump.article)):
            words.append(f"《{title}》" if self._tongue == "zh" else f"“{title}”")
        return " ".join(words) or (jump.article or "")

    def _title_of(self, reference: str) -> str | None:
        """The headline of an article of this edition, named by its id or by a whole reference."""
        date, slash, piece = reference.partition("/")
        if slash and date != self._edition.date.isoformat():
            return None
        article = self._edition.article(piece if slash else reference)
        return article.title if article else None
