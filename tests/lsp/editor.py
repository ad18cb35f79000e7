"""A small editor with the language server at its other end, as a process of its own."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from reader.proofreading.rules import BY_ID
from tests.terminal import clean_environment, reader_command

_LINE_END = re.compile("\r\n|\n|\r")
_BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
_CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}

RESOLVING = types.CodeActionClientCapabilities(
    resolve_support=types.ClientCodeActionResolveOptions(["edit"]),
    data_support=True,
)


def capabilities(
    *,
    encodings: Sequence[str] | None = None,
    pulls: bool = False,
    refreshes: bool | None = None,
    resolves: bool = False,
    versioned: bool = False,
    trees: bool = False,
    markdown: bool = False,
    watches: bool = False,
) -> types.ClientCapabilities:
    """Return what an editor says it can do; a plain one can nothing but the least."""
    formats = [types.MarkupKind.Markdown, types.MarkupKind.PlainText] if markdown else None
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=list(encodings)) if encodings else None,
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=types.DiagnosticClientCapabilities() if pulls else None,
            code_action=RESOLVING if resolves else None,
            hover=types.HoverClientCapabilities(content_format=formats),
            document_symbol=types.DocumentSymbolClientCapabilities(
                hierarchical_document_symbol_support=trees
            ),
        ),
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=versioned),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=watches
            ),
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(
                refresh_support=pulls if refreshes is None else refreshes
            ),
        ),
    )


def follow_width_alone(folder: Path) -> None:
    """Write a stylebook with one rule, so that a test knows all that can be found."""
    others = [rule for rule in BY_ID if rule != "T-WIDTH"]
    (folder / "stylebook.toml").write_text(f"off = {json.dumps(others)}\n")


def index_of(text: str, position: types.Position, encoding: str = "utf-16") -> int:
    """Return the character an editor means by a position, told by the bytes of its line."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    start = starts[position.line]
    line = _LINE_END.split(text[start:], maxsplit=1)[0]
    data = line.encode(_CODECS[encoding])[: position.character * _BYTES[encoding]]
    return start + len(data.decode(_CODECS[encoding]))


