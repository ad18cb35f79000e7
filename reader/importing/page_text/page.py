"""A page of text as the draft of an edition."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from reader.edition.article import Article
from reader.edition.edition import Masthead, Section
from reader.edition.notice import Notice
from reader.edition.wording import Wording
from reader.importing.finishing import Draft
from reader.importing.imported import Wishes
from reader.importing.page_text.box_notice import Day, notice_of
from reader.importing.page_text.box_parts import box_parts
from reader.importing.page_text.by_shape import headed
from reader.importing.page_text.elements import Element, elements, usual_gap
from reader.importing.page_text.front import Front, Sheet, parted_front
from reader.importing.page_text.moments import full_days
from reader.importing.page_text.piece_article import article_of
from reader.importing.page_text.pieces import pieces
from reader.importing.page_text.telling import Telling

_NAMED_DAY = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)")
_HAN = re.compile("[\u3400-\u9fff]")
_IN_NAME = Wording("日期取自文件名：{date}", "the date is that of the file's name: {date}")
_IN_TEXT = Wording("日期取自文中最晚的一天：{date}", "the date is the latest one in the text: {date}")
_UNKEPT = Wording(
    "报头的“{words}”没有地方放，略去", "“{words}” at the head has no place in an edition; left out"
)
_NO_FIELD = Wording("要留就写进 motto", "write it into the motto to keep it")
_SAY_DATE = Wording("不对就用 --date 说明", "if it is not, give it with --date")


def page_draft(text: str, stem: str, wishes: Wishes, tell: Telling) -> Draft:
    """Return the edition that a page of text makes; what was guessed and left undecided is in `tell`.

    `stem` is the file's name without suffix, which may name the day.
    """
    found = elements(text)
    usual = usual_gap(found)
    front, sheets = parted_front(found)
    if front.unkept:
        tell.dropped("", _UNKEPT.filled(words=" · ".join(front.unkept)), _NO_FIELD)
    date = _date(text, stem, front, wishes, tell)
    zone = ZoneInfo(wishes.timezone or ("Asia/Shanghai" if _HAN.search(text) else "UTC"))
    day = Day(date or wishes.now.astimezone(zone).date(), zone)
    notices: list[Notice] = []
    sections = [_section(sheet, usual, day, notices, wishes, tell) for sheet in sheets]
    return Draft(
        source="",
        paper=front.paper,
        date=date,
        issue=front.issue,
        masthead=Masthead(lunar=front.lunar, pages=front.pages, editor=front.editor),
        inferred=tuple(tell.inferred),
        notices=tuple(notices),
        sections=tuple(sections),
        observations=tell.in_order(),
    )


def _section(
    sheet: Sheet, usual: int, day: Day, notices: list[Notice], wishes: Wishes, tell: Telling
) -> Section:
    """Return the articles of a sheet; its notices go to the others."""
    found: list[Element] = list(sheet.found)
    if not any(element.level for element in found):
        found = headed(found, usual, tell)
    has_headings = any(element.level for element in found)
    articles: list[Article] = []
    for piece in (part for each in pieces(found, usual) for part in box_parts(each, day.date)):
        notice = notice_of(piece, day, tuple(notices), tell, is_repairing=wishes.is_repairing)
        if notice is not None:
            notices.append(notice)
            continue
        articles.append(
            article_of(piece, tell, usual=usual, has_headings=has_headings, is_repairing=wishes.is_repairing)
        )
    return Section(name=sheet.name, page=sheet.page, articles=tuple(articles))


def _date(text: str, stem: str, front: Front, wishes: Wishes, tell: Telling) -> dt.date | None:
    """Return the day of the paper: printed at its head, in the file's name, or the latest in the text."""
    if wishes.date is not None or front.date is not None:
        return wishes.date or front.date
    named = _NAMED_DAY.search(stem)
    if named is not None:
        found = next(full_days("-".join(named.groups())), None)
        if found is not None:
            tell.guessed("", _IN_NAME.filled(date=found[1].isoformat()), _SAY_DATE, "date")
            return found[1]
    # A day after tomorrow is one the text looks forward to.
    last = wishes.now.date() + dt.timedelta(days=1)
    latest = max((day for _, day in full_days(text) if day <= last), default=None)
    if latest is not None:
        tell.guessed("", _IN_TEXT.filled(date=latest.isoformat()), _SAY_DATE, "date")
    return latest
