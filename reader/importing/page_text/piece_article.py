"""A piece of a page as an article: every line in the field it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from reader.edition.article import Article, Cut, Jump, Kind, Photo
from reader.edition.body import Block, Paragraph, Rule, Subhead
from reader.edition.body_text import body_text
from reader.edition.joining import joined
from reader.edition.wording import Wording
from reader.importing.page_text.elements import Element
from reader.importing.page_text.heads import Head, head_of
from reader.importing.page_text.jump_lines import is_from_elsewhere
from reader.importing.page_text.names import reporters
from reader.importing.page_text.never_empty import never_empty
from reader.importing.page_text.pieces import Origin, Piece, is_head_line
from reader.importing.page_text.seams import mended
from reader.importing.page_text.shapes import (
    is_byline,
    is_complete,
    is_credit,
    is_prose,
    is_report,
    jump_of,
    parted_jump,
    signed,
)
from reader.importing.page_text.telling import Telling
from reader.importing.page_text.working_title import working_title

_RULE = re.compile(r"-{3,}\Z")
_MID_SENTENCE = re.compile(r"[，。、；：！？,.;:!?%”’」』）》)a-z]")

_HEADLESS = Wording(
    "“{text}”之前没有标题，另作一篇，当作从别处转来",
    "no headline stands above “{text}”; taken as a piece of its own, continued from elsewhere",
)
_JOIN_BACK = Wording(
    "若属上一篇就并回去；知道上接哪版就写在 jump_from",
    "put it back if it belongs above; else say from which page",
)
_UNTITLED = Wording("“{text}”没有标题", "“{text}” has no headline")
_GIVE_TITLE = Wording("补上 headline", "give it a headline")
_CAPTION = Wording(
    "“{text}”当作图片说明，图片不在这里", "“{text}” is taken as the caption of a photo that is not here"
)
_ADD_PHOTO = Wording("补上图片，或改作文章", "add the photo, or make an article of it")
_STOPS = Wording(
    "最后一段断在“{text}”，后面缺文字", "the last paragraph breaks off at “{text}”; text is missing"
)
_STARTS = Wording("开头不成句，前面缺文字", "it begins inside a sentence; text is missing before it")
_COMPLETE = Wording("找到缺的文字就补上，删去 cut", "add what is missing and remove cut")
_APART = Wording(
    "“{text}”之前空行较多，可能另是一篇，照原样放着",
    "more blank lines than elsewhere stand above “{text}”, which may be another piece; left in place",
)
_PART = Wording("核对原版，是另一篇就加标题", "look at the printed page; give it a headline if it is another")


class _Tail(NamedTuple):
    """What stands below a text."""

    signoff: tuple[str, ...]
    jump_to: Jump | None


def article_of(piece: Piece, tell: Telling, *, usual: int, has_headings: bool, is_repairing: bool) -> Article:
    """Return the article a piece is; what was inferred, and what could not be decided, is told.

    `usual` is how many blank lines part two paragraphs; `has_headings` says that the other pieces of the
    page have headings, so that one without has lost its own.
    """
    body = list(piece.body)
    lines = list(piece.head)
    if not any(each.level for each in lines):
        led = list(takewhile(is_head_line, body))
        if len(led) < len(body) or any(jump_of(each.text) for each in led):
            lines, body = lines + led, body[len(led) :]
    head = head_of(lines, tell)
    body, head = _come_from(body, head)
    article = _headed(head)
    if piece.origin is Origin.CAPTION or _is_photo(head.kind, body):
        photo = _photo(body, tell)
        return _entitled(replace(article, kind=Kind.PHOTO, photos=(photo,)), photo.caption or "", tell)
    _tell_gaps(body, usual, tell)
    body, tail = _taken_tail(body)
    body, tail = _signed_off(mended(body, tell, is_repairing=is_repairing), tail)
    if article.headline is None and has_headings:
        article = replace(article, jump_from=_lost_from(piece, head.jump_from, body, tell))
    first = next((each.text for each in body if not each.level), "")
    article = replace(
        article,
        authors=reporters(first),
        body=body_text(_blocks(body)),
        signoff=" ".join(tail.signoff) or None,
        jump_to=tail.jump_to,
        cut=_cut(body, tail, tell),
    )
    return _entitled(never_empty(article), first, tell)


def _entitled(article: Article, text: str, tell: Telling) -> Article:
    """Return an article that has a title; a working title is listed as inferred."""
    if article.headline or not text:
        return article
    tell.infer("slug")
    return replace(article, slug=working_title(text))


def _headed(head: Head) -> Article:
    return Article(
        id="",
        kind=head.kind or Kind.NEWS,
        column=head.column,
        kicker=head.kicker,
        headline=head.headline,
        deck=head.deck,
        byline=head.byline,
        dateline=head.dateline,
        source=head.source,
        jump_from=head.jump_from,
    )


def _come_from(body: list[Element], head: Head) -> tuple[list[Element], Head]:
    """Take the words that say where a text comes from off its beginning."""
    first = body[0] if body else None
    if first is None or first.level or head.jump_from is not None or not is_from_elsewhere(first.text):
        return body, head
    parted = parted_jump(first.text)
    landed = jump_of(parted[1]) if parted is not None else None
    if parted is None or landed is None or not parted[2]:
        return body, head
    return [first._replace(text=parted[2]), *body[1:]], head._replace(jump_from=landed[1])


def _is_photo(kind: Kind | None, body: list[Element]) -> bool:
    return kind is Kind.PHOTO and bool(body) and sum(len(each.text) for each in body) <= 400


def _photo(body: list[Element], tell: Telling) -> Photo:
    """Return the photo that a caption stands for; a line that says whose it is becomes its credit."""
    texts = [each.text for each in body]
    credit = None
    if len(texts) > 1 and is_credit(texts[-1]):
        credit = texts.pop()
    elif (parted := signed(texts[-1], is_last=True)) is not None and parted.text:
        texts[-1], credit = parted
    if body:
        told = _CAPTION.filled(text=texts[0][:20])
        tell.guessed(body[0].place, told, _ADD_PHOTO)
    return Photo(caption=joined(texts) or None, credit=credit)


def _tell_gaps(body: list[Element], usual: int, tell: Telling) -> None:
    """Tell of paragraphs that stand apart and yet were left where they are."""
    for before, element in pairwise(body):
        if element.gap > max(usual, 1) and not element.level and is_complete(before.text):
            tell.undecided(element.place, _APART.filled(text=element.text[:12]), _PART)


def _taken_tail(body: list[Element]) -> tuple[list[Element], _Tail]:
    """Take the lines that stand below a text off it: who signs it, where it goes on."""
    body = list(body)
    signoff: list[str] = []
    jump_to: Jump | None = None
    while body and not body[-1].level:
        text = body[-1].text
        landed = jump_of(text)
        parted = signed(text, is_last=True)
        if landed is not None and landed[0] == "to" and jump_to is None:
            jump_to = landed[1]
        elif len(body) > 1 and (is_byline(text) or (parted is not None and not parted.text)):
            signoff.insert(0, text)
        else:
            break
        body.pop()
    return body, _Tail(tuple(signoff), jump_to)


def _signed_off(body: list[Element], tail: _Tail) -> tuple[list[Element], _Tail]:
    """Take signature and jump line off the end of the last paragraph, and a jump line off the first."""
    if not body or body[-1].level:
        return body, tail
    last = body[-1]
    if tail.jump_to is None and (parted := parted_jump(last.text)) is not None:
        before, line, behind = parted
        landed = jump_of(line)
        if landed is not None and landed[0] == "to" and before and not behind:
            tail = tail._replace(jump_to=landed[1])
            last = last._replace(text=before)
    sign = signed(last.text, is_last=True)
    if sign is not None and sign.text:
        tail = tail._replace(signoff=(sign.signature, *tail.signoff))
        last = last._replace(text=sign.text)
    return [*body[:-1], last], tail


def _lost_from(piece: Piece, jump: Jump | None, body: list[Element], tell: Telling) -> Jump | None:
    """Return where a text comes from that has lost its headline, and tell of it."""
    first = body[0] if body else None
    if jump is not None or first is None:
        return jump
    begins = first.text[:12]
    starts_afresh = first.level or is_report(first.text) or reporters(first.text)
    if starts_afresh or (piece.origin is Origin.START and not _MID_SENTENCE.match(first.text)):
        tell.undecided(first.place, _UNTITLED.filled(text=begins), _GIVE_TITLE)
        return None
    if piece.origin is Origin.HEADING:
        return None
    tell.guessed(first.place, _HEADLESS.filled(text=begins), _JOIN_BACK, "jump_from")
    return Jump()


def _cut(body: list[Element], tail: _Tail, tell: Telling) -> Cut | None:
    """Return where text is missing: the last paragraph stops, the first begins inside a sentence."""
    texts = [each for each in body if not each.level]
    if not texts:
        return None
    first, last = texts[0], body[-1]
    is_listing = len(texts) > 1 and not is_prose(texts[-2].text)
    at_end = (
        not last.level
        and tail.jump_to is None
        and not tail.signoff
        and not is_complete(last.text)
        and is_prose(last.text)
        and not is_listing
    )
    at_start = _MID_SENTENCE.match(first.text) is not None and is_prose(first.text)
    if at_end:
        tell.guessed(last.end, _STOPS.filled(text=last.text[-6:]), _COMPLETE, "cut")
    if at_start:
        tell.guessed(first.place, _STARTS, _COMPLETE, "cut")
    if at_start and at_end:
        return Cut.BOTH
    return Cut.START if at_start else Cut.END if at_end else None


def _blocks(body: list[Element]) -> Iterator[Block]:
    for element in body:
        if element.level:
            yield Subhead(0, element.text)
        elif _RULE.match(element.text):
            yield Rule(0)
        else:
            yield Paragraph(0, element.text)
