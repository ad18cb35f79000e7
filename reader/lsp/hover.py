"""The manual page of a rule, where an editor's pointer rests on what the rule found or on its name."""

from __future__ import annotations

import re

from lsprotocol import types

from reader.lsp.diagnostics import sentence
from reader.lsp.examination import Examination
from reader.proofreading.manual import manual_page
from reader.proofreading.rules import BY_ID

_COMMENT = re.compile(r"#[ \t]*proof-ignore:[^\r\n]*")
_ID = re.compile(r"[A-Z]+-[A-Z0-9]+(?:-[A-Z0-9]+)*")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def hover(examination: Examination, offset: int) -> types.Hover | None:
    """Return what is to be said about this place of the draft's text, or None.

    That is every finding that is shown there, and the manual page of its rule; or, in a comment that keeps
    rules silent, the page of the one named there.
    """
    tongue, is_markdown = examination.client.tongue, examination.client.takes_markdown
    found = list(examination.within(offset, offset))
    named = None if found else _named(examination.draft.text, offset)
    parts: list[str] = []
    for one in found:
        words = sentence(one.finding, tongue)
        parts.append(_marked(words) if is_markdown else words)
    rules = dict.fromkeys(one.finding.rule for one in found) if named is None else (named[2],)
    pages = [manual_page(BY_ID[rule], tongue).rstrip() for rule in rules if rule in BY_ID]
    parts += pages if is_markdown else [page.removeprefix("# ") for page in pages]
    if not parts:
        return None
    start = named[0] if named is not None else min(one.start for one in found)
    end = named[1] if named is not None else max(one.end for one in found)
    kind = types.MarkupKind.Markdown if is_markdown else types.MarkupKind.PlainText
    content = types.MarkupContent(kind, "\n\n".join(parts))
    return types.Hover(content, examination.positions.range(start, end))


def _named(text: str, offset: int) -> tuple[int, int, str] | None:
    """Return the rule named in a comment at this place, and where its name stands."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    if comment := _COMMENT.search(text, start):
        for match in _ID.finditer(text, comment.start(), comment.end()):
            if match.start() <= offset <= match.end() and match.group() in BY_ID:
                return match.start(), match.end(), match.group()
    return None


def _marked(words: str) -> str:
    """Return words as Markdown that shows them as they are."""
    return _MARKUP.sub(r"\\\1", words)
