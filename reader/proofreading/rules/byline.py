"""E-BYLINE: bylines in more than one form.

A paper signs its news in one form: a line “□ 本报记者 林一舟” (“By Ada Vale”), 本报讯（记者 林一舟）,
记者林一舟报道：, or （林一舟） at the end. Where the stylebook declares one, `byline_form`, news in
another is a warning. Without it forms that are mixed are information, as are an unsigned article among
signed ones and a credit in the text.

同一份报纸的消息用同一种署名形式：单行“□ 本报记者 林一舟”、文首“本报讯（记者 林一舟）”、文首“记者林一舟报
道：”或文末“（林一舟）”。体例写明 byline_form 的，用其他形式是警告；没有写明而混用的，只作提示。署名混用
时个别稿件不署名、文末署名粘在正文末句之后，也作提示。通讯、言论等只在同一体裁之内比较。

Passes:
    - headline: 雪后
      byline: □ 本报记者 林一舟
      body: 路通了。
    - headline: 冰上
      byline: □ 本报记者 苏小禾
      body: 赛开了。
Fails:
    - headline: 雪后
      byline: □ 本报记者 林一舟
      body: 路通了。
    - headline: 冰上
      body: 赛开了。（苏小禾）
Fails:
    - headline: 雪后
      body: 本报讯 记者林一舟 见习记者苏小禾报道：路通了。
    - headline: 冰上
      body: 本报讯（记者 苏小禾）赛开了。
    - headline: 灯会
      body: 本报讯（记者 钟远）灯亮了。
Fails: 路通了，车多了。（苏小禾）
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reader.edition.article import Kind
from reader.edition.wording import Wording
from reader.proofreading.bylines import ROLE, Byline, Form, byline_of
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof, ProofArticle
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import RuleOption, Stylebook

BYLINE_FORM = RuleOption(
    "byline_form",
    "",
    Wording(
        "消息的署名形式：bullet（□ 本报记者 某某）、plain（单行不带□）、report（记者某某报道：）、"
        "brackets（本报讯（记者 某某））、closing（文末括注）；空着就只看是否混用",
        "the form of bylines in news: bullet (By …), plain (the name alone), report (记者…报道：), brackets "
        "(本报讯（记者 …）), closing (in brackets at the end); empty: only see that they are not mixed",
    ),
    choices=tuple(form.value for form in Form),
)
_OTHER_FORM = Wording("署名用{form}，本报用{house}", "signed by {form}, the house has {house}")
_MIXED = Wording("署名用{form}，本期另有{others}", "signed by {form}; other articles have {others}")
_UNSIGNED = Wording("没有署名，本期其他稿件有", "not signed, as other articles are")
_GLUED = Wording("署名粘在正文末句之后", "a credit in the text, behind its last sentence")
_FUSED = Wording("记者与姓名连写，又没有括号", "the reporter’s name is set off by neither space nor brackets")
_TO_SIGNOFF = Wording("移入 signoff", "move it to `signoff`")
_TO_BYLINE = Wording("移入 byline", "move it to `byline`")
_ADD_SPACE = Wording("加空格", "set it off by spaces")
_SIGN = Wording("补上署名或稿源", "say who wrote it, or its source")
_UNSIGNED_KINDS = frozenset({Kind.NEWS, Kind.FEATURE, Kind.OPINION, Kind.INTERVIEW})
_OTHER_KINDS = frozenset({Kind.LETTER, Kind.AD, Kind.PHOTO, Kind.CORRECTION})
_FUSED_ROLE = re.compile(rf"({ROLE})[ \u3000]?(?=[\u4e00-\u9fff])")
_FUSED_REPORT = re.compile(r"(?<=[\u4e00-\u9fff])报道[：:]\Z")


class _Signed(NamedTuple):
    article: ProofArticle
    byline: Byline


def check(proof: Proof, stylebook: Stylebook) -> Iterator[Remark]:
    """Remark bylines that are not in the house's form, or in several."""
    house = stylebook.word(BYLINE_FORM)
    declared = Form(house) if house in list(Form) else None
    groups: dict[Kind, list[_Signed]] = {}
    unsigned: list[ProofArticle] = []
    for article in proof.articles:
        kind = article.article.kind
        if kind is Kind.BRIEF:
            kind = Kind.NEWS
        if kind in _OTHER_KINDS:
            continue
        if byline := byline_of(article):
            groups.setdefault(kind, []).append(_Signed(article, byline))
        elif _should_be_signed(article):
            unsigned.append(article)
    for kind, signed in groups.items():
        yield from _group(signed, declared if kind is Kind.NEWS else None)
    # Papers print unsigned pieces; a few are named where nothing is uniform, all where the house says how.
    is_mixed = any(len({one.byline.form for one in signed}) > 1 for signed in groups.values())
    if declared or (is_mixed and len(unsigned) < sum(map(len, groups.values()))):
        for article in unsigned:
            yield from _unsigned(article)


