"""E-ABBR: an abbreviation that its article never introduces.

Chinese ones are those of the stylebook's `abbreviations`, short to full: the full form or 简称 has to
come first. Latin ones are words in capitals that stand neither in brackets behind their full form nor
before brackets with it, and are not in `known_abbreviations`. Off by default, for readers of a paper know
its usual ones; information only.

简称第一次出现之前，本文没有出现过全称，也没有“以下简称”。中文简称以体例的 abbreviations（简称 = 全称）
为准；外文缩写看是否与全称一同出现过，known_abbreviations 里的人人都懂，不报。标题不算。本报读者熟悉的简称
因地而异，所以默认不启用；启用后只作提示。

Passes: 小区业主委员会今天换届，业委会委员共7人。
Passes: 空气质量指数（AQI）超过150，AQI明天回落。
Fails: 小区业委会今天换届。
Fails: 全市AQI超过150。
Passes: The River Bend Water Authority (RBWA) met today; the RBWA has five members.
Fails: The RBWA met today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import RuleOption, Stylebook

ABBREVIATIONS = RuleOption(
    "abbreviations",
    {
        "业委会": "业主委员会",
        "环委会": "环境保护委员会",
        "住建局": "住房和城乡建设局",
        "住建厅": "住房和城乡建设厅",
        "住建部": "住房和城乡建设部",
        "发改委": "发展和改革委员会",
        "发改局": "发展和改革局",
        "人社局": "人力资源和社会保障局",
        "人社厅": "人力资源和社会保障厅",
        "卫健委": "卫生健康委员会",
        "文旅局": "文化和旅游局",
        "工信局": "工业和信息化局",
        "国资委": "国有资产监督管理委员会",
        "城管局": "城市管理局",
        "关工委": "关心下一代工作委员会",
        "市监局": "市场监督管理局",
    },
    Wording("中文简称 = 全称", "Chinese abbreviations, short = full"),
)
KNOWN_ABBREVIATIONS = RuleOption(
    "known_abbreviations",
    [
        *("AI", "AM", "APP", "ATM", "BBC", "CD", "CEO", "CPI", "CPU", "CT", "DNA", "DVD", "EU", "GDP"),
        *("GPS", "ID", "IT", "KTV", "LED", "MBA", "NBA", "OK", "PC", "PM", "PPT", "QQ", "TV", "UFO", "UK"),
        *("UN", "US", "USA", "USB", "VIP", "VR", "WTO"),
    ],
    Wording("不必写出全称的外文缩写", "Latin abbreviations that need no introduction"),
)
_MESSAGE = Wording("简称“{short}”没有交代全称", "“{short}” is never introduced")
_ADVICE = Wording("首次出现时写全称：{full}", "write it out at first: {full}")
_CAPITALS = re.compile(r"(?<![A-Za-z0-9_./@-])[A-Z]{2,6}(?![A-Za-z0-9_@/])")
_NUMERAL = re.compile(r"[IVXLC]+")
_IN_BRACKETS = re.compile(r"[（(][^（()）]*\Z")
_BEFORE_BRACKETS = re.compile(r"\s?[（(]")
_BESIDE_CAPITALS = re.compile(r"[A-Z]{2,}[ ,]{1,2}\Z")
_CAPITALS_AFTER = re.compile(r"[ ,]{1,2}[A-Z]{2,}")


def check(proof: Proof, stylebook: Stylebook) -> Iterator[Remark]:
    """Remark the first place of every abbreviation an article or a notice does not introduce."""
    chinese = stylebook.table(ABBREVIATIONS)
    shorts = re.compile("|".join(map(re.escape, sorted(chinese, key=len, reverse=True)))) if chinese else None
    known = frozenset(stylebook.words(KNOWN_ABBREVIATIONS))
    groups = [one.passages for one in proof.notices] + [one.passages for one in proof.articles]
    for passages in groups:
        prose = [passage for passage in passages if passage.role.is_prose and passage.text]
        if shorts:
            yield from _chinese(prose, shorts, chinese)
        yield from _latin(prose, known)


def _chinese(prose: Sequence[Passage], shorts: re.Pattern[str], full: Mapping[str, str]) -> Iterator[Remark]:
    seen: set[str] = set()
    before = ""
    for passage in prose:
        for match in shorts.finditer(passage.text):
            short = match.group()
            if short in seen:
                continue
            seen.add(short)
            said = before + passage.text[: match.start()]
            if full[short] not in said and not re.search("简称[^。]{0,3}\\Z|[（(][^）)]{0,6}\\Z", said):
                message = _MESSAGE.filled(short=short)
                yield passage.remark(*match.span(), message, advice=_ADVICE.filled(full=full[short]))
        before += passage.text + "\n"


def _latin(prose: Sequence[Passage], known: frozenset[str]) -> Iterator[Remark]:
    seen: set[str] = set()
    for passage in prose:
        text = passage.text
        for match in _CAPITALS.finditer(text):
            short = match.group()
            if short in known or short in seen or _NUMERAL.fullmatch(short):
                continue
            before = text[max(0, match.start() - 60) : match.start()]
            if _BESIDE_CAPITALS.search(before) or _CAPITALS_AFTER.match(text, match.end()):
                continue  # words in capitals, as a dateline has
            seen.add(short)
            if not (_IN_BRACKETS.search(before) or _BEFORE_BRACKETS.match(text, match.end())):
                yield passage.remark(*match.span(), _MESSAGE.filled(short=short))


RULE = Rule(
    id="E-ABBR",
    name=Wording("简称未交代", "abbreviation not introduced"),
    severity=Severity.INFO,
    fixing=Fixing.NONE,
    clause=Wording("本报体例", "the house’s style"),
    advice=Wording("首次出现时写全称", "write it out at first"),
    check=check,
    is_default=False,
    options=(ABBREVIATIONS, KNOWN_ABBREVIATIONS),
)
