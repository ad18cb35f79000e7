"""S-META: what the front of an edition does not say.

The loader refuses an edition without a name, a date or sections. Beyond that a printed paper says its running
number, its editor and the number of each page; what is missing is mentioned, once, at the paper's name, and
so is what had to be guessed (`inferred`). A house that insists lists it in the option
`required_front_matter`, and then it is an error: `issue`, `editor`, `publisher`, `motto`, `lunar`, `pages`
(of the masthead) and `page` (of every section).

Warnings in every house: some sections have a page and others have none, a section has no articles, and a page
number is higher than the masthead's number of pages (今日4版).

没有报名、日期、版面的版子根本打不开。除此以外，报头应有期号、责任编辑，各版应有版次；缺的合在报名处提示一
次，`inferred` 里推断出来的也提示。报社要求必备的，写进选项 `required_front_matter`，缺了就是差错。有的版
有版次、有的没有，版里没有稿件，版次大于报头所说的版数（“今日4版”），一律是警告。

Passes: issue: "0358"
    masthead: {editor: 林一舟}
    sections:
      - name: 要闻
        page: "01"
        articles:
          - headline: 今天出报
Fails: sections:
      - name: 要闻
        articles:
          - headline: 今天出报
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark, Spot
from reader.proofreading.page_numbers import NUMERAL, number, page_key
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import RuleOption, Stylebook

_REQUIRED = RuleOption(
    "required_front_matter",
    [],
    Wording(
        "报头必备项：issue、editor、publisher、motto、lunar、pages、page",
        "what the front must have: issue, editor, publisher, motto, lunar, pages, page",
    ),
)
_NAMES = {
    "issue": Wording("期号", "issue number"),
    "editor": Wording("责任编辑", "editor"),
    "publisher": Wording("出版单位", "publisher"),
    "motto": Wording("报训", "motto"),
    "lunar": Wording("农历日期", "lunar date"),
    "pages": Wording("版数", "number of pages"),
    "page": Wording("版次", "page numbers"),
}
_USUAL = ("issue", "editor", "page")
_MISSING = Wording("报头没有{name}", "the front has no {name}")
_INFERRED = Wording("“{words}”是推断的，不是版面上印的", "“{words}” was guessed, not printed")
_CONFIRM = Wording("付印前核实", "confirm it before printing")
_NO_PAGE = Wording("本版没有版次，别的版有", "this section has no page, others have one")
_NO_ARTICLES = Wording("本版没有稿件", "this section has no articles")
_TOO_HIGH = Wording(
    "报头说{count}版，这里是第{page}版", "the masthead says {count} pages, this is page {page}"
)
_COUNT = re.compile(f"(\\d{{1,3}}|{NUMERAL})\\s*(?:[大个]?版|pages)", re.IGNORECASE)


def check(proof: Proof, stylebook: Stylebook) -> Iterator[Remark]:
    """Remark what is missing at the front, and pages that do not agree."""
    required = set(stylebook.words(_REQUIRED))
    missing = [key for key in _NAMES if not _has(proof, key)]
    for names, severity in (
        ([key for key in missing if key in required], Severity.ERROR),
        ([key for key in missing if key in _USUAL and key not in required], Severity.INFO),
    ):
        if names:
            name = Wording(
                "、".join(_NAMES[key].zh for key in names), ", ".join(_NAMES[key].en for key in names)
            )
            yield Remark(_MISSING.filled(name=name), _name_of(proof), severity=severity)
    for index, words in enumerate(proof.edition.inferred):
        spot = Spot(f"inferred[{index}]", 0, len(words))
        yield Remark(_INFERRED.filled(words=words), spot, advice=_CONFIRM, severity=Severity.INFO)
    yield from _sections(proof)


def _has(proof: Proof, key: str) -> bool:
    edition = proof.edition
    if key == "issue":
        return bool(edition.issue)
    if key == "page":
        return any(section.page for section in edition.sections)
    return bool(getattr(edition.masthead, key))


def _name_of(proof: Proof) -> Spot:
    return Spot("paper", 0, len(proof.texts.get("paper", "").rstrip()))


def _sections(proof: Proof) -> Iterator[Remark]:
    sections = proof.edition.sections
    declared = _COUNT.search(proof.edition.masthead.pages or "")
    count = number(declared[1]) if declared else None
    for index, section in enumerate(sections):
        field = f"sections[{index}].name"
        spot = Spot(field, 0, len(proof.texts.get(field, "").rstrip()))
        if not section.articles:
            yield Remark(_NO_ARTICLES, spot)
        if not section.page and any(one.page for one in sections):
            yield Remark(_NO_PAGE, spot)
        key = page_key(section.page or "")
        if count is not None and key.isdigit() and int(key) > count:
            yield Remark(_TOO_HIGH.filled(count=count, page=key), spot)


RULE = Rule(
    id="S-META",
    name=Wording("报头要素", "front matter"),
    severity=Severity.WARNING,
    fixing=Fixing.NONE,
    clause=Wording(
        "报纸出版形式规范：报头载明报名、期号、日期、版数",
        "the front of a paper states name, number, date and pages",
    ),
    advice=Wording("补上", "add it"),
    check=check,
    options=(_REQUIRED,),
    weight=0.1,
)
