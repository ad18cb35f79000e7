"""Stretches of Chinese text that are not Chinese: addresses, file names, quotations in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.proofreading.passage import HAN

CHINESE_MARK = "、。《》〈〉「」『』【】〔〕"
"""Marks only Chinese text has, for a regular expression's character class.

Those with a half-width twin are not among them: what a text is taken for must not change with their width.
"""

LETTER = (
    "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u052f\u0590-\u08ff\u0900-\u109f"
    "\u1e00-\u1fff\u3041-\u30ff\uac00-\ud7af\uff21-\uff3a\uff41-\uff5a"
)
"""Letters of other scripts, for a regular expression's character class."""

_CHINESE = f"{HAN}{CHINESE_MARK}"
_HAS_LETTER = re.compile(f"[{LETTER}]")
_CHARACTER = re.compile(f"[{_CHINESE}]")
_TELLING = re.compile(f"[{_CHINESE}{LETTER}]")
_REACH = 24
"""How far a neighbour is looked for beyond figures and signs, in characters."""

_EXTENSIONS = (
    "docx?|xlsx?|pptx?|pdf|txt|md|csv|html?|xml|json|ya?ml|toml|zip|rar|7z|gz|tar|jpe?g|png|gif|webp|svg"
    "|tiff?|mp[34]|wav|mov|avi|psd|indd|exe|py|js|css|log"
)
# An address ends before a mark that ends the words around it, hence the look-back.
_ADDRESS = re.compile(
    r"""
    (?: [A-Za-z][A-Za-z0-9+.-]{1,15}:// | \bwww\. ) [!-~]* [A-Za-z0-9/=&\#_-]
    | (?<![A-Za-z0-9._%+-]) [A-Za-z0-9._%+-]{1,64} @ [A-Za-z0-9-]{1,63} (?: \.[A-Za-z0-9-]{1,63} )+
    | (?<![A-Za-z0-9.-]) (?: [A-Za-z0-9-]{1,63}\. )+ [A-Za-z]{2,12} (?: :\d{2,5}\b (?:/[!-~]*[A-Za-z0-9/=])?
                                                                     | /[!-~]*[A-Za-z0-9/=] )
    | \b[A-Za-z]:\\ [!-~]*
    """,
    re.VERBOSE | re.ASCII,
)
_NAME = r"[\w.,+-]{0,80}"
_FILE = re.compile(
    rf"(?<![\w.,+-]){_NAME}(?:\([\w.,+ -]{{1,40}}\){_NAME})*\.(?:{_EXTENSIONS})(?![A-Za-z0-9])", re.ASCII
)
_QUOTATION = re.compile(
    "|".join(
        f"{opening}[^{opening}{closing}{_CHINESE}]{{1,400}}{closing}"
        for opening, closing in ("“”", "‘’", '""', "《》", "「」", "『』", "〈〉")
    )
)
_BRACKET = re.compile(f"[(（]([^()（）{_CHINESE}]{{2,400}})[)）]")


class Stretch(NamedTuple):
    """Characters from `start` up to `end`."""

    start: int
    end: int


class Neighbours(NamedTuple):
    """The characters on either side that tell the script, beyond figures, signs and quotation marks.

    Empty where there is none within reach.
    """

    left: str
    right: str

    @property
    def are_chinese(self) -> bool:
        """Is at least one of them Chinese?"""
        return is_chinese_character(self.left) or is_chinese_character(self.right)


def neighbours(text: str, start: int, end: int) -> Neighbours:
    """Return what stands around a stretch of the text."""
    before = text[max(0, start - _REACH) : start]
    left = next((character for character in reversed(before) if _TELLING.match(character)), "")
    right = _TELLING.search(text, end, end + _REACH)
    return Neighbours(left, right.group() if right else "")


def is_chinese_character(character: str) -> bool:
    """Is this a character or a mark only Chinese text has? The empty text is not."""
    return bool(character) and _CHARACTER.match(character) is not None


def is_spoken_of(text: str, at: int) -> bool:
    """Does the mark stand alone, as a thing that is spoken of: “?” is help, press ? for help?"""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if before and after and before in "“‘「『" and after in "”’」』":
        return True
    return (not before or before.isspace()) and (not after or after.isspace())


def has_letters(text: str) -> bool:
    """Are there letters of another script in this text?"""
    return _HAS_LETTER.search(text) is not None


def addresses(text: str) -> Iterator[Stretch]:
    """Yield web and mail addresses, paths and file names: ``https://a.b/c?d``, ``x@y.z``, ``a(1).docx``."""
    if "." in text or ":" in text:
        for pattern in (_ADDRESS, _FILE):
            for match in pattern.finditer(text):
                start, end = match.span()
                closes = text[end : end + 1] == ")" and match.group().count("(") > match.group().count(")")
                yield Stretch(start, end + closes)


def foreign_stretches(text: str) -> list[Stretch]:
    """Return the addresses, and the inside of quotation marks and brackets that hold Latin words only."""
    if not has_letters(text):
        return []
    found = list(addresses(text))
    for match in _QUOTATION.finditer(text):
        if has_letters(match.group()):
            found.append(Stretch(match.start() + 1, match.end() - 1))
    for match in _BRACKET.finditer(text):
        if has_letters(match[1]):
            found.append(Stretch(*match.span(1)))
    return found


def is_chinese(text: str) -> bool:
    """Is this stretch Chinese? A character or a mark of Chinese weighs as three Latin letters."""
    if text.isascii():
        return False
    return len(_CHARACTER.findall(text)) * 3 >= max(1, len(_HAS_LETTER.findall(text)))


def without_addresses(text: str) -> str:
    """Return the text with its addresses and file names taken out."""
    for start, end in reversed(apart(addresses(text))):
        text = text[:start] + text[end:]
    return text


def apart(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches in order, those that touch as one."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1].end:
            found[-1] = Stretch(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Stretch(start, end))
    return found
