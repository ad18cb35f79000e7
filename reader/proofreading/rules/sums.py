"""E-SUM: parts that do not add up to what is said to be their sum.

Only sums that are stated as such are read: medals and their total, men and women of a number of people,
shares of men and women, shares with a rest (其余占), the three sectors of an economy, items of one unit and
their 共计, a share of more than a whole. What rounding explains is left alone, and so are numbers called a
guess.

分项与合计不符。只核对明说是合计的：奖牌与总数、男女与总人数、男女比例、“其余占”的比例、三次产业比例、同单位
的分项与“共计”，以及超过100%的占比。四舍五入造成的尾差不判，概数不判。

Passes: 代表团获3金2银4铜共9枚奖牌，三次产业比例为8.1∶48.2∶43.7，男性占51.3%，女性占48.7%。
Passes: 栽杨树3000株、柳树2000株，共计5000株。会员有120人，其中男70人、女50人。
Fails: 代表团获3金2银4铜共10枚奖牌。
Fails: 栽杨树3000株、柳树2000株，共计6000株。
Fails: 会员有120人，其中男70人、女60人。
Fails: 受访者中男性占51.3%，女性占49.7%。
Fails: 三次产业比例为8.1∶48.2∶45.7。
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import AMOUNT, ARABIC, Amount, amount
from reader.proofreading.passage import Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_SIGN = "[%％]"
_MEDALS = re.compile(
    r"(?<![\d.])(\d+)(?:枚?金牌?)[、，]?(\d+)(?:枚?银牌?)[、，和]?(\d+)(?:枚?铜牌?)[、，]?(?:总?共|总计|合计|的)?(?:计|获得?)?(\d+)枚(?!金|银|铜)"
    r"|金牌(\d+)枚[、，]银牌(\d+)枚[、，和]铜牌(\d+)枚[、，]?(?:总?共计?|总计|合计|奖牌总数(?:达|为)?)(\d+)枚"
)
_PEOPLE = re.compile(
    r"(?<![\d.])(\d+)(?:名|人|位)[^。；！？\d]{0,16}?其中[，：]?男[^\d，。；、]{0,4}(\d+)(?:名|人|位)[，、]女[^\d，。；、]{0,4}(\d+)(?:名|人|位)"
)
_SEXES = re.compile(
    rf"男[^\d，。；、]{{0,5}}占(?:比)?(?:为|达)?({ARABIC}){_SIGN}[，、；]女[^\d，。；、]{{0,5}}占(?:比)?(?:为|达)?({ARABIC}){_SIGN}"
)
_REST = re.compile(rf"其[余他][^\d，。；、]{{0,8}}占(?:比)?({ARABIC}){_SIGN}")
_SHARE = re.compile(rf"占(?:比)?(?:了|为|达)?({ARABIC}){_SIGN}")
_SECTORS = re.compile(
    rf"(?:三次产业|三产|一、二、三产业)[^\d，。；]{{0,16}}({ARABIC})[:：∶]({ARABIC})[:：∶]({ARABIC})(?![:：∶\d])"
)
_WHOLE = re.compile(
    rf"占(?:全[^，。；\d]{{1,8}}|[^，。；\d]{{0,8}}总(?:数|量|额|人数|人口|面积|户数|产量|收入|投资))的?({ARABIC}){_SIGN}"
)
_UNIT = "[\u4e00-\u9fff]{1,3}"
_TOTAL = re.compile(
    rf"(?:[，、]|(?<=\\D))(?:总共|共计|合计|总计|一共|共)({AMOUNT})({_UNIT})(?=[，。；）！]|\Z)"
)
_ITEM = re.compile(rf"[^\d]{{0,14}}?({AMOUNT})({_UNIT})\Z")
_LOOSE = re.compile("其中|超|近|约|多|余|比|增|减|第|平均|各|每")
_STOP = re.compile("[。；！？：:]")
_HUNDRED = Decimal(100)
_MESSAGE = Wording("分项相加是{sum}，写的是{told}", "the parts make {sum}, and {told} is said")
_OVER = Wording("占比{told}%超过整体", "a share of {told}% is more than the whole")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every stated sum its parts do not make."""
    for passage in proof.prose():
        text = passage.text
        remarks = [
            remark
            for guard, read in _READERS
            if any(word in text for word in guard)
            for remark in read(passage)
        ]
        # 金牌3枚、银牌2枚、铜牌4枚，共10枚 is read as medals and as items.
        yield from {remark.spot: remark for remark in remarks}.values()


