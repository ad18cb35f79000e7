"""S-NOHEAD: a text without a headline.

An article with a `slug` only is shown under its working title; printed, it would stand without any. That is
right for the second half of an article whose `jump_from` says where the first is, for photos, briefs,
advertisements and corrections, and for a note whose `column` is its title, such as 编者按. With
`jump_from: unknown` it is reported: somebody has to find the first half or write a headline.

A second sign is in the middle of a body: where text goes on behind a run of three or more blank lines and
the paragraph before them ended with its writer's name in brackets, another piece has begun whose headline was
lost. That is a warning.

只有 `slug`（暂题）而没有标题的稿件，印出来就没有标题。写明了 `jump_from`（上接）出处的后半篇、以栏目名代
标题的短文（编者按）、图片、简讯、广告、更正不报；`jump_from: unknown` 照报：要么找到前半篇，要么补标题。
正文里前一段以括号署名收尾、又连空三行以上之后另起的文字，多半是另一篇稿件丢了标题，作警告。

Passes: headline: 新桥通车
    body: |
      新桥昨天通车。
Passes: slug: 一条河的十年（下）
    jump_from: {page: "01", article: 2024-12-22/river}
    body: |
      河水清了，人也回来了。
Fails: slug: 新桥两岸
    jump_from: unknown
    body: |
      桥通了，路也近了。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.edition.article import Article, Kind
from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import Role
from reader.proofreading.proof import Proof, ProofArticle
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_MESSAGE = Wording("正文没有标题", "a text without a headline")
_WITHIN = Wording("此处疑为另一篇稿件，丢了标题", "another piece seems to begin here without its headline")
_PART = Wording("另立一篇，补上标题", "make it an article of its own, with a headline")
_NEEDS_NONE = frozenset({Kind.PHOTO, Kind.BRIEF, Kind.AD, Kind.CORRECTION})
_SIGNED = re.compile("[（(][^（）()，。]{2,30}[）)]\\Z")
_BLANK_RUN = re.compile(r"\n(?:[ \t\u3000]*\n){3,}")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark texts that would be printed without a headline."""
    for article in proof.articles:
        if article.article.headline is None and _needs_one(article.article):
            texts = [passage for passage in article.body if passage.text]
            if texts:
                yield texts[0].remark(0, min(len(texts[0].text), 12), _MESSAGE)
        yield from _within(article, proof.texts.get(f"{article.path}.body", ""))


def _needs_one(article: Article) -> bool:
    if article.kind in _NEEDS_NONE:
        return False
    if article.jump_from is None:
        return article.column is None
    return article.jump_from.is_unknown


def _within(article: ProofArticle, body: str) -> Iterator[Remark]:
    if "\n\n\n" not in body:
        return
    for before, after in pairwise(article.body):
        if before.role is not Role.PARAGRAPH or after.role is not Role.PARAGRAPH:
            continue
        gap = body[before.offset(len(before.text)) : after.offset(0)]
        if _SIGNED.search(before.text) and _BLANK_RUN.search(gap):
            yield after.remark(0, min(len(after.text), 12), _WITHIN, advice=_PART, severity=Severity.WARNING)


RULE = Rule(
    id="S-NOHEAD",
    name=Wording("缺标题", "no headline"),
    severity=Severity.ERROR,
    fixing=Fixing.NONE,
    clause=Wording("编排惯例：有文必有题", "make-up: a text stands under a headline"),
    advice=Wording("补标题，或写明 jump_from", "write a headline, or say in jump_from where it comes from"),
    check=check,
    weight=1,
)
