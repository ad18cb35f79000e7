"""Changes to a draft, and offers of them, in the terms of the protocol."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from reader.loading.pieces import Piece
from reader.lsp.actions import Offer
from reader.lsp.diagnostics import diagnostic
from reader.lsp.examination import Examination


def workspace_edit(examination: Examination, pieces: Iterable[Piece]) -> types.WorkspaceEdit:
    """Return pieces of the manuscript's text as an edit of the draft.

    Where the editor takes it the edit names the draft's version, so that one that is further on refuses it.
    """
    edits = [types.TextEdit(examination.range(piece.start, piece.end), piece.text) for piece in pieces]
    draft = examination.draft
    if not examination.client.takes_versioned_edits:
        return types.WorkspaceEdit(changes={draft.uri: edits})
    document = types.OptionalVersionedTextDocumentIdentifier(draft.uri, draft.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, edits)])


def code_action(examination: Examination, offer: Offer) -> types.CodeAction:
    """Return an offer as a code action without its edit; what it takes to make that is its data."""
    tongue = examination.client.tongue
    told = [diagnostic(one, examination.positions, tongue) for one in offer.stretches]
    return types.CodeAction(
        offer.title.say(tongue),
        offer.kind,
        diagnostics=told or None,
        is_preferred=offer.is_preferred or None,
        data=[examination.draft.uri, *offer.order],
    )
