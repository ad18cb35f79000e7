"""What the names of files and folders say: day, page, number on the page, paper."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from reader.importing.crawl.days import day_in, day_of

TEXT_SUFFIXES = ("", ".txt", ".text")
"""How files of one article may end; some savers write no suffix at all."""
JSON_SUFFIXES = (".json", ".jsonl", ".ndjson", ".jl")
"""How files of JSON and of JSON lines end."""

_PAGE = r"第?(?P<page>[A-Za-z]?\d{1,3})版?"
_NUMBER = r"第?(?P<number>\d{1,4})[篇条]?"
# 20250301-01-02.txt, 2025-03-01_A01_2, 2025年3月1日-第1版-2, each with words before and behind.
_ARTICLE = re.compile(
    r"(?:.*?[^\d])?(?P<year>\d{4})(?:(?P<month>\d{2})(?P<day>\d{2})|(?P<gap>[-_.])(?P<month2>\d{1,2})(?P=gap)"
    r"(?P<day2>\d{1,2})|年(?P<month3>\d{1,2})月(?P<day3>\d{1,2})日)"
    rf"[-_ ]+{_PAGE}[-_ ]+{_NUMBER}(?:[-_. ].*)?\Z"
)
_IN_DAY = re.compile(rf"{_PAGE}[-_ ]+{_NUMBER}(?:[-_. ].*)?\Z")
_IN_PAGE = re.compile(rf"{_NUMBER}(?:[-_. ].*)?\Z")
_PAGE_FOLDER = re.compile(r"(?:第|page|p)?(?P<page>[A-Za-z]?\d{1,3})版?(?:[-_：: ].*)?\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:.*[^\d])?([12]\d{3})年?\Z")
_YEAR_MONTH = re.compile(r"(?:.*[^\d])?([12]\d{3})(?:[-_.年](?=\d)|(?=\d\d\D*\Z))(\d{1,2})月?\Z")
_MONTH = re.compile(r"(\d{1,2})月?\Z")
_MONTH_DAY = re.compile(r"(\d{2})[-_.月]?(\d{2})日?\Z")
_DAY = re.compile(r"(\d{1,2})[日号]?\Z")
_DAY_NAME = re.compile(r"[^\d]*(?:19|20)\d{2}([-_.]?)\d{2}\1\d{2}[^\d]*\Z")
_PAPER = re.compile(r"([\u4e00-\u9fff]{1,12}报(?:海外版)?)(?![\u4e00-\u9fff])")
_ADDRESS = re.compile(r"_\d{8}_(?P<number>\d{1,3})-(?P<page>[A-Z]?\d{1,3})\.html?")
_DAYS = re.compile(r"\d+[年月日号]?")
_NO_PAPERS = frozenset(
    ("日报", "晚报", "早报", "周报", "简报", "电子报", "数字报", "海报", "情报", "汇报", "预报", "公报")
)


class Named(NamedTuple):
    """What the name of a file and of the folders above it says."""

    date: dt.date | None = None
    page: str | None = None
    number: int | None = None
    is_article: bool = False
    """Is it named as savers name a file of one article?"""
    is_bad_date: bool = False
    """Does its own name hold a date that is none, like 20250230?"""
    month: tuple[int, int] | None = None
    """Year and month, where the name has no day."""


def named(path: PurePath) -> Named:
    """Return what the name says; folders count from the one the file is in upwards."""
    stem = path.name.removesuffix(path.suffix) if path.suffix.lower() in _SUFFIXES else path.name
    folders = path.parts[:-1][::-1]
    if match := _ARTICLE.match(stem):
        parts = [match[key] or match[key + "2"] or match[key + "3"] for key in ("month", "day")]
        date = day_of(int(match["year"]), int(parts[0]), int(parts[1]))
        page, number = page_name(match["page"]), int(match["number"])
        return Named(date, page, number, is_article=True, is_bad_date=date is None)
    above = day_of_folders(folders)
    if above is not None and (match := _IN_DAY.match(stem)):
        return Named(above, page_name(match["page"]), int(match["number"]), is_article=True)
    if above is None and (folder := _PAGE_FOLDER.match(folders[0] if folders else "")):
        day = day_of_folders(folders[1:])
        if day is not None and (match := _IN_PAGE.match(stem)):
            return Named(day, page_name(folder["page"]), int(match["number"]), is_article=True)
    is_bad = _is_bad_day(stem) or (
        bool(folders) and _is_bad_day(folders[0]) and _IN_DAY.match(stem) is not None
    )
    if is_bad:
        return Named(is_article=_IN_DAY.match(stem) is not None, is_bad_date=True)
    date = day_in(stem) or above
    month = _YEAR_MONTH.match(stem) if date is None else None
    if month is not None and 1 <= int(month[2]) <= 12:
        return Named(month=(int(month[1]), int(month[2])))
    return Named(date)


def _is_bad_day(name: str) -> bool:
    """Is this name a day and nothing else but what papers are called, and is there no such day?"""
    return _DAY_NAME.match(name) is not None and day_in(name) is None


_SUFFIXES = frozenset((*TEXT_SUFFIXES, *JSON_SUFFIXES))


def day_of_folders(folders: Sequence[str]) -> dt.date | None:
    """Return the day that folders name, the innermost first.

    Read are ``2025-03-01``, ``2025/0301``, ``2025-03/01`` and ``2025/3/1``, each with 年月日 or without.
    """
    first, second, third = (*folders[:3], "", "", "")[:3]
    if (day := day_in(first)) is not None:
        return day
    if (month_day := _MONTH_DAY.match(first)) and (year := _YEAR.match(second)):
        return day_of(int(year[1]), int(month_day[1]), int(month_day[2]))
    if match := _DAY.match(first):
        if month := _YEAR_MONTH.match(second):
            return day_of(int(month[1]), int(month[2]), int(match[1]))
        if (month := _MONTH.match(second)) and (year := _YEAR.match(third)):
            return day_of(int(year[1]), int(month[1]), int(match[1]))
    return None


def is_dated_folder(name: str) -> bool:
    """Could a folder of this name hold a day, a month or a year of a paper?"""
    return bool(day_in(name) or _YEAR.match(name) or _YEAR_MONTH.match(name))


def page_name(page: str) -> str:
    """Return a page as editions number it: a number in two digits, ``A1`` as it is."""
    return page.lstrip("0").zfill(2) if page.isdecimal() else page.upper()


def page_in_address(address: str) -> tuple[str | None, int | None]:
    """Return page and number in an address of an electronic paper: ``…_20250301_2-01.htm`` is page 01, 2."""
    match = _ADDRESS.search(address)
    return (page_name(match["page"]), int(match["number"])) if match else (None, None)


def paper_in(name: str) -> str | None:
    """Return the name of a paper in the name of a folder (``河湾日报_2025``), or None."""
    found = (match[1] for match in _PAPER.finditer(_DAYS.sub(" ", name)))
    return next((paper for paper in found if paper not in _NO_PAPERS), None)
