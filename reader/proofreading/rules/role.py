"""S-ROLE: a title in the wrong place, or two that are one.

Reported are: a kicker or a deck without a headline; a kicker or deck that repeats the headline or each other;
a headline that begins with ——, as a deck does; Markdown's heading marks (# , ## , #### ) left in a title or a
body, where only ### makes a subhead. A body that begins with its only subhead in an article without a deck
may have its deck there. A deck with —— belongs to a feature: where the article is of kind `news`, one of the
two is to be looked at, which is only mentioned.

引题、副题没有主题，引题或副题与主题、与对方重复，主题以破折号开头（像副题），标题和正文里留着 Markdown 的
“#”或“##”（正文里只有“###”是小标题），都是标题层次不清。正文一上来就是全文唯一的小标题、稿件又没有副题的，
疑为副题误排。带破折号的副题是通讯的写法，体裁是消息的只作提示。

Passes: kicker: 住得安心 管得贴心
    headline: 小区换新颜
    deck: ——东桥区老楼加梯记
    kind: feature
    body: |
      小区装了电梯。
Fails: headline: 小区换新颜
    deck: 小区换新颜
    body: |
      小区装了电梯。
Fails: headline: ——东桥区老楼加梯记
    body: |
      小区装了电梯。
Fails: 小区装了电梯。

    ## 先商量 再动工

    居民都说好。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.article import Article, Kind
from reader.edition.wording import Wording
from reader.proofreading.finding import Change, Remark, Spot
from reader.proofreading.passage import Role
from reader.proofreading.proof import Proof, ProofArticle
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_ALONE = Wording("只有{title}，没有主题", "a {title} without a headline")
_SAME = Wording("{title}与{other}重复", "the {title} repeats the {other}")
_DASH = Wording("主题以破折号开头，疑为副题", "a headline that begins with —— may be a deck")
_HASH = Wording("留有 Markdown 标题符号“{mark}”", "Markdown's heading mark “{mark}” was left")
_DECK = Wording("正文以小标题开头，疑为副题", "the text begins with a subhead that may be its deck")
_FEATURE = Wording("副题带破折号，体裁却是消息", "a deck with —— as of a feature, but the article is news")
_TO_DECK = Wording("是副题就移到 deck", "if it is the deck, move it to deck")
_TO_SUBHEAD = Wording("小标题写成“### ”，不是标题就删去“#”", "write ### for a subhead, else remove the mark")
_TO_KIND = Wording("确认体裁：通讯写 kind: feature", "check the kind: a feature is kind: feature")
_NAMES = {
    "kicker": Wording("引题", "kicker"),
    "headline": Wording("主题", "headline"),
    "deck": Wording("副题", "deck"),
}
_TITLE_HASH = re.compile(r"\s*(#{1,6})[ \t\u3000]+(?=\S)")
_BODY_HASH = re.compile(r"^(?!###[ \t])(#{1,6})[ \t\u3000]+(?=\S)", re.MULTILINE)
_MARKS = re.compile(r"[\s—\-：:“”\"]+")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark titles that are not what their field says."""
    for article in proof.articles:
        yield from _titles(article, proof)
        yield from _hashes(article, proof)
        yield from _first_subhead(article)


def _titles(article: ProofArticle, proof: Proof) -> Iterator[Remark]:
    titles = {key: getattr(article.article, key) for key in _NAMES}
    if titles["headline"] is None:
        for key in ("kicker", "deck"):
            if titles[key]:
                yield Remark(_ALONE.filled(title=_NAMES[key]), _whole(article, proof, key))
    elif titles["headline"].startswith(("—", "--")):
        yield Remark(_DASH, _whole(article, proof, "headline"), advice=_TO_DECK)
    for key, other in (("kicker", "headline"), ("deck", "headline"), ("deck", "kicker")):
        if titles[key] and titles[other] and _bare(titles[key]) == _bare(titles[other]):
            message = _SAME.filled(title=_NAMES[key], other=_NAMES[other])
            yield Remark(message, _whole(article, proof, key))
    if (titles["deck"] or "").startswith("——") and _is_plain_news(article.article):
        spot = _whole(article, proof, "deck")
        yield Remark(_FEATURE, spot, advice=_TO_KIND, severity=Severity.INFO)


def _is_plain_news(article: Article) -> bool:
    return article.kind is Kind.NEWS and bool(article.headline)


def _hashes(article: ProofArticle, proof: Proof) -> Iterator[Remark]:
    for key in _NAMES:
        text = proof.texts.get(f"{article.path}.{key}", "")
        if match := _TITLE_HASH.match(text):
            yield _hash(f"{article.path}.{key}", match, "")
    body = proof.texts.get(f"{article.path}.body", "")
    if "#" in body:
        for match in _BODY_HASH.finditer(body):
            yield _hash(f"{article.path}.body", match, "### ")


def _hash(field: str, match: re.Match[str], mark: str) -> Remark:
    change = Change(field, match.start(1), match.end(), mark)
    spot = Spot(field, match.start(1), match.end())
    return Remark(_HASH.filled(mark=match[1]), spot, (change,), _TO_SUBHEAD)


def _first_subhead(article: ProofArticle) -> Iterator[Remark]:
    subheads = [passage for passage in article.body if passage.role is Role.SUBHEAD]
    if len(subheads) == 1 and article.body[0] is subheads[0] and not article.article.deck:
        yield subheads[0].remark(0, len(subheads[0].text), _DECK, advice=_TO_DECK)


def _whole(article: ProofArticle, proof: Proof, key: str) -> Spot:
    field = f"{article.path}.{key}"
    return Spot(field, 0, len(proof.texts.get(field, "").rstrip()))


def _bare(title: str) -> str:
    return _MARKS.sub("", title)


RULE = Rule(
    id="S-ROLE",
    name=Wording("标题层次", "title's place"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording(
        "编排惯例：引题、主题、副题各司其位", "make-up: kicker, headline and deck each in its place"
    ),
    advice=Wording("核对引题、主题、副题", "check kicker, headline and deck"),
    check=check,
    weight=0.1,
)
