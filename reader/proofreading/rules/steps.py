"""E-STEPS: 一是, 二是, 四是: a step is missing, or there are more or fewer than announced.

Points counted off in running text (一是…二是…三是…) have to follow each other, and “three measures: first…”
has to bring three. Where some are introduced in other words (其次, 另一) nothing is said.

文中逐条列举的序次要连贯：“一是……三是……”缺“二是”；“三项措施：一是……二是……”少一项，也提示。中间用“其次”“另一”
等引出的不判。

Passes: 主要有三项措施：一是清淤，二是护坡，三是植树。
Passes: 原因有三：一是连阴雨；其次是上游来水；三是河道淤积。
Fails: 主要有三项措施：一是清淤，三是植树。
Fails: 推出三项措施：一是清淤，二是护坡。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import whole
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_FIGURES = "一二三四五六七八九"
_STEP = re.compile(rf"(?:(?<=[，。；：！？…”）,;:、])|^)([{_FIGURES}])(?:是(?!否)|要(?!求)|靠|看|抓|则)")
_OTHER = re.compile(
    "其[一二三四次]|另一|另外|再次|再者|第[一二三四五]|最后|一方面|首先|还有|也是|此外|一是[^。]*[；，]一是"
)
_ANNOUNCED = re.compile(
    rf"(?<![\d{_FIGURES}十])([{_FIGURES}两]|[2-9])(?:大|个|项|条|点|种|方面|个方面)"
    r"[^，。；：！？\d一二三四五六七八九十]{0,12}[：:，]“?(?=一是|一要)"
)
_SKIPPED = Wording(
    "“{before}”之后是“{after}”，缺“{missing}”", "“{before}” is followed by “{after}”: “{missing}” is missing"
)
_COUNTED = Wording("说是“{told}”，列了{listed}条", "“{told}” are announced, {listed} are given")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark steps that are left out, and announcements of another number of them."""
    for article in proof.articles:
        body = [passage for passage in article.passages if passage.role in (Role.PARAGRAPH, Role.ITEM)]
        for number, passage in enumerate(body):
            if "一是" in passage.text or "一要" in passage.text or "二是" in passage.text:
                yield from _of(passage, body[number + 1 :])


def _of(passage: Passage, following: Sequence[Passage]) -> Iterator[Remark]:
    text = passage.text
    steps = list(_STEP.finditer(text))
    for one, other in pairwise(steps):
        first, second = (_FIGURES.index(step[1]) + 1 for step in (one, other))
        between = text[one.end() : other.start()]
        if second == first + 2 and one.group()[1:] == other.group()[1:] and not _OTHER.search(between):
            missing = _FIGURES[first] + one.group()[1:]
            message = _SKIPPED.filled(before=one.group(), after=other.group(), missing=missing)
            yield passage.remark(other.start(), other.end(), message)
    for match in _ANNOUNCED.finditer(text):
        told = whole(match[1]) or 0
        run = _run([step[1] for step in steps if step.start() >= match.end()])
        if run == told or run < 2 or _OTHER.search(text, match.end()):
            continue
        if run < told and any(_STEP.search(after.text) for after in following[:8]):
            continue  # the others stand in paragraphs of their own
        message = _COUNTED.filled(told=match.group().rstrip("：:，“"), listed=run)
        yield passage.remark(match.start(), match.end(1) + 1, message)


def _run(figures: Sequence[str]) -> int:
    """Return how far the first steps count without a gap, before they begin anew."""
    count = 0
    for figure in figures:
        if _FIGURES.index(figure) != count:
            break
        count += 1
    return count


RULE = Rule(
    id="E-STEPS",
    name=Wording("序次不连贯", "steps out of count"),
    severity=Severity.WARNING,
    fixing=Fixing.NONE,
    clause=Wording(
        "逻辑：序次连贯，条数与说的一致", "logic: steps follow each other and are as many as announced"
    ),
    advice=Wording("核对序次和条数", "check the steps and their number"),
    check=check,
    language=Language.CHINESE,
    weight=1.0,
)
