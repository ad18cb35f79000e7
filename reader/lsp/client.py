"""What the editor at the other end can do, and what it wants to be spoken to in."""

from __future__ import annotations

from typing import NamedTuple

from lsprotocol import types
from pygls.capabilities import get_capability

from reader.edition.wording import Tongue
from reader.lsp.positions import UTF16


class Client(NamedTuple):
    """An editor's capabilities, as far as they matter here (LSP 3.17, initialize)."""

    tongue: Tongue = "en"
    encoding: str = UTF16
    """What columns are counted in."""
    resolves_edits: bool = False
    """Does it ask for the edit of a code action only when that is chosen?"""
    takes_versioned_edits: bool = False
    takes_markdown: bool = False
    takes_symbol_trees: bool = False
    pulls_diagnostics: bool = False
    """Does it ask for diagnostics itself, and again when told to? Then none are pushed besides."""
    watches_files: bool = False
    """Can it be asked to say when files change on the disk?"""


def client_of(
    params: types.InitializeParams, *, encoding: str, chosen: Tongue | None, usual: Tongue
) -> Client:
    """Return the client of an initialize request.

    It is spoken to in the language that was chosen for the server, else in its own, else in the usual one.
    """
    known = params.capabilities
    formats = get_capability(known, "text_document.hover.content_format", [])
    resolved = get_capability(known, "text_document.code_action.resolve_support.properties", [])
    return Client(
        tongue=chosen or tongue_of(params.locale) or usual,
        encoding=encoding,
        resolves_edits="edit" in (resolved or ()),
        takes_versioned_edits=bool(get_capability(known, "workspace.workspace_edit.document_changes")),
        takes_markdown=types.MarkupKind.Markdown in (formats or ()),
        takes_symbol_trees=bool(
            get_capability(known, "text_document.document_symbol.hierarchical_document_symbol_support")
        ),
        # One that only asks while it changes a file would never hear of a stylebook that has changed.
        pulls_diagnostics=get_capability(known, "text_document.diagnostic") is not None
        and bool(get_capability(known, "workspace.diagnostics.refresh_support")),
        watches_files=bool(get_capability(known, "workspace.did_change_watched_files.dynamic_registration")),
    )


def tongue_of(locale: str | None) -> Tongue | None:
    """Return the language of a locale as editors write it (``zh-CN``); None where they say nothing."""
    if not locale:
        return None
    return "zh" if locale.lower().startswith("zh") else "en"
