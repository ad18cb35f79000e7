"""S-BALANCE: a quotation mark or bracket without its partner.

Every opening mark has its closing mark in the same paragraph: “” ‘’ （） 《》 and the others, in their
order. Two kinds of text are right all the same: a quotation of several paragraphs, each of which begins
with the opening mark while only the last one closes, and the bracket of an ordinal like 1). Apostrophes are
no quotation marks. Two opening marks in a row, with the words to be quoted between them, are one mark
turned the wrong way. Lines of verse are not read.

引号、括号、书名号要成对，在同一段里先开后关。引文不止一段时每段开头用前引号、最后一段才用后引号，是对的；
“1)”一类序号的括号、英文的撇号不算。两个前引号夹着要引的话，是后一个排反了。诗行不查。

Passes: 他说：“路修好了（去年还没有）。”
Passes:
    他说：“路修好了。

    “河边也要修。”
Passes: The workers’ ’98 press doesn’t print: “It’s old,” they say.
Fails: 他说：“路修好了（去年还没有。”
Fails: 正在建的“水车一条街“很热闹。
Fails: 书名《渡口出自林一舟。
Fails: He said: “The road is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.foreign import is_chinese
from reader.proofreading.pairs import CLOSING, OPENING, pairs_of, straight_pairs_of
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_OTHER = dict(zip(OPENING + CLOSING, CLOSING + OPENING, strict=True))
_QUOTES = '“‘「『"'
_UNCLOSED = Wording("“{mark}”没有后半个", "“{mark}” is not closed")
_UNOPENED = Wording("“{mark}”没有前半个", "“{mark}” is not opened")
_TURNED = Wording("引号“{mark}”方向反了", "the quotation mark “{mark}” is turned the wrong way")
_TURN = Wording("改为“{mark}”", "write “{mark}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every mark of a pair that stands alone in its paragraph."""
    passages = [passage for passage in proof.passages() if passage.role is not Role.VERSE]
    for passage, after in pairwise([*passages, None]):
        if passage is not None:
            follows = after is not None and after.field == passage.field
            yield from _alone(passage, after.text[:1] if after is not None and follows else "")


def _alone(passage: Passage, next_begins: str) -> Iterator[Remark]:
    text = passage.text
    found = pairs_of(text)
    # In Chinese a straight mark may be the partner; T-QUOTE-ASCII says so.
    has_straight = '"' in text
    may_be_straight = has_straight and is_chinese(text) and text.count('"') % 2 == 1
    opened = [at for at in found.opened if not (may_be_straight and text[at] == "“")]
    closed = [at for at in found.closed if not (may_be_straight and text[at] == "”")]
    for first, second in (*_turned(text, opened), *_turned(text, closed)):
        for places in (opened, closed):
            places[:] = [at for at in places if at not in (first, second)]
        wrong = _wrong(text, first, second)
        mark = text[wrong]
        right = _OTHER[mark]
        yield passage.remark(
            wrong, wrong + 1, _TURNED.filled(mark=mark), right, advice=_TURN.filled(mark=right)
        )
    if has_straight and not is_chinese(text):
        straight = straight_pairs_of(text)
        opened, closed = sorted(opened + straight.opened), closed + straight.closed
    if opened and text[opened[-1]] in _QUOTES and text[opened[-1]] == next_begins:
        opened.pop()  # the quotation goes on in the next paragraph
    for at in sorted(opened + closed):
        message = _UNCLOSED if at in opened else _UNOPENED
        yield passage.remark(at, at + 1, message.filled(mark=text[at]))


def _wrong(text: str, first: int, second: int) -> int:
    """Return the place of that of two equal marks which is turned the wrong way."""
    return second if text[first] in OPENING else first


def _turned_at(text: str, first: int, second: int) -> str:
    wrong = _wrong(text, first, second)
    return text[:wrong] + _OTHER[text[wrong]] + text[wrong + 1 :]


def _is_balanced(text: str) -> bool:
    found = pairs_of(text)
    return not found.opened and not found.closed


def _turned(text: str, places: Sequence[int]) -> list[tuple[int, int]]:
    """Return pairs of equal quotation marks that would quote what is between them if one were turned."""
    pairs: list[tuple[int, int]] = []
    for first, second in pairwise(places):
        alike = text[first] == text[second] and text[first] in "“”「」『』" and second - first > 1
        is_free = not (pairs and pairs[-1][1] == first)
        if alike and is_free and _is_balanced(_turned_at(text, first, second)[first : second + 1]):
            pairs.append((first, second))
    return pairs


RULE = Rule(
    id="S-BALANCE",
    name=Wording("引号括号不成对", "mark without partner"),
    severity=Severity.ERROR,
    fixing=Fixing.PREVIEW,
    clause=Wording("GB/T 15834—2011（引号、括号、书名号成对使用）", "GB/T 15834—2011, marks in pairs"),
    advice=Wording("补上或删去", "add its partner or take it away"),
    check=check,
    weight=0.1,
)
