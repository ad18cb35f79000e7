"""S-JUMP: an article goes on elsewhere, and there is no other half, or it says otherwise.

下转 and 上接 (continued on, continued from) come in pairs: each half names the other, with its page. This
holds for the fields `jump_to` and `jump_from` and for lines in the text, 下转第2版 or “Continued on page 2”.
Reported are a half whose partner is not in the edition, one whose partner knows nothing of it or names
another, and a page that is not the partner's. A half in another issue (`article: 2024-12-21/bridge`) cannot
be looked at. `unknown`, where the page does not say, is a warning: it would be printed so.

“下转”与“上接”须成对出现，版次须对得上。字段 `jump_to`、`jump_from` 和正文里的“（下转第2版）”一类文字都查：
本期找不到另一半、另一半没有回指或回指别处、所写版次不是另一半所在的版，都是差错。另一半在别的期里的不查；
写作 unknown（版面没有写明）的是警告。

Passes: - headline: 一条河的十年
    id: first
    page: "01"
    body: |
      河水清了。
    jump_to: {page: "02", article: rest}
    - slug: 一条河的十年（下）
    id: rest
    page: "02"
    body: |
      人也回来了。
    jump_from: {page: "01", article: first}
Passes: - headline: 一条河的十年
    page: "01"
    body: |
      河水清了。（下转第2版）
    - slug: 一条河的十年（下）
    page: "02"
    body: |
      （上接第1版）人也回来了。
Fails: headline: 一条河的十年
    page: "01"
    body: |
      河水清了。（下转第3版）
Fails: - headline: The river
    page: "1"
    body: |
      The river is clean. (Continued on page 5)
    - headline: The rest
    page: "4"
    body: |
      (Continued from page 1) People are back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark, Spot
from reader.proofreading.jumps import Half, Pages, halves
from reader.proofreading.page_numbers import page_key
from reader.proofreading.proof import Proof, ProofArticle
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_UNKNOWN = Wording("“{word}”没有写明去处", "“{word}” does not say where")
_NO_ARTICLE = Wording("“{word}”：本期没有文章“{id}”", "“{word}”: no article “{id}” in this edition")
_ITSELF = Wording("“{word}”写的是本文自己", "“{word}” names the article itself")
_NO_PAGE = Wording("“{word}”：本期没有第{page}版", "“{word}”: no page {page} in this edition")
_NO_PARTNER = Wording("“{word}”：第{page}版没有写“{other}”的另一半", "“{word}”: no “{other}” on page {page}")
_NOWHERE = Wording("“{word}”：本期没有写“{other}”的另一半", "“{word}”: no “{other}” in this edition")
_ONE_SIDED = Wording("“{word}”：另一半没有写“{other}”", "“{word}”: the other half has no “{other}”")
_ELSEWHERE = Wording(
    "“{word}”：另一半的“{other}”写的是别的文章", "“{word}”: the other half names another article"
)
_WRONG_PAGE = Wording(
    "“{word}”写第{page}版，另一半在第{is_on}版", "“{word}” page {page}, but it is on page {is_on}"
)
_BACK_PAGE = Wording(
    "“{word}”：另一半的“{other}”写第{page}版，本文在第{is_on}版",
    "“{word}”: the other half says page {page}, but this is on page {is_on}",
)
_TWO_PAGES = Wording(
    "正文写第{page}版，字段写第{is_on}版", "the text says page {page}, the field page {is_on}"
)
_WORDS = {True: Wording("下转", "continued on"), False: Wording("上接", "continued from")}


class _Paper(NamedTuple):
    """What one half is compared with."""

    proof: Proof
    pages: Pages
    halves: list[Half]
    by_id: dict[str, ProofArticle]

    def spot(self, half: Half, *keys: str) -> Spot:
        """The place of the first of these keys that the jump has, else of the jump, else of its line."""
        field = f"{half.article.path}.{'jump_to' if half.goes_on else 'jump_from'}"
        if half.jump is None and half.line is not None:
            return half.line.passage.spot(half.line.start, half.line.end)
        for path in [*(f"{field}.{key}" for key in keys), field]:
            if path in self.proof.texts:
                return Spot(path, 0, len(self.proof.texts[path]))
        return Spot(field)

    def local(self, article: str | None) -> str | None:
        """Return the id of an article of this edition, None for one of another issue and for none."""
        day, slash, piece = (article or "").partition("/")
        if not slash:
            return article
        return piece if day == str(self.proof.edition.date) else None


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark halves of articles that do not fit together."""
    found = list(halves(proof))
    if not found:
        return
    paper = _Paper(proof, Pages.of(proof), found, {article.article.id: article for article in proof.articles})
    for half in found:
        words = {"word": _WORDS[half.goes_on], "other": _WORDS[not half.goes_on]}
        yield from _line_against_field(half)
        if half.jump is None or (half.jump.article is None and half.jump.page is not None):
            yield from _by_page(paper, half, words)
        elif half.jump.is_unknown:
            yield Remark(_UNKNOWN.filled(**words), paper.spot(half), severity=Severity.WARNING)
        elif (article := paper.local(half.jump.article)) is not None:
            yield from _by_article(paper, half, article, words)


