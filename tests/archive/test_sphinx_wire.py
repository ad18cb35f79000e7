"""The way to a server, where there is none: every trouble is one sentence that says what to do."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest

from reader.archive.issue_index import IndexUnusable
from reader.archive.sphinx_address import Server, SphinxAddress
from reader.archive.sphinx_index import SphinxIndex
from reader.archive.sphinx_wire import Cancelled, Wire, has_client

needs_client = pytest.mark.skipif(not has_client(), reason="PyMySQL is not installed (the extra sphinx)")


@contextlib.contextmanager
def listening(answer: bytes | None) -> Iterator[Server]:
    """Have something listen that says this and hangs up, or says nothing at all."""
    with socket.create_server(("127.0.0.1", 0)) as server, contextlib.ExitStack() as open_ones:

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    open_ones.enter_context(connection)
                    if answer is not None:
                        connection.sendall(answer)
                        connection.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield Server("127.0.0.1", server.getsockname()[1])
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


@needs_client
def test_nobody_there_is_said_with_the_address() -> None:
    with pytest.raises(IndexUnusable) as trouble:
        Wire(Server("127.0.0.1", 9)).ask("SHOW TABLES")
    assert "127.0.0.1:9" in trouble.value.why.en
    assert "look whether it runs" in trouble.value.why.en
    assert "127.0.0.1:9" in trouble.value.why.zh


@needs_client
@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-other\r\n", b"\x05\x00\x00\x00\x0aabc\x00", b"\x00" * 99])
def test_something_else_that_listens_there_is_no_server(answer: bytes) -> None:
    with listening(answer) as server, pytest.raises(IndexUnusable):
        Wire(server).ask("SHOW TABLES")


@needs_client
def test_waiting_can_be_given_up() -> None:
    with listening(None) as server:
        wire = Wire(server)
        wire.cancelled = lambda: True
        with pytest.raises(Cancelled):
            wire.ask("SHOW TABLES")


@needs_client
def test_waiting_comes_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.archive.sphinx_wire.ANSWER_SECONDS", 0.1)
    with listening(None) as server, pytest.raises(IndexUnusable):
        Wire(server).ask("SHOW TABLES")


def test_without_the_client_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.archive.sphinx_wire.has_client", lambda: False)
    index = SphinxIndex(SphinxAddress(Server("one"), (Server("two"),), "paper"))
    for opened in (index.reader, index.writer, index.discard):
        with pytest.raises(IndexUnusable, match="pip install 'pymysql"):
            opened()
