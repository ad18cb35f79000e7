"""The top-level blocks of a Markdown document, their inline markup turned into words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.edition.joining import is_cjk, joined
from reader.importing.html_blocks import inline_text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

DEEPEST = 60
"""Blocks within each other; what is nested deeper is no document that anybody writes."""

DEEPEST_BRACKETS = 500
"""Square brackets open at once in a paragraph."""
_BRACKET = re.compile(r"[\[\]]|\n[ \t]*\n")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:")


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
    stars: int = 0
    """Between how many ``*`` all of a paragraph stands: 1 emphasised, 2 strong, 3 both."""

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
    parser.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    parser.add_render_rule("link_close", _link_end)
    return parser


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a footnote, which CommonMark would take for a link's address, as a paragraph with its mark."""
    if state.is_code_block(start) or not _footnote_mark(state, start):
        return False
    if silent:
        return True
    line = start + 1
    while line < end and not state.isEmpty(line) and not _ends_footnote(state, line, end):
        line += 1
    state.line = line
    state.push("paragraph_open", "p", 1).map = [start, line]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, line, state.blkIndent, False).strip()
    inline.map, inline.children = [start, line], []
    state.push("paragraph_close", "p", -1)
    return True


def _footnote_mark(state: StateBlock, line: int) -> bool:
    begin = state.bMarks[line] + state.tShift[line]
    return _FOOTNOTE.match(state.src, begin, state.eMarks[line]) is not None


def _ends_footnote(state: StateBlock, line: int, end: int) -> bool:
    """Does another block begin in this line, or the block end that the footnote stands in?"""
    if state.sCount[line] < state.blkIndent:
        return True
    rules = state.md.block.ruler.getRules("paragraph")
    return state.sCount[line] - state.blkIndent <= 3 and any(rule(state, line, end, True) for rule in rules)


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
            stars = 0 if level else _stars(children)
            form = Form.HEADING if level else Form.STRONG if stars == 2 else Form.TEXT
            return Node(at, form, level, (joined(lines),) if level else lines, stars=stars)
    return Node(at, Form.OTHER, 0, (), parser.renderer.render(group, parser.options, environment))


def _stars(children: list[Token]) -> int:
    """Return between how many stars all of a paragraph stands."""
    shown = [token for token in children if token.type != "text" or token.content]
    stars = 0
    while len(shown) >= 3 and shown[0].type in ("em_open", "strong_open"):
        kind, level = shown[0].type.removesuffix("_open"), shown[0].level
        closing = [token for token in shown if token.type == f"{kind}_close" and token.level == level]
        if shown[-1] is not closing[0]:
            break
        stars += 1 if kind == "em" else 2
        shown = [token for token in shown[1:-1] if token.type != "text" or token.content]
    return min(stars, 3)


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
    is_chinese = any(map(is_cjk, "".join(token.content for token in children)))
    said = ("，" if is_chinese else ", ").join(filter(None, (title, "" if is_said else address)))
    if not said or not words:
        return said
    return f"（{said}）" if is_chinese else f" ({said})"


def _link_end(_renderer: Any, tokens: Any, index: int, _options: Any, _environment: Any) -> str:
    from markdown_it.common.utils import escapeHtml

    return f"{escapeHtml(_target(list(tokens), index))}</a>"
