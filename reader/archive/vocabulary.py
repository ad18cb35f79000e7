"""The words of letters an index holds, so that a word is found by any stretch of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

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
        """Return words that hold these letters after their beginning; None: they are more than `most`.

        Words that begin with them are found by their beginning, and are among these only when the letters
        come again.
        """
        return self._found(letters, most, lambda start: self._text[start - 1] != _BETWEEN)

    def ending(self, letters: str, most: int) -> list[str] | None:
        """Return the words that end with these letters; None when there are more than `most`."""
        return self._found(letters + _BETWEEN, most, lambda _: True)

    def _found(self, needle: str, most: int, is_wanted: Callable[[int], bool]) -> list[str] | None:
        text, found, at = self._text, [], 0
        while (start := text.find(needle, at)) >= 0:
            at = start + 1
            if is_wanted(start):
                begin = text.rfind(_BETWEEN, 0, start) + 1
                end = text.find(_BETWEEN, start)
                found.append(text[begin:end])
                if len(found) > most:
                    return None
                at = end
        return found
