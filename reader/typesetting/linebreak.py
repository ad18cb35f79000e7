"""Where a line may end, by Unicode's line breaking algorithm (UAX #14, Unicode 17)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from reader.typesetting import linebreak_table

_HARD = frozenset({"BK", "CR", "LF", "NL"})
_QUOTES = frozenset({"QU", "QI", "QF"})
_LETTERS = frozenset({"AL", "HL", "DC", "XA"})
_HYPHENS = frozenset({"HY", "HH"})
_WORD = _LETTERS | {"NU"}
_IDEOGRAPHS = frozenset({"ID", "EB", "EM", "XP"})
_HANGUL = frozenset({"JL", "JV", "JT", "H2", "H3"})
_AKSARAS = frozenset({"AK", "AS", "DC"})
_BEFORE_OPENING_QUOTE = _HARD | {"OP", "GL", "SP", "ZW"} | _QUOTES
_AFTER_CLOSING_QUOTE = frozenset({"SP", "GL", "WJ", "CL", "CP", "EX", "IS", "SY", "ZW"}) | _QUOTES | _HARD
_BEFORE_LEADING_HYPHEN = _HARD | {"SP", "ZW", "CB", "GL"}
_NO_GLUE_AFTER = frozenset({"SP", "BA", "HY", "HH"})
_TAKES_NO_MARK = _HARD | {"SP", "ZW"}
# The kinds before and after which more than the two neighbours decide.
_ASKS_BEFORE = (
    frozenset({"SP", "ZJ", "HY", "HH", "SY", "IS", "CL", "CP", "PR", "PO", "VI"}) | _QUOTES | _AKSARAS
)
_ASKS_AFTER = frozenset({"IS"}) | _QUOTES


class _KindOf(dict[str, str]):
    """A character's kind, looked up in the runs once: a memory of a pure function, no state."""

    def __init__(self) -> None:
        names = dict(zip(linebreak_table.ALPHABET, linebreak_table.NAMES.split(), strict=True))
        self._kinds = [names[letter] for letter in linebreak_table.KINDS]
        self._starts = [0, *accumulate(map(int, linebreak_table.LENGTHS.split()))]
        super().__init__({chr(code): self._looked_up(code) for code in range(0x80)})

    def __missing__(self, character: str) -> str:
        kind = self[character] = self._looked_up(ord(character))
        return kind

    def _looked_up(self, code: int) -> str:
        return self._kinds[bisect_right(self._starts, code) - 1]


@cache
def _kinds() -> _KindOf:
    """The table, unpacked when the first text asks for it and not when a program starts."""
    return _KindOf()


def kind_of(character: str) -> str:
    """Return the two letters of a character's line breaking class, with ``+`` when it is East Asian.

    Classes are resolved by LB1; ``QI`` and ``QF`` are initial and final quotation marks, ``DC`` the dotted
    circle, ``XP`` and ``XA`` unassigned pictographs, ``ZJ`` the joiner. Source: UAX #14, table 1.
    """
    return _kinds()[character]


def break_opportunities(text: str) -> list[int]:
    """Return the offsets (1 to the length, in characters) at which a line of this text may or must end.

    Source: UAX #14 revision 55 (Unicode 17), rules LB1 to LB31 without tailoring.
    """
    if not text:
        return []
    kinds = list(map(_kinds().__getitem__, text))
    places: Sequence[int] = range(len(text))
    joined: frozenset[int] = frozenset()
    if not {"CM", "ZJ", "CM+", "ZJ+"}.isdisjoint(kinds):
        kinds, places, joined = _with_marks_attached(kinds)
    if "RI" in kinds:
        kinds = _with_flags_paired(kinds)
    found = []
    pair = _pair_breaks
    before = kinds[0]
    for index in range(1, len(kinds)):
        after = kinds[index]
        verdict = pair(before, after)
        if verdict is None:
            verdict = _breaks(kinds, index)
        if verdict and places[index] not in joined:
            found.append(places[index])
        before = after
    found.append(len(text))
    return found


def _with_marks_attached(kinds: list[str]) -> tuple[list[str], list[int], frozenset[int]]:
    """LB9, LB10: a mark is part of the character it stands on; one that stands on none is a letter.

    Returns the kinds that are left, where each stands, and the places right after a joiner (LB8a).
    """
    bases: list[str] = []
    places: list[int] = []
    joined = set()
    takes_marks = False
    for place, kind in enumerate(kinds):
        is_mark = kind[:2] in {"CM", "ZJ"}
        if not (is_mark and takes_marks):
            bases.append("AL" if is_mark else kind)
            places.append(place)
            takes_marks = kind[:2] not in _TAKES_NO_MARK
        if kind[:2] == "ZJ":
            joined.add(place + 1)
    return bases, places, frozenset(joined)


def _with_flags_paired(kinds: list[str]) -> list[str]:
    """LB30a: every second regional indicator of a row becomes ``RJ``, the one that completes a flag."""
    paired = list(kinds)
    for index in range(1, len(paired)):
        if paired[index] == "RI" and paired[index - 1] == "RI":
            paired[index] = "RJ"
    return paired


@cache
def _pair_breaks(before: str, after: str) -> bool | None:
    """May a line end between these two kinds? None when that depends on more than the two."""
    if before[:2] in _ASKS_BEFORE or after[:2] in _ASKS_AFTER:
        return None
    return _breaks(["AL", before, after, "AL"], 2)


