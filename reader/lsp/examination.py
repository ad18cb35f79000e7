"""A draft as proofreading sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lsprotocol import types

from reader.copydesk.examine import Examined, Located, examine, of_problem
from reader.copydesk.manuscript import Manuscript
from reader.copydesk.place import Lines
from reader.loading.file_state import refuse_too_large
from reader.loading.front import front_of
from reader.loading.problem import EditionError
from reader.lsp.client import Client
from reader.lsp.diagnostics import Stretch, diagnostic, stretch_of
from reader.lsp.draft import Draft
from reader.lsp.house import House
from reader.lsp.positions import Positions

_MARK = "\ufeff"
_KEY = re.compile(r"""(?m)^["']?(format|paper|sections)["']?[ \t]*:""")
_FRONT = 4096  # characters
_NOWHERE = Path("untitled.yaml")


class Examination:
    """A draft, what was found in it, and the way from there to an editor's positions and language."""

    def __init__(
        self,
        draft: Draft,
        client: Client,
        house: House,
        examined: Examined | None,
        problems: Sequence[Located] = (),
        *,
        number: int = 0,
        failure: Exception | None = None,
    ) -> None:
        """Take what was examined or, where the draft is no edition, the problems that tell why.

        By its number it is told from every other examination. A failure is the program's own.
        """
        self.draft = draft
        self.client = client
        self.house = house
        self.examined = examined
        self.number = number
        self.failure = failure
        self.positions = Positions(draft.text, client.encoding)
        # The copy desk does not count a byte order mark; an editor that sends it does.
        self._shift = len(_MARK) if draft.text.startswith(_MARK) else 0
        self.stretches = tuple(
            stretch_of(one, draft.text, self.positions, self._shift)
            for one in (problems if examined is None else examined.findings)
        )
        """Every finding with where it is shown, in file order; none in what means to be no edition."""
        self.diagnostics = [diagnostic(one, self.positions, client.tongue) for one in self.stretches]
        """The findings as the editor is told of them, in file order."""

    def within(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield the findings that are shown between two offsets of the draft's text, or touch them."""
        return (one for one in self.stretches if one.start <= end and start <= one.end)

    def range(self, start: int, end: int) -> types.Range:
        """Return the stretch between two offsets of the manuscript's text as the editor counts."""
        return self.positions.range(start + self._shift, end + self._shift)


def examined_draft(draft: Draft, client: Client, house: House, *, limit: int, number: int = 0) -> Examination:
    """Return the examination of a draft; `limit` is the largest file read, in bytes."""
    path = draft.path or _NOWHERE
    # What is no character, half of one, becomes what is no UTF-8: the loader says where.
    data = draft.text.encode("utf-8", "surrogatepass")
    try:
        refuse_too_large(path, len(data), limit)
        manuscript = Manuscript(path, data, limit=limit)
    except EditionError as error:
        text = draft.text.removeprefix(_MARK)
        problems = tuple(_problems(text, error)) if means_to_be_an_edition(text) else ()
        return Examination(draft, client, house, None, problems, number=number)
    found = examine(
        manuscript,
        house.stylebook,
        ignored=house.ignored,
        library=house.library,
        with_pictures=draft.path is not None,
    )
    return Examination(draft, client, house, found, number=number)


def means_to_be_an_edition(text: str) -> bool:
    """Does a file that cannot be read mean to be an edition?

    It has ``format`` and ``paper`` at its top level, or one of them has just been lost and there are
    ``sections``.
    """
    if len({match[1] for match in _KEY.finditer(text)}) > 1:
        return True
    return front_of(text[:_FRONT].encode("utf-8", "replace")) is not None


def _problems(text: str, error: EditionError) -> Iterator[Located]:
    lines = Lines(text)
    for problem in error.problems:
        line = min(problem.line, len(lines))
        at = lines.start(line) + min(problem.column - 1, len(lines.line(line)))
        yield of_problem(problem, lines.place(at, at))
