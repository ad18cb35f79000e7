"""A whole paper in Markdown, as ours print it: name, imprint, sections, articles, notices."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from reader.edition.article import Photo
from reader.edition.edition import Masthead, Section
from reader.edition.notice import Notice
from reader.edition.wording import Wording
from reader.importing.finishing import Draft
from reader.importing.html_photo import HtmlPhoto
from reader.importing.imported import Wishes
from reader.importing.page_text.box_notice import Day
from reader.importing.page_text.markdown_article import article_of_nodes, taken_above
from reader.importing.page_text.markdown_nodes import Form, Node
from reader.importing.page_text.markdown_notice import notice_of_nodes
from reader.importing.page_text.moments import full_days
from reader.importing.page_text.names import are_names
from reader.importing.page_text.shapes import is_like_label
from reader.importing.page_text.telling import Telling

_LABEL = Wording(
    "“{text}”在标题上面，当作栏目名", "“{text}” stands above a headline; taken for its column's label"
)
_MOVE_IT = Wording("是上一篇的正文就移回去", "move it back if it ends the text before")
_GAP = re.compile(r" {2,}| · ")
_LONGEST_IMPRINT = 120
_DAY = re.compile(
    r"(?:\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} [A-Z][a-z]{2} \d{4})(?: (?:星期.|[A-Z][a-z]+day))?\Z"
)
_ISSUE = re.compile(r"(?:第(\d+)期|No\. (\d+))\Z")
_PAGES = re.compile(r"(?:今日(\d+)版|(\d+) pages today)\Z")
_LUNAR = re.compile(r"[甲乙丙丁戊己庚辛壬癸].年|农历|正月|[一二三四五六七八九十冬腊]{1,2}月")
_PUBLISHER = re.compile(r"(?:主办：|Publisher: )(.+)\Z")
_EDITOR = re.compile(r"(?:编辑：|Editor: )(.+)\Z")
_NOTICES = re.compile(r"(?:公告|Public notices)(?:（截至 [\d-]+）| \(as of [\d-]+\))?\Z")
_SECTION_PAGE = re.compile(r"(.*?)(?: 第(\S+)版|, page (\S+))\Z")
_FINAL = tuple("。！？…”）")
_HAN = re.compile("[\u3400-\u9fff]")

_PhotoOf = Callable[[HtmlPhoto, Node], Photo]


def is_paper(nodes: list[Node]) -> bool:
    """Is this a whole paper: one title of the first level, a line with its day below, sections below that?"""
    if len(nodes) < 3 or nodes[0].level != 1 or nodes[1].form is not Form.TEXT:
        return False
    line = nodes[1].lines[0]
    is_imprint = len(line) <= _LONGEST_IMPRINT and next(full_days(line), None) is not None
    rest = {node.level for node in nodes[1:] if node.level}
    return is_imprint and 1 not in rest and 2 in rest


def paper_draft(nodes: list[Node], photo: _PhotoOf, wishes: Wishes, tell: Telling) -> Draft:
    """Return the draft of a whole paper."""
    draft = _imprint(nodes[0].text, nodes[1].lines)
    zone = ZoneInfo(wishes.timezone or ("Asia/Shanghai" if _HAN.search(draft.paper or "") else "UTC"))
    day = Day(wishes.date or draft.date or wishes.now.date(), zone)
    sections: list[Section] = []
    notices: list[Notice] = []
    for label, held in _under(nodes[2:], 2):
        if label is not None and _NOTICES.match(label):
            for title, above, below in _pieces(held, tell):
                notices.append(notice_of_nodes(title or label, above, below, day, tuple(notices), tell))
            continue
        paged = _SECTION_PAGE.match(label or "")
        articles = tuple(article_of_nodes(*piece, photo, ours=day.date) for piece in _pieces(held, tell))
        if label is not None and len(articles) == 1 and not any(node.level == 3 for node in held):
            # A heading with text right below it is itself the headline.
            articles = (replace(articles[0], headline=label),)
            sections.append(Section(name="", articles=articles))
            continue
        name, page = (paged[1], paged[2] or paged[3]) if paged else (label or "", None)
        sections.append(Section(name=name, page=page, articles=articles))
    return replace(draft, sections=tuple(sections), notices=tuple(notices))


def _under(nodes: list[Node], level: int) -> list[tuple[str | None, list[Node]]]:
    """Return the blocks under each heading of this level, those before the first under None."""
    found: list[tuple[str | None, list[Node]]] = [(None, [])]
    for node in nodes:
        if node.level == level:
            found.append((node.text, []))
        else:
            found[-1][1].append(node)
    return [(label, held) for label, held in found if label is not None or held]


def _pieces(nodes: list[Node], tell: Telling) -> list[tuple[str | None, list[Node], list[Node]]]:
    """Return each headline of the third level with what stands above and below it."""
    found: list[tuple[str | None, list[Node], list[Node]]] = []
    above: list[Node] = []
    under = _under(nodes, 3)
    for index, (title, held) in enumerate(under):
        # Only what stands before another headline can belong to that.
        next_above = _above(held, tell) if index + 1 < len(under) else []
        if title is not None or held:
            found.append((title, above, held))
        above = next_above
    return found


def _above(held: list[Node], tell: Telling) -> list[Node]:
    """Take the lines above the next headline off the end; one that only looks like a label is told.

    Where what is above is no whole sentence, it could as well be of a list or of verse, and stays.
    """
    kicker = taken_above(held)
    if any(node.form is not Form.STRONG for node in kicker) or len(held) < 2:
        return kicker
    last, before = held[-1], held[-2]
    is_short = last.form is Form.TEXT and not last.stars and is_like_label(last.text)
    if not is_short or are_names(last.text, is_strict=False) or not before.text.endswith(_FINAL):
        return kicker
    tell.guessed(last.place, _LABEL.filled(text=last.text), _MOVE_IT)
    return [held.pop(), *kicker]


def _imprint(paper: str, lines: tuple[str, ...]) -> Draft:
    """Return the draft with what the lines below the paper's name say."""
    date: dt.date | None = None
    edition: list[str] = []
    motto: list[str] = []
    found: dict[str, str] = {}
    for number, line in enumerate(lines):
        for part in filter(None, (each.strip() for each in _GAP.split(line))):
            if date is None and _DAY.match(part):
                date = next(full_days(part))[1]
            elif match := _PUBLISHER.match(part):
                found["publisher"] = match[1]
            elif match := _EDITOR.match(part):
                found["editor"] = match[1]
            elif number:
                motto.append(part)
            elif match := _ISSUE.match(part):
                found["issue"] = match[1] or match[2]
            elif match := _PAGES.match(part):
                found["pages"] = match[1] or match[2]
            elif _LUNAR.search(part) and "lunar" not in found:
                found["lunar"] = part
            elif ("今日" in part or part.endswith("pages today")) and "pages" not in found:
                found["pages"] = part
            else:
                edition.append(part)
    if date is None:
        date = next((day for line in lines for _, day in full_days(line)), None)
    return Draft(
        source="",
        paper=paper,
        date=date,
        edition=" ".join(edition) or None,
        issue=found.get("issue"),
        masthead=Masthead(
            motto=" ".join(motto) or None,
            publisher=found.get("publisher"),
            editor=found.get("editor"),
            lunar=found.get("lunar"),
            pages=found.get("pages"),
        ),
    )
