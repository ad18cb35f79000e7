"""T-DUPMARK: two marks where one belongs.

Two points in a row, alike or not, are what is left of a correction: one of them must go. Exclamation and
question marks may stand together, up to three. Remarked too is a stop or comma on both sides of a closing
quotation mark. Which of two different marks is meant the editor has to say; the suggestion keeps the second,
or the full stop where the text ends.

两个点号连在一起，多半是改稿留下的，应当只留一个。叹号和问号可以叠用，最多三个。后引号内外都有句号或逗号的
也提出来。两个点号不同时，留哪个要编辑定；建议保留后一个，文末保留句号。

Passes: 真的吗？！太好了！！！
Passes: 他说：“下雪了。”路上没有人。
Fails: 今天下雪，，路上结冰。
Fails: 今天下雪。，路上结冰。
Fails: 真的吗？？？？
Fails: 他说：“下雪了。”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.foreign import neighbours
from reader.proofreading.passage import HAN, Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook
from reader.proofreading.widening import FULL_WIDTH

_RUN = re.compile(
    r"[，、；：。,;:][，、；：。,;:！？!?]+|[！？]+[，、；：。,;:]+"
    rf"|(?<=[{HAN}\d%％”’》）])[!?]+[，、；：。,;:]+|[！？!?]{{4,}}"
)
_TWO = re.compile("[，、；：。,;:！？!?]{2}")
_QUOTED = re.compile("[。，,][”’」』][。，；,;]")
_AFTER_HAN = re.compile(f"[{HAN}]")
_DOUBLE = Wording("“{marks}”两个点号相连", "two marks in a row: “{marks}”")
_MANY = Wording("“{mark}”叠用超过三个", "more than three “{mark}” in a row")
_BOTH_SIDES = Wording(
    "后引号内外都有点号：“{marks}”", "a point on both sides of the quotation mark: “{marks}”"
)


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every point that stands beside another."""
    for passage in proof.passages():
        text = passage.text
        for match in _RUN.finditer(text) if _TWO.search(text) else ():
            start, end = match.span()
            marks = match.group()
            if set(marks) == {"。"} and len(marks) > 2:
                continue  # an ellipsis, T-ELLIPSIS says so
            if marks.isascii() and not neighbours(text, start, end).are_chinese:
                continue
            if "http" in text and text[end : end + 2] == "//":
                continue
            yield _run(passage, start, end)
        for match in _QUOTED.finditer(text):
            before, marks = text[max(0, match.start() - 1) : match.start()], match.group()
            if before == "。" or (marks[0] == "," and not _AFTER_HAN.match(before)):
                continue
            one = marks[:2] if marks[0] == marks[2] == "。" else marks[1:]
            yield passage.remark(*match.span(), _BOTH_SIDES.filled(marks=marks), one)


def _run(passage: Passage, start: int, end: int) -> Remark:
    marks = passage.text[start:end]
    wide = [FULL_WIDTH.get(mark, mark) for mark in marks]
    if set(wide) <= {"！", "？"}:
        message = _MANY.filled(mark=marks[0])
        return passage.remark(start, end, message, marks[:3], severity=Severity.WARNING)
    strong = [mark for mark in wide if mark in "！？"]
    at_end = not passage.text[end:].strip("”’」』）")
    if strong:
        kept = "".join(strong[:3])
    elif at_end and "。" in wide:
        kept = "。"
    else:
        kept = wide[-1]
    return passage.remark(start, end, _DOUBLE.filled(marks=marks), kept)


RULE = Rule(
    id="T-DUPMARK",
    name=Wording("点号重复", "doubled mark"),
    severity=Severity.ERROR,
    fixing=Fixing.PREVIEW,
    clause=Wording("GB/T 15834—2011（点号的用法）", "GB/T 15834—2011, points"),
    advice=Wording("只留一个", "keep one of them"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
