"""In which order the blocks of an ALTO document are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reader.importing.mets.alto import Block
from reader.importing.safe_xml import local_name


class Node(NamedTuple):
    """Any block, and the text blocks that are in it, as a range of their numbers."""

    id: str
    next: str
    """The ID of the block after it (IDNEXT); may be empty."""
    first: int
    last: int
    """One past."""
    holds_others: bool = False
    """Is it a block of blocks?"""


def reading_order(root: Element, nodes: Sequence[Node], blocks: Sequence[Block]) -> tuple[int, ...]:
    """Return the numbers of the text blocks as they are read.

    An explicit ReadingOrder counts first (ALTO 4.3), then chains of IDNEXT, then the document: page by page,
    margins last. Blocks that the first two leave out come in the order of the document behind the rest.
    """
    ordered: dict[int, None] = {}
    for number in _ordered(root, nodes) or _chained(nodes):
        ordered.setdefault(number)
    rest = sorted(range(len(blocks)), key=lambda number: (blocks[number].page, blocks[number].is_marginal))
    if not ordered:
        return tuple(rest)
    ranks = {number: rank for rank, number in enumerate(ordered)}
    # Whatever a file says, pages follow each other.
    return tuple(sorted(rest, key=lambda number: (blocks[number].page, ranks.get(number, len(ranks)))))


def _ordered(root: Element, nodes: Sequence[Node]) -> list[int]:
    """Return the blocks that a ReadingOrder names; a line or a word in it stands for its block."""
    order = next((part for part in root if local_name(part.tag) == "ReadingOrder"), None)
    if order is None:
        return []
    holders = _holders(root)
    named = {node.id: node for node in reversed(nodes) if node.id}
    numbers: list[int] = []
    for element in order.iter():
        for reference in element.get("REF", "").split():
            node = named.get(holders.get(reference, reference))
            if node is not None:
                numbers += range(node.first, node.last)
    return numbers


def _holders(root: Element) -> dict[str, str]:
    """Return for the ID of every line and word that of its text block."""
    holders: dict[str, str] = {}
    for block in root.iter():
        if local_name(block.tag) == "TextBlock":
            for part in block.iter():
                holders.setdefault(part.get("ID", ""), block.get("ID", ""))
    return holders


def _chained(nodes: Sequence[Node]) -> list[int]:
    """Return the blocks in chains; nothing when there are none."""
    if not any(node.next for node in nodes):
        return []
    numbers: list[int] = []
    for node in _walk(nodes):
        numbers += range(node.first, node.last)
    return numbers


def _walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield nodes: each chain from its beginning, where that stands in the document; then what goes round."""
    named = {node.id: node for node in reversed(nodes) if node.id}
    followers = {node.next for node in nodes if node.next}
    seen: set[str] = set()
    chained = [node for node in nodes if node.next or node.id in followers]
    # What is in a block of blocks that is in a chain comes with it; one that is in none stands for nothing.
    held = {number for node in chained if node.holds_others for number in range(node.first, node.last)}
    begins = [node for node in nodes if node.id not in followers]
    for begin in (*begins, *nodes):
        is_chained = bool(begin.next) or begin.id in followers
        if not is_chained and (begin.holds_others or begin.first in held):
            continue
        node: Node | None = begin
        while node is not None and (not node.id or node.id not in seen):
            seen.add(node.id)
            yield node
            node = named.get(node.next) if node.next else None
