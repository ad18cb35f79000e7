"""What a saver writes of the page: its number, its name, or both."""

from __future__ import annotations

import re

from reader.importing.crawl.names import page_name

_DIGITS = {numeral: value for value, numeral in enumerate("〇一二三四五六七八九")} | {"零": 0}
_NUMERAL = r"[〇零一二三四五六七八九十]{1,3}"
_PAGE = re.compile(
    rf"(?:第\s*)?(?P<page>[A-Za-z]?\d{{1,3}}|{_NUMERAL})\s*(?P<unit>版面?|页)?\s*(?:[:：\-—、.\s]+(?P<name>\S.*))?\Z"
)


def place_in(value: object) -> tuple[str | None, str | None]:
    """Return page and name of ``1``, ``A02``, ``第01版：要闻``, ``第一版`` or ``要闻``; None: not said."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None, None
    words = " ".join(str(value).split()) if not isinstance(value, int) or 0 <= value < 1000 else ""
    match = _PAGE.match(words)
    if match is None or (match["name"] and not match["unit"]):
        return None, words or None
    page = match["page"]
    if not page[-1].isdecimal():
        number = _value(page)
        if number is None or not match["unit"]:
            return None, words or None
        page = str(number)
    return page_name(page), match["name"]


def _value(numeral: str) -> int | None:
    """Return the value of a Chinese numeral below a hundred."""
    if len(numeral) == 1 and numeral != "十":
        return _DIGITS[numeral]
    tens, is_ten, ones = numeral.partition("十")
    if not is_ten or tens not in ("", *_DIGITS) or ones not in ("", *_DIGITS):
        return None
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
