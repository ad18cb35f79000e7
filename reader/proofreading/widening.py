"""Which half-width marks of a text stand in Chinese and should be full-width.

A mark next to Chinese characters is Chinese. Figures, signs and quotation marks say nothing, so what is
beyond them is looked at; where that is Chinese on one side and foreign on the other, a space behind the mark
and the script of the sentence decide. What belongs to figures, addresses, formulas and foreign words is never
touched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from reader.proofreading.foreign import (
    CHINESE_MARK,
    LETTER,
    Stretch,
    apart,
    foreign_stretches,
    has_letters,
    is_chinese,
    is_chinese_character,
    is_spoken_of,
    neighbours,
    without_addresses,
)
from reader.proofreading.passage import HAN

FULL_WIDTH = {
    **{",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"},
    **{".": "。", "｡": "。", "､": "、", "｢": "「", "｣": "」"},
}
"""Half-width marks with their full-width forms; the last four are half-width by their own code."""

_MARK = re.compile("[,:;!?().｡-､]")
_NARROW = re.compile("[｡-､]")
# Only at the end of a text: within, it may stand for the dot of a foreign name or number a heading.
_STOP = re.compile(f"(?<=[{HAN}]{{4}})[.](?=[”’]?\\Z)")
_POINT = re.compile("[,:;!?]")
_BRACKET = re.compile("[()（）]")
_HAN = re.compile(f"[{HAN}]")
_CHINESE = re.compile(f"[{HAN}{CHINESE_MARK}]")
_LETTER = re.compile(f"[{LETTER}]")
_SENTENCE_END = re.compile(r"[。！？]|[.!?]\s")
_WORDS = re.compile(rf"[{LETTER}\d'’.&-]+(?:[ ,]+[{LETTER}\d'’.&-]+)*[”’\"')]*\Z")
_TUPLE = re.compile(r"\s*[-+−]?(?:[\d.]+|[a-z])(?:\s*,\s*[-+−]?(?:[\d.]+|[a-z]))+\s*")
_INITIALS = re.compile(r"[A-Z][A-Z0-9-]+(?![A-Za-z0-9.])")
_INITIALS_END = re.compile(r"(?<![A-Za-z0-9.])[A-Z][A-Z0-9-]+\Z")
_BRANDS = ("Yahoo!", "Kahoot!", "Joomla!", "Wham!")
_WINDOW = 120
"""How much of a long sentence decides on its script, in characters to either side."""


def half_width_marks(text: str) -> list[int]:
    """Return the places of the marks that should be full-width, in order."""
    if not _MARK.search(text) or not _CHINESE.search(text):
        return []
    copy = _Copy(text)
    places = copy.brackets() if "(" in text or ")" in text else []
    for match in _POINT.finditer(text):
        at = match.start()
        between_han = 0 < at < len(text) - 1 and _HAN.match(text[at - 1]) and _HAN.match(text[at + 1])
        if between_han or copy.is_chinese_point(at):
            places.append(at)
    places += (match.start() for match in _NARROW.finditer(text))
    if stop := _STOP.search(text, max(0, len(text) - 6)):
        places.append(stop.start())
    return sorted(places)


class _Copy:
    """A text with Chinese in it, and what of it is foreign."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.has_letters = has_letters(text)
        self._kept = apart(foreign_stretches(text))

    def brackets(self) -> list[int]:
        """Return the places of half-width brackets in Chinese; formulas are known from now on."""
        text = self.text
        places: list[int] = []
        formulas: list[Stretch] = []
        for start, end in _pairs_of_brackets(text):
            if (text[start] == "（" and text[end] == "）") or self._is_kept(start) or self._is_kept(end):
                continue
            if _is_formula(text, start, end):
                formulas.append(Stretch(start, end + 1))
            elif self._is_chinese_bracket(start, end):
                places += (at for at in (start, end) if text[at] in "()")
        self._kept = apart([*self._kept, *formulas])
        return places

    def _is_chinese_bracket(self, start: int, end: int) -> bool:
        text = self.text
        left, right = neighbours(text, start, end + 1)
        parted_word = (
            text[max(0, start - 1) : start].isspace() and bool(left) and not is_chinese_character(left)
        )
        if _CHINESE.search(text, start + 1, end):
            # A Chinese gloss in an English sentence, “Hewan (河湾) is”, has English brackets.
            around = text[max(0, start - _WINDOW) : start] + text[end + 1 : end + _WINDOW]
            return not parted_word or is_chinese_character(right) or is_chinese(around)
        if start and _HAN.match(text[start - 1]):
            return True
        return (
            not parted_word
            and (is_chinese_character(left) or is_chinese_character(right))
            and self._in_chinese(start)
        )

    def is_chinese_point(self, at: int) -> bool:
        """Is the mark , : ; ! or ? one of the Chinese around it?"""
        text = self.text
        mark, before, after = text[at], text[max(0, at - 1) : at], text[at + 1 : at + 2]
        if (mark in ",:" and _joins_figures(text, at)) or self._is_kept(at):
            return False
        if is_spoken_of(text, at) or (mark == "!" and after == "[") or _smiles(text, at):
            return False
        left, right = neighbours(text, at, at + 1)
        gap = after.isspace()
        if not self.has_letters:
            return bool(left or right)
        if mark == "!" and text.endswith(_BRANDS, 0, at + 1):
            return False
        if is_chinese_character(left):
            if right and not is_chinese_character(right):
                tight = not gap and bool(_HAN.match(before))
                return tight or self._in_chinese(at, strict=gap)
            return self._in_chinese(at)
        if is_chinese_character(right):
            if mark == ":" and after.isdigit() and before and _LETTER.match(before):
                return False  # AQI:150, localhost:8080
            tight = bool(_HAN.match(after))
            return _closes_foreign_words(text, at, gap, bool(right)) and (
                tight or self._in_chinese(at, strict=gap)
            )
        if right:
            parts = before in "”’" or after in "“‘" or _parts_initials(text, at)
            return parts and not gap and self._in_chinese(at, strict=True)
        return _closes_foreign_words(text, at, gap, bool(right)) and self._in_chinese(at, strict=True)

    def _is_kept(self, at: int) -> bool:
        """Does the mark belong to an address, a formula or a quotation in another script?"""
        index = bisect_right(self._kept, at, key=lambda stretch: stretch.start) - 1
        return index >= 0 and at < self._kept[index].end

    def _in_chinese(self, at: int, *, strict: bool = False) -> bool:
        """Is the sentence around the mark Chinese? If not strict, that the whole text is will do as well."""
        if not strict and self._is_chinese_on_the_whole:
            return True
        text = self.text
        start, end = max(0, at - _WINDOW), at + _WINDOW
        for match in _SENTENCE_END.finditer(text, start, at):
            start = match.end()
        if after := _SENTENCE_END.search(text, at + 1, end):
            end = after.start()
        return is_chinese(without_addresses(text[start:end]))

    @cached_property
    def _is_chinese_on_the_whole(self) -> bool:
        return is_chinese(without_addresses(self.text))


