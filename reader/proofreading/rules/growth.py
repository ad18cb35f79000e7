"""E-GROWTH: “from A to B, up by C” where C is not what lies between A and B.

由300万元增加到600万元，增长2倍: that is once as much again, or 100%. The difference, the per cent and the
multiple are worked out with the rounding of both ends; 3% for 3个百分点 is remarked, and a rise from more
to less is remarked as well. Ranks (由第8位升至第3位) and averages over years are left alone.

“由A增加到B，增长C”，C与A、B对不上：“由300万元增加到600万元，增长2倍”应为“增长1倍”。按四舍五入的上下限核算差
额、百分比和倍数；“由500元提高到300元”方向相反，也提示。名次、年均增长不判。

Passes: 存款由199.7亿元增至527.6亿元，增长164%；由30家增加到50家，增加20家；由8%提高到9.5%，提高1.5个百分点。
Passes: 排名由第8位上升到第3位，时间由2小时缩短到40分钟。
Fails: 产值由300万元增加到600万元，增长2倍。
Fails: 企业由30家增加到50家，增加了10家。
Fails: 合格率由92%提高到95%，提高3%。
Fails: 补助由500元提高到300元。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import AMOUNT, Amount, amount
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_UP = "增加|增长|增|提高|提升|上升|升|上涨|涨|扩大|上调"
_DOWN = "减少|减|下降|降低|降|压缩|压减|缩短|下调|下跌"
_UNIT = "(?:[%％]|[\u4e00-\u9fff]{1,3}?)"
_CHANGE = re.compile(
    rf"[由从](?:(?:19|20)\d\d年[底末]?的?)?[^，。；：\d第∶:]{{0,10}}(?P<from>(?<![\d.．第]){AMOUNT})(?P<unit>{_UNIT})(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
    rf"[到至为](?:了|(?:目前|现在|今年|去年|(?:19|20)\d\d年)[底末]?的?)?(?P<to>{AMOUNT})(?P=unit)"
    rf"(?:，(?:同比|净|共|累计|总共)?(?:{_UP}|{_DOWN}|增幅|降幅|涨幅)(?:了|达|为|达到)?(?P<by>{AMOUNT})"
    rf"(?P<of>个百分点|[%％]|倍(?!多|以上|左右)|[\u4e00-\u9fff]{{1,3}})?)?"
)
_RANKS = frozenset("级等类档位名流线号版楼层次代时点日月年")
_LOOSE = re.compile("[多余近约超]|以上|左右")
_MESSAGE = Wording("由{old}到{new}，{told}不对，应为{right}", "from {old} to {new} is {right}, not {told}")
_CONTRARY = Wording("由{old}到{new}，与“{verb}”相反", "from {old} to {new} is the contrary of “{verb}”")


class _Bounds(NamedTuple):
    least: Decimal
    most: Decimal
    middle: Decimal


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark changes that do not lie between their ends, and ends the wrong way round."""
    for passage in proof.prose():
        if "由" not in passage.text and "从" not in passage.text:
            continue
        for match in _CHANGE.finditer(passage.text):
            old, new = amount(match["from"]), amount(match["to"])
            if old is None or new is None or match["unit"][0] in _RANKS or old.value == 0:
                continue
            ends = {"old": match["from"] + match["unit"], "new": match["to"] + match["unit"]}
            verb = match["up"] or match["down"]
            if old.value != new.value and (new.value > old.value) != bool(match["up"]):
                message = _CONTRARY.filled(**ends, verb=verb)
                yield passage.remark(match.start("from"), match.end("to"), message)
                continue
            by = amount(match["by"]) if match["by"] else None
            if by is None or _LOOSE.search(match.group()):
                continue
            if _is_points(match, old, new, by):
                told, points = match["by"] + match["of"], f"{match['by']}个百分点"
                message = _MESSAGE.filled(**ends, told=told, right=points)
                yield passage.remark(match.start("by"), match.end("of"), message)
                continue
            right = _right(match, old, new)
            if right and not _holds(right[0], by, is_multiple=match["of"] == "倍"):
                message = _MESSAGE.filled(
                    **ends, told=match["by"] + match["of"], right=_words(right[0], by) + right[1]
                )
                yield passage.remark(match.start("by"), match.end("of"), message)


def _is_points(match: re.Match[str], old: Amount, new: Amount, by: Amount) -> bool:
    """Is a difference of two percentages itself said in per cent? From 12% to 15% is 3 points, or 25%."""
    is_percent = match["of"] in ("%", "％") and match["unit"] in ("%", "％")
    return (
        is_percent
        and abs(new.value - old.value) == by.value
        and abs(new.value / old.value - 1) * 100 != by.value
    )


def _right(match: re.Match[str], old: Amount, new: Amount) -> tuple[_Bounds, str] | None:
    """Return what lies between the ends in the unit it is given in, with that unit; None for another unit."""
    unit, of = match["unit"], match["of"] or ""
    if of in ("%", "％", "倍"):
        if unit in "%％" or old.least <= 0:
            return None
        scale = 1 if of == "倍" else 100
        low, high = (new.least / old.most - 1) * scale, (new.most / old.least - 1) * scale
        least = Decimal(0) if low < 0 < high else min(abs(low), abs(high))
        return _Bounds(least, max(abs(low), abs(high)), abs(new.value / old.value - 1) * scale), of
    is_points = of == "个百分点" and unit in "%％"
    if not is_points and (unit in "%％" or not of.startswith(unit)):
        return None
    slack = (old.step + new.step) / 2
    middle = abs(new.value - old.value)
    if old.step <= 1 and new.step <= 1 and unit not in "%％" and not match["from"].count("."):
        slack = Decimal(0)
    return _Bounds(middle - slack, middle + slack, middle), of if is_points else unit


def _holds(right: _Bounds, by: Amount, *, is_multiple: bool) -> bool:
    """Can the number given be a rounding of what is right? One step more is allowed for numbers cut short."""
    slack = by.step / 2 if is_multiple else by.step if right.least != right.most else Decimal(0)
    return right.least - slack <= by.value <= right.most + slack


def _words(right: _Bounds, by: Amount) -> str:
    unit = Decimal(10_000) if by.step >= 100 else Decimal(1)
    mark = "万" if unit > 1 else ""
    rounded = round(right.middle / unit, 2).normalize()
    return f"{rounded:f}{mark}"


RULE = Rule(
    id="E-GROWTH",
    name=Wording("增减数字不符", "change and ends disagree"),
    severity=Severity.WARNING,
    fixing=Fixing.NONE,
    clause=Wording("逻辑：增减数等于前后之差", "logic: a change is what lies between its ends"),
    advice=Wording("重新核算，问清来源", "work it out again and ask the source"),
    check=check,
    language=Language.CHINESE,
    weight=1.0,
)
