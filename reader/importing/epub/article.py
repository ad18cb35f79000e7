"""An article made of a stretch of a book: its headline, who wrote it, when, and the rest as its body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.edition.article import Article, Photo
from reader.edition.body import Block, Paragraph, PhotoPlace, Rule, Subhead
from reader.edition.body_text import body_text
from reader.edition.joining import joined
from reader.importing.epub.chapters import Chapter
from reader.importing.epub.content import Content
from reader.importing.epub.pictures import Pictures
from reader.importing.html_table import Piece


def _named(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(words)})\d*(?:$|[\s_-])", re.IGNORECASE)


# What classes call the parts of an article.
_ROLES = {
    "kicker": _named("kicker", "eyebrow", "overline", "fly-?title", "supertitle"),
    "deck": _named("deck", "dek", "sub-?title", "sub-?headline", "standfirst", "rubric"),
    "byline": _named("byline", "authors?", "writers?"),
    "dateline": _named("dateline", "date", "pub-?date", "published", "timestamp"),
    "summary": _named("summary", "abstract"),
    "column": _named("column"),
    "source": _named("source"),
    "signoff": _named("sign-?off"),
}
_LEADING = 12
"""Blocks at the beginning among which the parts of a headline are looked for."""
_CLOSING = 3
"""Blocks at the end among which its signature is looked for."""
_SHORT = 60
_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class _Parts:
    """What is taken out of the text for fields of its own."""

    headline: str | None = None
    found: dict[str, list[str]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def take(self, role: str, at: int, text: str) -> None:
        """Take the block at this place for a role."""
        self.found.setdefault(role, []).append(text)
        self.taken.add(at)

    def __getitem__(self, role: str) -> str | None:
        return joined(self.found.get(role, ())) or None


def article(chapter: Chapter, pictures: Pictures, *, is_recipe: bool) -> Article | None:
    """Return the article of a chapter, or None where there is nothing but its name.

    The headline is the heading at its beginning; the contents' name for it where it has none, or where that
    says more. Parts that a class names (byline, deck, date…) become fields; everything else is the body.
    """
    pieces = [(text, piece) for text, stretch in chapter.texts for piece in stretch]
    parts = _parts([piece for _, piece in pieces], chapter.label, is_recipe=is_recipe)
    rest = [pair for at, pair in enumerate(pieces) if at not in parts.taken]
    body, photos = _body(rest, pictures)
    is_said = _solid(parts.headline or "") in _solid(chapter.section if chapter.is_part else "")
    if not body and not photos and not parts.found and is_said:
        return None  # Nothing but its name, which the section bears.
    byline = parts["byline"] or chapter.author or None
    return Article(
        id="",
        headline=parts.headline or chapter.label or chapter.title,
        kicker=parts["kicker"],
        deck=parts["deck"],
        byline=byline,
        dateline=parts["dateline"],
        summary=parts["summary"] or _unsaid(chapter.description, rest, parts["deck"]),
        signoff=parts["signoff"],
        column=parts["column"],
        source=parts["source"] or next((text.source for text, _ in chapter.texts if text.source), None),
        body=body,
        photos=photos,
    )


def _parts(pieces: Sequence[Piece], label: str, *, is_recipe: bool) -> _Parts:
    parts = _Parts()
    heads: list[int] = []
    loose: list[int] = []
    for at, piece in enumerate(pieces[:_LEADING]):
        text = _text(piece)
        if not text:
            continue
        role = _role(piece)
        if isinstance(piece.block, Subhead) and role != "deck":
            heads.append(at)
        elif role is not None:
            parts.take(role, at, text)
        elif isinstance(piece.block, Paragraph) and _same(text) and _same(text) == _same(label):
            heads.append(at)
        elif isinstance(piece.block, Paragraph) and not heads and len(text) <= _SHORT and len(loose) < 2:
            loose.append(at)
        else:
            break
    for at in range(max(0, len(pieces) - _CLOSING), len(pieces)):
        if at not in parts.taken and _role(pieces[at]) == "signoff":
            parts.take("signoff", at, _text(pieces[at]))
    if heads:
        _take_headline(parts, pieces, heads, label, is_recipe=is_recipe)
        if len(loose) == 1 and loose[0] < heads[0] and "kicker" not in parts.found:
            parts.take("kicker", loose[0], _text(pieces[loose[0]]))
    return parts


def _take_headline(
    parts: _Parts, pieces: Sequence[Piece], heads: Sequence[int], label: str, *, is_recipe: bool
) -> None:
    """Take the heading that the contents name, else the first; headings above it are its kicker."""
    wanted = _same(label)
    texts = [_same(_text(pieces[at])) for at in heads]
    likes = [
        number for number, text in enumerate(texts) if wanted and text and (text in wanted or wanted in text)
    ]
    exact = [number for number in likes if texts[number] == wanted]
    chosen = (exact or likes or [0])[0]
    if not exact and len(likes) > 1 and "".join(texts[: likes[-1] + 1]) == wanted:
        chosen = likes[-1]  # "Chapter 1" above "The Bridge", and the contents name both in one.
    for number in range(chosen):
        parts.take("kicker", heads[number], _text(pieces[heads[number]]))
    headline = _text(pieces[heads[chosen]])
    if likes and not exact and chosen == 0 and _solid(headline) in _solid(label):
        headline = label
    elif wanted and not likes and not is_recipe and "kicker" not in parts.found:
        parts.found["kicker"] = [label]
    parts.headline = headline
    parts.taken.add(heads[chosen])


def _role(piece: Piece) -> str | None:
    if not isinstance(piece.block, Paragraph | Subhead) or not piece.classes:
        return None
    return next((role for role, pattern in _ROLES.items() if pattern.search(piece.classes)), None)


def _text(piece: Piece) -> str:
    return str(getattr(piece.block, "text", ""))


def _same(text: str) -> str:
    """Return the letters of a text, for comparing it with others."""
    return _NOT_WORDS.sub("", text).casefold()


def _solid(text: str) -> str:
    """Return a text without its blanks."""
    return "".join(text.split())


def _unsaid(description: str, rest: Sequence[tuple[Content, Piece]], deck: str | None) -> str | None:
    """Return what the contents say of an article, unless its own text or deck says it."""
    words = _same(description)[:60]
    if not words:
        return None
    said = _same((deck or "") + "".join(_text(piece) for _, piece in rest[:20]))
    return None if words in said else description


def _body(pieces: Sequence[tuple[Content, Piece]], pictures: Pictures) -> tuple[str, tuple[Photo, ...]]:
    blocks: list[Block] = []
    photos: list[Photo] = []
    for text, piece in pieces:
        block = piece.block
        if isinstance(block, PhotoPlace):
            photo = pictures.photo(text.path, text.photos[block.photo_id], f"f{len(photos) + 1}")
            if photo.file or photo.caption or photo.alt or photo.credit:
                photos.append(photo)
                blocks.append(PhotoPlace(0, photo.id or ""))
        elif not isinstance(block, Rule) or (blocks and not isinstance(blocks[-1], Rule)):
            blocks.append(block)
    while blocks and isinstance(blocks[-1], Rule):
        blocks.pop()
    return body_text(blocks), tuple(photos)
