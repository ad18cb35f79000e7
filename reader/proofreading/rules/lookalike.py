"""E-PLACE: two names that look alike stand in one edition.

The stylebook lists pairs of places or organisations that are easily taken for each other, `lookalikes`.
Where both of a pair stand in one edition, the one that is rarer there is shown once an article, to be
confirmed: it may well be right. The list is empty until the house fills it.

体例的 lookalikes 列出本地容易混淆的成对地名、机构名，单子由本报自己填，默认是空的。一期之内两个都出现时，
每篇提示一次其中较少的一个，请编辑确认；它很可能没有错，确认后可以忽略。

With: lookalikes = [["河湾区", "河弯区"], ["Marlbury", "Malbury"]]
Passes: 河湾区下雪，河湾区停电。
Fails: 河湾区下雪，河湾区停电，河弯区供水正常。
Fails: Marlbury is snowed in; Malbury is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import RuleOption, Stylebook

LOOKALIKES = RuleOption(
    "lookalikes",
    [],
    Wording("容易混淆的成对名称", "pairs of names that are easily taken for each other"),
    is_pairs=True,
)
_MESSAGE = Wording(
    "“{name}”（{count}处）与“{other}”（{others}处）同期出现",
    "“{name}” ({count}) and “{other}” ({others}) stand in one edition",
)


class _Place(NamedTuple):
    passage: Passage
    start: int
    end: int


def check(proof: Proof, stylebook: Stylebook) -> Iterator[Remark]:
    """Remark the rarer of two names that look alike, where the edition has both."""
    for pair in stylebook.pairs(LOOKALIKES):
        if len(set(pair)) == 2 and all(pair):
            yield from _pair(proof, *pair)


def _pair(proof: Proof, one: str, other: str) -> Iterator[Remark]:
    # The longer goes first: 河湾 inside 河湾港 is no 河湾.
    words = sorted((one, other), key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<![A-Za-z]){word}(?![A-Za-z])" for word in map(re.escape, words)))
    places: dict[str, list[_Place]] = {one: [], other: []}
    for passage in proof.passages():
        for match in pattern.finditer(passage.text):
            places[match.group()].append(_Place(passage, match.start(), match.end()))
    if not all(places.values()):
        return
    # As often as each other, the second of the pair is shown.
    rare, usual = (one, other) if len(places[one]) < len(places[other]) else (other, one)
    message = _MESSAGE.filled(name=rare, count=len(places[rare]), other=usual, others=len(places[usual]))
    seen: set[str] = set()
    for place in places[rare]:
        owner = place.passage.field.partition(".photos")[0].rpartition(".")[0]
        if owner not in seen:
            seen.add(owner)
            yield place.passage.remark(place.start, place.end, message)


RULE = Rule(
    id="E-PLACE",
    name=Wording("易混名称", "names that look alike"),
    severity=Severity.INFO,
    fixing=Fixing.NONE,
    clause=Wording("本报易混名称表", "the house’s list of names that look alike"),
    advice=Wording("核对名称", "confirm the name"),
    check=check,
    options=(LOOKALIKES,),
)
