"""The outline of a draft as an editor's symbols."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from reader.copydesk.outline import Heading, Sort, outline
from reader.lsp.examination import Examination

_KINDS = {
    Sort.NOTICE: types.SymbolKind.Event,
    Sort.SECTION: types.SymbolKind.Namespace,
    Sort.ARTICLE: types.SymbolKind.Object,
    Sort.SUBHEAD: types.SymbolKind.String,
}


def document_symbols(examination: Examination) -> list[types.DocumentSymbol]:
    """Return the outline as a tree; empty while the draft is no edition."""
    if examination.examined is None:
        return []
    return [_symbol(examination, heading) for heading in outline(examination.examined.manuscript)]


def flat(symbols: Iterable[types.DocumentSymbol], uri: str) -> list[types.SymbolInformation]:
    """Return a tree for editors that know none: each symbol with the name of the one above it."""
    return list(_flat(symbols, uri, None))


def _flat(
    symbols: Iterable[types.DocumentSymbol], uri: str, above: str | None
) -> Iterator[types.SymbolInformation]:
    for one in symbols:
        place = types.Location(uri, one.range)
        yield types.SymbolInformation(place, one.name, one.kind, container_name=above)
        yield from _flat(one.children or (), uri, one.name)


def _symbol(examination: Examination, heading: Heading) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        heading.title,
        _KINDS[heading.sort],
        examination.range(heading.start, heading.end),
        examination.range(heading.title_start, heading.title_end),
        heading.detail or None,
        children=[_symbol(examination, one) for one in heading.below] or None,
    )
