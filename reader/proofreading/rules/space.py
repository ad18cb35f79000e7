"""T-SPACE: a space inside a Chinese sentence.

Chinese words stand without spaces; one between two characters of a sentence, or beside a full-width mark, is
mostly a slip. Spaces that part the halves of a title, a byline, a credit or a slogan in quotation marks are
right, and so are those behind 本报讯 and between the names of reporters. Off by default: spaces are also used
for layout.

汉字之间不空格；句子里两个汉字之间、全角标点旁边的空格多半是误打。标题、署名、引号里的口号用空格分成两截，
“本报讯”后面和记者姓名之间空一格，都是对的。空格也常用来排版，所以这条规则平时不开。

Passes: 本报讯 今年冬天，河湾市“迎新雪 暖人心”活动开始。
Passes: headline: 清水来 麦苗青
    body: 水来了。
Fails: 今年冬天，河湾 市下了三场雪。
Fails: 今年冬天， 河湾市下了三场雪。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import HAN, Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_MARKS = "，。、；：！？）》”」』（《“「『"
_SPACE = re.compile(rf"(?<=[{HAN}{_MARKS}])[ \u00a0\u3000]+(?=[{HAN}{_MARKS}])")
_SLOGAN = re.compile(rf"[“‘《「『][{HAN}0-9A-Za-z、，！·]*(?:[ \u3000][{HAN}0-9A-Za-z、，！·]+)+[”’》」』]")
_CREDIT = re.compile(
    r"(?:\A|(?<=[。！？]))\s*[（(□■●◎]?[^，。；：！？]{0,24}(?:讯|电|报道|通讯员|记者|摄|文|图)[ \u3000]"
    r"[^，。；！？]{0,40}"
)
_BRACKET = re.compile(r"[（(][^（()）。]{1,40}[)）]")
_MESSAGE = Wording("汉字之间有空格", "a space between Chinese characters")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every space in a sentence that nothing calls for."""
    for passage in proof.prose():
        if " " in passage.text or "\u3000" in passage.text or "\u00a0" in passage.text:
            yield from _spaces(passage)


def _spaces(passage: Passage) -> Iterator[Remark]:
    text = passage.text
    kept = [match.span() for pattern in (_SLOGAN, _CREDIT, _BRACKET) for match in pattern.finditer(text)]
    for match in _SPACE.finditer(text):
        if not any(start <= match.start() < end for start, end in kept):
            yield passage.remark(*match.span(), _MESSAGE, "")


RULE = Rule(
    id="T-SPACE",
    name=Wording("多余空格", "space in Chinese"),
    severity=Severity.INFO,
    fixing=Fixing.PREVIEW,
    clause=Wording(
        "报纸编排惯例：汉字之间不空格", "editorial practice: no spaces between Chinese characters"
    ),
    advice=Wording("删去空格", "take the space away"),
    check=check,
    language=Language.CHINESE,
    is_default=False,
)