def _medals(passage: Passage) -> Iterator[Remark]:
    for match in _MEDALS.finditer(passage.text):
        *parts, told = [number for number in match.groups() if number]
        group = 4 if match[4] else 8
        yield from _compared(
            passage, match, [Amount(Decimal(part), Decimal(0)) for part in parts], told, group
        )


def _people(passage: Passage) -> Iterator[Remark]:
    for match in _PEOPLE.finditer(passage.text):
        parts = [Amount(Decimal(match[group]), Decimal(0)) for group in (2, 3)]
        yield from _compared(passage, match, parts, match[1], 1)


def _compared(
    passage: Passage, match: re.Match[str], parts: Sequence[Amount], told: str, group: int
) -> Iterator[Remark]:
    """Remark a total that differs from its parts by more than rounding."""
    total = amount(told)
    if total is None or _agree(parts, total):
        return
    message = _MESSAGE.filled(sum=_plain(sum((part.value for part in parts), Decimal())), told=told)
    yield passage.remark(match.start(group), match.end(group), message)


def _agree(parts: Sequence[Amount], total: Amount) -> bool:
    apart = abs(sum((part.value for part in parts), Decimal()) - total.value)
    slack = sum((part.step for part in parts), Decimal()) / 2 + total.step / 2
    # Whole things are counted, not rounded.
    is_exact = all(part.step <= 1 for part in parts) and total.step <= 1
    return apart == 0 or (apart <= slack and not is_exact)


def _of_hundred(passage: Passage) -> Iterator[Remark]:
    text = passage.text
    for match in _SEXES.finditer(text):
        yield from _shares(passage, match, [match[1], match[2]], 2)
    for match in _SECTORS.finditer(text):
        yield from _shares(passage, match, [match[1], match[2], match[3]], 3)
    for match in _REST.finditer(text):
        start = max(text.rfind(stop, 0, match.start()) for stop in ("。", "；", "！", "？", "其中")) + 1
        shares = [share[1] for share in _SHARE.finditer(text, start, match.start())]
        parts = re.split("[，、]", text[start : match.start()].rstrip("，、"))
        # All the clauses before it that have a share, and no clause between them without one.
        if len(shares) >= 2 and all("占" in part for part in parts[-len(shares) :]):
            yield from _shares(passage, match, [*shares, match[1]], 1)
    for match in _WHOLE.finditer(text):
        share = amount(match[1])
        if share and share.value > _HUNDRED:
            yield passage.remark(match.start(1), match.end(), _OVER.filled(told=match[1]))


def _shares(passage: Passage, match: re.Match[str], words: Sequence[str], group: int) -> Iterator[Remark]:
    parts = [part for part in map(amount, words) if part]
    total = sum((part.value for part in parts), Decimal())
    slack = sum((part.step for part in parts), Decimal()) / 2
    if abs(total - _HUNDRED) > slack:
        message = _MESSAGE.filled(sum=f"{_plain(total)}%", told="100%")
        yield passage.remark(match.start(), match.end(group), message)


def _totals(passage: Passage) -> Iterator[Remark]:
    text = passage.text
    for match in _TOTAL.finditer(text):
        start = max((stop.end() for stop in _STOP.finditer(text, 0, match.start())), default=0)
        parts: list[Amount] = []
        pieces = re.split("[，、和]", text[start : match.start()])
        for piece in reversed(pieces):
            item = _ITEM.fullmatch(piece)
            value = amount(item[1]) if item and item[2] == match[2] and not _LOOSE.search(piece) else None
            if value is None:
                break
            parts.append(value)
        rest = "".join(pieces[: len(pieces) - len(parts)])
        if len(parts) >= 2 and not re.search(rf"\d{match[2]}|\d[万亿]{match[2]}", rest):
            yield from _compared(passage, match, parts, match[1], 1)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


_READERS: tuple[tuple[tuple[str, ...], Callable[[Passage], Iterator[Remark]]], ...] = (
    (("银",), _medals),
    (("其中",), _people),
    (("占", "三次产业", "三产"), _of_hundred),
    (("共", "合计", "总计"), _totals),
)

RULE = Rule(
    id="E-SUM",
    name=Wording("合计不符", "parts do not add up"),
    severity=Severity.WARNING,
    fixing=Fixing.NONE,
    clause=Wording("逻辑：分项之和等于合计", "logic: the whole is the sum of its parts"),
    advice=Wording("重新核算，问清来源", "add it up again and ask the source"),
    check=check,
    language=Language.CHINESE,
    weight=1.0,
)
