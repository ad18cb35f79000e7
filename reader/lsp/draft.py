"""A file as it stands in an editor, saved or not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types
from pygls.uris import to_fs_path

from reader.lsp.positions import Positions

_SURROGATES = re.compile("[\ud800-\udfff]")


class Draft(NamedTuple):
    """One version of one open file."""

    uri: str
    version: int
    text: str

    @property
    def path(self) -> Path | None:
        """Where it lies on the disk, or will; None when it has no place there yet (``untitled:…``)."""
        path = to_fs_path(self.uri)
        return Path(path) if path else None

    def changed(
        self,
        version: int,
        changes: Iterable[types.TextDocumentContentChangeEvent],
        encoding: str,
    ) -> Draft:
        """Return the version after an editor's changes, made one after the other."""
        text = self.text
        has_halves = False
        for change in changes:
            # An editor may send a character beyond the first plane by halves; JSON lets it.
            has_halves = has_halves or _SURROGATES.search(change.text) is not None
            if isinstance(change, types.TextDocumentContentChangePartial):
                positions = Positions(text, encoding)
                start, end = (positions.offset(at) for at in (change.range.start, change.range.end))
                text = text[:start] + change.text + text[max(start, end) :]
            else:
                text = change.text
        if has_halves:
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
        return Draft(self.uri, version, text)
