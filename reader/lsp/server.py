"""The server: what an editor sends goes to the desk, what is found goes back."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from reader import __version__
from reader.edition.wording import Tongue, Wording
from reader.lsp.client import Client
from reader.lsp.desk import PAUSE, Desk
from reader.lsp.diagnostics import SOURCE, trouble_diagnostics
from reader.lsp.draft import Draft
from reader.lsp.examination import Examination, examined_draft
from reader.lsp.house import House, Trouble, house_of

_FAILED = Wording("程序自己出了错：{reason}", "the program itself failed: {reason}")


class Terms(NamedTuple):
    """What the server is started with."""

    chosen: Tongue | None
    """The language somebody chose; None leaves it to the editor."""
    usual: Tongue
    """The language where the editor does not say either."""
    limit: int
    """The largest file read, in bytes."""
    library_of: Callable[[Path], Path | None]
    """In which library a file lies."""


class CopyDeskProtocol(LanguageServerProtocol):
    """The protocol with the texts of open files kept on the desk.

    pygls' own workspace ends lines at U+2028 and a few more where editors do not, and so loses its place.
    """

    @property
    def _copy_desk(self) -> CopyDeskServer:
        return cast(CopyDeskServer, self._server)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Put a file on the desk."""
        document = params.text_document
        self._copy_desk.desk.put(Draft(document.uri, document.version, document.text), pause=0.0)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Change a file on the desk; of one that was never opened nothing is known."""
        server, document = self._copy_desk, params.text_document
        draft = server.desk.draft(document.uri)
        if draft is not None:
            changed = draft.changed(document.version, params.content_changes, server.client.encoding)
            server.desk.put(changed, pause=PAUSE)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Take a file off the desk, and what was said of it off the screen."""
        self._copy_desk.desk.take_away(params.text_document.uri)
        self._copy_desk.forget(params.text_document.uri)


class CopyDeskServer(LanguageServer):
    """The language server of one editor."""

    def __init__(self, terms: Terms) -> None:
        super().__init__(SOURCE, __version__, protocol_cls=CopyDeskProtocol)
        self.terms = terms
        self.client = Client(terms.chosen or terms.usual)
        self.desk = Desk(self._proofread, self._tell)
        self.was_shut_down = False
        """Did the editor say that it would leave?"""
        self._numbers = itertools.count(1)
        self._troubles: dict[str, tuple[Trouble, ...]] = {}

    def forget(self, uri: str) -> None:
        """Take what was said of a file off the editor's screen."""
        if not self.client.pulls_diagnostics:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        self._tell_troubles(uri, ())

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:  # noqa: ARG002
        """Say in the editor's log what failed; what was asked for is answered with the error besides."""
        self._log(error)

    def _log(self, error: Exception) -> None:
        reason = f"{type(error).__name__}: {error}".split("\n", maxsplit=1)[0][:200]
        words = _FAILED.filled(reason=reason).say(self.client.tongue)
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, words))

    def _proofread(self, draft: Draft) -> Examination:
        """Return what is in a draft; in the desk's other thread."""
        number = next(self._numbers)
        try:
            house = house_of(draft.path, self.terms.library_of)
            return examined_draft(draft, self.client, house, limit=self.terms.limit, number=number)
        except Exception as error:
            # One file that makes us fail must not cost the editor all others.
            return Examination(draft, self.client, House(), None, number=number, failure=error)

    def _tell(self, examination: Examination) -> None:
        draft = examination.draft
        if examination.failure is not None:
            self._log(examination.failure)
        if not self.client.pulls_diagnostics:
            found = examination.diagnostics
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(draft.uri, found, draft.version)
            )
        self._tell_troubles(draft.uri, examination.house.troubles)

    def _tell_troubles(self, uri: str, troubles: tuple[Trouble, ...]) -> None:
        """Show what is wrong in the files of the house where these stand; several editions share them."""
        before = self._troubles_by_file()
        self._troubles.pop(uri, None)
        if troubles:
            self._troubles[uri] = troubles
        now = self._troubles_by_file()
        for path in dict.fromkeys((*before, *now)):
            if before.get(path) != now.get(path):
                found = trouble_diagnostics(now.get(path, ()), self.client.tongue)
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(path.as_uri(), found))

    def _troubles_by_file(self) -> dict[Path, list[Trouble]]:
        by_file: dict[Path, list[Trouble]] = {}
        for trouble in dict.fromkeys(trouble for told in self._troubles.values() for trouble in told):
            by_file.setdefault(trouble.path, []).append(trouble)
        return by_file
