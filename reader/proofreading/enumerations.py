"""The list that stands in front of a number: 甲公司、乙公司和丙公司 of 甲公司、乙公司和丙公司3家.

Where a list begins cannot be told from its marks: what governs it stands before its first item, with marks of
its own. So a list is only given where all its items are of one kind.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What makes the items of a list one list."""

    QUOTED = "quoted"
    """Each is a title or a phrase in marks: 《…》, “…”."""
    ENDED = "ended"
    """All end in one noun: …公司, …公司."""
    PERSONS = "persons"
    """All are names of persons."""
    EVEN = "even"
    """Bare words of about one length, the first one too: nothing of the sentence is in the list."""
    BARE = "bare"
    """Bare words behind a first item that may have the sentence before it."""


class Enumeration(NamedTuple):
    """A list: where it begins and ends in its text, how many items it has."""

    start: int
    end: int
    number: int
    kind: Kind
    last: str
    """The last item."""
    shortest: int
    """How many characters the shortest item behind the first has."""
    has_joint: bool
    """Is the last item joined by 和 or its like?"""
    is_open: bool
    """Does 等 say that there may be more?"""


_BRACKETS = re.compile(
    r"“[^“”]*”|‘[^‘’]*’|『[^『』]*』|「[^「」]*」|《[^《》]*》|〈[^〈〉]*〉|（[^（）]*）|\([^()]*\)"
)
_STOPS = re.compile("[，,。；;：:！!？?…—\n（(]")
_CLOSERS = ("”", "』", "」", "》", "P", "等")
_LONGEST = 200
"""A list of more characters is not looked for."""
_JOINTS = ("以及", "和", "及", "与", "暨")
_QUOTED = re.compile(r"(?:[“「『《]Q*[”」』》]P*(?:、|，?以及|和|及|与)?)+\Z")
_OPENERS = re.compile("[“「『《]")
_AND_MORE = re.compile("(?:等等?|等共|共|总共|一共|共计|合计|这|上述)+\\Z")

_ENDS = re.compile(
    ".(公司|集团|大学|学院|医院|小学|中学|学校|幼儿园|银行|法院|检察院|研究所|街道|社区|小区|园区|开发区|自治区|自治州"
    "|合作社|俱乐部|工程|行动|计划|项目|[县市省区镇乡村局厅委办站路街桥河湖厂店州旗队社馆园楼港岛])\\Z"
)
# What is no item of a list but the sentence around it: it governs a list, or is governed by it.
_SENTENCE = re.compile("[的了被把将和及与跟同]|以上|以下|其中|包括|之间")
_GOVERNS = re.compile(
    "[在是有对向为于从到着各每这那其很不也都又而或所给让使并但比经由至达按据以称说获令请除像]|组织|推出|参加|一带"
)
_JOINED = re.compile("[和与及暨跟同]")  # 柳溪县和青峪县、白塔县: the first item may be two
_FAMILY = re.compile("(?:夫妇|夫妻|父子|父女|母子|母女|兄弟|姐妹|兄妹|姐弟|一家|等人|本人|同学|老师)\\Z")
_HAN = re.compile("[\u4e00-\u9fff·]+\\Z")
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤"
    "方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄米贝臧"
    "计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季强贾路娄江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫"
    "房解应丁宣邓郁单洪包左石崔龚程邢裴陆翁荀惠曲封储靳段焦侯全班秋仲宫宁仇甘厉祖武符刘景詹龙叶司黎"
    "白蒲赖卓蔺屠蒙池乔阴闻党翟谭申冉雍桑牛边燕冀尚农温庄晏柴瞿阎连茹习艾向古易廖耿匡文广欧沃利师巩聂"
    "关荆游竺盖桓公涂岳帅苟亢况肖覃辛简饶曾沙丰查"
)


def masked(text: str) -> str:
    """Return the text with what stands in brackets blotted out: as long as it was, its marks gone."""
    if not any(mark in text for mark in "“‘『「《〈（("):
        return text
    for _ in range(2):  # brackets within brackets: the inner ones first
        text = _BRACKETS.sub(_blot, text)
    return text


def _blot(match: re.Match[str]) -> str:
    words = match.group()
    if words[0] in "（(":
        return "P" * len(words)
    if words[0] in "‘〈":
        return "Q" * len(words)
    return f"{words[0]}{'Q' * (len(words) - 2)}{words[-1]}"


def enumeration_before(text: str, end: int) -> Enumeration | None:
    """Return the list that ends at this place of a `masked` text; None where it is not sure to be one."""
    segment = _STOPS.split(text[max(0, end - _LONGEST) : end])[-1]
    start = end - len(segment)
    segment = segment.rstrip(" 　")
    if "、" not in segment and not segment.endswith(_CLOSERS):
        return None
    is_open = False
    if after := _AND_MORE.search(segment):
        is_open = "等" in after.group()
        segment = segment[: after.start()]
    if quoted := _QUOTED.search(segment):
        if quoted.start() and segment[quoted.start() - 1] in "、和及与":
            return None
        number = len(_OPENERS.findall(quoted.group()))
        at = start + quoted.start()
        return Enumeration(at, end, number, Kind.QUOTED, "", 1, False, is_open) if number > 1 else None
    items = _items(re.sub("P+", "", segment))
    kind = _kind(items) if len(items) > 1 else None
    if kind is None:
        return None
    shortest = min(map(len, items[1:]))
    has_joint = segment.count("、") < len(items) - 1
    return Enumeration(start, end, len(items), kind, items[-1], shortest, has_joint, is_open)


def list_length(segment: str) -> int | None:
    """Return how many items a stretch of `masked` text lists from end to end; None where it is no list."""
    items = _items(re.sub("P+", "", segment))
    if len(items) < 2 or "等" in segment:
        return None
    if any(
        not 1 < len(item) <= 16 or re.search(r"[\d和与及]|以下|如下|[一首]是|首先", item) for item in items
    ):
        return None
    return len(items)


def _items(segment: str) -> list[str]:
    *items, last = segment.split("、")
    if not items:
        return []
    for joint in _JOINTS:
        before, found, after = last.partition(joint)
        if found and before and after:
            return [*items, before, after]
        if found and after:  # the mark and the word: 、以及丙公司
            return [*items, after]
    return [*items, last]


def _kind(items: list[str]) -> Kind | None:
    """Return what makes these one list; before the first one the sentence may stand, never before others."""
    first, *others = items
    if any(not _HAN.match(item) or _SENTENCE.search(item) for item in others) or _JOINED.search(first):
        return None
    end = _ENDS.search(others[-1])
    if end and all(item.endswith(end[1]) for item in items) and max(map(len, others)) <= 20:
        return Kind.ENDED
    if any(map(_GOVERNS.search, others)):
        return None
    if all(map(_is_person, others)) and any(_is_person(first[-length:]) for length in (2, 3, 4)):
        return Kind.PERSONS
    longest, shortest = max(map(len, others)), min(map(len, others))
    if longest > 8 or (shortest == 1 and longest > 1):
        return None
    is_even = longest <= shortest + 2 and shortest - 1 <= len(first) <= longest + 1
    return Kind.EVEN if is_even and not _GOVERNS.search(first) else Kind.BARE


def _is_person(item: str) -> bool:
    return 2 <= len(item) <= 4 and item[0] in _SURNAMES and not _FAMILY.search(item)
