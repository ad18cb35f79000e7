"""N-RANGE: a range that leaves out what both its ends need, or is joined by a hyphen.

10～20% can be read as ten to twenty per cent or as ten and 20%: the sign stands at both ends, and so do 万
and 亿 (13万～17万元). A hyphen joins telephone numbers, types and codes; a range of values has ～ or —, a
span of years has — (a hyphen there is information only). Dates, scores, types, addresses and numbers of
documents are no ranges.

数值范围两端都要写百分号和“万”“亿”：“10%～20%”“13万～17万元”，不写“10～20%”“13～17万元”。半字线“-”用于型号、
电话和编号，数值范围用“～”，年份起止用“—”（误用半字线只作提示）。日期、比分、型号、门牌、文号不是范围。

Passes: 增产10%～20%，投资13万～17万元，2013—2021年建成，气温6—12℃，比分3-0，热线0355-2188888。
Passes: 出席2024-12-23的会议，住3-2-101室，歼-10飞机，5～8课。
Fails: 增产10～20%。
Fails: 投资13～17万元。
Fails: 每亩施肥100-150公斤。
Fails: 2013-2021年建成。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import worth
from reader.proofreading.passage import Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_VALUE = r"\d+(?:[.．]\d+)?"
# A digit first, then what may not stand before it: so it is searched for many times faster.
_FIRST = r"\d(?<![A-Za-z\d.．:：/／—–～~〜－-]\d)\d*(?:[.．]\d+)?"
_RANGE = re.compile(rf"({_FIRST})([—–～~〜－-])({_VALUE})(?![\d.．:：/／—–～~〜－-])([%％‰万亿]?)")
_TO_PERCENT = re.compile(rf"({_FIRST})([至到])({_VALUE})([%％‰])")
_JOINT = re.compile(r"[—–～~〜－至到-](?<=\d.)\d")
_HYPHENS = "-－–"
_YEAR = re.compile("(?:1[5-9]|20)\\d\\d")
_UNITS = re.compile(
    "(?:多|余)?(?:元|美元|人|名|家|户|只|头|台|辆|公斤|千克|克|吨|斤|公里|千米|米|厘米|毫米|亩|公顷|平方(?:米|公里|厘米)|立方米|升|毫升|岁|周岁|天"
    "|个(?:小时|月|工作日|百分点)?|小时|分钟|秒|℃|°C|摄氏度|度|倍|成|次|级(?!联赛)|千瓦|kg|km|mm|cm|mg|ml|mL|m|g|t)"
)
_NO_RANGE = re.compile("电话|热线|手机|传真|邮编|号码|编号|型号|比分|[战扳打]平|[胜负克领]")
_REPEAT = Wording("范围“{range}”前一个数缺“{mark}”", "“{mark}” is missing at the first end of “{range}”")
_HYPHEN = Wording("数值范围“{range}”用了半字线", "the range “{range}” has a hyphen")
_WRITE_DASH = Wording("年份起止用一字线“—”", "write — between years")
_WRITE_WAVE = Wording("改用浪纹线“～”", "write ～")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark ranges whose first end lacks its sign or unit, and those joined by a hyphen."""
    for passage in proof.passages():
        if not _JOINT.search(passage.text):
            continue
        for match in _RANGE.finditer(passage.text):
            yield from _range(passage, match)
        if "%" in passage.text or "％" in passage.text or "‰" in passage.text:
            for match in _TO_PERCENT.finditer(passage.text):
                if _rises(match):
                    yield _repeated(passage, match)


def _range(passage: Passage, match: re.Match[str]) -> Iterator[Remark]:
    if not _rises(match):
        return
    text = passage.text
    if match[4]:
        after = text[match.end() : match.end() + 1]
        if match[4] in "万亿" and (not after or after in "，。、；"):
            return  # 5—8万 without a unit may be anything
        yield _repeated(passage, match)
    elif match[2] in _HYPHENS:
        after = text[match.end() : match.end() + 6]
        before = text[max(0, match.start() - 8) : match.start()]
        if _YEAR.fullmatch(match[1]) and _YEAR.fullmatch(match[3]):
            if after.startswith("年") and not after.startswith("年赛季"):
                yield _rejoined(passage, match, "—", _WRITE_DASH, Severity.INFO)
        elif _UNITS.match(after) and not _NO_RANGE.search(before):
            yield _rejoined(passage, match, "～", _WRITE_WAVE)


def _rises(match: re.Match[str]) -> bool:
    """Does the second number exceed the first, and is neither a code (007)?"""
    if any(number.startswith("0") and number[1:2].isdigit() for number in (match[1], match[3])):
        return False
    return (worth(match[1]) or Decimal()) < (worth(match[3]) or Decimal())


def _repeated(passage: Passage, match: re.Match[str]) -> Remark:
    message = _REPEAT.filled(range=match.group(), mark=match[4])
    joint = "～" if match[2] in "-－~〜" else match[2]
    return passage.remark(
        match.start(), match.end(), message, f"{match[1]}{match[4]}{joint}{match[3]}{match[4]}"
    )


def _rejoined(
    passage: Passage, match: re.Match[str], joint: str, advice: Wording, severity: Severity | None = None
) -> Remark:
    message = _HYPHEN.filled(range=match.group())
    fixed = f"{match[1]}{joint}{match[3]}"
    return passage.remark(match.start(), match.end(), message, fixed, advice=advice, severity=severity)


RULE = Rule(
    id="N-RANGE",
    name=Wording("数值范围写法", "form of a range"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording(
        "GB/T 15835—2011 5.1.3（数值范围）；GB/T 15834—2011 4.13（连接号）",
        "GB/T 15835—2011, 5.1.3 (ranges); GB/T 15834—2011, 4.13 (connectors)",
    ),
    advice=Wording("两端都写单位或百分号", "write the sign or the unit at both ends"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
