"""E-TERM: a word the house writes otherwise.

The stylebook lists such words under `terms`, wrong to right; the list is empty until the house fills it.
They are matched exactly, the longest first, and not inside the right word. English ones are matched as
whole words, one in small letters also where it is capitalised. With `terms_safe = true` they are replaced
without a look.

体例的 terms 列出本报不用的写法和应当用的写法，单子由本报自己填，默认是空的。逐字匹配，先长后短；已经写
对的不再报。英文词按整词匹配，全小写的词也匹配首字母大写和全大写的形式。terms_safe = true 时不经预览直接替
换。

With: terms = { "河弯" = "河湾", "东桥" = "东桥街道", "programme" = "program" }
Passes: 河湾市东桥街道今天下雪。
Fails: 河弯市今天下雪。
Fails: 东桥今天下雪。
Passes: The programmer wrote a program.
Fails: The programme starts today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import RuleOption, Stylebook

TERMS = RuleOption("terms", {}, Wording("本报的用词，错 = 对", "the house’s words, wrong = right"))
TERMS_SAFE = RuleOption(
    "terms_safe", False, Wording("用词不经预览直接替换", "replace its words without a look")
)
_MESSAGE = Wording("本报写“{right}”，不写“{wrong}”", "the house writes “{right}”, not “{wrong}”")


def check(proof: Proof, stylebook: Stylebook) -> Iterator[Remark]:
    """Remark every word of the list, with what the house writes for it."""
    terms = _with_capitals(stylebook.table(TERMS))
    if not terms:
        return
    is_safe = stylebook.flag(TERMS_SAFE)
    heads: dict[str, list[str]] = {}
    for wrong in sorted(terms, key=len, reverse=True):
        heads.setdefault(wrong[0], []).append(wrong)
    # One look for the first characters is quicker than an alternation of a thousand words.
    first = re.compile("[" + "".join(map(re.escape, heads)) + "]")
    for passage in proof.passages():
        text = passage.text
        end = 0
        for match in first.finditer(text):
            at = match.start()
            if at < end:
                continue
            for wrong in heads[match.group()]:
                if _stands(text, wrong, right := terms[wrong], at):
                    end = at + len(wrong)
                    message = _MESSAGE.filled(wrong=wrong, right=right)
                    yield passage.remark(at, end, message, right, is_safe=is_safe)
                    break


def _with_capitals(terms: Mapping[str, str]) -> dict[str, str]:
    """Return the list with the capitalised forms of its words in small letters; a listed form goes first."""
    every: dict[str, str] = {}
    for wrong, right in terms.items():
        if wrong and right and wrong.isascii() and wrong == wrong.lower():
            every[wrong[0].upper() + wrong[1:]] = right[0].upper() + right[1:]
            every[wrong.upper()] = right.upper()
    return {wrong: right for wrong, right in (every | dict(terms)).items() if wrong and wrong != right}


def _stands(text: str, wrong: str, right: str, at: int) -> bool:
    """Does the wrong word stand here, as a word, and not as a part of the right one?"""
    if not text.startswith(wrong, at):
        return False
    end = at + len(wrong)
    if _joins(text[at - 1 : at], wrong[0]) or _joins(wrong[-1], text[end : end + 1]):
        return False
    inside = right.find(wrong)
    while inside >= 0:
        if at >= inside and text.startswith(right, at - inside):
            return False
        inside = right.find(wrong, inside + 1)
    return True


def _joins(one: str, other: str) -> bool:
    """Are these two neighbours letters of one Latin word?"""
    return _is_letter(one) and _is_letter(other)


def _is_letter(character: str) -> bool:
    return character.isalnum() and character < "\u2e80"


RULE = Rule(
    id="E-TERM",
    name=Wording("本报用词", "word of the house"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording("本报用词表", "the house’s list of words"),
    advice=Wording("改为本报的写法", "write it as the house does"),
    check=check,
    options=(TERMS, TERMS_SAFE),
    weight=1,
)