def _breaks(kinds: list[str], index: int) -> bool:
    """May a line end before kinds[index]? The rules in their order; the first that applies decides."""
    before, after = kinds[index - 1][:2], kinds[index][:2]
    if before in _HARD:  # LB4, LB5
        return not (before == "CR" and after == "LF")
    if after in _HARD or after in {"SP", "ZW"}:  # LB6, LB7
        return False
    place = index - 1
    while place >= 0 and kinds[place] == "SP":
        place -= 1
    unspaced = kinds[place][:2] if place >= 0 else ""
    if unspaced == "ZW":  # LB8
        return True
    if (
        after == "WJ" or before in {"WJ", "GL"} or (after == "GL" and before not in _NO_GLUE_AFTER)
    ):  # LB11, LB12
        return False
    if after in {"CL", "CP", "EX", "SY"} or unspaced == "OP":  # LB13, LB14
        return False
    following = kinds[index + 1] if index + 1 < len(kinds) else ""
    if _is_kept_by_quote(kinds, place, unspaced, after, following):  # LB15a, LB15b
        return False
    if after == "IS":  # LB15c, LB15d
        return before == "SP" and following[:2] == "NU"
    if (unspaced in {"CL", "CP"} and after == "NS") or (unspaced == "B2" and after == "B2"):  # LB16, LB17
        return False
    if before == "SP":  # LB18
        return True
    if _is_in_quotes(kinds, index, before, after, following):  # LB19, LB19a
        return False
    if "CB" in (before, after):  # LB20
        return True
    return not (_is_hyphenated(kinds, index, before, after) or _is_kept(kinds, index, before, after))


def _is_kept_by_quote(kinds: list[str], place: int, unspaced: str, after: str, following: str) -> bool:
    """LB15a, LB15b: no break after an opening quote and its spaces, none before a closing one."""
    if unspaced == "QI" and (place == 0 or kinds[place - 1][:2] in _BEFORE_OPENING_QUOTE):
        return True
    return after == "QF" and (not following or following[:2] in _AFTER_CLOSING_QUOTE)


def _is_in_quotes(kinds: list[str], index: int, before: str, after: str, following: str) -> bool:
    """LB19, LB19a: a quote clings to its neighbours unless both sides of it are East Asian."""
    if after in {"QU", "QF"} or before in {"QU", "QI"}:
        return True
    if after == "QI":
        return not (kinds[index - 1].endswith("+") and following.endswith("+"))
    if before == "QF":
        return not (kinds[index].endswith("+") and index > 1 and kinds[index - 2].endswith("+"))
    return False


def _is_hyphenated(kinds: list[str], index: int, before: str, after: str) -> bool:
    """LB20a to LB21b: hyphens and what they hold."""
    earlier = kinds[index - 2][:2] if index > 1 else ""
    if before in _HYPHENS:
        if after in _LETTERS and (index == 1 or earlier in _BEFORE_LEADING_HYPHEN):
            return True
        if earlier == "HL" and after != "HL":
            return True
    return after in {"BA", "HH", "HY", "NS"} or before == "BB" or (before == "SY" and after == "HL")


def _is_kept(kinds: list[str], index: int, before: str, after: str) -> bool:
    """LB22 to LB30b: words, numbers, syllables, emoji."""
    if after == "IN" or (before in _WORD and after in _WORD):  # LB22, LB23, LB28; NU NU is LB25
        return True
    if (before == "PR" and after in _IDEOGRAPHS) or (before in _IDEOGRAPHS and after == "PO"):  # LB23a
        return True
    if (before in {"PR", "PO"} and after in _LETTERS) or (
        before in _LETTERS and after in {"PR", "PO"}
    ):  # LB24
        return True
    if _is_number(kinds, index, before, after):  # LB25
        return True
    if _is_syllable(kinds, index, before, after):  # LB26 to LB28a
        return True
    if before == "IS" and after in _LETTERS:  # LB29
        return True
    if before in _WORD and kinds[index] == "OP":  # LB30; East Asian brackets are "OP+"
        return True
    if kinds[index - 1] == "CP" and after in _WORD:
        return True
    return (before == "RI" and after == "RJ") or (
        before in {"EB", "XP", "XA"} and after == "EM"
    )  # LB30a, LB30b


def _is_number(kinds: list[str], index: int, before: str, after: str) -> bool:
    """LB25: a number with its sign, marks, brackets and unit."""
    if after in {"PO", "PR"}:
        return _ends_number(kinds, index - 2 if before in {"CL", "CP"} else index - 1)
    if after == "NU":
        return before in {"PO", "PR", "HY", "IS"} or _ends_number(kinds, index - 1)
    if after == "OP" and before in {"PO", "PR"}:
        opened = [kind[:2] for kind in kinds[index + 1 : index + 3]]
        return opened[:1] == ["NU"] or opened == ["IS", "NU"]
    return False


def _ends_number(kinds: list[str], index: int) -> bool:
    """Does NU (SY | IS)* end here?"""
    while index >= 0 and kinds[index][:2] in {"SY", "IS"}:
        index -= 1
    return index >= 0 and kinds[index][:2] == "NU"


def _is_syllable(kinds: list[str], index: int, before: str, after: str) -> bool:
    """LB26, LB27: Hangul; LB28a: orthographic syllables of Brahmic scripts."""
    if (before == "JL" and after in {"JL", "JV", "H2", "H3"}) or (before in _HANGUL and after == "PO"):
        return True
    if (before in {"JV", "H2"} and after in {"JV", "JT"}) or (before in {"JT", "H3"} and after == "JT"):
        return True
    if before == "PR" and after in _HANGUL:
        return True
    if (before == "AP" and after in _AKSARAS) or (before in _AKSARAS and after in {"VF", "VI"}):
        return True
    if before == "VI" and after in {"AK", "DC"}:
        return index > 1 and kinds[index - 2][:2] in _AKSARAS
    if before in _AKSARAS and after in _AKSARAS:
        return index + 1 < len(kinds) and kinds[index + 1][:2] == "VF"
    return False
