"""T-QUOTE-ASCII: straight quotation marks in Chinese text.

Chinese quotation marks are “” and, inside them, ‘’. Straight ones (" and ') are errors around Chinese words
and next to them; an opening and a closing one are found by turns, and both are replaced at once. A
quotation in straight single marks with no double ones around it becomes “”, and one in straight double
marks inside “” becomes ‘’; at both somebody should look. Where the marks of a paragraph do not come out
even, each is named and none replaced. Inches, minutes, apostrophes, addresses and English sentences keep
theirs.

中文引号是“”，里层用‘’。中文里的直引号（" 和 '）是差错：前后引号依次配对，一对一起改。外面没有双引号的
直单引号改成“”，要看一眼再改。一段里配不成对的，逐个指出，不改。英寸、角分、撇号、网址和英文句子里的不动。

Passes: 这块15"的屏幕，编号5'10"，他说don't，还说 the "big one" is here 这句话。
Fails: 正在建的"水车一条街"很热闹。
Fails: 他说："请看'水车'一文。"
Fails: 他读了'水车'一文。
Fails: 正在建的"水车一条街很热闹。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.foreign import Stretch, addresses, is_chinese, neighbours
from reader.proofreading.pairs import Pair, Pairs, pairs_of
from reader.proofreading.passage import HAN, Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_HAN = re.compile(f"[{HAN}]")
_BESIDE = re.compile(f"[{HAN}，。、；：！？]")
_NEVER_FIRST = re.compile(r"[，。、；：！？）》”’,;!?)\s]")
_NEVER_LAST = re.compile(r"[（《“‘(\s]")
_PAIR = Wording("中文里用了直引号“{mark}”", "straight quotation marks {mark} in Chinese text")
_ALONE = Wording("中文里用了直引号“{mark}”，配不成对", "straight quotation mark {mark} without a partner")
_BY_HAND = Wording("补上另一半，改为“”或‘’", "find its partner and write “” or ‘’")


class _Matched(NamedTuple):
    """Straight marks by twos, each two with the curly one that may be half of it, and those left over."""

    pairs: list[Pair]
    alone: list[int]


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every quotation in straight marks, and every straight mark that belongs to none."""
    for passage in proof.passages():
        text = passage.text
        if any(mark in text for mark in "\"'＂＇") and not text.isascii():
            yield from _quotations(passage)


def _quotations(passage: Passage) -> Iterator[Remark]:
    text = passage.text
    curly = pairs_of(text)
    kept = [*addresses(text)]
    double = _matched(text, _places(text, '"＂', kept), _lonely(text, curly, "“”"))
    single = _matched(text, _places(text, "'＇", kept), _lonely(text, curly, "‘’"))
    outer = double.pairs + [pair for pair in curly.pairs if text[pair.start] == "“"]
    for pairs, are_double in ((double.pairs, True), (single.pairs, False)):
        for start, end in pairs:
            if _is_chinese_quotation(text, start, end):
                is_inner = any(first < start and end < last for first, last in outer)
                # Double inside curly double may as well be the ends of two quotations: “…" and "…”.
                is_safe = _looks_right(text, start, end) and are_double != is_inner
                if are_double and any(mark in text[start + 1 : end] for mark in "“”"):
                    is_safe = False  # two strays on either side of another quotation
                yield _remark(passage, Pair(start, end), "‘’" if is_inner else "“”", is_safe)
    for at in sorted(double.alone + single.alone):
        if _HAN.search(text, max(0, at - 1), at + 2) and is_chinese(text):
            yield passage.remark(at, at + 1, _ALONE.filled(mark=text[at]), advice=_BY_HAND, is_safe=False)


def _places(text: str, marks: str, kept: list[Stretch]) -> list[int]:
    """Return the places of straight marks that may be quotation marks."""
    return [
        at
        for at, mark in enumerate(text)
        if mark in marks
        and not any(start <= at < end for start, end in kept)
        and not _is_apostrophe(text, at)
    ]


def _is_apostrophe(text: str, at: int) -> bool:
    """Is it the mark of don't, 5'10 or '98?"""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if text[at] != "'" or not (after.isascii() and after.isalnum()):
        return False
    return (before.isascii() and before.isalnum()) or (after.isdigit() and text.count("'") % 2 == 1)


def _lonely(text: str, curly: Pairs, marks: str) -> list[int]:
    """Return the places of curly marks that lack a partner: a straight one may be it."""
    return [at for at in curly.opened if text[at] == marks[0]] + [
        at for at in curly.closed if text[at] == marks[1]
    ]


def _matched(text: str, places: list[int], lonely: list[int]) -> _Matched:
    """Match straight marks by turns."""
    pairs: list[Pair] = []
    opened: int | None = None
    for at in sorted(places + lonely) if places else ():
        if opened is None:
            if text[at] not in "”’" and not _is_unit(text, at):
                opened = at
        elif text[at] in "“‘":
            if opened in places:
                return _Matched([], places)
            opened = at
        else:
            if opened in places or at in places:
                pairs.append(Pair(opened, at))
            opened = None
    if opened is not None:
        return _Matched([], places)  # nobody knows which of them is one too many
    return _Matched(pairs, [])


def _is_unit(text: str, at: int) -> bool:
    """May it be the mark of inches or minutes, 15" and 30'?"""
    return text[max(0, at - 1) : at].isdigit()


def _looks_right(text: str, start: int, end: int) -> bool:
    """Might the first mark open a quotation and the second close it, by what stands beside them?"""
    return (
        end - start > 1
        and not _NEVER_FIRST.match(text[start + 1])
        and not _NEVER_LAST.match(text[end - 1])
        and text[max(0, start - 1) : start] not in ('"', "'")
    )


def _is_chinese_quotation(text: str, start: int, end: int) -> bool:
    if _HAN.search(text, start + 1, end):
        return is_chinese(text) or neighbours(text, start, end + 1).are_chinese
    beside = text[max(0, start - 1) : start] + text[end + 1 : end + 2]
    return _BESIDE.search(beside) is not None


def _remark(passage: Passage, pair: Pair, marks: str, is_safe: bool) -> Remark:
    text = passage.text
    straight = {at: mark for at, mark in zip(pair, marks, strict=True) if text[at] not in "“”‘’"}
    changes = tuple(passage.change(at, at + 1, mark) for at, mark in straight.items())
    message = _PAIR.filled(mark=text[min(straight)])
    return Remark(message, passage.spot(pair.start, pair.end + 1), changes, is_safe=is_safe)


RULE = Rule(
    id="T-QUOTE-ASCII",
    name=Wording("直引号", "straight quotation mark"),
    severity=Severity.ERROR,
    fixing=Fixing.SAFE,
    clause=Wording("GB/T 15834—2011（引号的形式）", "GB/T 15834—2011, quotation marks"),
    advice=Wording("改为“”，里层用‘’", "write “”, and ‘’ inside them"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