def _line_against_field(half: Half) -> Iterator[Remark]:
    line, jump = half.line, half.jump
    if line is not None and jump is not None and jump.page and page_key(line.page) != page_key(jump.page):
        message = _TWO_PAGES.filled(page=line.page, is_on=jump.page)
        yield Remark(message, line.passage.spot(line.start, line.end))


def _by_article(paper: _Paper, half: Half, article: str, words: dict[str, Wording]) -> Iterator[Remark]:
    target = paper.by_id.get(article)
    if target is None:
        yield Remark(_NO_ARTICLE.filled(id=article, **words), paper.spot(half, "article"))
        return
    if target.path == half.article.path:
        yield Remark(_ITSELF.filled(**words), paper.spot(half, "article"))
        return
    is_on = paper.pages.of_article.get(target.path)
    if half.page and is_on and half.page != is_on:
        message = _WRONG_PAGE.filled(page=half.page, is_on=is_on, **words)
        yield Remark(message, paper.spot(half, "page"))
    others = [
        one for one in paper.halves if one.article.path == target.path and one.goes_on is not half.goes_on
    ]
    if not others:
        yield Remark(_ONE_SIDED.filled(**words), paper.spot(half, "article"))
        return
    back = others[0].jump.article if others[0].jump else None
    if back is not None and paper.local(back) != half.article.article.id:
        yield Remark(_ELSEWHERE.filled(**words), paper.spot(half, "article"))


def _by_page(paper: _Paper, half: Half, words: dict[str, Wording]) -> Iterator[Remark]:
    page, pages = half.page or "", paper.pages
    others = [
        one
        for one in paper.halves
        if one.goes_on is not half.goes_on
        and one.article.path != half.article.path
        and pages.of_article.get(one.article.path) in (page, None)
    ]
    spot = paper.spot(half, "page")
    if not others and not pages.known:
        yield Remark(_NOWHERE.filled(**words), spot, severity=Severity.WARNING)
    elif pages.known and page not in pages.known:
        yield Remark(_NO_PAGE.filled(page=page, **words), spot)
    elif not others:
        yield Remark(_NO_PARTNER.filled(page=page, **words), spot)
    else:
        own = pages.of_article.get(half.article.path)
        named = {one.page for one in others if one.page}
        if own and len(named) == len(others) and own not in named:
            message = _BACK_PAGE.filled(page=min(named), is_on=own, **words)
            yield Remark(message, spot)


RULE = Rule(
    id="S-JUMP",
    name=Wording("下转上接", "jump"),
    severity=Severity.ERROR,
    fixing=Fixing.NONE,
    clause=Wording("编排惯例：下转与上接成对，版次相符", "make-up: both halves of a jump name each other"),
    advice=Wording("核对两处的版次与文章", "check page and article of both halves"),
    check=check,
    weight=1,
)
