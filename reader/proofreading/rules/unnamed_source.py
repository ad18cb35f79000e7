"""E-SOURCE: a source without a name.

“相关负责人”, “知情人士”, “a spokesman who asked not to be named”: who said it is not told. Off by
default, for it is a matter of the house's own principles; information only.

消息来源没有姓名：相关负责人、有关人士、知情人士。是否允许由本报自定，所以默认不启用；启用后只作提示。

Passes: 县交警大队大队长林一舟说，路通了。
Passes: 会上，市长与有关部门负责人交换了意见。
Fails: 县交警大队相关负责人说，路通了。
Fails: The road is open, an official who asked not to be named said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.names import NAME
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_SAYS = "(?:说|表示|介绍|告诉|透露|指出|认为|坦言|强调|解释|证实|称)"
_WHO = (
    "(?:(?:相关|有关|某)(?:部门|方面|单位)?的?(?:工作人员|负责人|负责同志|人士|人员|领导|官员)"
    "|(?:知情|业内|消息|权威|内部)人士)"
)
_CHINESE = re.compile(rf"(?<=据){_WHO}|{_WHO}(?=[^，。；：、“”]{{0,6}}{_SAYS})(?!{NAME}{_SAYS})")
_ENGLISH = re.compile(
    r"\b(?:(?:unnamed|anonymous|unidentified) (?:official|source|spokes\w+|person)s?"
    r"|who (?:asked|wished|declined|requested|wanted) (?:not )?to (?:be named|be identified|remain anonymous)"
    r"|(?:on|under) (?:the )?condition of anonymity|(?:people|sources?|officials?) (?:familiar with|close to)"
    r"|sources (?:say|said|told))\b",
    re.IGNORECASE,
)
_MESSAGE = Wording("消息来源没有姓名：“{words}”", "a source without a name: “{words}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every source that is not named."""
    for passage in proof.prose():
        pattern = _CHINESE if passage.is_han else _ENGLISH
        for match in pattern.finditer(passage.text):
            yield passage.remark(*match.span(), _MESSAGE.filled(words=match.group()))


RULE = Rule(
    id="E-SOURCE",
    name=Wording("来源无名", "unnamed source"),
    severity=Severity.INFO,
    fixing=Fixing.NONE,
    clause=Wording("本报采编守则", "the house’s principles"),
    advice=Wording("写出姓名和职务", "give the name and the office"),
    check=check,
    is_default=False,
)
