"""E-COUNTER: a counter that does not go with its noun.

3家优秀项目: 家 counts firms and households, projects are counted by 个. A short table of counters and of
nouns they never count is read, where the noun ends its phrase; also across a paragraph cut in two.
Information.

量词与名词不搭配：“3家优秀项目”，“家”量企业、单位，项目用“个”。按一张小表判断，名词须在短语末尾；被栏尾切断
的段落连起来看。只作提示。

Passes: 3家企业，3个优秀项目，20名企业负责人，5名学校代表。
Fails: 评出3家优秀物业服务项目。
Fails: 走访了20名企业。
Fails:
    评出3家优秀物业服务项

    目，以及20名工作者。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import HAN_NUMERAL
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_FIRMS = "企业|公司|单位|医院|学校|银行"
_NEVER = {
    "家": "项目|活动|课题|赛事|论文|奖项|学生|教师|干部|党员|职工",
    "名": f"{_FIRMS}|项目|课题|活动",
    "位": f"{_FIRMS}|项目|课题|活动",
    "所": "企业|公司|项目|课题|活动|银行",
    "台": f"{_FIRMS}|项目|课题",
    "项": f"{_FIRMS}|职工|学生|教师",
}
_UNFIT = re.compile(
    "|".join(
        rf"(?:\d|[{HAN_NUMERAL}])(?P<c{number}>{counter})(?P<n{number}>[^，。；：、！？\d（）“”《》的和及与,;:!?()]{{0,10}}?(?:{nouns}))"
        for number, (counter, nouns) in enumerate(_NEVER.items())
    )
)
_PHRASE_END = re.compile("[，。；！？,;!?]|\\Z")
_SENTENCE_END = re.compile("[。！？…”』）!?:：]\\Z")
# A phrase that goes on behind a noun of its own, or has a verb: 一家食品店举行活动.
_OF_ANOTHER = re.compile(
    "[来自在由为于对向给让被把将与到店厂社馆场户]|参加|举[行办]|开展|承担|实施|组织|下放|进行|申报|投资"
)
_MESSAGE = Wording("量词“{counter}”与“{noun}”不搭配", "“{counter}” does not count “{noun}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every counter with a noun it never counts."""
    for article in proof.articles:
        passages = article.passages
        for number, passage in enumerate(passages):
            if not passage.role.is_prose:
                continue
            text, after = passage.text, passages[number + 1 : number + 2]
            if after and passage.role is after[0].role is Role.PARAGRAPH and not _SENTENCE_END.search(text):
                text += after[0].text[:12]
            yield from _of(passage, text)


def _of(passage: Passage, text: str) -> Iterator[Remark]:
    for match in _UNFIT.finditer(text):
        group = match.lastgroup or ""
        start, end = match.start(f"c{group[1:]}"), match.end()
        if start >= len(passage.text) or not _PHRASE_END.match(text, end):
            continue
        words = match[group]
        if _OF_ANOTHER.search(words):
            continue
        message = _MESSAGE.filled(counter=match[f"c{group[1:]}"], noun=words)
        yield passage.remark(start, min(end, len(passage.text)), message)


RULE = Rule(
    id="E-COUNTER",
    name=Wording("量词搭配", "counter and noun"),
    severity=Severity.INFO,
    fixing=Fixing.NONE,
    clause=Wording("语法：量词与名词搭配", "grammar: counters and their nouns"),
    advice=Wording("换用合适的量词", "use the counter of the noun"),
    check=check,
    language=Language.CHINESE,
)
