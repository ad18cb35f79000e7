"""Running text made blocks of, by what it stands in: a heading, a quote, an item, a caption, verse."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.edition.body import Block, ListItem, Paragraph, PhotoPlace, Quote, Rule, Subhead, Verse
from reader.edition.joining import joined
from reader.importing.html_photo import HtmlPhoto
from reader.importing.html_running import Running
from reader.importing.html_table import Piece
from reader.importing.html_verse import Verses, run_on

_DASHES = re.compile(r"^[\s—–―－-]+")
_DASHES_AFTER = re.compile(r"[\s—–―－-]+$")


@dataclass(slots=True)
class Item:
    """An item of a list that is open."""

    ordinal: str | None = None
    label: str = ""
    """What stands before its words where a number cannot be written."""
    is_fresh: bool = True


@dataclass(slots=True)
class Figure:
    """A figure or a caption that is open, and what has been read of its words."""

    photos_before: int
    pieces_before: int
    captions: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)


class Setting:
    """Takes text and says which blocks it makes; `modes` has what the text stands in, innermost last."""

    def __init__(self) -> None:
        self.run = Running()
        self.pieces: list[Piece] = []
        self.photos: list[HtmlPhoto] = []
        self.modes: list[str] = []
        self.items: list[Item] = []
        self.figures: list[Figure] = []
        self.quotes: list[int] = []
        self.ids: list[str] = []
        self.origin = ("", "")
        self.cite: tuple[int, int] | None = None
        self.verses = Verses()
        self._after: list[PhotoPlace] = []

    def flush(self, *, ends_quote: bool = False) -> None:
        """Make blocks of the text there is; `ends_quote` where a quote ends with it."""
        run = self.run
        if run.has_text:
            mode = self.modes[-1] if self.modes else ""
            if mode == "quote" and self.cite is not None:
                self._take_speaker(ends_quote)
            self._set(mode)
        run.clear()
        self.cite = None
        if self._after:
            waiting, self._after = self._after, []
            for place in waiting:
                self.emit(place)

    def emit(self, block: Block) -> None:
        """Put a block into the text."""
        if self.verses:
            self.end_verse()
        self._put(block)

    def _put(self, block: Block) -> None:
        self.pieces.append(Piece(block, *self.origin, tuple(self.ids)))
        self.ids.clear()

    def end_verse(self) -> None:
        """End the poem whose lines were being gathered; it may run on from verse just before."""
        lines = self.verses.taken()
        last = self.pieces[-1] if self.pieces else None
        if lines and last is not None and isinstance(last.block, Verse) and last[1:3] == self.origin:
            self.pieces[-1] = last._replace(block=run_on(last.block, lines))
        elif lines:
            self._put(Verse(0, lines))

    def put(self, piece: Piece) -> None:
        """Put a block that was made elsewhere into the text."""
        if self.verses:
            self.end_verse()
        self.pieces.append(piece)

    def rule(self) -> None:
        """Put a rule, but not two in a row."""
        if not self.pieces or not isinstance(self.pieces[-1].block, Rule):
            self.emit(Rule(0))

    def place(self, photo: HtmlPhoto) -> None:
        """Place a photo: after the paragraph that it stands in, if one has begun."""
        self.photos.append(photo)
        place = PhotoPlace(0, f"f{len(self.photos)}")
        if self.run.has_text:
            self._after.append(place)
        else:
            self.emit(place)

    @property
    def ends_with_photo(self) -> bool:
        """Is a photo the last thing there is, or waits for the end of its paragraph?"""
        if self.run.has_text:
            return bool(self._after)
        return bool(self.pieces) and isinstance(self.pieces[-1].block, PhotoPlace)

    def _set(self, mode: str) -> None:
        run = self.run
        match mode:
            case "heading":
                self.emit(Subhead(0, joined(line.strip() for line in run.lines())))
            case "quote":
                self._emit_all(Quote(0, text, None) for text in run.joined_paragraphs())
            case "item":
                self._set_item(run.joined_paragraphs())
            case "pre":
                self.emit(Verse(0, tuple(run.verbatim())))
            case "verse":
                self.verses.add(run.lines())
            case "caption" | "legend":
                self.figures[-1].captions += run.joined_paragraphs()
            case "credit":
                self.figures[-1].credits += run.joined_paragraphs()
            case "speaker":
                self._speak(joined(run.joined_paragraphs()))
            case _:
                self._emit_all(
                    Paragraph(0, text) for text in run.paragraphs(lines_are_kept=mode == "address")
                )

    def _emit_all(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.emit(block)

    def _set_item(self, paragraphs: list[str]) -> None:
        item = self.items[-1]
        for text in paragraphs:
            if item.is_fresh:
                item.is_fresh = False
                self.emit(ListItem(0, item.label + text, item.ordinal))
            else:
                self.emit(Paragraph(0, text))

    def _last_quote(self) -> Quote | None:
        """Return the quote just set in the quotation that is open, if nobody has been named for it."""
        if not self.pieces or (self.quotes and len(self.pieces) <= self.quotes[-1]):
            return None
        block = self.pieces[-1].block
        return block if isinstance(block, Quote) and block.speaker is None else None

    def _speak(self, name: str) -> None:
        """Name who said the quote before, or set the name as words if there is none."""
        quote, speaker = self._last_quote(), _DASHES.sub("", name)
        if quote is None or not speaker:
            if name:
                self.emit(Quote(0, name, None))
            return
        self.pieces[-1] = self.pieces[-1]._replace(block=quote._replace(speaker=speaker))

    def _take_speaker(self, ends_quote: bool) -> None:
        """Set the quote before a ``cite`` at its end, and name who said it."""
        begin, end = self.cite or (0, 0)
        if not self.run.is_blank_from(end):
            return
        before = self.run.text_before(begin)
        if not before.strip():
            if self._last_quote() is not None:
                self._speak(self.run.cut(0))
        elif ends_quote or _DASHES_AFTER.search(before.rstrip()) or self.run.ends_line_at(begin):
            name = self.run.cut(begin)
            paragraphs = self.run.joined_paragraphs()
            paragraphs[-1] = _DASHES_AFTER.sub("", paragraphs[-1])
            self._emit_all(Quote(0, text, None) for text in paragraphs if text)
            self._speak(name)

    def open_figure(self) -> None:
        """Begin to gather what a figure says of its photo."""
        self.figures.append(Figure(len(self.photos), len(self.pieces)))

    def close_figure(self) -> None:
        """Give the words of a figure to its last photo, else to the quote in it, else to the text."""
        figure = self.figures.pop()
        caption, credit = joined(figure.captions) or None, joined(figure.credits) or None
        if len(self.photos) > figure.photos_before:
            photo = self.photos[-1]
            self.photos[-1] = photo._replace(
                caption=_with(photo.caption, caption), credit=_with(photo.credit, credit)
            )
            return
        if caption and len(self.pieces) > figure.pieces_before and self._last_quote() is not None:
            self._speak(caption)
            caption = None
        self._emit_all(Paragraph(0, text) for text in (caption, credit) if text)

    def close_caption(self) -> None:
        """Give a caption outside a figure to the photo just before it, else to the text."""
        figure = self.figures.pop()
        last = self.pieces[-1].block if self.pieces else None
        if isinstance(last, PhotoPlace) and self.photos[-1].caption is None:
            self.photos[-1] = self.photos[-1]._replace(
                caption=joined(figure.captions) or None,
                credit=self.photos[-1].credit or joined(figure.credits) or None,
            )
        else:
            self._emit_all(Paragraph(0, text) for text in (*figure.captions, *figure.credits))


def _with(words: str | None, more: str | None) -> str | None:
    """Return both texts as one, or once what they both say."""
    return joined(dict.fromkeys(text for text in (words, more) if text)) or None
