"""How numbers are written in copy, Arabic and Chinese, and what they are worth."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_DIGITS = dict(zip("〇○零一二两三四五六七八九", (0, 0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": Decimal(10**4), "亿": Decimal(10**8)}

DIGITS = "〇○零一二三四五六七八九"
"""Chinese digits, for a regular expression's character class."""
HAN_NUMERAL = "〇○零一二两三四五六七八九十百千万亿"
"""Every character of a Chinese whole number, for a character class."""
ARABIC = r"\d+(?:[,，]\d{3})*(?:[.．]\d+)?"
"""A number in Arabic digits, grouped by commas or not: ``2325``, ``1,691``, ``81.5``."""
AMOUNT = rf"{ARABIC}[百千]?[万亿]{{0,2}}"
"""An Arabic number with the large units that may follow it (GB/T 15835—2011, 5.3): ``1.3万亿``."""

_ARABIC_AMOUNT = re.compile(rf"({ARABIC})([百千]?)([万亿]{{0,2}})")
_MIXED = re.compile(rf"({ARABIC})([亿万千百十])(?:零(?=\d))?")
_STROKES = re.compile("[,，]")


class Amount(NamedTuple):
    """A number with the smallest step it tells: 1.3亿 is 130000000, told to the ten million."""

    value: Decimal
    step: Decimal

    @property
    def least(self) -> Decimal:
        """The least value that is rounded to this."""
        return self.value - self.step / 2

    @property
    def most(self) -> Decimal:
        """The greatest value that is rounded to this."""
        return self.value + self.step / 2


def worth(words: str) -> Decimal | None:
    """Return what a numeral is worth, however it is written; None of what is none.

    ``1,691``, ``2322.48万``, ``三千零五十二``, ``二〇二四``, ``九十五点零六``, ``10亿零817万``. Two numerals
    side by side that stand for a guess (三四十) have no value.
    """
    if not words:
        return None
    if words[0].isdigit():
        return _mixed(words)
    whole, _, fraction = words.partition("点")
    value = _han_whole(whole)
    if value is None or not fraction:
        return None if words.endswith("点") else value
    digits = "".join(str(_DIGITS[digit]) for digit in fraction if digit in _DIGITS)
    return value + Decimal(f"0.{digits}") if len(digits) == len(fraction) else None


def amount(words: str) -> Amount | None:
    """Return value and step of an Arabic amount, as `AMOUNT` matches one."""
    match = _ARABIC_AMOUNT.fullmatch(words)
    if match is None:
        return None
    digits = _STROKES.sub("", match[1]).replace("．", ".")
    unit = Decimal(_TENS.get(match[2], 1))
    for mark in match[3]:
        unit *= _MYRIADS[mark]
    places = len(digits.partition(".")[2])
    return Amount(Decimal(digits) * unit, unit.scaleb(-places))


def whole(words: str) -> int | None:
    """Return a whole number's value, or None."""
    value = worth(words)
    return int(value) if value is not None and value == value.to_integral_value() else None


def _mixed(words: str) -> Decimal | None:
    """Arabic digits, alone or with Chinese units between them: ``3千5百``, ``10亿零817万5288``."""
    told = amount(words)
    if told is not None:
        return told.value
    total, at = Decimal(0), 0
    for match in _MIXED.finditer(words):
        if match.start() != at:
            return None
        unit = _MYRIADS.get(match[2]) or Decimal(_TENS[match[2]])
        total += Decimal(_STROKES.sub("", match[1]).replace("．", ".")) * unit
        at = match.end()
    rest = words[at:]
    if rest and not rest.isdigit():
        return None
    return total + (Decimal(rest) if rest else 0) if at else None


def _han_whole(words: str) -> Decimal | None:
    if not words or any(mark not in HAN_NUMERAL for mark in words):
        return None
    if all(mark in _DIGITS for mark in words):
        if len(words) > 1 and "两" in words:
            return None
        # Two digits side by side are a guess (三四), three or more are read one by one (二〇二四).
        if len(words) == 2 and not set(words) & set("〇○零"):
            return None
        return Decimal("".join(str(_DIGITS[mark]) for mark in words))
    return _counted(words)


def _counted(words: str) -> Decimal | None:
    """A number with its units: ``三千零五十二``; the last unit may be left out (``一百二``)."""
    total = below = Decimal(0)
    digit: int | None = None
    unit = 0  # the last one read, of which a single digit at the end is the tenth part
    zero = False
    for mark in words:
        if mark in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[mark] or None
            zero = zero or digit is None
        elif mark in _TENS:
            if digit is None and mark != "十":
                return None
            below += (1 if digit is None else digit) * _TENS[mark]
            digit, unit, zero = None, _TENS[mark], False
        else:
            below += digit or 0
            if not (below or total):
                return None
            # 一万亿 is a million million: what stands before 亿 is counted by it as a whole.
            total = (total + below) * _MYRIADS[mark] if mark == "亿" else total + below * _MYRIADS[mark]
            below, digit, unit, zero = Decimal(0), None, int(_MYRIADS[mark]), False
    if digit is None:
        return total + below
    return total + below + digit * (unit // 10 if unit > 10 and not zero else 1)
