"""S-TINY: a paragraph of under four characters.

A paragraph of one or two characters is mostly the tail of the one before, cut off by a column's end (车站。):
a warning; what joins them is the fix of S-SEAM at its end. Where the paragraph before is complete,
or where the short one is the first of the text and may be a column's name that belongs into `column`, it is
only mentioned. Quoted exclamations and lines of signs are left alone; in Latin script fewer than four letters
count.

不足四个字的段落，多半是上一段被栏尾截下来的尾巴（“车站。”），作警告，接回上一段用 S-SEAM 的改法。上一段本
来完整的，或排在正文第一段、疑为栏目名的，只作提示。引号里的感叹、整行符号不报。

Passes: “好！”
Passes: 他回答得很干脆。
Fails: 头班车早上6时从东桥开出，半个小时到终点汽车

    站。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import HAN, Passage, Role
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.seams import is_seam
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_LEAST = 4
_LETTERS = re.compile(f"[{HAN}A-Za-z0-9\u00c0-\u024f]")
_TAIL = Wording(
    "段落只有{count}个字，疑为上段的尾巴", "a paragraph of {count}, it may belong to the one before"
)
_SHORT = Wording("段落只有{count}个字", "a paragraph of {count}")
_LABEL = Wording("首段只有{count}个字，疑为栏目名", "a first paragraph of {count} may be a column's name")
_TO_COLUMN = Wording("是栏目名就移到 column", "if it is a column's name, move it to column")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark paragraphs too short to be any."""
    for article in proof.articles:
        before: Passage | None = None
        for number, passage in enumerate(article.body):
            if passage.role is Role.PARAGRAPH and len(passage.text) < 2 * _LEAST:
                yield from _short(passage, before, is_first=number == 0 < len(article.body) - 1)
            before = passage


def _short(passage: Passage, before: Passage | None, *, is_first: bool) -> Iterator[Remark]:
    text = passage.text
    count = len(_LETTERS.findall(text))
    if not 0 < count < _LEAST or text[0] in "“‘「『\"'" or (text[0] in "（(" and text[-1] in "）)"):
        return
    has_mark = text[-1] in "。！？….!?"
    if has_mark and before is not None and before.role is Role.PARAGRAPH and is_seam(before.text, text):
        yield passage.remark(0, len(text), _TAIL.filled(count=str(count)))
    elif is_first and not has_mark:
        message = _LABEL.filled(count=str(count))
        yield passage.remark(0, len(text), message, advice=_TO_COLUMN, severity=Severity.INFO)
    elif has_mark:
        yield passage.remark(0, len(text), _SHORT.filled(count=str(count)), severity=Severity.INFO)


RULE = Rule(
    id="S-TINY",
    name=Wording("段落过短", "tiny paragraph"),
    severity=Severity.WARNING,
    fixing=Fixing.NONE,
    clause=Wording("编排惯例：一字不成行，一词不成段", "make-up: a word is no paragraph"),
    advice=Wording("接回上一段，或核对原版", "join it to the paragraph before, or look at the page"),
    check=check,
    weight=0.1,
)
