"""The furniture of a page: the paper's name, its day, the names of its pages, who made it up."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from reader.importing.page_text.elements import Element
from reader.importing.page_text.moments import full_days
from reader.importing.page_text.shapes import is_label, jump_of

_LATIN_PAPERS = "Times|Post|Daily|Herald|Gazette|Tribune|Journal|Chronicle|Courier|Telegraph|Observer"
_PAPER = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?:日报|晚报|早报|晨报|时报|周报|都市报|青年报|商报|导报|快报|日報|晚報|時報)"
    rf"|(?:The |THE )?(?:[A-Z][\w'’-]+ ){{0,4}}(?:{_LATIN_PAPERS}|{_LATIN_PAPERS.upper()})"
)
_LUNAR = re.compile(
    r"(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[\u4e00-\u9fff]{2,10}|农历[\u4e00-\u9fff]{2,10}"
)
_ISSUE = re.compile(r"(?:总)?第\s*(\d{1,6})\s*[期号]|No\. ?(\d{1,6})")
_UNKEPT = re.compile(
    r"\bVol(?:ume|\.)? ?(?:[IVXLCDM]+|\d{1,4})\b"
    r"|[$£€¥￥] ?\d{1,4}(?:[.,]\d{1,2})?|\b\d{1,4}(?:[.,]\d{1,2})? ?(?:p|¢|cents?)(?!\w)"
    r"|(?:零售价?|定价|售价|每份)[:：]?\s*[\d.]{1,5}\s*元",
    re.IGNORECASE,
)
"""Volume and price, which an edition has no field for."""
_PAGES = re.compile(r"今日\s*(\S{1,6}?)\s*版|(\d{1,3}) pages(?: today)?")
_WEEKDAY = re.compile(
    r"(?:星期|周|礼拜)[一二三四五六日天]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE
)
_DAY = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}"
)
_NUMBER = r"([A-Z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
_SECTION = (
    re.compile(rf"第\s*{_NUMBER}\s*版\s*[:：·|｜]?\s*([\u4e00-\u9fff·]{{2,10}})?\Z"),
    re.compile(rf"{_NUMBER}\s*版\s*[:：·|｜]?\s*([\u4e00-\u9fff·]{{2,10}})?\Z"),
    re.compile(r"(0[0-9]|[A-Z][0-9]{1,2}(?=[\s:：·|｜]))\s*[:：·|｜]?\s*([\u4e00-\u9fff]{2,8})\Z"),
    re.compile(r"(?:Page|PAGE) ([A-Z]?[0-9]{1,3})(?:[:,·–—-]? ?([A-Z][A-Za-z &]{1,20}))?\Z"),
)
_NAMED_FIRST = re.compile(rf"([\u4e00-\u9fff]{{2,8}})\s*第?\s*{_NUMBER}\s*版\Z")
_MADE_BY = re.compile(
    r"(?:本版)?(?:责任编辑|责编|本版编辑|编辑|主编|值班编委|组版|美编|版式设计|版式|校对)[\s\u3000]*[:：／/][^。！？]{2,80}\Z"
)
_PARTING_MARKS = " \u3000·•|｜,，;；/—–-"
_FIRST = 6
"""Elements at the head of a page among which its furniture stands."""


class Front(NamedTuple):
    """What the head and the foot of a page say about the paper; None and empty where they do not."""

    paper: str | None = None
    date: dt.date | None = None
    issue: str | None = None
    lunar: str | None = None
    pages: str | None = None
    editor: str | None = None
    unkept: tuple[str, ...] = ()
    """What is printed there and has no field: volume, price."""


class Sheet(NamedTuple):
    """A part of the file under a page's name, and what stands on it."""

    name: str
    page: str | None
    found: tuple[Element, ...]


def parted_front(found: list[Element]) -> tuple[Front, list[Sheet]]:
    """Return what is said about the paper, and the pages of the file; one without a name if it names none."""
    front = Front()
    sheets: list[Sheet] = []
    name, page = "", None
    held: list[Element] = []
    has_text = False
    for index, element in enumerate(found):
        text = element.text
        if index < _FIRST and not has_text and (told := _furniture(text, front)) is not None:
            front = told
        elif (section := _section(text)) is not None:
            if held:
                sheets.append(Sheet(name, page, tuple(held)))
            (name, page), held = section, []
        elif not element.level and _MADE_BY.match(text):
            editor = f"{front.editor} {text}" if front.editor else text
            front = front._replace(editor=editor)
        else:
            has_text = has_text or not element.level
            held.append(element)
    sheets.append(Sheet(name, page, tuple(held)))
    return front, [sheet for sheet in sheets if sheet.found]


def _furniture(text: str, front: Front) -> Front | None:
    """Return the front with what this line says about the paper, None when it says something else."""
    if len(text) > 80:
        return None
    if front.paper is None and _PAPER.fullmatch(text) and not is_label(text):
        return front._replace(paper=text)
    day = next(full_days(text), None)
    if day is None:
        return None
    lunar, issue, pages = _LUNAR.search(text), _ISSUE.search(text), _PAGES.search(text)
    rest = text
    for form in (_LUNAR, _ISSUE, _PAGES, _DAY, _WEEKDAY, _UNKEPT):
        rest = form.sub(" ", rest)
    paper = rest.strip(_PARTING_MARKS)
    if paper and not _PAPER.fullmatch(paper):
        return None
    return front._replace(
        paper=front.paper or paper or None,
        date=day[1],
        issue=(issue[1] or issue[2]) if issue else front.issue,
        lunar=lunar.group() if lunar else front.lunar,
        pages=(pages[1] or pages[2]) if pages else front.pages,
        unkept=(*front.unkept, *(match.group() for match in _UNKEPT.finditer(text))),
    )


def _section(text: str) -> tuple[str, str | None] | None:
    """Return the name and the number of a page that a line of its own prints."""
    if len(text) > 24 or jump_of(text) is not None:
        return None
    for form in _SECTION:
        if match := form.match(text):
            return match[2] or "", match[1]
    match = _NAMED_FIRST.match(text)
    return (match[1], match[2]) if match else None
