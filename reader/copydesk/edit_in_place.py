"""The paragraph or the field a finding lies in, taken out to be written otherwise and put back."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.copydesk.examine import Located
from reader.copydesk.manuscript import Manuscript
from reader.edition.printable import printable
from reader.edition.wording import Wording
from reader.loading.problem import EditionError
from reader.loading.scalars import LITERAL
from reader.proofreading.finding import Change

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")

_NO_TEXT = Wording(
    "这一处不在一段文字里；用 $EDITOR 改", "this is not in a text of its own; change it in $EDITOR"
)
_NOT_TRACED = Wording(
    "这段文字的写法不能逐字对上文件；用 $EDITOR 改",
    "this text cannot be traced character by character in the file; change it in $EDITOR",
)
_NOT_PRINTABLE = Wording(
    "这一段有看不见的字符；用 $EDITOR 改",
    "there are characters here that cannot be seen; change it in $EDITOR",
)
_ONE_LINE = Wording(
    "这段文字在文件里不是 | 块，不能换行",
    "this text is no | block in the file, so it cannot have another line",
)
_CONTROL = Wording("有控制字符，YAML 写不下", "there are control characters, which YAML cannot hold")
_OTHERWISE = Wording(
    "这样写，YAML 会读成别的；换个写法，或用 $EDITOR 改",
    "written like this, YAML would read something else; write it otherwise or in $EDITOR",
)
_NO_SUCH_CHARACTER = Wording("文件的编码里没有这个字", "the file's encoding does not have this character")


class EditRefused(Exception):
    """The text cannot be changed here, or not like this."""

    def __init__(self, why: Wording) -> None:
        self.why = why
        super().__init__(why.en)


class Excerpt(NamedTuple):
    """A paragraph of a body, or a field as a whole: `start` and `end` in characters of the field."""

    field: str
    start: int
    end: int
    words: str
    cursor: int
    """Where in the words the finding begins."""


def excerpt(manuscript: Manuscript, one: Located) -> Excerpt:
    """Return the paragraph or the field a finding lies in.

    Raises:
        EditRefused: it lies in none, or one that cannot be written from here.
    """
    scalar = manuscript.scalars.texts.get(one.finding.spot.field) if one.finding is not None else None
    if scalar is None or one.finding is None:
        raise EditRefused(_NO_TEXT)
    spot, text = one.finding.spot, scalar.value
    if not text or not manuscript.is_traced(spot.field):
        raise EditRefused(_NOT_TRACED)
    start, end = 0, len(text.rstrip("\n"))
    for match in _BLANK_LINES.finditer(text):
        if match.end() <= spot.start:
            start = match.end()
        elif match.start() >= spot.end:
            end = min(end, match.start())
            break
    words = text[start:end]
    if printable(words) != words:
        raise EditRefused(_NOT_PRINTABLE)
    return Excerpt(spot.field, start, end, words, max(0, min(spot.start - start, len(words))))


def change_of(taken: Excerpt, words: str) -> Change | None:
    """Return the change that makes other words of an excerpt, as small as it can be; None for the same."""
    if words == taken.words:
        return None
    most = min(len(words), len(taken.words))
    head = next((at for at in range(most) if words[at] != taken.words[at]), most)
    most -= head
    tail = next((at for at in range(most) if words[-1 - at] != taken.words[-1 - at]), most)
    start, end = taken.start + head, taken.start + len(taken.words) - tail
    return Change(taken.field, start, end, words[head : len(words) - tail])


def edited(manuscript: Manuscript, change: Change) -> Manuscript:
    """Return the manuscript with the change made.

    Raises:
        EditRefused: the file would say something else, or be no edition.
    """
    try:
        changed, refused = manuscript.changed([change])
    except EditionError as error:
        problem = error.problems[0]
        what = Wording("{what}；{advice}", "{what}; {advice}").filled(
            what=problem.what, advice=problem.advice
        )
        raise EditRefused(what) from error
    except UnicodeError as error:
        raise EditRefused(_NO_SUCH_CHARACTER) from error
    if not refused:
        return changed
    if any(character < " " and character not in "\t\n" for character in change.text):
        raise EditRefused(_CONTROL)
    if "\n" in change.text and manuscript.scalars.texts[change.field].style != LITERAL:
        raise EditRefused(_ONE_LINE)
    raise EditRefused(_OTHERWISE)
