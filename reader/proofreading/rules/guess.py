"""N-GUESS: an enumeration mark inside a guess.

Two figures side by side make a guess, without a mark: 三五天, 二三十人, 七八百米. 三、五天 is read as two
things. Where both are meant the mark is right (第二、三季度, 一、二年级, 三、四名), and these are left
alone.

相邻两个数字连用表示概数，中间不加顿号：“三五天”“二三十人”，不写“三、五天”“二、三十人”。表示并列的仍用顿号
（第二、三季度，一、二年级，三、四名），不判。

Passes: 走了三五天，来了二三十人，第二、三季度，一、二年级学生，二、三产业，三、四名选手。
Fails: 走了三、五天。
Fails: 来了二、三十人。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import DIGITS
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_PAIRS = {("一", "二"), ("一", "两"), ("三", "五")} | {
    (one, other) for one, other in zip("一二三四五六七八", "二三四五六七八九", strict=True)
}
_GUESS = re.compile(
    rf"、(?<=([一二三四五六七八])、)(?<![第{DIGITS}百千万亿点、\d初廿周].、)([二两三四五六七八九])"
    "(?=[百千万][^分]|十[^年、一二三四五六七八九]|[天里米斤元岁]|个(?:月|人|小时|百分点)|分钟|公里|公斤|小时|倍)"
)
_BOTH = re.compile("(?:分[列获别为]|排[名在]?|[前后周逢农历是为])\\Z")
_MESSAGE = Wording("概数“{guess}”中间用了顿号", "a mark inside the guess “{guess}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every mark between two figures that make a guess."""
    for passage in proof.passages():
        if "、" not in passage.text:
            continue
        for match in _GUESS.finditer(passage.text):
            start = match.start() - 1
            before = passage.text[max(0, start - 3) : start]
            if (match[1], match[2]) in _PAIRS and not _BOTH.search(before):
                message = _MESSAGE.filled(guess=match[1] + match.group())
                yield passage.remark(start, match.end(), message, match[1] + match[2])


RULE = Rule(
    id="N-GUESS",
    name=Wording("概数中的顿号", "mark inside a guess"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording(
        "GB/T 15835—2011 5.2.1（概数）；GB/T 15834—2011 4.5（顿号）",
        "GB/T 15835—2011, 5.2.1 (guesses); GB/T 15834—2011, 4.5 (、)",
    ),
    advice=Wording("去掉顿号", "leave the mark out"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
