"""S-TRUNC: the last paragraph of an article breaks off.

An article whose text stops in mid sentence has lost its end: on the way from the page, or at a jump whose
other half is elsewhere. Say where it goes on with `jump_to`, and the rule is silent. `cut: end` does not
silence it: it tells readers that text is missing, and whoever prints the page should be asked all the same;
an article that is meant to stay as it is has `# proof-ignore: S-TRUNC` above it.

Signatures, credits, names, dates and addresses after the text need no final mark. A last paragraph without
one is reported where it looks like prose: a full stop inside, or a comma and 30 characters (40, if it is the
only one), or an end that asks for more. Advertisements are left alone.

稿件末段没有句末标点、停在句子中间，多半是缺了下文。写明 `jump_to`（下转）的不报；只写了 `cut: end`（缺文）
的照报：缺文照样会印出去，确要保留的，用忽略注释说明。文末的署名、人名、日期、地址不需要句末标点，广告不查。

Passes: 全年共修路120公里，架桥3座。（何晓岚）
Passes: 请大家准时到会，不要请假。

    河湾市水务局　林一舟
Fails: 今年第一场雪下了一夜。

    入冬以来，上山赏雪的游客多了起来，山下的农家院一房难
Fails: headline: 雪后山村
    cut: end
    body: |
      山上下了一场大雪。记者看到，
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.edition.article import Kind
from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.paragraph_ends import is_broken_off, is_surely_broken_off
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_MESSAGE = Wording("文末没有句末标点，疑缺下文", "the text breaks off without a final mark")
_JUMP_LINE = re.compile(r"[（(]?\s*(?:下转|转[^，。]{0,3}版|continued on\b|cont'd on\b)", re.IGNORECASE)
_CREDIT = re.compile(r"[（(][^（）()]*[）)]")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark articles and notices whose text ends in mid sentence."""
    for article in proof.articles:
        if article.article.jump_to is None and article.article.kind is not Kind.AD:
            yield from _ending(article.body)
    for notice in proof.notices:
        for key in ("text", "instruction"):
            field = f"{notice.path}.{key}"
            yield from _ending([passage for passage in notice.passages if passage.field == field])


def _ending(passages: Sequence[Passage]) -> Iterator[Remark]:
    """Remark the last text of a body, or the one before a credit in brackets."""
    texts = [passage for passage in passages if passage.text]
    while texts and _CREDIT.fullmatch(texts[-1].text) and not _JUMP_LINE.match(texts[-1].text):
        texts.pop()
    if not texts or texts[-1].role not in (Role.PARAGRAPH, Role.NOTICE_TEXT):
        return
    text = texts[-1].text
    looks_so = is_broken_off(text) if len(texts) > 1 else is_surely_broken_off(text)
    if looks_so and not _JUMP_LINE.match(text):
        yield texts[-1].remark(len(text) - 1, len(text), _MESSAGE)


RULE = Rule(
    id="S-TRUNC",
    name=Wording("文末断句", "broken-off article"),
    severity=Severity.ERROR,
    fixing=Fixing.NONE,
    clause=Wording(
        "编排惯例：稿件须完整，未完须注明下转", "make-up: an article ends, or says where it goes on"
    ),
    advice=Wording("补全下文，或写明 jump_to", "complete it, or say where it goes on with jump_to"),
    check=check,
    weight=1,
)
