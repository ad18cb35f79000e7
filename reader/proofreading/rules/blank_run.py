"""S-BLANKRUN: three or more blank lines in a row.

One blank line parts paragraphs, and more mean nothing: they are what an import leaves where a picture or a
box stood. The surplus is taken out; whether a caption or a box was lost there, only the page can tell.

正文里空一行就是分段，连空三行以上多半是导入时图片或专栏的位置丢了。多余的空行可以放心删去；是否丢了图片或
文字，要看原版。

Passes: 上午开会。

    下午参观。
Fails: 上午开会。



    下午参观。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Change, Remark, Spot
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_RUN = re.compile(r"(?<=\n)(?:[ \t\u3000]*\n){3,}(?=[ \t\u3000]*\S)")
_MESSAGE = Wording("连空{count}行", "{count} blank lines in a row")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark runs of blank lines inside a text; those that begin or end one are nothing to its readers."""
    for field, text in proof.texts.items():
        if "\n\n\n" not in text and "\n " not in text and "\n\t" not in text and "\n\u3000" not in text:
            continue
        for run in _RUN.finditer(text):
            if not text[: run.start()].strip():
                continue
            message = _MESSAGE.filled(count=str(run.group().count("\n")))
            # The last line end stays: in a block the indentation of the line behind it hangs on it.
            surplus = Change(field, run.start(), run.end() - 1, "")
            yield Remark(message, Spot(field, run.start(), run.end()), (surplus,))


RULE = Rule(
    id="S-BLANKRUN",
    name=Wording("连续空行", "run of blank lines"),
    severity=Severity.INFO,
    fixing=Fixing.SAFE,
    clause=Wording("版面格式：空一行即分段", "edition format: one blank line parts paragraphs"),
    advice=Wording("只留一行；核对是否丢了图片", "leave one; see whether a picture was lost"),
    check=check,
)
