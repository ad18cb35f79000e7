"""The words of letters an index holds, so that a word is found by any stretch of it."""

from __future__ import annotations

from collections.abc import Iterable

_BETWEEN = "\n"


class Vocabulary:
    """Every word once, as one text that is searched: half a million words take a few milliseconds."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._text = _BETWEEN
        self.add(words)

    def add(self, words: Iterable[str]) -> None:
        """Take these words up, none of which it holds."""
        more = _BETWEEN.join(words)
        if more:
            self._text += more + _BETWEEN

    def holding(self, letters: str, most: int) -> list[str] | None:
        """Return the words that hold these letters; None when there are more than `most`."""
        return self._found(letters, most)

    def beginning(self, letters: str, most: int) -> list[str] | None:
        """Return the words that begin with these letters; None when there are more than `most`."""
        return self._found(_BETWEEN + letters, most)

    def ending(self, letters: str, most: int) -> list[str] | None:
        """Return the words that end with these letters; None when there are more than `most`."""
        return self._found(letters + _BETWEEN, most)

    def _found(self, needle: str, most: int) -> list[str] | None:
        text, found, at = self._text, [], 0
        while (start := text.find(needle, at)) >= 0:
            start += needle[0] == _BETWEEN
            begin = text.rfind(_BETWEEN, 0, start) + 1
            at = text.find(_BETWEEN, start)
            found.append(text[begin:at])
            if len(found) > most:
                return None
        return found
