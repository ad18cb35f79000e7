"""T-QUOTELIST: an enumeration mark between quotation marks or titles.

Between things in quotation marks or book-title marks that follow each other, 、 is as a rule left out: the
marks part them already. Where something else stands between, such as a note in brackets, it stays. Many
papers write it all the same, so this is information.

标有引号的并列成分之间、标有书名号的并列成分之间，通常不用顿号；中间插有括注等其他成分时用。很多报纸仍然写，
所以只作提示。

Passes: 展出《渡口》《北岭四季》和“石磨”“水车”两组老照片。
Passes: 展出《渡口》（林一舟著）、《北岭四季》（周望川著）。
Fails: 展出《渡口》、《北岭四季》、《石磨谣》。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_QUOTED = "“[^“”]{1,60}”"
_TITLE = "《[^《》]{1,60}》"
_LIST = re.compile(f"{_QUOTED}(?:、{_QUOTED})+|{_TITLE}(?:、{_TITLE})+")
_BETWEEN = re.compile("(?<=[”》])、(?=[“《])")
_MESSAGE = Wording("并列的引号或书名号之间用了顿号", "enumeration marks between quotations or titles")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every list of quotations or titles parted by enumeration marks, the list as one."""
    for passage in proof.passages():
        if "、" not in passage.text:
            continue
        for match in _LIST.finditer(passage.text):
            start, end = match.span()
            changes = tuple(
                passage.change(mark.start(), mark.end(), "")
                for mark in _BETWEEN.finditer(passage.text, start, end)
            )
            yield Remark(_MESSAGE, passage.spot(start, end), changes)


RULE = Rule(
    id="T-QUOTELIST",
    name=Wording("引号之间的顿号", "mark between quotations"),
    severity=Severity.INFO,
    fixing=Fixing.PREVIEW,
    clause=Wording("GB/T 15834—2011 4.5（顿号）", "GB/T 15834—2011, 4.5"),
    advice=Wording("可以删去顿号", "the marks may go"),
    check=check,
    language=Language.CHINESE,
)