def _should_be_signed(article: ProofArticle) -> bool:
    """News of agencies and continuations are signed elsewhere."""
    one = article.article
    is_continued = one.jump_from is not None or (one.cut is not None and one.cut.at_start)
    return (
        one.kind in _UNSIGNED_KINDS
        and bool(one.body.strip())
        and not (one.authors or one.source or one.signoff or is_continued)
    )


def _unsigned(article: ProofArticle) -> Iterator[Remark]:
    """Where the byline would be: before the first paragraph."""
    first = next((passage for passage in article.body if passage.text), None)
    if first is not None:
        yield first.remark(0, 0, _UNSIGNED, advice=_SIGN, severity=Severity.INFO)


def _group(signed: list[_Signed], declared: Form | None) -> Iterator[Remark]:
    counts = Counter(one.byline.form for one in signed)
    usual, count = counts.most_common(1)[0]
    target = declared or (usual if count * 2 > len(signed) else None)
    is_mixed = len(counts) > 1
    for _, byline in signed:
        severity = None if declared else Severity.INFO
        if byline.form is target or not (declared or is_mixed):
            if byline.form is Form.CLOSING and byline.is_in_body:
                yield _at(byline, _GLUED, Severity.INFO)
            continue
        if declared:
            message = _OTHER_FORM.filled(form=byline.form.wording, house=declared.wording)
        else:
            others = _listed([form for form in counts if form is not byline.form])
            message = _MIXED.filled(form=byline.form.wording, others=others)
        if byline.form is Form.REPORT:
            yield from _report(byline, message, target, severity)
        else:
            yield _at(byline, message, severity)


def _listed(forms: list[Form]) -> Wording:
    return Wording("、".join(form.wording.zh for form in forms), ", ".join(form.wording.en for form in forms))


def _at(byline: Byline, message: Wording, severity: Severity | None) -> Remark:
    advice = None
    if byline.is_in_body:
        if byline.form is Form.CLOSING:
            advice = _TO_SIGNOFF
        elif byline.form in (Form.BULLET, Form.PLAIN):
            advice = _TO_BYLINE
    return byline.passage.remark(byline.start, byline.end, message, advice=advice, severity=severity)


def _report(
    byline: Byline, message: Wording, target: Form | None, severity: Severity | None
) -> Iterator[Remark]:
    """记者某某报道： becomes （记者 某某） where that is the form; else its words are set off."""
    passage = byline.passage
    credit = passage.text[byline.start : byline.end]
    if target is Form.BRACKETS and byline.head:
        bracketed = "（" + _FUSED_ROLE.sub(r"\1 ", credit.rstrip("：:")[: -len("报道")].rstrip()) + "）"
        yield passage.remark(byline.head[1], byline.end, message, bracketed, severity=severity)
        return
    head = byline.head or (byline.start, byline.end)
    yield passage.remark(*head, message, severity=severity)
    set_off = _FUSED_REPORT.sub(lambda found: " " + found.group(), _FUSED_ROLE.sub(r"\1 ", credit))
    if byline.head and set_off != credit:
        yield passage.remark(
            byline.start, byline.end, _FUSED, set_off, advice=_ADD_SPACE, severity=Severity.INFO
        )


RULE = Rule(
    id="E-BYLINE",
    name=Wording("署名形式", "form of bylines"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording("本报体例", "the house’s form"),
    advice=Wording("改为本报的署名形式", "sign it in the house’s form"),
    check=check,
    options=(BYLINE_FORM,),
)
