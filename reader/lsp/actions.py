"""What an editor can do about findings: put one right, all of a rule or all that is safe, or ignore one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lsprotocol import types

from reader.copydesk.correct import correct, correct_safely
from reader.copydesk.examine import Located
from reader.copydesk.ignore_comment import ignore_comment
from reader.copydesk.manuscript import Manuscript
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.loading.pieces import Piece
from reader.lsp.diagnostics import Stretch
from reader.lsp.examination import Examination

QUICK_FIX = types.CodeActionKind.QuickFix.value
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.paper-reader"
"""The kinds of what is offered; whoever asks for ``source.fixAll`` is offered the second too."""

MOST = 20
"""For so many findings at most actions are offered at once: nobody chooses from more."""

_SHOWN = 24  # characters of a replacement in a title; of a longer one the advice tells more
_FIX = Wording("改为“{text}”（{rule}）", "Change to “{text}” ({rule})")
_ADVISED = Wording("{advice}（{rule}）", "{advice} ({rule})")
_DELETE = Wording("删去（{rule}）", "Delete ({rule})")
_ALL = Wording("本文件的 {rule} 全部改正（{count} 处）", "Fix all {rule} in this file ({count})")
_SAFE = Wording("可自动改的全部改正（{count} 处）", "Fix all that is safe to fix ({count})")
_IGNORE = Wording("此处不查 {rule}（加注释）", "Ignore {rule} here (adds a comment)")


class Order(NamedTuple):
    """What is to be done, in words that can wait at the editor until it is wanted."""

    what: str
    """``fix``, ``fix-rule``, ``fix-safe`` or ``ignore``."""
    rule: str = ""
    fingerprint: str = ""


class Offer(NamedTuple):
    """One line of the menu an editor shows."""

    title: Wording
    kind: str
    order: Order
    stretches: tuple[Stretch, ...] = ()
    """The findings it is about."""
    is_preferred: bool = False


def offers(examination: Examination, start: int, end: int, only: Sequence[str] | None) -> list[Offer]:
    """Return what can be done about the findings between two offsets of the draft's text, and about the file.

    `only` are the kinds that are wanted, each with all below it; None for every kind.
    """
    if examination.examined is None:
        return []
    here = [one for one in examination.within(start, end) if one.finding.finding is not None][:MOST]
    made = (*_here(here), *_of_rules(examination, here), *_of_file(examination))
    return [offer for offer in made if only is None or any(_is_of(offer.kind, kind) for kind in only)]


def carried_out(examination: Examination, order: Order) -> Sequence[Piece]:
    """Return what an order changes in the manuscript's text; nothing where its finding is gone."""
    if examination.examined is None:
        return ()
    examined = examination.examined
    findings = [one for one in examined.findings if _is_meant(one, order)]
    if order.what == "ignore":
        return _ignored(examined.manuscript, findings)
    if order.what == "fix-safe":
        house = examination.house
        return correct_safely(examined, house.stylebook, ignored=house.ignored).pieces
    return correct(examined.manuscript, findings).pieces


def _here(stretches: Iterable[Stretch]) -> Iterator[Offer]:
    stretches = list(stretches)
    for one in stretches:
        if one.finding.replacement is not None:
            order = Order("fix", one.finding.rule, one.finding.fingerprint)
            yield Offer(_fix_title(one.finding), QUICK_FIX, order, (one,), one.finding.is_safe)
    for one in stretches:
        order = Order("ignore", one.finding.rule, one.finding.fingerprint)
        yield Offer(_IGNORE.filled(rule=one.finding.rule), QUICK_FIX, order, (one,))


def _of_rules(examination: Examination, here: Sequence[Stretch]) -> Iterator[Offer]:
    for rule in dict.fromkeys(one.finding.rule for one in here):
        count = sum(one.finding.is_fixable and one.finding.rule == rule for one in examination.stretches)
        if count > 1:
            about = tuple(one for one in here if one.finding.rule == rule)
            yield Offer(_ALL.filled(rule=rule, count=count), QUICK_FIX, Order("fix-rule", rule), about)


def _of_file(examination: Examination) -> Iterator[Offer]:
    if count := sum(one.finding.is_safe for one in examination.stretches):
        yield Offer(_SAFE.filled(count=count), FIX_ALL, Order("fix-safe"))


def _is_of(kind: str, wanted: str) -> bool:
    return not wanted or kind == wanted or kind.startswith(f"{wanted}.")


def _is_meant(finding: Located, order: Order) -> bool:
    if finding.finding is None or finding.rule != order.rule:
        return False
    return order.what == "fix-rule" or finding.fingerprint == order.fingerprint


def _ignored(manuscript: Manuscript, findings: Sequence[Located]) -> Sequence[Piece]:
    """Return the comment for the first of these findings; two that are alike in everything share it."""
    for one in findings[:1]:
        assert one.finding is not None
        piece = ignore_comment(manuscript, one.rule, one.finding.spot.field)
        if piece is not None:
            return (piece,)
    return ()


def _fix_title(finding: Located) -> Wording:
    text = printable_line((finding.replacement or "").replace("\n", "⏎"))
    if not text:
        return _DELETE.filled(rule=finding.rule)
    if len(text) > _SHOWN:
        return _ADVISED.filled(advice=finding.advice, rule=finding.rule)
    return _FIX.filled(text=text, rule=finding.rule)
