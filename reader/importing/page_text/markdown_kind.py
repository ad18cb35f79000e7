"""Is a text a page, or a Markdown document?"""

from __future__ import annotations

import re

from reader.importing.page_text.front_matter import front_matter
from reader.importing.page_text.moments import full_days
from reader.importing.page_text.shapes import is_box_label, is_label, is_report

_NAMES = (".md", ".markdown")
_MARKS = re.compile(
    r"(?m)^(?:```|~~~|\|? ?:?-{3,}:? ?\||!\[|\[[^\]\n]+\]: \S|> )|\]\([^()\s]+(?: \"[^\"\n]*\")?\)"
    r"|\*\*[^*\s][^*\n]*\*\*|`[^`\n]+`"
    r"|\\$|^(?:[-*+]|\d{1,9}[.)]) \S.*\n(?:[-*+]|\d{1,9}[.)]) \S|^[^\s#|>][^\n]*\n(?:={3,}|-{3,})[ \t]*$"
)
_PAGE_SIGN = re.compile(r"(?m)^[ \t\u3000]*[□■●◆] ?\S|^[ \t\u3000]*(?:#{1,6} )?——\S")
_PAPER = re.compile(
    r"\s*# \S.*\n\s*\n(?P<imprint>.{4,120})\n(?:.*\n){0,4}?\s*\n"
    r"## (?P<label>(?:.{1,40}(?: 第\S{1,4}版|, page \S{1,4})|公告|Public notices)(?=\n|（| \()|)"
)


def is_markdown(text: str, suffix: str) -> bool:
    """Is this Markdown: by its front matter, by marks that pages do not print, or by its name?

    A page as e-papers print it has heading marks, too; bylines with their sign, decks with their dash and the
    openings of reports are what tells it.
    """
    if front_matter(text).values:
        return True
    head = text[:200_000]
    if _is_paper(head, suffix):
        return True
    marks = sum(1 for _ in zip(range(3), _MARKS.finditer(head), strict=False))
    is_page = _PAGE_SIGN.search(head) is not None or any(map(_is_of_page, head.splitlines()[:2000]))
    if suffix in _NAMES:
        return marks > 0 or not is_page
    return marks > 1 or (marks > 0 and not is_page)


def _is_paper(head: str, suffix: str) -> bool:
    """Is this a whole paper as ours print it? Under another name only if its sections are labelled so."""
    paper = _PAPER.match(head)
    if paper is None or next(full_days(paper["imprint"]), None) is None:
        return False
    return suffix in _NAMES or paper["label"] != ""


def _is_of_page(line: str) -> bool:
    """Is this line one that pages print and documents do not?"""
    words = line.strip().lstrip("#").strip()
    return bool(words) and (is_report(words) or is_box_label(words) or is_label(words))
