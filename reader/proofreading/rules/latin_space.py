"""T-LATIN-SPACE: a stray space in English text.

Words are one space apart, and a comma, a full stop, a colon, a semicolon, a question or an exclamation mark
follows its word without a space. A mark that is spoken of (press ? for help) keeps its spaces: only those are
remarked behind which a sentence ends or goes on as it would after a mark. Verse and tables are not read.

英文词与词之间空一格，逗号、句号、冒号、分号、问号、叹号前面不空格。说到符号本身的（press ? for help）不算：
只有后面是句末、或像标点后面那样接下去的才提出来。诗行和表格不查。

Passes: Press ? for help, or press : and type. It costs .5 per copy ... or so.
Fails: The road is  open.
Fails: The road , they say, is open.
Fails: Is the road open ? Yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import Role
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")
_BEFORE = re.compile(
    r"(?<=[A-Za-z0-9”’)]) +(?:"
    r"(?=,\s+[A-Za-z“‘\"])"
    r"|(?=[.!?][”’\"')]*(?:\s+[“‘\"(]?[A-Z]|\Z))"
    r"|(?=;\s+[a-z])"
    r"|(?=:(?:\Z|\s+[“‘\"]))"
    r")"
)
_SPOKEN_OF = re.compile(
    r"(?:press|type|key|keys|mark|sign|symbol|character|or|and|a|an|the|by|with|called|use)\Z", re.IGNORECASE
)
_UNREAD = frozenset({Role.VERSE, Role.CELL})
_TWO = Wording("两个词之间空了不止一格", "more than one space between words")
_STRAY = Wording("“{mark}”前面有空格", "a space before “{mark}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every run of spaces, and every space before a mark."""
    for passage in proof.passages():
        if passage.role in _UNREAD:
            continue
        text = passage.text
        for match in _BEFORE.finditer(text):
            if not _SPOKEN_OF.search(text, max(0, match.start() - 12), match.start()):
                yield passage.remark(*match.span(), _STRAY.filled(mark=text[match.end()]), "")
        if "  " in text:
            for match in _DOUBLE.finditer(text):
                if not _BEFORE.match(text, match.start()):
                    yield passage.remark(*match.span(), _TWO, " ")


RULE = Rule(
    id="T-LATIN-SPACE",
    name=Wording("英文多余空格", "stray space"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording("英文编排惯例", "editorial practice"),
    advice=Wording("删去多余的空格", "take the space away"),
    check=check,
    language=Language.LATIN,
    weight=0.1,
)
