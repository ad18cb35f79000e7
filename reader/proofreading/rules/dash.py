"""T-DASH: a dash that is not “——”.

The dash of Chinese is one line in the place of two characters, two “—” signs. A single sign is the
connector of names, places, times and numbers (中国—东盟, 2013—2021年), so it is remarked only where no
connector can stand: next to a comma or a full stop, at the beginning or the end of a text, behind words like
了 or 的, and before words like 这, 一个 or 也就是. Most single signs between two words are therefore not
remarked. Hyphens in a row in Chinese are remarked wherever they stand. Three signs in a row, which some
papers set, are left alone.

破折号占两个字的位置，是两个“—”。单个“—”是一字线，用来连接人名、地名、时间和数字，所以只在不可能是一字线
的地方提出来：紧挨逗号句号、在开头或末尾、在“了”“的”之后、在“这”“一个”“也就是”之类的词前面；夹在两个词
之间的因此大多不提。中文里用连字符排成的破折号都提出来。有些报纸排三个“—”，不管。

Passes: 他带来了礼物——一筐梨。中国—东盟博览会2013—2021年办了九届。
Passes: 启动时写 paper-reader --lang en 就行。
Fails: deck: —柳溪县修渠纪事
Fails: 他带来了礼物--一筐梨。
Fails: 只有一条路，—种树。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.foreign import addresses, neighbours
from reader.proofreading.passage import HAN, Passage, Role
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_SINGLE = re.compile("(?<!—)—(?!—)")
_HAN = re.compile(f"[{HAN}]")
_POINT = "，。；：！？、…"
_BEGINS_CLAUSE = re.compile(
    # But for the names of places that begin alike: 那曲, 即墨, 不丹, 也门, 从江, 只楚.
    "这(?![里边])|那(?![里边曲坡])|就是|即(?!墨)|[他她我你]们?|不(?!丹)|也(?!门)|还(?!原)|又|而(?!今)"
    "|一[个座条种项位次场片群]|从(?![化江])|是|没有|只(?!楚)|为了|把|被|让|因为|所以|如果|虽然|尽管|无论"
    "|直到|终于|原来|其中|包括|例如|比如|首先"
)
_ENDS_CLAUSE = frozenset("的了着过吗呢吧啊们")
_HYPHENS = re.compile(r"(?<![-－–─—])(?:[-－]{2,3}|[–─]{2,3})(?![-－–─—])")
_PAIRS = ("--", "－－", "-－", "－-", "––", "──", "–─", "─–")
_MESSAGE = Wording("破折号写成了“{dash}”", "dash written as “{dash}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every dash of Chinese text that has another form."""
    for passage in proof.passages():
        text = passage.text
        if "—" in text and passage.role is not Role.CELL:
            for match in _SINGLE.finditer(text):
                if _connects_nothing(text, match.start()):
                    yield _remark(passage, match)
        if any(pair in text for pair in _PAIRS):
            for match in _HYPHENS.finditer(text):
                if _is_dash(text, *match.span()):
                    yield _remark(passage, match)


def _remark(passage: Passage, match: re.Match[str]) -> Remark:
    return passage.remark(*match.span(), _MESSAGE.filled(dash=match.group()), "——")


def _connects_nothing(text: str, at: int) -> bool:
    """Is there no name or number on one side of the sign that it could connect?"""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if not before or before in _POINT:
        return bool(after) and (after in "“《" or _HAN.match(after) is not None)
    if not (before == "”" or _HAN.match(before)):
        return False
    if text.endswith("之一", 0, at) or before in _ENDS_CLAUSE:
        return True
    return not after or after in _POINT or _BEGINS_CLAUSE.match(text, at + 1) is not None


def _is_dash(text: str, start: int, end: int) -> bool:
    """Do these hyphens stand in Chinese, and not before the name of an option or in an address?"""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if after.isascii() and after.isalnum() and (not before or before.isspace()):
        return False
    if not neighbours(text, start, end).are_chinese or (before.isdigit() and after.isdigit()):
        return False
    return not any(first <= start < last for first, last in addresses(text))


RULE = Rule(
    id="T-DASH",
    name=Wording("破折号", "dash"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording("GB/T 15834—2011（破折号占两个字位置）", "GB/T 15834—2011, dash"),
    advice=Wording("改为“——”", "write “——”"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
