"""The slip of the pen behind a parser's complaint, told at the line and the character where it was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.edition.wording import Wording
from reader.loading.decoding import Source
from reader.loading.fields import RECORDS
from reader.loading.position import packed, unpacked
from reader.loading.words import Node, Word

if TYPE_CHECKING:
    import yaml

FULL_WIDTH_SPACE = "\u3000"

_QUOTE = Wording("把整段文字放进引号", "put the whole text in quotation marks")

_FULL_WIDTH_KEY = re.compile(r"[ \u3000]*(?:- +)*([a-z_]+) *：")
_NO_SPACE_AFTER_DASH = re.compile(r" *(?:- +)*-([a-z_]+)(?::|：)")

# What the parser says when it meets a line it can make nothing of.
_LINE_COMPLAINTS = ("could not find expected ':'", "mapping values", "expected key", "expected '-'")

# What it says of a mark it takes for its own, at the beginning of a text.
_MARK_COMPLAINTS = (
    "alphabetic or numeric character",
    "expected whitespace or line break",
    "comment or line break",
    "did not find the expected '!'",
    "did not find URI",
    "did not find expected tag URI",
)


class Slip(NamedTuple):
    """What was done, where (packed, in the text), and what to write instead.

    `is_all_of_last` tells that it makes the value read last not the one that was meant.
    """

    at: int
    what: Wording
    advice: Wording
    is_all_of_last: bool = False


def full_width_key(text: str) -> str | None:
    """Return the key of the format that a line or a text gives a full-width colon, or None."""
    found = _FULL_WIDTH_KEY.match(text)
    if found and any(found[1] in record.by_key for record in RECORDS):
        return found[1]
    return None


def full_width_colon(at: int, key: str) -> Slip:
    """Return what to say of a key with a full-width colon at this place."""
    return Slip(
        at,
        Wording("“{key}”后面用了全角冒号“：”", "a full-width colon “：” stands after “{key}”").filled(
            key=key
        ),
        Wording(
            "键后面写半角冒号和一个空格，“{key}: ”", "write an ASCII colon and a space, “{key}: ”"
        ).filled(key=key),
    )


def full_width_indent(at: int) -> Slip:
    """Return what to say of a line that begins with full-width spaces at this place."""
    return Slip(
        at,
        Wording("用全角空格缩进了", "full-width spaces are used to indent"),
        Wording("换成半角空格", "use ordinary spaces"),
    )


def dash_without_space(at: int, key: str) -> Slip:
    """Return what to say of an item whose dash stands at its key."""
    return Slip(
        at,
        Wording("“-”后面没有空格", "there is no space after the “-”"),
        Wording("写成“- {key}: …”", "write “- {key}: …”").filled(key=key),
    )


def slip_behind(error: yaml.MarkedYAMLError, source: Source, last: Node | None) -> Slip | None:
    """Return the slip behind a complaint, or None when none is known; `last` is the value read before it."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None
    words = error.problem or ""
    if error.context_mark is not None and any(part in words for part in _MARK_COMPLAINTS):
        opening = error.context_mark
        return _mark_taken_for_yaml(opening.line, opening.column, source.line(opening.line + 1))
    if not any(part in words for part in _LINE_COMPLAINTS):
        return None
    slip = _text_after_its_end(last, mark.line, mark.column, source) if last is not None else None
    if slip is not None:
        return slip
    if error.context_mark is not None and "could not find" in words:
        mark = error.context_mark
    return _slip_in_line(mark.line, source.line(mark.line + 1)) or (
        _slip_in_lines_before(mark.line, mark.column, source) if "mapping values" in words else None
    )


def _mark_taken_for_yaml(line: int, column: int, text: str) -> Slip | None:
    mark = text[column : column + 1]
    if mark == "|" or not mark:
        return None
    what = Wording("文字不能以“{mark}”开头", "a text cannot begin with “{mark}”").filled(mark=mark)
    return Slip(packed(line + 1, column + 1), what, _QUOTE)


def _text_after_its_end(last: Node, line: int, column: int, source: Source) -> Slip | None:
    """Return the slip of ``"title" more``, of ``[label] title``, or of a mark that a later one closed."""
    begins, first = unpacked(last.at)
    opening = source.line(begins)[first - 1 : first]
    closing = {'"': '"', "'": "'", "[": "]", "{": "}"}.get(opening)
    # Places of a file with control characters are not those of the text: then nothing stands there.
    if closing is None or not source.line(line + 1)[:column].rstrip().endswith(closing):
        return None
    if (type(last) is Word) != (closing == opening):
        return None
    if closing == opening and begins != line + 1:
        return Slip(
            last.at,
            Wording("这里开始的引号没有合上", "the quotation mark opened here is never closed"),
            Wording(
                "在本行补上后半个引号（第 {line} 行的引号被当成了它）",
                "close it on this line (a mark on line {line} was taken for its end)",
            ).filled(line=line + 1),
            is_all_of_last=True,
        )
    what = Wording("“{mark}”后面还有文字", "there is more text after the closing “{mark}”")
    if closing == opening:
        advice = Wording(
            "把整段文字放进引号，或改用中文引号“ ”", "put the whole text in quotation marks, or use “ ” in it"
        )
    else:
        advice = Wording(
            "文字以“{mark}”开头，就把整段放进引号",
            "a text that begins with “{mark}” goes in quotation marks as a whole",
        ).filled(mark=opening)
    return Slip(last.at, what.filled(mark=closing), advice, is_all_of_last=True)


def _slip_in_line(line: int, text: str) -> Slip | None:
    indent = len(text) - len(text.lstrip(" "))
    if text[indent : indent + 1] == FULL_WIDTH_SPACE:
        return full_width_indent(packed(line + 1, indent + 1))
    if key := full_width_key(text):
        return full_width_colon(packed(line + 1, text.index("：") + 1), key)
    if dash := _NO_SPACE_AFTER_DASH.match(text):
        return dash_without_space(packed(line + 1, dash.start(1)), dash[1])
    return None


def _slip_in_lines_before(line: int, column: int, source: Source) -> Slip | None:
    """Return the slip that made a text of the line before, so that this line's own key came too late."""
    if ":" in source.line(line + 1)[:column]:
        return None
    slip = None
    while line and (found := _slip_in_line(line - 1, source.line(line))):
        slip, line = found, line - 1
    return slip