def _joins_figures(text: str, at: int) -> bool:
    """Is it the mark of 1,691 or 12:30, or of a ratio set with spaces?"""
    before, after = text[max(0, at - 2) : at], text[at + 1 : at + 3]
    if text[at] == ":":
        before, after = before.rstrip(" "), after.lstrip(" ")
    return before[-1:].isdigit() and after[:1].isdigit()


def _smiles(text: str, at: int) -> bool:
    return text[at : at + 2] in (":)", ";)") and text.rfind("(", 0, at) == text.rfind("（", 0, at) == -1


def _parts_initials(text: str, at: int) -> bool:
    """Is it the comma of “HPC,HTU和”? English would have a space there, and chemistry single letters."""
    return text[at] in ",;" and bool(
        _INITIALS_END.search(text, max(0, at - 12), at) and _INITIALS.match(text, at + 1)
    )


def _closes_foreign_words(text: str, at: int, gap: bool, more: bool) -> bool:
    """Does the mark behind foreign words belong to the Chinese sentence they stand in, not to them?"""
    match = _WORDS.search(text, max(0, at - _WINDOW // 2), at)
    words = len(match.group().replace(",", " ").split()) if match else 1
    if gap:  # paper: 河湾晨报 is no Chinese sentence, 使用Kelo, 他们 is
        in_chinese = match is not None and is_chinese_character(neighbours(text, match.start(), at).left)
        return text[at] in ",:;" and words == 1 and in_chinese
    if text[at] in "!?":
        return words < (3 if more else 2)
    return True


def _pairs_of_brackets(text: str) -> Iterable[tuple[int, int]]:
    """Yield the places of every opening bracket that is closed, and of what closes it, of either width."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match.group() in "(（":
            opened.append(match.start())
        elif opened:
            yield opened.pop(), match.start()


def _is_formula(text: str, start: int, end: int) -> bool:
    """Is it the bracket of f(x), 3(x+1), (a+b)^2, or a point (3,4)?"""
    inside, before, after = text[start + 1 : end], text[max(0, start - 1) : start], text[end + 1 : end + 2]
    if _CHINESE.search(inside):
        return False
    if before and (_LETTER.match(before) or before in "_$^=+*/<>|\\&#@]"):
        return True
    if _LETTER.search(inside):
        return before.isdigit() or before == ")" or (bool(after) and after in "^_*/=+(0123456789")
    return _TUPLE.fullmatch(inside) is not None
