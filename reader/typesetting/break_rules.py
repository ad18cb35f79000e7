"""Where a newspaper lets a line end: UAX #14, tightened and loosened by the rules of Chinese print."""

from __future__ import annotations

from functools import cache

from reader.typesetting.linebreak import break_opportunities, kind_of

NEVER_OPENS = frozenset(
    "、，。．：；？！…‥）》」』”’】〉〕］｝〗〙〛〞〟％‰℃℉·・‧—～〜－／々｡｣､･"
    "%,;:!?)]}"  # UAX #14 would let some half-width marks open a line after a space
)
"""Marks with which no line begins (GB/T 15834 §5.1, CLREQ 3.1.3)."""
NEVER_ENDS = frozenset("（《「『“‘【〈〔［｛〖〘〚〝｢([{／")
"""Marks with which no line ends (GB/T 15834 §5.1)."""
HALF_HANGING = frozenset("、，。．：；？！）》」』】〉〕］｝〗〙〛”’")
"""Marks that may stand half in a gutter where they take two cells (GB/T 15834 §5.1.10)."""
HALF_WIDTH_HANGING = frozenset(",.;:!?)")
"""Marks that stand wholly in the gutter where Chinese text is set with half-width marks."""
HANGING = frozenset("、，。")
"""Marks that may stand wholly in the margin (CLREQ 3.1.6)."""
SPACES = frozenset(" \u3000\u2002\u2003\u2009")
"""Spaces that vanish where a line ends."""

NO, SOFT, FREE = 0, 1, 2
"""May a line end here? `SOFT`: only if it would else be under half full."""

_DIGITS = frozenset("0123456789０１２３４５６７８９")
_SIGNS = frozenset("＋－±−～~＞＜>＜≥≤≈＝=￥＄")
_COUNTS_ON = frozenset("十百千万亿多余几")
"""What may stand between digits and their counter (3万多人)."""
_HALF_MARKS = frozenset(",;:!?)")
_UNITS = range(0x3371, 0x33E0)
# Pairs of the letters of `_Sorts` whose verdict needs no more context; the rules are asked of all others.
_QUICK = (
    {
        first + second: FREE
        for first, seconds in {"H": "HOLDM", "C": "HOM", "L": "HOM"}.items()
        for second in seconds
    }
    | {first + second: NO for first in "HCODLM" for second in "C"}
    | {"DH": SOFT, "DM": SOFT}
    | dict.fromkeys(("DD", "DL", "LD", "LL", "OH", "OO", "OD", "OL", "OM", "HS", "CS", "LS", "DS", "OS"), NO)
)


class _Sorts(dict[str, str]):
    """A character's sort: Han, Closing, Opening, Digit, Letter, Space, M for what counts on, or ``x``."""

    def __missing__(self, character: str) -> str:
        sort = self[character] = _sort(character)
        return sort


def _sort(character: str) -> str:
    if character == " ":
        return "S"
    if character in _COUNTS_ON or character == "第":
        return "M"
    if "\u4e00" <= character <= "\u9fff":
        return "H"
    if character.isascii():
        return "D" if character.isdigit() else "L" if character.isalpha() else "x"
    if character in _SIGNS or character in "％‰℃℉·‧’”／．：，—":
        return "x"
    if character in NEVER_OPENS:
        return "C"
    if character in NEVER_ENDS:
        return "O" if kind_of(character) == "OP+" else "x"
    return "H" if kind_of(character) == "ID+" and character.isalpha() and character not in _DIGITS else "x"


@cache
def _sorts() -> _Sorts:
    return _Sorts()


