"""T-LATIN-MARK: a typewriter's mark in an English edition set with printer's marks.

Where an edition is set with “ ” and ’ throughout, a straight " or ' has slipped through; the same goes for
three full stops where the edition has …. Quotation marks and apostrophes are counted apart. Two hyphens for
a dash are remarked in any edition. An edition that is set with straight marks on the whole is not asked to
change, nor are feet and inches, names of options, verse and tables.

英文版里混进的打字机符号：全版用“”和’，却有几处直的 " 和 '；全版用…，却有几处三个句点。两个连字符当破折号用
的，一律提出来。整版都用直引号的不管，英尺英寸、命令行选项、诗行和表格也不管。

Passes: “It’s late,” she said—and left. Run it with --lang en; it is 5'10" tall.
Passes: "It's late," she said, "and it's cold."
Fails: “It is late,” she said. “It is cold,” he said. “So it is,” she said. "We shall see."
Fails: “It’s late,” she said -- and left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_DASH = re.compile(r"(?<=[\w,.!?”’\"'])(?: -- |--)(?=[\w“‘\"'])(?<!\d--)")
_CURLY = {'"': re.compile("[“”]"), "'": re.compile("[‘’]")}
"""The forms of each straight mark, counted apart: many papers set “ ” with a straight apostrophe."""
_DOTS = re.compile(r"(?<![./\\])\.\.\.(?![./\\])")
_ELISION = re.compile(r"'(?=\d0s|\d\d\b|(?:tis|twas|em|til|n)\b)", re.IGNORECASE)
_OPENS = "([{—–-“‘/"
_UNREAD = frozenset({Role.VERSE, Role.CELL})
_TIMES = 3
"""Printer's marks must be so many times as frequent as the typewriter's to be called the edition's own."""

_TWO_HYPHENS = Wording("用两个连字符当破折号", "two hyphens for a dash")
_STRAIGHT_MARK = Wording(
    "直的“{mark}”，全版用的是弯的", "a straight {mark}, where the edition has curly ones"
)
_THREE_DOTS = Wording("三个句点，全版用的是“…”", "three full stops, where the edition has “…”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every typewriter's mark that the edition itself has another form for."""
    passages = [passage for passage in proof.passages() if passage.role not in _UNREAD]
    texts = [passage.text for passage in passages]
    stray = [mark for mark, curly in _CURLY.items() if _is_rare(_count(curly, texts), _straight(mark, texts))]
    dots = _is_rare(sum(text.count("…") for text in texts), _count(_DOTS, texts))
    for passage in passages:
        for match in _DASH.finditer(passage.text):
            yield passage.remark(*match.span(), _TWO_HYPHENS, "—")
        for mark in stray:
            for at in _places(mark, passage.text):
                yield _curled(passage, at)
        if dots:
            for match in _DOTS.finditer(passage.text):
                yield passage.remark(*match.span(), _THREE_DOTS, "…")


def _is_rare(printed: int, typed: int) -> bool:
    """Are there typewriter's marks, and so many printer's marks that those are the edition's own?"""
    return 0 < typed * _TIMES <= printed


def _count(pattern: re.Pattern[str], texts: Iterable[str]) -> int:
    return sum(len(pattern.findall(text)) for text in texts)


def _straight(mark: str, texts: Iterable[str]) -> int:
    return sum(len(_places(mark, text)) for text in texts)


def _places(mark: str, text: str) -> list[int]:
    """Return the places of straight quotation marks and apostrophes; feet, inches and minutes are none."""
    if mark not in text:
        return []
    return [at for at, sign in enumerate(text) if sign == mark and not text[max(0, at - 1) : at].isdigit()]


def _curled(passage: Passage, at: int) -> Remark:
    text = passage.text
    before, mark = text[max(0, at - 1) : at], text[at]
    opens = not before or before.isspace() or before in _OPENS
    if mark == "'" and _ELISION.match(text, at):
        opens = False
    curly = ("“" if opens else "”") if mark == '"' else ("‘" if opens else "’")
    return passage.remark(at, at + 1, _STRAIGHT_MARK.filled(mark=mark), curly)


RULE = Rule(
    id="T-LATIN-MARK",
    name=Wording("英文打字机符号", "typewriter's mark"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording("英文编排惯例：全版一致", "editorial practice: one form throughout the edition"),
    advice=Wording("改为印刷用的符号", "write the printer's mark"),
    check=check,
    language=Language.LATIN,
    weight=0.1,
)
