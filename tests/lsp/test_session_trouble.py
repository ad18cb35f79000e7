"""What an editor should not send, and how a session ends."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

import pytest
from lsprotocol import types

from tests.copydesk.desk import FAULTY
from tests.lsp.editor import Editor, an_editor, capabilities, ended
from tests.terminal import clean_environment, reader_command


async def written(editor: Editor, body: bytes) -> None:
    """Send bytes as they are, with their length before them."""
    server = editor.client._server
    assert server is not None
    assert server.stdin is not None
    server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    await server.stdin.drain()


async def is_alive(editor: Editor, uri: str) -> None:
    """See that the server still does its work."""
    editor.open(uri, FAULTY)
    assert len([one for one in await editor.told(uri) if one.code == "T-WIDTH"]) == 7


NONSENSE = (
    b"{",
    b"[" * 100_000,
    b"\xff\xfe",
    b"null",
    b"7",
    b"{}",
    b'{"jsonrpc": "1.0"}',
    b'{"jsonrpc": "2.0", "method": "no/such/notification", "params": {"a": 1}}',
    b'{"jsonrpc": "2.0", "id": 7, "method": "no/such/request"}',
    b'{"jsonrpc": "2.0", "id": 8, "method": "textDocument/hover", "params": {"position": "here"}}',
    b'{"jsonrpc": "2.0", "id": 9, "method": "workspace/executeCommand", "params": {"command": "x"}}',
    b'{"jsonrpc": "2.0", "id": "never sent", "result": 1}',
    b'{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": "never sent"}}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": {"uri": "a:b"}}}',
)


async def test_messages_that_make_no_sense_end_nothing(tmp_path: Path) -> None:
    async with an_editor(tmp_path) as editor:
        for number, body in enumerate(NONSENSE):
            await written(editor, body)
            await is_alive(editor, (tmp_path / f"{number}.yaml").as_uri())
        assert editor.logged != []


async def test_a_change_of_a_file_that_was_never_opened_is_passed_over(tmp_path: Path) -> None:
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path) as editor:
        editor.texts[uri], editor.versions[uri] = FAULTY, 1
        editor.type(uri, (0, 0, "# 一\n"))
        editor.save(uri)
        editor.close(uri)
        assert await editor.told(uri) == []
        await is_alive(editor, uri)
        assert editor.logged == []


async def test_text_that_is_half_typed_is_told_and_comes_back(tmp_path: Path) -> None:
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path) as editor:
        await is_alive(editor, uri)
        at = FAULTY.index("'□")
        editor.type(uri, (at, at + 1, '"'))
        assert {one.code for one in await editor.told(uri)} == {"S-FORMAT"}
        assert await editor.actions(uri, 0, len(FAULTY)) == []
        editor.type(uri, (at, at + 1, "'"))
        assert len([one for one in await editor.told(uri) if one.code == "T-WIDTH"]) == 7


@pytest.mark.parametrize(
    "text", ["\x00\x01\x02", "format: 1\npaper: \x1b[2J\n", "[" * 80_000, "a: &a [*a]\n" * 9]
)
async def test_text_that_is_meant_to_hurt_does_not(tmp_path: Path, text: str) -> None:
    async with an_editor(tmp_path) as editor:
        hurt = (tmp_path / "hurt.yaml").as_uri()
        editor.open(hurt, text)
        found = await editor.told(hurt)
        assert "\x1b" not in "".join(one.message for one in found)
        await is_alive(editor, (tmp_path / "2024-12-23.yaml").as_uri())
        assert editor.logged == []


async def test_a_question_that_is_taken_back_is_let_go(tmp_path: Path) -> None:
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path) as editor:
        editor.open(uri, FAULTY)
        where = types.TextDocumentIdentifier(uri)
        asked = editor.client.protocol.send_request(
            types.TEXT_DOCUMENT_HOVER, types.HoverParams(where, types.Position(0, 0)), msg_id="mine"
        )
        editor.client.cancel_request(types.CancelParams("mine"))
        await asyncio.wait([asyncio.wrap_future(asked)])
        if asked.exception() is None:
            assert asked.result() is None  # it was answered before
        await is_alive(editor, (tmp_path / "2024-12-24.yaml").as_uri())


async def test_the_language_is_the_one_chosen_then_the_editors_then_the_environments(tmp_path: Path) -> None:
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    told = []
    for arguments, locale, world in (
        (("--lang", "en", "--stdio"), "zh-CN", {}),
        ((), "zh-CN", {}),
        ((), None, {"LC_ALL": "zh_CN.UTF-8"}),
        ((), None, {}),
    ):
        async with an_editor(tmp_path, *arguments, locale=locale, environment=world) as editor:
            editor.open(uri, FAULTY)
            (first, *_) = [one for one in await editor.told(uri) if one.code == "T-WIDTH"]
            told.append("en" if first.message.startswith("half-width") else "zh")
    assert told == ["en", "zh", "zh", "en"]


async def begun(home: Path) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        *reader_command("lsp"), env=clean_environment(home), cwd=home, stdin=pipe, stdout=pipe, stderr=pipe
    )


@pytest.mark.parametrize(
    ("messages", "status"),
    [
        ((), 1),
        ((b'{"jsonrpc": "2.0", "method": "exit"}',), 1),
        ((b'{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}', b'{"jsonrpc": "2.0", "method": "exit"}'), 0),
        ((b'{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}',), 0),
    ],
)
async def test_the_status_tells_whether_the_editor_took_its_leave(
    tmp_path: Path, messages: tuple[bytes, ...], status: int
) -> None:
    server = await begun(tmp_path)
    sent = b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in messages)
    _, said = await server.communicate(sent)
    assert (server.returncode, said) == (status, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
async def test_ctrl_c_ends_a_server_that_nobody_speaks_to(tmp_path: Path) -> None:
    server = await begun(tmp_path)
    assert server.stdin is not None
    assert server.stdout is not None
    hello = b'{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}'
    server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(hello), hello))
    await server.stdout.readline()
    server.send_signal(signal.SIGINT)
    await server.communicate()
    assert server.returncode == -signal.SIGINT


async def test_what_the_server_can_do_is_told_at_the_start(tmp_path: Path) -> None:
    from pygls.lsp.client import LanguageClient

    client = LanguageClient("another-editor", "1")
    command, *rest = reader_command("lsp")
    await client.start_io(command, *rest, env=clean_environment(tmp_path), cwd=tmp_path)
    params = types.InitializeParams(capabilities())
    can = (await client.initialize_async(params)).capabilities
    assert can.position_encoding == "utf-16"
    assert isinstance(can.text_document_sync, types.TextDocumentSyncOptions)
    assert can.text_document_sync.change == types.TextDocumentSyncKind.Incremental
    assert can.text_document_sync.save is not None
    assert isinstance(can.code_action_provider, types.CodeActionOptions)
    assert can.code_action_provider.resolve_provider
    assert list(can.code_action_provider.code_action_kinds or ()) == [
        "quickfix",
        "source.fixAll.paper-reader",
    ]
    assert can.diagnostic_provider is None
    assert can.hover_provider
    assert can.document_symbol_provider
    assert can.document_formatting_provider is None
    await client.shutdown_async(None)
    client.exit(None)
    assert await ended(client) == 0
