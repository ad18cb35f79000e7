"""S-DUP: the same article or the same paragraph twice.

Two texts are the same when four fifths of their runs of four characters are (of the longer one's), so that a
changed figure or mark does not hide the second printing. Paragraphs must begin alike too: a document printed
in full beside the report that quotes it is no second printing, nor is one that names another work in 《》 or
carries another dateline. Paragraphs of under 30 characters are not compared (80 in Latin script), nor are
advertisements, lists, tables, verse, quotations and notices. An article printed twice is reported once, at
its headline.

同一篇稿件或同一段文字排了两次。两段文字每四个字连成的片段有八成相同（按较长的一段算）就视为重复，改了个别
数字、标点的也算。段落还须开头相同：文件全文与引用它的消息同期刊出、所提书名文件名不同、电头日期不同的，都
不算。不足30字的段落、广告、列表、表格、诗行、引语、公告不比。整篇重复的，在标题处报一次。

Passes: 东桥小学有学生1100名，参加课后服务的占九成，学校开设了合唱、剪纸、编程等课程。

    西关小学有学生900名，校园里新种了一排银杏，每到深秋，孩子们都爱在树下捡叶子。
Fails: 东桥小学有学生1100名，参加课后服务的占九成，学校开设了合唱、剪纸、编程等课程。

    家长们说，接回家的是一个轻松的孩子。

    东桥小学有学生1100名，参加课后服务的占九成，学校开设合唱、剪纸、编程等课程。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from reader.edition.article import Kind
from reader.edition.wording import Wording
from reader.proofreading.finding import Remark, Spot
from reader.proofreading.passage import Role
from reader.proofreading.proof import Proof, ProofArticle
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_LEAST_HAN, _LEAST_LATIN = 30, 80
_CLAUSE_HAN = re.compile("[^，。！？；：、“”‘’（）《》…—,.;:!?()\\s]{5,}")
_CLAUSE_LATIN = re.compile("[^,.;:!?“”()—]{16,}")
_STOP = re.compile("[。！？.!?]")
_MARKS = re.compile("\\W+")
_PARTICULAR = re.compile("《[^》]*》|\\d+月\\d+日[电讯]")
"""What two printings of one text have in common for certain."""
_SAME = 0.8
_BEGINNING = 8
_WORTH_A_LOOK = 0.4
"""Share of a text's clauses that stand in another word for word, before their characters are compared."""
_ARTICLE = Wording("与“{title}”是同一篇稿件", "the same article as “{title}”")
_PARAGRAPH = Wording("与“{title}”的一段重复", "the same paragraph as one of “{title}”")


class _Text:
    """A paragraph or a whole body, and what it is compared by."""

    def __init__(self, article: ProofArticle, text: str, spot: Spot) -> None:
        self.article = article
        self.spot = spot
        self.written = text
        self.text = _MARKS.sub("", text)

    @cached_property
    def particulars(self) -> frozenset[str]:
        """The works it names and its dateline."""
        return frozenset(_PARTICULAR.findall(self.written))

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Every run of four characters."""
        text = self.text
        return frozenset([text[start : start + 4] for start in range(len(text) - 3)])


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark articles and paragraphs that have been printed before in the edition."""
    clause = _CLAUSE_HAN if proof.edition.is_cjk else _CLAUSE_LATIN
    least = _LEAST_HAN if proof.edition.is_cjk else _LEAST_LATIN
    articles = [article for article in proof.articles if article.article.kind is not Kind.AD]
    doubled = set()
    for body, first in _repeated(_bodies(articles, least), clause):
        doubled.add(body.article.path)
        yield Remark(_ARTICLE.filled(title=first.article.article.title), body.spot)
    for paragraph, first in _repeated(_paragraphs(articles, least), clause):
        if paragraph.article.path not in doubled and _begin_alike(paragraph, first):
            yield Remark(_PARAGRAPH.filled(title=first.article.article.title), paragraph.spot)


def _bodies(articles: Iterable[ProofArticle], least: int) -> Iterator[_Text]:
    for article in articles:
        parts = [passage.text for passage in article.body if passage.role is Role.PARAGRAPH]
        if len(parts) > 1 and sum(map(len, parts)) >= least:
            titles = [one for one in article.passages if one.role in (Role.HEADLINE, Role.SLUG)]
            spot = titles[0].spot(0, len(titles[0].text)) if titles else article.spot()
            yield _Text(article, "".join(parts), spot)


def _paragraphs(articles: Iterable[ProofArticle], least: int) -> Iterator[_Text]:
    for article in articles:
        for passage in article.body:
            if passage.role is Role.PARAGRAPH and len(passage.text) >= least and _STOP.search(passage.text):
                yield _Text(article, passage.text, passage.spot(0, len(passage.text)))


def _repeated(texts: Iterable[_Text], clause: re.Pattern[str]) -> Iterator[tuple[_Text, _Text]]:
    """Yield every text that repeats an earlier one, with that one."""
    exact: dict[str, _Text] = {}
    holders: dict[str, _Text] = {}
    for text in texts:
        if (first := exact.get(text.text)) is not None:
            yield text, first
            continue
        exact[text.text] = text
        if (near := _nearest(text, clause, holders)) is not None:
            yield text, near


def _nearest(text: _Text, clause: re.Pattern[str], holders: dict[str, _Text]) -> _Text | None:
    """Return an earlier text that is the same but for a few characters, and remember this one's clauses."""
    shared: Counter[_Text] = Counter()
    size = 0
    for words in clause.findall(text.written):
        size += len(words)
        holder = holders.setdefault(words, text)
        if holder is not text:
            shared[holder] += len(words)
    for other, characters in shared.most_common(1):
        shorter, longer = sorted((len(text.text), len(other.text)))
        if characters >= _WORTH_A_LOOK * size and shorter >= _SAME * longer:
            if text.particulars != other.particulars:
                return None
            common = len(text.shingles & other.shingles)
            if common >= _SAME * max(len(text.shingles), len(other.shingles)):
                return other
    return None


def _begin_alike(one: _Text, other: _Text) -> bool:
    pairs = zip(one.text[:_BEGINNING], other.text[:_BEGINNING], strict=False)
    return sum(first == second for first, second in pairs) > _BEGINNING // 2


RULE = Rule(
    id="S-DUP",
    name=Wording("重稿", "printed twice"),
    severity=Severity.ERROR,
    fixing=Fixing.NONE,
    clause=Wording("编排惯例：同一期不重稿", "make-up: nothing is printed twice in one edition"),
    advice=Wording("删去其中一处", "take out one of the two"),
    check=check,
    weight=1,
)
