"""E-REPEAT: two sentences of a paragraph open alike.

The words before the first comma are compared, two to eight characters in Chinese, up to four words in
English, of which the first has to be more than an article. A figure of speech opens alike three times and
more; two sentences that do are as a rule an oversight. Information only. “他说，” and sentences
within quotation marks are left out.

同一段里两句话的开头（第一个逗号之前，两到八个字）相同。三句以上是排比，两句多半是疏忽，只作提示。“他说”
一类的开头和引号里的话不算。

Passes: 雪后，路通了。随后，车来了。他说，天晴了。他说，路干了。
Passes: 走基层，要走得深。走基层，要走得勤。走基层，要走得久。
Fails: 活动中，大家包起了饺子。活动中，孩子们剪起了窗花。
Fails: After the storm, the road was closed. After the storm, nobody came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import HAN, Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.sentences import Sentence, sentences
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_CHINESE = re.compile(rf"(?P<opening>[{HAN}A-Za-z0-9]{{2,8}})[，,]")
_ENGLISH = re.compile(r"(?P<opening>[A-Z][\w’'-]*(?: [\w’'-]+){0,3}),\s")
_MAYBE_CHINESE = re.compile(rf"(?<![^。！？!?…”’）)』」》】.\s])([{HAN}A-Za-z0-9]{{2,8}})[，,]")
_MAYBE_ENGLISH = re.compile(r"(?<![^\s(“‘\"'])([A-Z][\w’'-]*(?: [\w’'-]+){0,3}),\s")
_SAYS = re.compile(r"(?:说|表示|认为|指出|强调|介绍|称|告诉|宣布|透露)\Z|\b(?:said|says|told)\b")
_MESSAGE = Wording("同段两句都以“{opening}”开头", "two sentences of a paragraph open with “{opening}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark the second sentence of a paragraph that opens as one before it."""
    for passage in proof.prose():
        # Whether any words at all open two sentences is quickly seen; sentences are looked for after that.
        maybe = _MAYBE_CHINESE if passage.is_han else _MAYBE_ENGLISH
        openings = [match[1] for match in maybe.finditer(passage.text)]
        if len(openings) != len(set(openings)):
            yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[Remark]:
    openings: dict[str, list[Sentence]] = {}
    pattern = _CHINESE if passage.is_han else _ENGLISH
    depth = 0
    for sentence in sentences(passage.text, is_han=passage.is_han):
        match = pattern.match(sentence.text)
        if match and not depth and not _SAYS.search(match["opening"]):
            openings.setdefault(match["opening"], []).append(sentence)
        depth = max(0, depth + _opened(sentence.text))
    for opening, found in openings.items():
        if len(found) == 2:
            start = found[1].start
            yield passage.remark(start, start + len(opening), _MESSAGE.filled(opening=opening))


def _opened(text: str) -> int:
    """How many quotation marks a sentence opens and does not close."""
    return text.count("“") - text.count("”") + text.count("「") - text.count("」")


RULE = Rule(
    id="E-REPEAT",
    name=Wording("句首重复", "repeated opening"),
    severity=Severity.INFO,
    fixing=Fixing.NONE,
    clause=Wording("本报文风", "the house’s style"),
    advice=Wording("换一种开头", "open one of them otherwise"),
    check=check,
)
