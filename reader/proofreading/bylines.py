"""Who signs an article, and in which of a newspaper's forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.proofreading.names import NAME
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import ProofArticle

_BULLETS = "□■◎○●◇◆☆★▲△"
ROLE = "(?:本报|本刊|全媒体|融媒体)?(?:见习|实习|特约|特派|首席)?(?:记者|通讯员|实习生|评论员|摄影报道)"
"""What a reporter is called beside the name, for a regular expression."""

_BLANKS = "[ \u3000、]"
_SIGNERS = rf"(?:{ROLE} ?)?{NAME}(?:{_BLANKS}{{1,2}}(?:{ROLE} ?)?{NAME}){{0,5}}"
_HEAD = r"(?P<head>本报[^，。：:（(]{0,14}?[讯电])?[ \u3000]?"
_REPORT = re.compile(rf"{_HEAD}(?P<credit>{ROLE}(?P<names>[^，。：:；（）]{{2,40}}?)[ \u3000]?报道[：:])")
_BRACKETS = re.compile(rf"{_HEAD}(?P<credit>[（(](?P<names>{ROLE}[^，。：:；（）()]{{2,60}})[）)])")
_LINE = re.compile(
    rf"(?P<credit>(?:[{_BULLETS}] ?(?:{ROLE} ?)?|{ROLE} ?)(?P<names>[^，。：:；！？]{{2,30}}))\Z"
)
_CLOSING = re.compile(rf"(?<![：:])(?P<credit>[（(](?P<names>{_SIGNERS})[）)])\Z")
_SIGNOFF = re.compile(rf"(?P<credit>[（(]?(?P<names>{_SIGNERS})[）)]?)\Z")
_ENGLISH_CLOSING = re.compile(
    r"(?<=[.!?”])\s?(?P<credit>(?:\(|[—–-] ?)(?P<names>(?:[A-Z][\w’'-]+\.? ){1,2}[A-Z][\w’'-]+)\)?)\Z"
)
_BY = re.compile(r"By\b", re.IGNORECASE)
_IN_NAMES = re.compile(rf"(?:{ROLE})? ?(?P<name>{NAME})(?={_BLANKS}|\Z)")
_IN_ENGLISH_NAMES = re.compile(r"(?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'-]+")


class Form(StrEnum):
    """How a paper says who wrote an article; the values are those of the option ``byline_form``."""

    BULLET = "bullet"
    PLAIN = "plain"
    REPORT = "report"
    BRACKETS = "brackets"
    CLOSING = "closing"

    @property
    def wording(self) -> Wording:
        """The form in words, by its example."""
        return _WORDS[self]


_WORDS = {
    Form.BULLET: Wording("单行“□ 本报记者 某某”", "a line “By …”"),
    Form.PLAIN: Wording("单行“本报记者 某某”", "a line with the name alone"),
    Form.REPORT: Wording("文首“记者某某报道：”", "“… reports:” at the head"),
    Form.BRACKETS: Wording("文首“（记者 某某）”", "“(reporter …)” at the head"),
    Form.CLOSING: Wording("文末“（某某）”", "“(…)” at the end"),
}


class Signer(NamedTuple):
    """A name in a byline and where it stands in its passage."""

    name: str
    start: int
    end: int


class Byline(NamedTuple):
    """The byline an article prints."""

    form: Form
    passage: Passage
    start: int
    end: int
    signers: tuple[Signer, ...]
    head: tuple[int, int] | None = None
    """Where 本报讯 stands before it."""

    @property
    def is_in_body(self) -> bool:
        """Does it stand in the article's text instead of a field of its own?"""
        return self.passage.role not in (Role.BYLINE, Role.SIGNOFF)


def byline_of(article: ProofArticle) -> Byline | None:
    """Return the byline an article prints: its own field's, else the one in its text, else its sign-off's."""
    for passage in article.passages:
        if passage.role is Role.BYLINE:
            return _own_line(passage)
    paragraphs = [passage for passage in article.body if passage.role is Role.PARAGRAPH]
    return (
        (_at_the_head(paragraphs[0]) if paragraphs else None)
        or next((found for passage in paragraphs if (found := _line(passage))), None)
        or next((_signoff(passage) for passage in article.passages if passage.role is Role.SIGNOFF), None)
        # Behind a lost headline another text may follow: the credit is not always in the last paragraph.
        or next((found for passage in reversed(paragraphs) if (found := _closing(passage))), None)
    )


def _own_line(passage: Passage) -> Byline:
    text = passage.text
    is_marked = text[0] in _BULLETS if passage.is_han else _BY.match(text) is not None
    form = Form.BULLET if is_marked else Form.PLAIN
    return Byline(form, passage, 0, len(text), _signers(passage, 0))


def _at_the_head(passage: Passage) -> Byline | None:
    if not passage.is_han:
        return None
    return _matched(_BRACKETS, passage, Form.BRACKETS) or _matched(_REPORT, passage, Form.REPORT)


def _line(passage: Passage) -> Byline | None:
    """A paragraph that is nothing but a byline."""
    text = passage.text
    if len(text) > 60:
        return None
    if passage.is_han:
        return _matched(_LINE, passage, Form.BULLET if text[0] in _BULLETS else Form.PLAIN)
    is_line = _BY.match(text) and text[-1] not in ".!?:;,"
    return Byline(Form.BULLET, passage, 0, len(text), _signers(passage, 0)) if is_line else None


def _signoff(passage: Passage) -> Byline | None:
    """A sign-off that is names; in English any."""
    if passage.is_han:
        return _matched(_SIGNOFF, passage, Form.CLOSING)
    return Byline(Form.CLOSING, passage, 0, len(passage.text), _signers(passage, 0))


def _closing(passage: Passage) -> Byline | None:
    """A credit behind the last sentence: short, and looked for only there."""
    text = passage.text
    if passage.is_han and text[-1] not in "）)":
        return None
    pattern = _CLOSING if passage.is_han else _ENGLISH_CLOSING
    match = pattern.search(text, max(0, len(text) - 50))
    return _byline(match, passage, Form.CLOSING) if match else None


def _matched(pattern: re.Pattern[str], passage: Passage, form: Form) -> Byline | None:
    match = pattern.match(passage.text)
    return _byline(match, passage, form) if match else None


def _byline(match: re.Match[str], passage: Passage, form: Form) -> Byline:
    head = match.span("head") if match.groupdict().get("head") else None
    start, end = match.span("credit")
    return Byline(form, passage, start, end, _signers(passage, *match.span("names")), head)


def _signers(passage: Passage, start: int, end: int | None = None) -> tuple[Signer, ...]:
    end = len(passage.text) if end is None else end
    return tuple(_named(passage.text[start:end], start, passage.is_han))


def _named(text: str, shift: int, is_han: bool) -> Iterator[Signer]:
    if is_han:
        for match in _IN_NAMES.finditer(text):
            yield Signer(match["name"], shift + match.start("name"), shift + match.end("name"))
    else:
        for match in _IN_ENGLISH_NAMES.finditer(_BY.sub("  ", text, count=1)):
            yield Signer(match.group(), shift + match.start(), shift + match.end())
