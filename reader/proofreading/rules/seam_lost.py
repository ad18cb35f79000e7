"""S-SEAM-LOST: at a seam, something was lost or doubled.

Where S-SEAM would join two halves of a paragraph, the joined text may show that the column's end has taken
more than a line end: a character or a word stands on both sides (脚踏实地 and 地头田边), or two phrases of
four characters would run together that were parted by a mark. The suggestion puts a comma between them; only
the printed page can tell whether that is right or one of the characters goes. Reduplications such as 天天
and 常常 are left to S-SEAM.

断段处接上以后，如果同一个字或词在接口两边各出现一次（脚踏实地／地头田边），或者两个四字短语连成一串，多半
是栏尾丢了标点或多了字。这里只建议补一个逗号；究竟是丢了标点还是重了字，要看原版。“天天”“常常”一类叠字不报。

Passes: 修桥的人住在河边。工长和他们天

    天见面，有事当场商量。
Fails: 春耕不等人。种粮要脚踏实地

    地头田边走一走，才知道墒情怎么样。
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.seams import seams
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_DOUBLED = Wording("接口两边都是“{words}”，疑丢标点或重字", "“{words}” stands on both sides of the seam")
_FUSED = Wording("接上后两个四字短语连写，疑丢标点", "two four-character phrases would run together")
_ALWAYS_DOUBLED = frozenset(
    "天人年月日时常刚渐家户处个件步层往事样种条代世声字句句次频纷偷悄默静慢轻好早远高大小多细深紧牢满明白"
    "红绿黄黑亮圆长久略稍仅恰屡每区多看听说走想试谈问笑等爸妈爷奶哥姐弟妹叔姑星宝点滴斤"
)
"""Characters that are doubled in good Chinese: 天天, 常常, 看看, 妈妈."""
_MARKS = frozenset("，。！？；：、“”‘’（）《》…—,.;:!?()")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark seams that do not simply join."""
    for seam in seams(proof):
        before, after = seam.before.text, seam.after.text
        changes = () if seam.is_apart else (seam.joining("，"),)
        if words := _doubled(before, after):
            yield Remark(_DOUBLED.filled(words=words), seam.spot, changes)
        elif _are_phrases(before, after):
            yield Remark(_FUSED, seam.spot, changes)


def _doubled(before: str, after: str) -> str:
    """Return what ends the first text and begins the second: two characters, or one not often doubled."""
    if len(before) > 2 and before[-2:] == after[:2] and not _MARKS & set(after[:2]):
        return after[:2]
    if before[-1] != after[0] or after[0] in _ALWAYS_DOUBLED or not "\u4e00" <= after[0] <= "\u9fff":
        return ""
    return after[0]


def _are_phrases(before: str, after: str) -> bool:
    """Do four characters after a mark meet four before one, in a list of such phrases?"""
    tail, head = before[-10:], after[:10]
    if not (len(tail) == len(head) == 10 and _is_phrase(tail[-5:][::-1]) and _is_phrase(head[:5])):
        return False
    return _is_phrase(tail[:5][::-1]) or _is_phrase(head[5:])


def _is_phrase(five: str) -> bool:
    """Four characters and then a mark?"""
    return five[4] in _MARKS and not _MARKS & set(five[:4])


RULE = Rule(
    id="S-SEAM-LOST",
    name=Wording("断段处丢字重字", "something lost at a seam"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording("校对惯例：接排后须通读", "proofreading: what has been joined is read again"),
    advice=Wording("对照原版，补标点或删重字", "look at the page: a mark is missing or a character too many"),
    check=check,
    language=Language.CHINESE,
)
