"""An ALTO document read: versions 1 to 4 of the standard, whatever its namespace.

Source: ALTO XML Schema 1.4, 2.1, 3.1 and 4.4 (Library of Congress).
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reader.edition.wording import Wording
from reader.importing.mets.alto import AltoFile, AltoPage, Block, Word
from reader.importing.mets.alto_styles import Styles, number
from reader.importing.mets.places import place_of
from reader.importing.mets.reading_order import Node, reading_order
from reader.importing.observation import cannot_import
from reader.importing.safe_xml import local_name

DEEPEST = 100
"""Blocks within each other; no page has as many."""

_TOO_DEEP = Wording("版块嵌套超过 {deepest} 层", "its blocks are nested deeper than {deepest}")
_MEND = Wording("检查这个文件", "see to this file")
_MARGINS = frozenset({"TopMargin", "LeftMargin", "RightMargin", "BottomMargin"})
_CLOSING = frozenset(".,;:!?)]»”’…。，；：！？）」』")


class _Context(NamedTuple):
    """What a block has from those around it."""

    page: int = 0
    size: float = 0.0
    label: str = ""
    language: str = ""
    is_marginal: bool = False
    depth: int = 0


def alto_file(root: Element, name: str) -> AltoFile:
    """Return what an ALTO document holds.

    Strings without CONTENT are spelt by their glyphs; what has neither is no word. Illustrations and
    graphical elements have no words. Alternatives, variants and positions are not looked at.

    Raises:
        CannotImport: blocks are nested deeper than `DEEPEST`.
    """
    return _Reader(root, name).file(root)


class _Reader:
    """Goes through the document once and numbers its words."""

    def __init__(self, root: Element, source: str) -> None:
        self._source = source
        self._styles = Styles(root)
        # Without a single SP the file does not tell blanks: then they are everywhere.
        self._has_blanks = any(local_name(element.tag) == "SP" for element in root.iter())
        self._words: list[Word] = []
        self._blocks: list[Block] = []
        self._nodes: list[Node] = []
        self._pages: list[AltoPage] = []
        self._ranges: dict[str, tuple[int, int]] = {}
        self._pictures: set[str] = set()
        self._languages: Counter[str] = Counter()
        self._line = 0
        self._sureness: list[float] = []

    def file(self, root: Element) -> AltoFile:
        """Return what the document holds."""
        for element in root:
            if local_name(element.tag) == "Layout":
                for page in element:
                    if local_name(page.tag) == "Page":
                        self._page(page)
        language = self._languages.most_common(1)
        return AltoFile(
            self._source,
            tuple(self._words),
            tuple(self._blocks),
            reading_order(root, self._nodes, self._blocks),
            tuple(self._pages),
            self._ranges,
            frozenset(self._pictures),
            language[0][0] if language else "",
            _image(root),
        )

    def _page(self, page: Element) -> None:
        start = len(self._words)
        self._sureness = []
        context = _Context(
            page=len(self._pages),
            size=self._styles.size(page, 0.0),
            language=page.get("LANG", ""),
        )
        for space in page:
            name = local_name(space.tag)
            if name in _MARGINS or name == "PrintSpace":
                self._children(space, context._replace(is_marginal=name in _MARGINS))
            else:
                self._block(space, context)
        self._name(page, start)
        label = page.get("PRINTED_IMG_NR", "").strip() or page.get("PHYSICAL_IMG_NR", "").strip()
        self._pages.append(AltoPage(start, len(self._words), label, self._confidence(page)))

    def _confidence(self, page: Element) -> float | None:
        if self._sureness:
            return sum(self._sureness) / len(self._sureness)
        whole, percent = number(page.get("PC")), number(page.get("ACCURACY"))
        return whole if whole is not None else percent / 100 if percent is not None else None

    def _children(self, element: Element, context: _Context) -> None:
        start = len(self._words)
        context = context._replace(size=self._styles.size(element, context.size))
        for child in element:
            self._block(child, context)
        self._name(element, start)

    def _block(self, element: Element, context: _Context) -> None:
        name = local_name(element.tag)
        if name == "TextBlock":
            self._text_block(element, context)
        elif name == "ComposedBlock":
            node, first = len(self._nodes), len(self._blocks)
            self._nodes.append(Node("", "", 0, 0))
            label = self._styles.label(element) or element.get("TYPE", "") or context.label
            if context.depth == DEEPEST:
                raise cannot_import(self._source, place_of(element), _TOO_DEEP.filled(deepest=DEEPEST), _MEND)
            self._children(element, context._replace(label=label, depth=context.depth + 1))
            self._nodes[node] = self._node(element, first)
        elif name in {"Illustration", "GraphicalElement"}:
            self._name(element, len(self._words))
            self._nodes.append(self._node(element, len(self._blocks)))
            if name == "Illustration":
                self._pictures.add(element.get("ID", ""))

    def _node(self, element: Element, first: int) -> Node:
        holds_others = local_name(element.tag) == "ComposedBlock"
        return Node(element.get("ID", ""), element.get("IDNEXT", ""), first, len(self._blocks), holds_others)

    def _text_block(self, element: Element, context: _Context) -> None:
        start, first = len(self._words), len(self._blocks)
        size = self._styles.size(element, context.size)
        language = element.get("LANG") or element.get("language") or context.language
        sizes: Counter[float] = Counter()
        for line in element:
            if local_name(line.tag) == "TextLine":
                self._text_line(line, self._styles.size(line, size), sizes)
        end = len(self._words)
        self._name(element, start)
        self._languages[language] += end - start if language else 0
        commonest = sizes.most_common(1)
        label = self._styles.label(element) or context.label
        size = commonest[0][0] if commonest else size
        self._blocks.append(Block(start, end, context.page, size, label, context.is_marginal))
        self._nodes.append(self._node(element, first))

    def _text_line(self, line: Element, size: float, sizes: Counter[float]) -> None:
        start = len(self._words)
        self._line += 1
        is_apart, before = True, None
        for child in line:
            name = local_name(child.tag)
            if name == "SP":
                is_apart = True
            elif name == "HYP":
                self._hyphen(child, start)
                is_apart, before = False, None
            elif name == "String":
                is_first = before is None
                apart = is_apart or not (self._has_blanks or is_first or _is_touching(before, child))
                if self._string(child, apart):
                    sizes[self._styles.size(child, size)] += len(self._words[-1].content)
                    is_apart, before = False, child
        self._name(line, start)

    def _string(self, element: Element, is_apart: bool) -> bool:
        """Take in a String; is it a word?"""
        start = len(self._words)
        content = element.get("CONTENT")
        if content is None:
            glyphs = (glyph for glyph in element if local_name(glyph.tag) == "Glyph")
            content = "".join(glyph.get("CONTENT", "") for glyph in glyphs)
        is_word = bool(content.strip())
        if is_word:
            if self._words and self._words[-1].line == self._line and self._words[-1].hyphen:
                self._keep_hyphen()
            half, whole = element.get("SUBS_TYPE", ""), element.get("SUBS_CONTENT", "")
            self._words.append(Word(content, self._line, is_apart, half, whole.strip()))
            sureness = number(element.get("WC"))
            if sureness is not None:
                self._sureness.append(sureness)
        self._name(element, start)
        return is_word

    def _hyphen(self, element: Element, start: int) -> None:
        content = element.get("CONTENT", "").strip("\xad \t\n") or "-"
        if len(self._words) > start:
            self._words[-1] = self._words[-1]._replace(hyphen=content)
        else:
            self._words.append(Word(content, self._line, True))

    def _keep_hyphen(self) -> None:
        """Make a hyphen that is not at the end of its line part of the text (ALTO has none such)."""
        word = self._words[-1]
        content = word.content if word.content.endswith(word.hyphen) else word.content + word.hyphen
        self._words[-1] = word._replace(content=content, hyphen="")

    def _name(self, element: Element, start: int) -> None:
        name = element.get("ID")
        if name:
            self._ranges.setdefault(name, (start, len(self._words)))


def _is_touching(before: Element | None, element: Element) -> bool:
    """Is this a closing mark right behind the word before it?"""
    if before is None or not _CLOSING.issuperset(element.get("CONTENT", " ")):
        return False
    left, width, here = (
        number(each) for each in (before.get("HPOS"), before.get("WIDTH"), element.get("HPOS"))
    )
    return left is not None and width is not None and here is not None and left <= here <= left + width + 1


def _image(root: Element) -> str:
    """Return the name of the picture by sourceImageInformation, whose folders say nothing of the paper."""
    for element in root.iter():
        if local_name(element.tag) == "Layout":
            break
        if local_name(element.tag) == "fileName" and element.text and element.text.strip():
            return element.text.strip().replace("\\", "/").rpartition("/")[2]
    return ""
