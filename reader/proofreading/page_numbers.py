"""Numbers of pages as papers write them, made comparable: 02, 第2版 and 二版 are one page."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
NUMERAL = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[〇零一二两三四五六七八九]{1,3})"
"""A Chinese numeral up to 99, or single figures in a row, for a regular expression."""
_NUMBER = re.compile(NUMERAL)
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def page_key(page: str) -> str:
    """Return what is the same for every way of writing a page's number."""
    page = unicodedata.normalize("NFKC", page).upper()
    page = re.sub("[第版\\s]|PAGE|P\\.", "", page)
    page = _NUMBER.sub(lambda match: str(number(match.group())), page)
    return _ZEROS.sub("", page)


def number(words: str) -> int:
    """Return what a numeral says that is written as `NUMERAL` or in digits."""
    if words.isdigit():
        return int(words)
    if "十" in words:
        tens, _, ones = words.partition("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    value = 0
    for character in words:
        value = value * 10 + _DIGITS[character]
    return value
