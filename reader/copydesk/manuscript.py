"""An edition's file as it lies on the desk: its text, its proof, and the way from a spot to a place."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from reader.copydesk.place import Lines, Place
from reader.loading.file_state import MAX_BYTES, read_file
from reader.loading.inner_map import InnerMap, NoInnerMap, inner_map
from reader.loading.load import read_edition
from reader.loading.loaded import Loaded
from reader.loading.pieces import Piece
from reader.loading.problem import EditionError, Problem
from reader.loading.scalars import Scalars, read_scalars
from reader.loading.splice import Edit, Spliced, pieces_of, splice
from reader.proofreading.finding import Change, Spot
from reader.proofreading.proof import Proof, proof_of


class Manuscript:
    """One state of an edition's file; a change makes another one.

    What keeps the file from being an edition is among the `problems` if it can be proofread all the same:
    texts that are folded, where YAML puts a space at each line end.
    """

    def __init__(self, path: Path, data: bytes, *, limit: int = MAX_BYTES, encoding: str = "utf-8") -> None:
        """Take the bytes; `path` names them in messages.

        Raises:
            EditionError: it is no edition, nor to be read as one.
        """
        self.path = path
        self.data = data
        self._limit = limit
        self._encoding = encoding
        self.problems: tuple[Problem, ...] = ()
        """What the loader has against it, errors and warnings."""
        self.loaded = self._load()
        self._mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        text = data[len(self._mark) :].decode(encoding)
        if not self._mark and text.startswith("\ufeff"):  # the mark of another encoding
            self._mark, text = text[0].encode(encoding), text[1:]
        self.text = text
        """The file's text with its own line ends, without a byte order mark."""
        self.scalars: Scalars = read_scalars(text)
        self._maps: dict[str, InnerMap | None] = {}

    @classmethod
    def read(cls, path: Path, *, limit: int = MAX_BYTES, encoding: str = "utf-8") -> Manuscript:
        """Return the manuscript at this path.

        Raises:
            EditionError: its bytes cannot be had, or it is no edition.
        """
        data, _ = read_file(path, limit)
        return cls(path, data, limit=limit, encoding=encoding)

    def _load(self) -> Loaded:
        try:
            loaded = read_edition(self.data, self.path, limit=self._limit, encoding=self._encoding)
        except EditionError as error:
            try:
                loaded = read_edition(
                    self.data, self.path, limit=self._limit, encoding=self._encoding, is_lenient=True
                )
            except EditionError:
                raise error from None
            self.problems = error.problems
            return loaded
        self.problems = loaded.warnings
        return loaded

    @cached_property
    def proof(self) -> Proof:
        """The edition laid out for proofreading."""
        texts = {path: scalar.value for path, scalar in self.scalars.texts.items()}
        return proof_of(self.loaded.edition, texts)

    @cached_property
    def lines(self) -> Lines:
        """The lines of the file."""
        return Lines(self.text)

    def place(self, spot: Spot) -> Place:
        """Return where a spot is in the file.

        What cannot be traced, and what is no text, is the place where it begins; what the file does not
        hold is where its owner begins.
        """
        scalar = self.scalars.texts.get(spot.field)
        if scalar is None:
            return self._opening(spot.field)
        places = self._map(spot.field)
        if places is None or not places.starts:
            return self.lines.place(scalar.start, scalar.start)
        size = len(places.starts)
        start = places.starts[spot.start] if spot.start < size else places.ends[-1]
        end = start if spot.end <= spot.start else max(start, places.starts[min(spot.end, size) - 1] + 1)
        if end > start and scalar.style not in ("|", ">"):
            end = max(end, places.ends[min(spot.end, size) - 1])
        return self.lines.place(start, end)

    def is_traced(self, field: str) -> bool:
        """Can the characters of this text be changed one by one?"""
        return field in self.scalars.texts and self._map(field) is not None

    def changed(self, changes: Iterable[Change]) -> tuple[Manuscript, Sequence[Change]]:
        """Return the manuscript with these changes, and those that had to be left out (`splice`)."""
        done = self.spliced(changes)
        refused = [Change(*edit) for edit in done.refused]
        return self.with_text(done.text) if done.made else self, refused

    def spliced(self, changes: Iterable[Change]) -> Spliced:
        """Return what the file's text becomes with these changes, and by which pieces."""
        return splice(self.text, [Edit(*change) for change in changes], self.scalars.texts)

    def in_file(self, changes: Iterable[Change]) -> Sequence[Piece] | None:
        """Return changes of texts as changes of the file, or None when they cannot be written there."""
        return pieces_of(self.text, [Edit(*change) for change in changes], self.scalars.texts, self._map)

    def with_text(self, text: str) -> Manuscript:
        """Return the manuscript of the same file with another text.

        Raises:
            EditionError: with it, it is no edition.
        """
        data = self.bytes_of(text)
        return Manuscript(self.path, data, limit=self._limit, encoding=self._encoding)

    def bytes_of(self, text: str) -> bytes:
        """Return the bytes of the same file with another text: its byte order mark, its encoding.

        Raises:
            UnicodeEncodeError: the encoding has no way to write it.
        """
        return self._mark + text.encode(self._encoding)

    def _map(self, field: str) -> InnerMap | None:
        if field not in self._maps:
            try:
                self._maps[field] = inner_map(self.text, self.scalars.texts[field])
            except NoInnerMap:
                self._maps[field] = None
        return self._maps[field]

    @cached_property
    def _openings(self) -> dict[str, int]:
        lines = self.lines
        return {
            opening.path: lines.start(opening.line + 1) + opening.column for opening in self.scalars.openings
        }

    def _opening(self, path: str) -> Place:
        while path and path not in self._openings:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        at = self._openings.get(path, 0)
        return self.lines.place(at, at)
