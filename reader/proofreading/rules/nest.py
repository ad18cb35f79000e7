"""T-NEST: quotation marks or book-title marks of the wrong level.

Quotation marks inside “” are ‘’, and those inside ‘’ are “” again; a title inside 《》 has 〈〉. Single
marks that no double ones enclose are remarked too, where Chinese stands in them.

引号里面再用引号，外层用双引号，里层用单引号；书名号里面再用书名号，里层用单书名号。外面没有双引号的单引号
也提出来。

Passes: 他说：“我读了‘水车’一文，还有《读〈渡口〉》。”
Fails: 他说：“我读了“水车”一文。”
Fails: 他写了《读《渡口》》。
Fails: 他读了‘水车’一文。
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.foreign import is_chinese
from reader.proofreading.pairs import Pairs, pairs_of
from reader.proofreading.passage import Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_OTHER_LEVEL = {"“": ("‘", "’"), "‘": ("“", "”"), "《": ("〈", "〉")}
_FAMILY = {"“": "“‘", "‘": "“‘", "《": "《〈"}
_SAME = Wording("“{mark}”里面又用了“{mark}”", "“{mark}” inside “{mark}”")
_OUTER = Wording("外层用了单引号", "single quotation marks outside double ones")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every pair that stands directly inside one of its own kind, and single marks on the outside."""
    for passage in proof.passages():
        text = passage.text
        if text.count("“") + text.count("《") > 1 or "‘" in text:
            yield from _levels(passage, pairs_of(text))


def _levels(passage: Passage, pairs: Pairs) -> Iterator[Remark]:
    text = passage.text
    for start, end in pairs.pairs:
        mark = text[start]
        if mark not in _OTHER_LEVEL:
            continue
        around = [at for at in pairs.around(start) if text[at] in _FAMILY[mark]]
        # One that nothing closes may itself be the slip, unless it begins a paragraph of a longer quotation.
        is_closed = bool(around) and (around[-1] == 0 or around[-1] not in pairs.opened)
        if is_closed and text[around[-1]] == mark:
            message = _SAME.filled(mark=mark)
        elif mark == "‘" and not around and is_chinese(text[start + 1 : end]):
            message = _OUTER
        else:
            continue
        opening, closing = _OTHER_LEVEL[mark]
        changes = (passage.change(start, start + 1, opening), passage.change(end, end + 1, closing))
        yield Remark(message, passage.spot(start, end + 1), changes)


RULE = Rule(
    id="T-NEST",
    name=Wording("引号套用", "nested marks"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording("GB/T 15834—2011（引号、书名号的套用）", "GB/T 15834—2011, nested marks"),
    advice=Wording("外层用双的，里层用单的", "double marks outside, single ones inside"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
