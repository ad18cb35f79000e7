"""E-COUNT: a list and the number that counts it do not agree.

“甲公司、乙公司、丙公司4家企业”: three are named, four are counted. Lists are only counted where all their
items are of one kind (titles in marks, names of persons, words with one ending, bare words of one length),
and only a small difference is remarked: a larger number counts something else (张北、尚义两县15个乡镇). A
list that ends in 等 may have fewer items than its number says, never more. Also read:
“3家企业：甲公司、乙公司、丙公司。” and, in English, “three towns: A, B and C.”

列举的项数与后面（或前面）的数目不符：“甲公司、乙公司、丙公司4家企业”，列了三家，却说四家。只数同类的列举项
（都带书名号或引号、都是人名、结尾相同、长短相近），相差过大的数目另有所指，不判。以“等”收尾的，列举的可以少，
不能多。

Passes: 评出晨光食品公司、长渠水泥公司2家优秀企业，林一舟、何望川、周青禾3人获奖。
Passes: 在柳溪、青峪两县15个乡镇推广，《渡口往事》《石磨谣》等5部作品入选。
Passes: 县里有3家企业：晨光食品、长渠水泥、白塔轴承。
Fails: 评出晨光食品公司、长渠水泥公司3家优秀企业。
Fails: 林一舟、何望川、周青禾2人获奖。
Fails: 《渡口往事》《石磨谣》《种树的人》等2部作品入选。
Fails: 县里有4家企业：晨光食品、长渠水泥、白塔轴承。
Fails: Work begins in three towns: Marlbury, Easton, Rook and Fell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.enumerations import Enumeration, Kind, enumeration_before, list_length, masked
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import DIGITS, whole
from reader.proofreading.passage import Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

# A figure first, then what may not stand before it: so it is searched for many times faster.
_NUMBER = rf"([\d十二三四五六七八九两](?<![\d.．·:：/\-—第点{DIGITS}十百千万几数].)[\d一二三四五六七八九]?)"
_COUNTED = re.compile(
    _NUMBER
    + "(名|位|人|家|个|所|项|条|种|类|部|篇|首|本|款|处|座|支|方|级|国|省|市|县|区|镇|乡|村|地|大|点|者|校)"
    # 十五大, 三省两市, 三步走, 两个文明: the number belongs to a phrase, or counts a part of the list.
    "(?!半|走|共|[和、及]|个文明|[\\d二三四五六七八九两十])"
)
_HEADED = re.compile(
    _NUMBER + "(名|位|家|个|所|项|种|部|篇|首|本|款|处|座|支|个)([^\\d，。；：:、！？P等QX]{1,10})"
    "(?:：|:|，分别[是为]|，即)([^，。；：:！？]+)。"
)
_LIST = re.compile("、|[》”』][《“『]")
_HEAD = re.compile("[：:]|，分别|，即")
_PERSONS = "名位人"
_ANY_NOUN = re.compile(
    r"[，。；：、！？,;:）)]|\Z|[^，。；：、！？,;:]{0,8}(?:单位|企业|地区|地方|部门|机构)"
)
# The region before it makes a name of it: 北欧五国, 金砖五国.
_REGIONS = (
    "北欧",
    "东盟",
    "西方",
    "金砖",
    "中亚",
    "海湾",
    "西欧",
    "东欧",
    "南美",
    "东南亚",
    "波罗的海",
    "阿拉伯",
)
_PARTLY_COUNTED = re.compile(rf"[\d{DIGITS}十两][省市县区国镇乡村州岛级]\Z")  # 河北三省 of 三省两市
_MESSAGE = Wording("列举了{listed}项，数目却是“{told}”", "{listed} are named, “{told}” are counted")
_TOO_MANY = Wording(
    "列举了{listed}项，“等”字后面的数目只有“{told}”", "{listed} are named, and only “{told}” counted"
)

_ENGLISH_NUMBERS = dict(
    zip(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), range(2, 11), strict=True)
)
_ENGLISH = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten) [a-z]+s: ((?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}, )+"
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3},? and [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})\.(?= |\Z)"
)


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every number that does not count the list beside it."""
    for passage in proof.prose():
        if not passage.is_han:
            yield from _english(passage)
        elif _LIST.search(passage.text):
            yield from _counted_after(passage)
            yield from _counted_before(passage)


def _counted_after(passage: Passage) -> Iterator[Remark]:
    text = ""
    for match in _COUNTED.finditer(passage.text):
        start = match.start()
        if not _LIST.search(passage.text, max(0, start - 40), start):
            continue
        text = text or masked(passage.text)
        told = whole(match[1]) if text[start] not in "PQ" else None
        enumeration = enumeration_before(text, start) if told else None
        if enumeration and told and _is_wrong(enumeration, told, match[2], text[match.end() :][:12]):
            message = _TOO_MANY if enumeration.is_open else _MESSAGE
            message = message.filled(listed=enumeration.number, told=match.group())
            yield passage.remark(start, match.end(), message)


def _counted_before(passage: Passage) -> Iterator[Remark]:
    if not _HEAD.search(passage.text):
        return
    for match in _HEADED.finditer(masked(passage.text)):
        listed, told = list_length(match[4]), whole(match[1])
        if listed and told and listed != told and abs(listed - told) <= 3:
            words = match[1] + match[2]
            yield passage.remark(match.start(), match.end(2), _MESSAGE.filled(listed=listed, told=words))


def _is_wrong(enumeration: Enumeration, told: int, counter: str, after: str) -> bool:
    """Is the list counted by this number, and wrongly?"""
    listed, kind = enumeration.number, enumeration.kind
    apart = told - listed
    if apart == 0 or told < 2 or (enumeration.is_open and apart > 0):
        return False
    if abs(apart) > 3 or enumeration.last.endswith(_REGIONS) or _PARTLY_COUNTED.search(enumeration.last):
        return False
    if apart < 0 and told == 2 and enumeration.has_joint and counter in "省市县区国州地":
        return False  # 贵州、湖南和江西两省: the last two of a longer list
    if kind is Kind.PERSONS:
        return counter in _PERSONS
    if counter in _PERSONS:
        return False
    if kind is Kind.QUOTED:
        return True
    if kind is Kind.ENDED:
        noun = re.split("[，。；：、,;]", after, maxsplit=1)[0]
        return counter not in "大级者" and (bool(_ANY_NOUN.match(noun)) or enumeration.last[-1] in noun)
    if enumeration.is_open or listed < 3 or abs(apart) > 1:
        return False
    if apart > 0 and counter in "家个所处" and enumeration.shortest < 3:
        return False  # 北京、上海、广州4家医院: so many of what is there
    return kind is Kind.EVEN or apart > 0


def _english(passage: Passage) -> Iterator[Remark]:
    for match in _ENGLISH.finditer(passage.text):
        listed = match[2].count(", ") + (0 if ", and " in match[2] else 1) + 1
        if listed != _ENGLISH_NUMBERS[match[1]]:
            message = _MESSAGE.filled(listed=listed, told=match[1])
            yield passage.remark(match.start(1), match.end(1), message)


RULE = Rule(
    id="E-COUNT",
    name=Wording("列举与数目不符", "list and count disagree"),
    severity=Severity.WARNING,
    fixing=Fixing.NONE,
    clause=Wording("编校惯例：列举与总数核对一致", "editorial practice: what is listed is counted again"),
    advice=Wording("核对名单和数目", "check the list and the number"),
    check=check,
    weight=1.0,
)
