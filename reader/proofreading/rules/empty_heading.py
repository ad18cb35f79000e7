"""S-EMPTYHEAD: a heading with nothing under it.

A subhead directly below another is mostly one heading in two lines (出行提示 and 服务之窗); the suggestion
makes one of them, with a space between. A part's heading with a smaller one below it (一、 and then （一）)
is right. A subhead at the end of a text has lost its text, and so has an article with a headline and no text,
photo or summary; briefs, advertisements and photos may be headline alone.

小标题下面紧跟着小标题，多半是一个标题排成了两行（“出行提示”“服务之窗”），建议合成一个，中间空一格；大小
标题相套（“一、”下面是“（一）”）不报。文末的小标题、只有标题而没有正文、图片、提要的稿件，都是缺了内容；简
讯、广告、图片可以只有标题。

Passes: ### 先商量 再动工

    小区装了电梯。
Fails: ### 出行提示

    ### 服务之窗

    明天有雪。
Fails: 小区装了电梯。

    ### 先商量 再动工
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from reader.edition.article import Article, Kind
from reader.edition.wording import Wording
from reader.proofreading.finding import Change, Remark, Spot
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_ADJACENT = Wording("小标题下面又是小标题，没有内容", "a subhead with nothing but another under it")
_LAST = Wording("小标题下面没有内容", "a subhead with nothing under it")
_NO_TEXT = Wording("标题下面没有内容", "a headline with nothing under it")
_MERGE = Wording("合成一个小标题，或补上缺的内容", "make one of them, or add what is missing")
_ORDINALS = (
    re.compile("第[一二三四五六七八九十]+[章部编篇]|part\\b", re.IGNORECASE),
    re.compile("第[一二三四五六七八九十]+节|[一二三四五六七八九十]+、|[IVX]+\\."),
    re.compile("[（(][一二三四五六七八九十]+[）)]"),
    re.compile("\\d+[．.、]"),
    re.compile("[（(]\\d+[）)]"),
)
_MAY_BE_BARE = frozenset({Kind.BRIEF, Kind.AD, Kind.PHOTO})


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark subheads and headlines that nothing follows."""
    for article in proof.articles:
        body = article.body
        if not body:
            if _is_bare(article.article):
                field = f"{article.path}.headline"
                yield Remark(_NO_TEXT, Spot(field, 0, len(proof.texts.get(field, ""))))
            continue
        for heading, after in zip_longest(body, body[1:]):
            if heading is not None and heading.role is Role.SUBHEAD and heading.text:
                yield from _under(heading, after)


def _under(heading: Passage, after: Passage | None) -> Iterator[Remark]:
    size = len(heading.text)
    if after is None or after.role is Role.RULE:
        yield heading.remark(0, size, _LAST)
    elif after.role is Role.SUBHEAD and after.text and not _is_part(heading.text, after.text):
        spot = Spot(heading.field, heading.offset(0), after.offset(len(after.text)))
        merge = Change(heading.field, heading.offset(size), after.offset(0), " ")
        yield Remark(_ADJACENT, spot, (merge,), _MERGE)


def _is_part(heading: str, after: str) -> bool:
    """Is the second heading numbered on a lower level than the first?"""
    levels = [
        next((level for level, ordinal in enumerate(_ORDINALS) if ordinal.match(text)), None)
        for text in (heading, after)
    ]
    return levels[0] is not None and levels[1] is not None and levels[0] < levels[1]


def _is_bare(article: Article) -> bool:
    if article.kind in _MAY_BE_BARE or not article.headline:
        return False
    return not (article.photos or article.summary or article.jump_to or article.jump_from)


RULE = Rule(
    id="S-EMPTYHEAD",
    name=Wording("空标题", "empty heading"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording("编排惯例：有题必有文", "make-up: a heading stands above a text"),
    advice=Wording("补上内容，或删去标题", "add the text, or remove the heading"),
    check=check,
    weight=0.1,
)
