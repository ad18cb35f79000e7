"""N-APPROX: a guess said twice.

超过8300多公里: more than 8300, and more. About (约, 大约), nearly (近, 将近), more than (超过) and at least
(至少) stand before a number, 多, 余, 左右 and 以上 behind it; one of them is enough, and nearly 300 is
never 300 and odd. About said twice (约300多) is common in print and says the same twice: information. The
others contradict themselves: a warning. 近20多年 is left alone, where 近 may be “the last”.

概数说了两遍：“超过8300多公里”“约300多人”“大约十岁左右”“至少50人以上”“不到30个左右”。“约”“近”“超过”“至少”同
“多”“余”“左右”“以上”只留一个。“约300多”报上常见，只是重复，作为提示；
“近”“超过”与“多”自相矛盾，是警告。“近20多年来”的“近”是“最近”，不判。

Passes: 全程超过8300公里，约300人，300多人，近20多年来，接近30岁，签约30多个项目，纽约200多家商店。
Fails: 全程超过8300多公里。
Fails: 参加者约300多人。
Fails: 孩子大约十岁左右。
Fails: 至少要有50人以上报名。
Fails: 来了不到30个左右。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import ARABIC
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_NUMBER = rf"(?:{ARABIC}[百千]?[万亿]{{0,2}}|[一二两三四五六七八九十百千万亿]+)"
_UNIT = (
    "[%％]|个百分点|个(?:小时|月|人)?|[万亿]?(?:元|美元|人|名|家|户|亩|吨|公斤|斤|公里|米|公顷|岁|年|天|小时|分钟|倍|成|次|件|台|辆|度)"
    "|平方米|平方公里|立方米"
)
# Words that end in 约 or 近 and are no guess. 折合约 and 和约 (and about) are.
_NO_ABOUT = "节公条制契违预特盟纽签誓赴邀毁爽履密隐简集俭婉依相续践北华租婚缔立合"
_ABOUT = f"(?:大约|约莫|大概|(?<![{_NO_ABOUT}])约|(?<=折合)约)"
_NEAR = "(?:将近|接近|几近|(?<![最附临邻远靠亲逼切贴就新相迫浅抵])近)"
_OVER = "(?:超过|高于|多于|超(?=\\d))"
_UNDER = "(?:不到|不足|不满)"
_MOST = "(?:最多|至多|顶多)(?:要有|可以?有?|能|有|在|需|达|为)?"
_LEAST = "(?:至少|最少|起码)(?:要有|需要|应有|要|有|在|需|达|为|达到)?"
_ODD = "[多余](?!少|年前|年来)"


def _round(place: int, words: str) -> str:
    """Return the pattern of a number with 多 or 余, or with its unit and one of these words."""
    return rf"{_NUMBER}(?:(?P<odd{place}>{_ODD})|(?:{_UNIT})?(?P<more{place}>{words}))"


_OF_RANK = "(?!的?[^，。；]{0,2}[级龄])"  # 至少5名处级以上干部: 以上 is of the rank
_GUESS = re.compile(
    f"(?P<about>{_ABOUT})(?:有|为|合|是)?{_round(1, '左右|上下|以上')}"
    f"|(?P<near>{_NEAR}){_round(2, '左右|上下|以上')}"
    f"|(?P<over>{_OVER})(?:{_round(3, '左右|以上')}|(?:一半|半数)(?P<more4>以上))"
    f"|(?P<under>{_UNDER}){_round(5, '左右|上下')}"
    f"|(?P<least>{_LEAST}){_NUMBER}(?:{_UNIT})?(?P<more6>以上){_OF_RANK}"
    f"|(?P<most>{_MOST}){_NUMBER}(?:{_UNIT})?(?P<more7>以[上下]){_OF_RANK}"
)
_LATELY = re.compile("(?:个?[年天日月周载]|个?世纪|小时|个?星期)")
_GUARD = re.compile("[约近超概]|[高多]于|[至最]少|起码|不[到足满]|[至最顶]多")
_LEADS = ("about", "near", "over", "under", "least", "most")
_TAILS = ("odd1", "odd2", "odd3", "odd5", "more1", "more2", "more3", "more4", "more5", "more6", "more7")
_MESSAGE = Wording("“{words}”里“{lead}”与“{tail}”重复", "“{lead}” and “{tail}” in “{words}” both say “about”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every number that is called a guess in front and behind."""
    for passage in proof.passages():
        if not _GUARD.search(passage.text):
            continue
        for match in _GUESS.finditer(passage.text):
            tail = next(name for name in _TAILS if match[name])
            if match["near"] == "近" and tail == "odd2" and _LATELY.match(passage.text, match.end()):
                continue
            lead = next(match[name] for name in _LEADS if match[name])
            words = match.group()
            message = _MESSAGE.filled(words=words, lead=lead, tail=match[tail])
            # The tail is at the end: without it the number still reads.
            yield passage.remark(
                match.start(),
                match.end(),
                message,
                words[: -len(match[tail])],
                severity=Severity.INFO if match["about"] else None,
            )


RULE = Rule(
    id="N-APPROX",
    name=Wording("概数重复", "guess said twice"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording(
        "语法：表概数的词语前后重复或矛盾", "grammar: words for “about” on both sides of a number"
    ),
    advice=Wording("只留一个表概数的词", "keep one of the two"),
    check=check,
    language=Language.CHINESE,
    weight=1.0,
)
