"""Who speaks in the paragraphs of an interview: the name before the colon with which one begins."""

from __future__ import annotations

import re
from typing import NamedTuple

LOOKED_AT = 20_000
"""Characters of a body in which speakers are looked for."""

_QUESTION = frozenset({"问", "Q", "记者"})
_ANSWER = frozenset({"答", "A"})
_SIGN = re.compile(r"^(问|答|Q|A)[：:]", re.MULTILINE)
_NAME = re.compile(r"^([^\W\d_][\w·. ]{0,23}?)[：:] *", re.MULTILINE)
_SAYS = ("说", "道", "称", "是", "为", "写", "如下", "表示")
"""A sentence that ends so before its colon quotes somebody; it does not name who speaks."""


_ASIDE = ("（", "(", "［", "[")
"""A paragraph that begins so is the paper's own again."""


class Speakers(NamedTuple):
    """The names that open the paragraphs of a body, and which of them ask."""

    names: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()

    def name_length(self, text: str) -> int:
        """Return the characters of the name a paragraph begins with, colon and spaces included, or 0."""
        match = _NAME.match(text)
        return match.end() if match and match[1] in self.names else 0

    def asks(self, text: str) -> bool:
        """Does the one who asks speak in this paragraph?"""
        match = _NAME.match(text)
        return match is not None and match[1] in self.asking

    def is_aside(self, text: str) -> bool:
        """Does nobody go on speaking in this paragraph?"""
        return text.startswith(_ASIDE)


NOBODY = Speakers()


def speakers_of(body: str, is_interview: bool) -> Speakers:
    """Return who speaks: 问 and 答 or Q and A in any body, in an interview names that open two paragraphs.

    In an interview whose names are not signs the first to speak is the one who asks.
    """
    looked_at = body[:LOOKED_AT]
    signs = set(_SIGN.findall(looked_at))
    if signs & _QUESTION and signs & _ANSWER:
        return Speakers(frozenset(signs), frozenset(signs & _QUESTION))
    if not is_interview:
        return NOBODY
    found: dict[str, int] = {}
    for name in _NAME.findall(looked_at):
        if not name.endswith(_SAYS):
            found[name] = found.get(name, 0) + 1
    names = [name for name, times in found.items() if times > 1]
    if len(names) < 2:
        return NOBODY
    return Speakers(frozenset(names), frozenset(names) & _QUESTION or frozenset(names[:1]))
