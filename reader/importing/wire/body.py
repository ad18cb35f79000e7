"""The body of an item: the fullest of the forms it is sent in, set as blocks, with its photos."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from types import MappingProxyType
from typing import NamedTuple

from reader.edition.article import Photo
from reader.edition.body import Block, PhotoPlace, Rule, Subhead
from reader.edition.body_text import body_text
from reader.edition.wording import Wording
from reader.importing.html_blocks import HtmlPhoto, html_text
from reader.importing.observation import Grade, Observation
from reader.importing.wire.pictures import PictureBox

_VARIANT = 0.8
"""A form with markup is taken when it has at least this much of the words of the longest."""
_OTHER_WORDS = Wording(
    "正文另有一个版本（{role}），这些话采用的版本没有：{words}",
    "another form of the body ({role}) has words that the one taken has not: {words}",
)
_COMPARE = Wording("核对这两个版本", "compare the two")
_LOOKED_FOR = 2000
_NOT_WORDS = re.compile(r"[\W_]+")
_ITEM = re.compile(r"\A\s*\d{1,9}[.)]\s")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


class Form(NamedTuple):
    """One form that a body is sent in."""

    role: str
    """What the source calls it."""
    blocks: tuple[Block, ...]
    photos: tuple[HtmlPhoto, ...] = ()
    is_marked_up: bool = True
    is_foreign: bool = False
    """Is it of a vocabulary nobody knows, so that its words may be no text of the article?"""


class SetBody(NamedTuple):
    """A body as the format writes it."""

    text: str
    photos: tuple[Photo, ...]
    shown: frozenset[str]
    """Where its pictures are, as written."""


def plain_form(role: str, text: str) -> Form:
    """Return a form without markup: empty lines part its paragraphs, else what looks like their ends."""
    lines = escape(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n"), quote=False)
    parts = (part.replace("\n", "<br>") for part in _BLANK_LINES.split(lines.strip("\n")))
    found = html_text("".join(f"<p>{part}</p>" for part in parts))
    return Form(role, found.blocks, found.photos, is_marked_up=False)


def html_form(role: str, markup: str, *, is_foreign: bool = False) -> Form:
    """Return a form in HTML."""
    found = html_text(markup)
    return Form(role, found.blocks, found.photos, is_foreign=is_foreign)


def one_form(role: str, parts: Iterable[Form]) -> Form:
    """Return forms with markup as one, one behind the other, each with its photos."""
    blocks: list[Block] = []
    photos: list[HtmlPhoto] = []
    for part in parts:
        blocks += _renumbered(part.blocks, len(photos))
        photos += part.photos
    return Form(role, tuple(blocks), tuple(photos))


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, to tell whether two say the same."""
    return _NOT_WORDS.sub("", text).casefold()


def words_of(blocks: Iterable[Block]) -> list[str]:
    """Return the texts of blocks, one for each."""
    found = []
    for block in blocks:
        words = [getattr(block, "text", ""), getattr(block, "speaker", None) or ""]
        words += getattr(block, "lines", ())
        words += (cell for row in getattr(block, "rows", ()) for cell in row)
        found.append(" ".join(filter(None, words)))
    return [text for text in found if text]


def fullest(forms: Sequence[Form], source: str, part: str) -> tuple[Form | None, list[Observation]]:
    """Return the form that says most, rather one with markup, and what there is to tell of the others.

    A form of which less than half is said in the one taken is no variant of it: it is set after it, below
    a rule. Words of a variant that the one taken has not are told.
    """
    forms = [form for form in forms if form.blocks]
    known = [form for form in forms if not form.is_foreign] or forms
    if not known:
        return None, []
    sizes = {id(form): len(squeezed(" ".join(words_of(form.blocks)))) for form in known}
    most = max(sizes.values())
    chosen = max(
        (form for form in known if sizes[id(form)] >= most * _VARIANT),
        key=lambda form: (form.is_marked_up, sizes[id(form)]),
    )
    told: list[Observation] = []
    blocks, photos = list(chosen.blocks), list(chosen.photos)
    said = squeezed(" ".join([*words_of(blocks), *(photo.caption or "" for photo in photos)]))
    for form in known:
        if form is chosen:
            continue
        missing = _unsaid(words_of(form.blocks), said)
        if not missing:
            continue
        left = sum(map(len, map(squeezed, missing)))
        if left * 2 > sizes[id(form)]:
            blocks += [Rule(0), *_renumbered(form.blocks, len(photos))]
            photos += form.photos
            said += squeezed(" ".join(words_of(form.blocks)))
        elif left:
            what = _OTHER_WORDS.filled(role=form.role, words=" / ".join(missing)[:300])
            told.append(Observation(Grade.UNDECIDED, source, part, what, _COMPARE))
    for form in (each for each in forms if each not in known):
        if missing := _unsaid(words_of(form.blocks), said):
            what = _OTHER_WORDS.filled(role=form.role, words=" / ".join(missing)[:300])
            told.append(Observation(Grade.UNDECIDED, source, part, what, _COMPARE))
    return chosen._replace(blocks=tuple(blocks), photos=tuple(photos)), told


def _unsaid(texts: Sequence[str], said: str) -> list[str]:
    """Return the texts that are not among the words said, but for the number plain text gives an item.

    Only so many are looked for: where thousands are missing the form says something else anyway.
    """
    missing: list[str] = []
    for text in texts:
        is_said = len(missing) < _LOOKED_FOR and (
            squeezed(text) in said or squeezed(_ITEM.sub("", text, count=1)) in said
        )
        if not is_said:
            missing.append(text)
    return missing


def _renumbered(blocks: Iterable[Block], by: int) -> list[Block]:
    return [
        PhotoPlace(0, f"f{int(block.photo_id[1:]) + by}") if isinstance(block, PhotoPlace) else block
        for block in blocks
    ]


def set_body(
    form: Form | None,
    box: PictureBox,
    headline: str | None,
    known: Mapping[str, Photo] = MappingProxyType({}),
) -> SetBody:
    """Return the body of a form; a headline that opens it again is left out, so are photos without anything.

    Photos have the ids ``f1``, ``f2`` … by which they stand in the text. What is known of a picture of this
    address besides fills what the body does not say of it.
    """
    if form is None:
        return SetBody("", (), frozenset())
    blocks = list(form.blocks)
    if blocks and isinstance(blocks[0], Subhead) and squeezed(blocks[0].text) == squeezed(headline or ""):
        del blocks[0]
    photos = {}
    for number, photo in enumerate(form.photos, 1):
        made = _photo(photo, box, known.get(photo.src))
        if made.file or made.caption or made.credit or made.alt:
            photos[f"f{number}"] = replace(made, id=f"f{number}")
    placed = [block for block in blocks if not isinstance(block, PhotoPlace) or block.photo_id in photos]
    shown = frozenset(photo.src for photo in form.photos)
    return SetBody(body_text(placed), tuple(photos.values()), shown)


def _photo(photo: HtmlPhoto, box: PictureBox, known: Photo | None) -> Photo:
    """Return a photo of HTML as an edition has it, its picture taken along if it can be."""
    more = known or Photo()
    caption = more.caption or photo.caption
    # What is an item of its own says itself what it shows; the body's words may be a program's.
    alt = more.alt if known else photo.alt
    return Photo(
        file=more.file or (None if known else box.take(photo.src)),
        caption=caption,
        credit=more.credit or photo.credit,
        alt=alt if squeezed(alt or "") != squeezed(caption or "") else None,
    )
