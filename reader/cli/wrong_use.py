"""What a command cannot do as it was asked: said in one sentence, with what to do instead."""

from __future__ import annotations

from reader.edition.wording import Wording


class WrongUse(Exception):
    """A command line, or what it names, that cannot be used; the program ends with status 2."""

    def __init__(self, what: Wording, advice: Wording, place: str = "paper-reader") -> None:
        """`place` is the program, or the file spoken of (``path`` or ``path:line:column``)."""
        super().__init__(what.en)
        self.what = what
        self.advice = advice
        self.place = place
