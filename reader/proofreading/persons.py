"""People a text names with their offices: 县水务局副局长林一舟, “Mayor Ada Vale”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.proofreading.names import NAME
from reader.proofreading.passage import Passage

_OFFICE = (
    "书记|市长|省长|县长|区长|州长|镇长|乡长|局长|主任|主席|部长|厅长|院长|校长|所长|处长|科长|站长|队长"
    "|社长|会长|行长|董事长|总经理|经理|厂长|委员长|总理|秘书长|司令员|政委|总编辑|台长|馆长|园长|村长|教授"
    "|研究员|工程师"
)
# What comes behind a name, for nothing else parts it from the text; the shortest name that fits is taken.
_BEHIND = (
    "(?=说|表示|介绍|告诉|指出|强调|认为|宣布|主持|出席|参加|会见|率|来到?|到|走|带|在|等|和|与|的|同"
    "|[，、。（：；”！？(,:;]|\\Z)"
)
_SHORTEST_NAME = NAME.replace("{1,2}", "{1,2}?")
_CHINESE = re.compile(rf"(?P<office>{_OFFICE})(?P<name>{_SHORTEST_NAME}){_BEHIND}")
_FORMER = re.compile("(?:时任|原任?|前任?|曾任|历任|先后|当时的|升任|候任)[^，。；]{0,12}\\Z")
_TITLE = (
    "Mayor|Governor|President|Minister|Secretary|Chairman|Chairwoman|Director|Professor|Senator|Judge"
    "|Councillor|Captain|Inspector|Superintendent|Chief|Dr|Mr|Mrs|Ms"
)
_ENGLISH = re.compile(
    rf"(?P<former>(?:[Ff]ormer|then|[Ee]x)[- ])?(?P<deputy>(?:Deputy|Vice|Acting) )?"
    rf"\b(?P<office>{_TITLE})\.? "
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]+)"
)


class Person(NamedTuple):
    """One place where a text names somebody with an office."""

    name: str
    office: str
    """局长, whether deputy or not."""
    is_deputy: bool
    body: str
    """The last two characters of what the office is of, empty where the text does not say it there."""
    passage: Passage
    start: int
    end: int
    """Of the name."""


def persons(passage: Passage) -> Iterator[Person]:
    """Yield the people a passage names with an office they hold now (时任… and 原… are left out)."""
    text = passage.text
    pattern = _CHINESE if passage.is_han else _ENGLISH
    for match in pattern.finditer(text):
        at = match.start()
        if passage.is_han:
            is_deputy = text[at - 1 : at] == "副"
            at -= is_deputy
            before = text[max(0, at - 16) : at]
            if _FORMER.search(before):
                continue
            body = before[-2:] if re.fullmatch("[\u4e00-\u9fff]{2}", before[-2:]) else ""
        else:
            if match["former"]:
                continue
            is_deputy = bool(match["deputy"])
            body = ""
        start, end = match.span("name")
        yield Person(match["name"], match["office"], is_deputy, body, passage, start, end)
