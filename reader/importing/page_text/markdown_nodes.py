"""The top-level blocks of a Markdown document, their inline markup turned into words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.edition.joining import joined
from reader.importing.html_blocks import inline_text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 60
"""Blocks within each other; what is nested deeper is no document that anybody writes."""

DEEPEST_BRACKETS = 500
"""Square brackets open at once in a paragraph."""
_BRACKET = re.compile(r"[\[\]]|\n[ \t]*\n")


class Form(Enum):
    """What sort of block it is."""

    HEADING = "heading"
    STRONG = "strong"
    """A paragraph that is all strong."""
    TEXT = "text"
    """A paragraph; of several lines where it is broken by hand."""
    OTHER = "other"
    """Everything else, as HTML: lists, quotes, tables, code, pictures, HTML itself."""


class Node(NamedTuple):
    """One block of a document."""

    line: int
    form: Form
    level: int
    """Of a heading 1 to 6, else 0."""
    lines: tuple[str, ...]
    """Its words, more than one line only where breaks are kept; none of `Form.OTHER`."""
    html: str = ""

    @property
    def text(self) -> str:
        """Its words on one line."""
        return joined(self.lines)

    @property
    def place(self) -> str:
        """Line and column as a message writes them."""
        return f"{self.line}:1"


class TooDeep(Exception):
    """Blocks nested deeper than `DEEPEST`, whose text the parser would leave out."""


def markdown_nodes(text: str, line: int = 0) -> list[Node]:
    """Return the blocks of a document that begins behind so many lines of its file.

    CommonMark 0.31, with the tables and struck words of GitHub. Emphasis is taken off; a link is its words
    and, in brackets, where it leads.

    Raises:
        TooDeep: nested deeper than `DEEPEST`.
    """
    if _has_deep_brackets(text):
        raise TooDeep
    parser = _parser()
    environment: dict[str, Any] = {}
    tokens = parser.parse(text, environment)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        raise TooDeep
    return [_node(group, parser, environment, line) for group in _groups(tokens)]


def _has_deep_brackets(text: str) -> bool:
    """Are so many brackets open at once in a paragraph that the parser's time grows with their square?"""
    if text.count("[") <= DEEPEST_BRACKETS:
        return False
    depth = 0
    for found in _BRACKET.finditer(text):
        mark = found.group()
        depth = depth + 1 if mark == "[" else max(depth - 1, 0) if mark == "]" else 0
        if depth > DEEPEST_BRACKETS:
            return True
    return False


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    parser.add_render_rule("link_close", _link_end)
    return parser


def _groups(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of one top-level block after the other."""
    group: list[Token] = []
    for token in tokens:
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield group
            group = []


def _node(group: list[Token], parser: MarkdownIt, environment: dict[str, Any], line: int) -> Node:
    first = group[0]
    at = line + (first.map[0] if first.map else 0) + 1
    if first.type in ("heading_open", "paragraph_open"):
        children = group[1].children or []
        level = int(first.tag[1]) if first.type == "heading_open" else 0
        lines = _lines(children)
        if lines is None and level:
            markup = parser.renderer.render(group, parser.options, environment)
            lines = (inline_text(markup),)
        if lines is not None:
            form = Form.HEADING if level else Form.STRONG if _is_strong(children) else Form.TEXT
            return Node(at, form, level, (joined(lines),) if level else lines)
    return Node(at, Form.OTHER, 0, (), parser.renderer.render(group, parser.options, environment))


def _is_strong(children: list[Token]) -> bool:
    """Is all of a paragraph strong?"""
    shown = [token for token in children if token.type != "text" or token.content]
    if len(shown) < 3 or shown[0].type != "strong_open" or shown[-1].type != "strong_close":
        return False
    return sum(token.type == "strong_open" and token.level == 0 for token in shown) == 1


def _lines(children: list[Token]) -> tuple[str, ...] | None:
    """Return the words of inline markup by the lines that are kept; None for HTML and pictures."""
    kept: list[list[str]] = [[""]]
    for index, token in enumerate(children):
        match token.type:
            case "text" | "code_inline" | "text_special":
                kept[-1][-1] += token.content
            case "softbreak":
                kept[-1].append("")
            case "hardbreak":
                kept.append([""])
            case "link_close":
                kept[-1][-1] += _target(children, index)
            case "html_inline" | "image":
                return None
    return tuple(joined(part.strip() for part in parts) for parts in kept)


def _target(children: list[Token], end: int) -> str:
    """Return where a link leads, in brackets, unless its words say so."""
    start = end - 1
    while children[start].type != "link_open" or children[start].level != children[end].level:
        start -= 1
    address = str(children[start].attrs.get("href", ""))
    title = str(children[start].attrs.get("title", ""))
    words = "".join(token.content for token in children[start:end])
    is_said = not address or address.startswith("#") or address in (words, f"mailto:{words}")
    said = " ".join(filter(None, ("" if is_said else address, title)))
    return f" ({said})" if said and words else said


def _link_end(_renderer: Any, tokens: Any, index: int, _options: Any, _environment: Any) -> str:
    from markdown_it.common.utils import escapeHtml

    return f"{escapeHtml(_target(list(tokens), index))}</a>"
