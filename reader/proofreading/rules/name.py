"""E-NAME: one person with two offices, or a name in two spellings.

Looked for where it is seldom right: somebody who is both head and deputy of one body (局长 and 副局长);
holders of one office whose names differ in one character; a name in a headline that differs in one
character from the one in the text; an author who is spelt otherwise in the byline. Bylines of two
articles that differ in one character may well be two people: information only.

只看几种几乎总是错的情形：同一个人既是正职又是副职；同一单位同一职务的两个名字只差一个字；标题里的人名与正
文只差一个字；署名与作者（authors）只差一个字。“时任”“原任”的不算。两篇稿件的署名只差一个字，也可能真是两
个人，只作提示。

Passes: 县水务局局长林一舟到场。时任县水务局副局长林一舟当年参加施工。
Passes: 县水务局局长林一舟、县农业局局长林一方到场。
Fails: 县水务局局长林一舟到场。“渠通了。”县水务局副局长林一舟说。
Fails: 县水务局局长林一舟到场。“渠通了。”县水务局局长林一洲说。
Fails:
    headline: 林一洲到柳溪县看水渠
    body: 县水务局局长林一舟到场，看了水渠。
Fails: Mayor Ada Vale opened the bridge. “It is open,” said Mayor Ada Vane.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.edition.wording import Wording
from reader.proofreading.bylines import byline_of
from reader.proofreading.finding import Remark
from reader.proofreading.names import are_one_apart
from reader.proofreading.passage import Passage, Role
from reader.proofreading.persons import Person, persons
from reader.proofreading.proof import Proof, ProofArticle
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_OFFICES = Wording(
    "{name}在本期既是“{one}”又是“{other}”", "{name} is both “{one}” and “{other}” in this edition"
)
_SPELT = Wording(
    "“{name}”与“{other}”只差一个字，职务相同", "“{name}” and “{other}” hold one office, one letter apart"
)
_IN_TITLE = Wording("标题写“{name}”，正文写“{other}”", "“{name}” in the title, “{other}” in the text")
_IN_BYLINE = Wording("署名写“{name}”，作者写“{other}”", "“{name}” in the byline, “{other}” among the authors")
_BYLINES = Wording(
    "署名“{name}”与另一篇的“{other}”只差一个字", "byline “{name}”, one letter from “{other}” elsewhere"
)
_TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK)


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark names and offices that contradict each other."""
    known: list[Person] = []
    for passage in proof.passages():
        known += persons(passage)
    yield from _offices(known)
    yield from _spellings(known)
    by_article: dict[str, list[str]] = {}
    for person in known:
        by_article.setdefault(person.passage.field.partition(".body")[0], []).append(person.name)
    for article in proof.articles:
        yield from _titles(article, by_article.get(article.path, ()))
    yield from _bylines(proof)


def _offices(known: Sequence[Person]) -> Iterator[Remark]:
    """Head and deputy of one body."""
    first: dict[tuple[str, str, str], Person] = {}
    for person in known:
        is_chinese = person.passage.is_han
        if is_chinese and not person.body:
            continue
        before = first.setdefault((person.name, person.office, person.body), person)
        if before.is_deputy is not person.is_deputy:
            one, other = _office(before), _office(person)
            message = _OFFICES.filled(name=person.name, one=one, other=other)
            severity = None if is_chinese else Severity.INFO  # in English nothing says whose deputy
            yield person.passage.remark(person.start, person.end, message, severity=severity)


def _office(person: Person) -> str:
    if person.passage.is_han:
        return ("副" if person.is_deputy else "") + person.office
    return ("deputy " if person.is_deputy else "") + person.office


def _spellings(known: Sequence[Person]) -> Iterator[Remark]:
    """Two spellings of one holder of an office; the one that is rarer is shown."""
    counts: dict[str, int] = {}
    holders: dict[tuple[str, bool], dict[str, Person]] = {}
    for person in known:
        counts[person.name] = counts.get(person.name, 0) + 1
        holders.setdefault((person.office, person.is_deputy), {}).setdefault(person.name, person)
    for named in holders.values():
        for one, other in combinations(named.values(), 2):
            is_one_body = not (one.body and other.body) or one.body == other.body
            if is_one_body and are_one_apart(one.name, other.name):
                rare, usual = (one, other) if counts[one.name] < counts[other.name] else (other, one)
                message = _SPELT.filled(name=rare.name, other=usual.name)
                yield rare.passage.remark(rare.start, rare.end, message)


def _titles(article: ProofArticle, names: Sequence[str]) -> Iterator[Remark]:
    """A name of three characters that a title of its article has with one of the last two otherwise."""
    titles = [passage for passage in article.passages if passage.role in _TITLES]
    text = "\n".join(passage.text for passage in article.body)
    for name in dict.fromkeys(names):
        if len(name) != 3 or any(name in title.text for title in titles):
            continue
        near = re.compile(rf"{name[:2]}[\u4e00-\u9fff]|{name[0]}[\u4e00-\u9fff]{name[2]}")
        for title in titles:
            match = near.search(title.text)
            if match and match.group() not in text:
                message = _IN_TITLE.filled(name=match.group(), other=name)
                yield title.remark(*match.span(), message)


def _bylines(proof: Proof) -> Iterator[Remark]:
    seen: dict[str, tuple[Passage, int, int]] = {}
    for article in proof.articles:
        byline = byline_of(article)
        for signer in byline.signers if byline else ():
            assert byline is not None
            authors = article.article.authors
            for author in authors:
                if signer.name not in authors and are_one_apart(signer.name, author):
                    message = _IN_BYLINE.filled(name=signer.name, other=author)
                    yield byline.passage.remark(signer.start, signer.end, message)
            if signer.name in seen:
                continue
            for other in seen:
                # Two of three characters alike are common; with the surname alike too they are a question.
                if other[0] == signer.name[0] and are_one_apart(signer.name, other):
                    message = _BYLINES.filled(name=signer.name, other=other)
                    yield byline.passage.remark(signer.start, signer.end, message, severity=Severity.INFO)
            seen[signer.name] = (byline.passage, signer.start, signer.end)


RULE = Rule(
    id="E-NAME",
    name=Wording("人名职务不一", "name or office at odds"),
    severity=Severity.WARNING,
    fixing=Fixing.NONE,
    clause=Wording(
        "报纸期刊质量管理规定（2020）：人名、职务差错", "the 2020 rules on newspaper quality: names"
    ),
    advice=Wording("核对姓名和职务", "check the name and the office"),
    check=check,
    weight=1,
)
