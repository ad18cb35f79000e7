"""Text in the form in which it is compared: full and half width, capital and small made alike."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

# What compatibility normalisation leaves apart though a reader types the one for the other: curly and
# straight quotation marks, hyphens and the minus sign, and the dots between the parts of a foreign name. The
# ellipsis would become three full stops; it stays one character, so most Chinese text keeps its length.
_OWN_FORMS = {
    **dict.fromkeys("“”„‟＂", '"'),
    **dict.fromkeys("‘’‚‛＇", "'"),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("•‧・･∙⋅", "·"),
    "…": "…",
}


_STRETCH = 50_000  # characters; 2 to 3 ms


class Folding(dict[int, int | str]):
    """The folded form of every character met so far, as `str.translate` asks for it.

    A character folds by NFKC and full case folding (Unicode Standard 3.13, UAX #15), each by itself, so that
    an offset in the folded text leads back to one character of the text. Folding twice changes nothing.
    """

    def __missing__(self, code: int) -> int | str:
        form = _folded(chr(code))
        self[code] = ord(form) if len(form) == 1 else form
        return self[code]

    def fold(self, text: str) -> str:
        """Return the text folded: of its length, unless a character stands for several (``Ⅲ``, ``ß``)."""
        if text.isascii():
            return text.lower()
        if len(text) <= _STRETCH:
            return text.translate(self)
        # One call would keep other threads waiting for as long as it takes: 150 ms for an article of 10 MB.
        starts = range(0, len(text), _STRETCH)
        return "".join([text[start : start + _STRETCH].translate(self) for start in starts])


def _folded(character: str) -> str:
    if character in _OWN_FORMS:
        return _OWN_FORMS[character]
    form = character
    # Case folding may undo normalisation and the other way round; it settles after a round or two.
    while (again := unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", form).casefold())) != form:
        form = again
    return "".join(_OWN_FORMS.get(part, part) for part in form)


class FoldedText:
    """A text beside its folded form, with the way back from the folded offsets."""

    def __init__(self, text: str, folding: Folding) -> None:
        self.text = text
        self.folded = folding.fold(text)
        self._starts: list[int] = []
        """Where in the folded text each character stands that became several."""
        self._ends: list[int] = []
        self._growth: list[int] = [0]
        """How much longer the folded text is before each of them, and after the last."""
        if len(self.folded) != len(text):
            self._survey(folding)
        elif self.folded == text:
            self.folded = text  # one copy in memory is enough

    def _survey(self, folding: Folding) -> None:
        growing = "".join(chr(code) for code, form in list(folding.items()) if isinstance(form, str))
        for found in re.finditer(f"[{re.escape(growing)}]", self.text):
            length = len(folding.fold(found[0]))
            start = found.start() + self._growth[-1]
            self._starts.append(start)
            self._ends.append(start + length)
            self._growth.append(self._growth[-1] + length - 1)

    def offset(self, folded_offset: int) -> int | None:
        """Return the offset in the text, or None inside a character that became several."""
        if not self._starts:
            return folded_offset
        index = bisect_right(self._starts, folded_offset)
        if index and folded_offset < self._ends[index - 1]:
            inside = folded_offset > self._starts[index - 1]
            return None if inside else folded_offset - self._growth[index - 1]
        return folded_offset - self._growth[index]