def position_of(text: str, index: int, encoding: str = "utf-16") -> types.Position:
    """Return the position of a character, told by the bytes of its line."""
    before = _LINE_END.split(text[:index])
    return types.Position(len(before) - 1, len(before[-1].encode(_CODECS[encoding])) // _BYTES[encoding])


def with_edits(text: str, edits: Iterable[types.TextEdit], encoding: str = "utf-16") -> str:
    """Return a text with edits made as the protocol has it: all of them in the text as it was."""
    spans = [
        (index_of(text, edit.range.start, encoding), index_of(text, edit.range.end, encoding), edit.new_text)
        for edit in edits
    ]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _remembered(method: Callable[[Any], Awaitable[None]]) -> Callable[[Any], Awaitable[None]]:
    """Return a function, for pygls writes on what it is given, and a method takes no writing."""

    async def heard(params: Any) -> None:
        await method(params)

    return heard


class Editor:
    """Keeps the text of open files itself and hears what the server says of them."""

    def __init__(self, client: LanguageClient, encoding: str) -> None:
        self.client = client
        self.encoding = encoding
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.publications = 0
        self.logged: list[str] = []
        self.registered: list[types.Registration] = []
        self.refreshed = 0
        self.news = asyncio.Condition()

    def listen(self) -> None:
        """Hear what the server says of itself."""
        for name, heard in (
            (types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self._published),
            (types.WINDOW_LOG_MESSAGE, self._logged),
            (types.CLIENT_REGISTER_CAPABILITY, self._registered),
            (types.WORKSPACE_DIAGNOSTIC_REFRESH, self._refreshed),
        ):
            self.client.feature(name)(_remembered(heard))

    async def _published(self, params: types.PublishDiagnosticsParams) -> None:
        self.published[params.uri] = params
        self.publications += 1
        await self._hear()

    async def _logged(self, params: types.LogMessageParams) -> None:
        self.logged.append(params.message)
        await self._hear()

    async def _registered(self, params: types.RegistrationParams) -> None:
        self.registered += params.registrations
        await self._hear()

    async def _refreshed(self, _: None) -> None:
        self.refreshed += 1
        await self._hear()

    async def _hear(self) -> None:
        async with self.news:
            self.news.notify_all()

    def open(self, uri: str, text: str) -> None:
        """Open a file with this text."""
        self.texts[uri], self.versions[uri] = text, 1
        self.published.pop(uri, None)
        document = types.TextDocumentItem(uri, "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))

    def type(self, uri: str, *changes: tuple[int, int, str]) -> None:
        """Replace characters of a file, one change after the other, and tell the server each by its range."""
        text = self.texts[uri]
        events: list[types.TextDocumentContentChangeEvent] = []
        for start, end, new in changes:
            places = (position_of(text, at, self.encoding) for at in (start, end))
            events.append(types.TextDocumentContentChangePartial(types.Range(*places), new))
            text = text[:start] + new + text[end:]
        self._send(uri, text, events)

    def replace(self, uri: str, text: str) -> None:
        """Send a whole new text."""
        self._send(uri, text, [types.TextDocumentContentChangeWholeDocument(text)])

    def _send(self, uri: str, text: str, events: list[types.TextDocumentContentChangeEvent]) -> None:
        self.texts[uri] = text
        self.versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, events))

    def save(self, uri: str) -> None:
        """Say that a file was saved."""
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(document))

    def close(self, uri: str) -> None:
        """Close a file."""
        self.published.pop(uri, None)
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def changed_on_disk(self, *paths: Path) -> None:
        """Say that files have changed on the disk."""
        events = [types.FileEvent(path.as_uri(), types.FileChangeType.Changed) for path in paths]
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))

    async def told(self, uri: str, *, after: int | None = None) -> list[types.Diagnostic]:
        """Return what the server says of the last version of a file; `after` so many publications."""
        version = self.versions.get(uri)
        async with self.news:
            await self.news.wait_for(
                lambda: (
                    uri in self.published
                    and self.published[uri].version in (version, None)
                    and (after is None or self.publications > after)
                )
            )
        return list(self.published[uri].diagnostics)

    async def heard(self, what: str) -> None:
        """Wait until something was logged, registered or refreshed."""
        async with self.news:
            await self.news.wait_for(lambda: bool(getattr(self, what)))

    async def actions(
        self, uri: str, start: int, end: int, *only: str, resolve: bool = False
    ) -> list[types.CodeAction]:
        """Return the code actions between two characters, each with its edit where that is asked for."""
        text = self.texts[uri]
        reach = types.Range(*(position_of(text, at, self.encoding) for at in (start, end)))
        context = types.CodeActionContext([], only=list(only) or None)
        document = types.TextDocumentIdentifier(uri)
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(document, reach, context)
        )
        actions = [one for one in found or () if isinstance(one, types.CodeAction)]
        if resolve:
            return [await self.client.code_action_resolve_async(action) for action in actions]
        return actions

    def edited(self, uri: str, action: types.CodeAction) -> str:
        """Return the text of a file after an action."""
        assert action.edit is not None
        if action.edit.changes is not None:
            edits: Iterable[Any] = action.edit.changes[uri]
        else:
            (document,) = action.edit.document_changes or ()
            assert isinstance(document, types.TextDocumentEdit)
            assert document.text_document.version == self.versions[uri]
            edits = document.edits
        return with_edits(self.texts[uri], edits, self.encoding)

    async def hover(self, uri: str, index: int) -> str | None:
        """Return what the server says of a character."""
        position = position_of(self.texts[uri], index, self.encoding)
        document = types.TextDocumentIdentifier(uri)
        found = await self.client.text_document_hover_async(types.HoverParams(document, position))
        if found is None:
            return None
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value


@asynccontextmanager
async def an_editor(
    home: Path,
    *arguments: str,
    can: types.ClientCapabilities | None = None,
    locale: str | None = "zh-CN",
    environment: Mapping[str, str] | None = None,
) -> AsyncIterator[Editor]:
    """Start the server as an editor does, and leave it as one should: its exit status must be 0."""
    client = LanguageClient("a-small-editor", "1")
    command, *rest = reader_command("lsp", *arguments)
    await client.start_io(command, *rest, env=clean_environment(home, **(environment or {})), cwd=home)
    params = types.InitializeParams(can or capabilities(), locale=locale, root_uri=home.as_uri())
    answer = await client.initialize_async(params)
    encoding = answer.capabilities.position_encoding or "utf-16"
    editor = Editor(client, str(getattr(encoding, "value", encoding)))

    editor.listen()
    client.initialized(types.InitializedParams())
    try:
        yield editor
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        status = await ended(client)
    assert status == 0


async def ended(client: LanguageClient) -> int:
    """Wait for the server to end and return its exit status."""
    assert client._server is not None
    status = await client._server.wait()
    stop: Callable[[], Awaitable[None]] = client.stop
    await stop()
    return status
