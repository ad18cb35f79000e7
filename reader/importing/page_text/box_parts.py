"""A box that holds several warnings, one after the other, as a box for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reader.edition.notice import Level
from reader.importing.page_text.elements import Element
from reader.importing.page_text.pieces import Origin, Piece
from reader.importing.page_text.shapes import is_report
from reader.importing.page_text.warning import Warned, is_advice, warned

_SHORT = 40


def box_parts(piece: Piece, today: dt.date) -> Iterator[Piece]:
    """Yield a box for each warning in a box; anything else as it is.

    A warning begins with a paragraph that names an event and a level, or lifts them, and says when (or says
    nothing more), unless the same one has been named; subheads above it and what follows belong to it. The
    labels above the box stay with the first.
    """
    if not piece.is_box or (piece.body and is_report(piece.body[0].text)):
        yield piece
        return
    head = piece.head
    body: list[Element] = []
    named: set[tuple[str, Level | None, bool]] = set()
    for element in piece.body:
        said = _named(element, today)
        if said is not None:
            if named and said not in named and body:
                above = len(body)
                while above > 1 and body[above - 1].level:
                    above -= 1
                yield _part(piece, head, body[:above])
                head, body = tuple(body[above:]), []
            named.add(said)
        body.append(element)
    yield _part(piece, head, body)


def _part(piece: Piece, head: tuple[Element, ...], body: list[Element]) -> Piece:
    return piece._replace(head=head, body=tuple(body), origin=Origin.HEADING, is_in_box=head != piece.head)


def _named(element: Element, today: dt.date) -> tuple[str, Level | None, bool] | None:
    """Return the event and the level that a paragraph warns of, and whether it lifts it."""
    if element.level:
        return None
    said: Warned | None = warned(element.text, "", today)
    if said is None or said.level is None or not said.is_event_said:
        return None
    is_short = len(element.text) <= _SHORT and not is_advice(element.text)
    return (said.event, said.level, said.is_lifting) if said.effective is not None or is_short else None
