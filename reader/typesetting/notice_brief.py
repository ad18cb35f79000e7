"""A public notice as a page prints it: level, what it warns of, since when and until when, its text."""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.edition import Edition
from reader.edition.notice import Status
from reader.edition.notice_board import Standing
from reader.edition.notice_words import span_words
from reader.edition.wording import Tongue
from reader.typesetting.body_copy import body_pieces
from reader.typesetting.notice_copy import state_words
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role


def notice_brief(standing: Standing, edition: Edition, tongue: Tongue) -> Copy:
    """Return the copy of a notice for a box on a page: its time in one line, where a notice has many.

    What does not warn now says so before its level: a lifted alarm must not be taken for one in force.
    """
    notice = standing.notice
    text = f"{notice.text}\n\n{notice.instruction}" if notice.instruction else notice.text
    span = span_words(notice, edition, tongue)

    def pieces() -> Iterator[Piece]:
        if notice.level and standing.raises_banner:
            yield Piece(Role.NOTICE_LEVEL, notice.level.wording.say(tongue), "level")
        yield Piece(Role.HEADLINE, notice.title, "headline" if notice.headline else "event")
        if not standing.raises_banner:
            words = [state_words(standing).say(tongue)]
            if notice.status is not Status.ACTUAL:
                words.insert(0, notice.status.wording.say(tongue))
            if notice.level:
                words.append(notice.level.wording.say(tongue))
            yield Piece(Role.NOTICE_FACT, " · ".join(words), "state")
        yield Piece(Role.NOTICE_FACT, span, "effective")
        yield from body_pieces(text, "text", 0, tongue)

    return Copy(pieces(), len(notice.title) + len(span) + len(text))