class BreakRules:
    """Answers for one text whether a line may end before a character; looks only around it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sorts = _sorts()
        self._known = range(0)
        self._opportunities: frozenset[int] = frozenset()

    def verdict(self, index: int, line_start: int) -> int:
        """Return `NO`, `SOFT` or `FREE` for a line that ends before text[index], 0 < index < length.

        `line_start` is a place before it where a line may begin; the rules need not look further back.
        """
        text, sorts = self._text, self._sorts
        quick = _QUICK.get(sorts[text[index - 1]] + sorts[text[index]])
        return self._asked(index, line_start) if quick is None else quick

    def _asked(self, index: int, line_start: int) -> int:
        text = self._text
        before, after = text[index - 1], text[index]
        if after in SPACES:
            return NO
        unspaced = index - 1
        while unspaced > line_start and text[unspaced] in SPACES:
            unspaced -= 1
        if after in NEVER_OPENS or text[unspaced] in NEVER_ENDS or self._is_in_number(index):
            return NO
        sorts = self._sorts
        if before not in SPACES:
            if self._is_loosened(index):
                return FREE
            if self._is_counted(index):
                return SOFT
            if sorts[before] == "M" and sorts[after] in "HM":
                return FREE
        elif sorts[after] in "HLDM" and (sorts[text[unspaced]] in "HLDMC" or text[unspaced] in ".,;:!?"):
            return FREE  # LB18, with nothing before the spaces that reaches over them
        if not self._is_opportunity(index, line_start):
            return NO
        if before == "/" and after.isalnum() and after.isascii():
            return SOFT  # km/h, μg/m3
        return FREE

    def _is_in_number(self, index: int) -> bool:
        """Is this inside a number that UAX #14 does not know: in full-width digits or marks?"""
        text = self._text
        before, after = text[index - 1], text[index]
        if after in _DIGITS:
            if before in _SIGNS or (before in _DIGITS):
                return True
            return (
                before in "．：，"
                and index > 1
                and text[index - 2] in _DIGITS
                and self._is_wide_number(index)
            )
        if before in _DIGITS:
            return after in "．％‰℃℉＞＜＝" or ord(after) in _UNITS
        return after in "＞＜≥≤≈＝" and before.isascii() and before.isalnum()

    def _is_wide_number(self, index: int) -> bool:
        """Does a mark between digits part no enumeration? A comma does, between half-width digits."""
        return self._text[index - 1] != "，" or not self._text[index].isascii()

    def _is_loosened(self, index: int) -> bool:
        """Is this beside a quote or a half-width mark that stands for a full-width one in Chinese text?

        UAX #14 takes these for Latin and keeps Latin letters and digits to them (LB19a, LB29, LB30).
        """
        text = self._text
        before, after = text[index - 1], text[index]
        if after in "“‘":
            return kind_of(before).endswith("+")
        if before in "”’":
            is_chinese = index > 1 and kind_of(text[index - 2]).endswith("+")
            return kind_of(after).endswith("+") or (is_chinese and before == "”" and after.isalnum())
        if before in _HALF_MARKS and after.isascii() and after.isalnum():
            return index > 1 and kind_of(text[index - 2]).endswith("+")
        return False

    def _is_counted(self, index: int) -> bool:
        """Is this between a number and its counter (2325台, 3万多人), or 第 and its number?"""
        text = self._text
        before, after = text[index - 1], text[index]
        if before == "第" and after in _DIGITS:
            return True
        if not kind_of(after).startswith("ID"):
            return False
        place = index - 1
        while place > 0 and index - place < 5 and text[place] in _COUNTS_ON:
            place -= 1
        return text[place] in _DIGITS

    def _is_opportunity(self, index: int, line_start: int) -> bool:
        """Does UAX #14 let a line end here? Asked of a stretch around it that holds all that matters."""
        if index not in self._known:
            text, sorts = self._text, self._sorts
            least = max(0, line_start - 2)
            start = max(least, index - 2)
            while start > least and sorts[text[start - 1]] + sorts[text[start]] != "HH":
                start -= 1
            end = min(len(text), index + 8)
            self._opportunities = frozenset(start + place for place in break_opportunities(text[start:end]))
            self._known = range(start + 1, index + 1)
        return index in self._opportunities
