"""What an editor can ask for, each answered from the last version of the file."""

from __future__ import annotations

from functools import partial

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified, JsonRpcInvalidParams

from reader.lsp.actions import FIX_ALL, QUICK_FIX, Order, carried_out, offers
from reader.lsp.client import client_of
from reader.lsp.diagnostics import SOURCE
from reader.lsp.edits import code_action, workspace_edit
from reader.lsp.examination import Examination
from reader.lsp.hover import hover
from reader.lsp.positions import UTF16
from reader.lsp.server import CopyDeskServer, Terms
from reader.lsp.symbols import document_symbols, flat

WATCHED = ("**/stylebook.toml", "**/*.proof.json")
"""What is judged by, and changes on the disk."""

_CHANGED = "the file has changed meanwhile"


def copy_desk_server(terms: Terms) -> CopyDeskServer:
    """Return a server with everything it answers to."""
    server = CopyDeskServer(terms)
    server.feature(types.INITIALIZE)(_initialize)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.SHUTDOWN)(_shutdown)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_did_save)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_did_change_files)
    kinds = types.CodeActionOptions([QUICK_FIX, FIX_ALL], resolve_provider=True)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_code_action)
    server.feature(types.CODE_ACTION_RESOLVE)(_resolve)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(_document_symbol)
    return server


def _initialize(ls: CopyDeskServer, params: types.InitializeParams) -> None:
    encoding = ls.workspace.position_encoding or UTF16
    if isinstance(encoding, types.PositionEncodingKind):
        encoding = encoding.value
    terms = ls.terms
    ls.client = client_of(params, encoding=encoding, chosen=terms.chosen, usual=terms.usual)
    if ls.client.pulls_diagnostics:  # said only to who does: others would be shown everything twice
        pulled = types.DiagnosticOptions(False, False, identifier=SOURCE)
        ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, pulled)(_diagnostic)


def _initialized(ls: CopyDeskServer, _: types.InitializedParams) -> None:
    if not ls.client.watches_files:
        return
    watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    ls.client_register_capability(types.RegistrationParams([types.Registration(method, method, options)]))


def _shutdown(ls: CopyDeskServer, _: None) -> None:
    ls.was_shut_down = True
    ls.desk.close()


def _did_save(ls: CopyDeskServer, params: types.DidSaveTextDocumentParams) -> None:
    # The text is what it was; a picture or the stylebook need not be.
    ls.desk.again(params.text_document.uri)
    _have_pulled_again(ls)


def _did_change_files(ls: CopyDeskServer, _: types.DidChangeWatchedFilesParams) -> None:
    ls.desk.all_again()
    _have_pulled_again(ls)


def _have_pulled_again(ls: CopyDeskServer) -> None:
    if ls.client.pulls_diagnostics:
        ls.workspace_diagnostic_refresh(None)


async def _diagnostic(
    ls: CopyDeskServer, params: types.DocumentDiagnosticParams
) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
    examination = await ls.desk.examination(params.text_document.uri)
    if examination is None:
        return types.RelatedFullDocumentDiagnosticReport([])
    number = str(examination.number)
    if number == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(number)
    return types.RelatedFullDocumentDiagnosticReport(examination.diagnostics, result_id=number)


async def _code_action(ls: CopyDeskServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    examination = await ls.desk.examination(params.text_document.uri)
    if examination is None:
        return []
    start, end = (examination.positions.offset(at) for at in (params.range.start, params.range.end))
    made = []
    for offer in offers(examination, start, end, params.context.only):
        action = code_action(examination, offer)
        if not ls.client.resolves_edits:
            action.edit = await _edit(ls, examination, offer.order)
            action.data = None
        if ls.client.resolves_edits or action.edit is not None:
            made.append(action)
    return made


async def _resolve(ls: CopyDeskServer, action: types.CodeAction) -> types.CodeAction:
    match action.data:
        case [str(uri), str(what), str(rule), str(fingerprint)]:
            order = Order(what, rule, fingerprint)
        case _:
            raise JsonRpcInvalidParams("the code action is none of this server's")
    examination = await ls.desk.examination(uri)
    action.edit = None if examination is None else await _edit(ls, examination, order)
    if action.edit is None:
        raise JsonRpcContentModified(_CHANGED)
    return action


async def _edit(ls: CopyDeskServer, examination: Examination, order: Order) -> types.WorkspaceEdit | None:
    pieces = await ls.desk.apart(partial(carried_out, examination, order))
    if not pieces:
        return None
    return workspace_edit(examination, pieces)


async def _hover(ls: CopyDeskServer, params: types.HoverParams) -> types.Hover | None:
    examination = await ls.desk.examination(params.text_document.uri)
    if examination is None:
        return None
    offset = examination.positions.offset(params.position)
    return hover(examination, offset)


async def _document_symbol(
    ls: CopyDeskServer, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    examination = await ls.desk.examination(params.text_document.uri)
    if examination is None:
        return []
    symbols = await ls.desk.apart(partial(document_symbols, examination))
    return symbols if ls.client.takes_symbol_trees else flat(symbols, examination.draft.uri)
