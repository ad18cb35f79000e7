"""Drafts that were proofread, to try things on without an editor."""

from __future__ import annotations

from reader.loading.pieces import Piece, applied
from reader.lsp.actions import Order, carried_out
from reader.lsp.client import Client
from reader.lsp.draft import Draft
from reader.lsp.edits import workspace_edit
from reader.lsp.examination import Examination, examined_draft
from reader.lsp.house import House
from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook
from tests.copydesk.desk import FAULTY
from tests.lsp.editor import with_edits

URI = "file:///papers/2024-12-23.yaml"
LIMIT = 16_000_000
WIDTH_ONLY = House(Stylebook(off=frozenset(BY_ID) - {"T-WIDTH"}))
"""A house with one rule, so that a test knows all that can be found."""


def an_examination(
    text: str = FAULTY,
    *,
    uri: str = URI,
    client: Client | None = None,
    house: House = WIDTH_ONLY,
    limit: int = LIMIT,
    version: int = 1,
) -> Examination:
    """Return what is in a text; the editor speaks English unless it is named."""
    return examined_draft(Draft(uri, version, text), client or Client(), house, limit=limit)


def after(examination: Examination, order: Order) -> str:
    """Return the draft's text after an order, made as an editor makes it."""
    pieces: list[Piece] = list(carried_out(examination, order))
    edit = workspace_edit(examination, pieces)
    assert edit.changes is not None
    made = with_edits(
        examination.draft.text, edit.changes[examination.draft.uri], examination.client.encoding
    )
    assert made == applied(examination.draft.text, pieces) or examination.draft.text.startswith("\ufeff")
    return made
