"""The server itself, with a wire that remembers what went over it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from reader.lsp.draft import Draft
from reader.lsp.features import copy_desk_server
from reader.lsp.server import CopyDeskServer, Terms
from tests.copydesk.desk import FAULTY
from tests.lsp.drafts import LIMIT


class Wire:
    """Keeps every message as it was sent."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    def write(self, data: bytes) -> None:
        self.messages.append(json.loads(data.partition(b"\r\n\r\n")[2]))

    def close(self) -> None:
        """A wire that remembers has nothing to close."""

    async def carried(self, count: int) -> list[dict[str, Any]]:
        while len(self.messages) < count:
            await asyncio.sleep(0.001)
        return self.messages


def a_server(wire: Wire, *, fails: bool = False) -> CopyDeskServer:
    def library_of(path: Path) -> Path | None:
        if fails:
            raise RuntimeError("the library has burnt down")
        return None

    server = copy_desk_server(Terms(chosen="en", usual="zh", limit=LIMIT, library_of=library_of))
    server.protocol.set_writer(wire)
    return server


async def test_a_failure_of_our_own_is_logged_and_the_file_shown_without_findings(tmp_path: Path) -> None:
    wire = Wire()
    server = a_server(wire, fails=True)
    server.desk.put(Draft((tmp_path / "a.yaml").as_uri(), 3, FAULTY), pause=0.0)
    logged, published = await wire.carried(2)
    assert logged["method"] == "window/logMessage"
    assert logged["params"]["message"] == (
        "the program itself failed: RuntimeError: the library has burnt down"
    )
    assert (published["params"]["version"], published["params"]["diagnostics"]) == (3, [])


async def test_a_trouble_of_the_house_is_told_when_it_comes_and_when_it_goes_and_not_between(
    tmp_path: Path,
) -> None:
    wire, book = Wire(), tmp_path / "stylebook.toml"
    server, uri = a_server(wire), (tmp_path / "a.yaml").as_uri()
    book.write_text("off = 7\n")
    server.desk.put(Draft(uri, 1, FAULTY), pause=0.0)
    await wire.carried(2)
    server.desk.put(Draft(uri, 2, FAULTY + "# 一\n"), pause=0.0)
    await wire.carried(3)
    book.unlink()
    server.desk.again(uri)
    await wire.carried(5)
    server.forget(uri)
    told = [(one["params"]["uri"] == uri, bool(one["params"]["diagnostics"])) for one in wire.messages]
    assert told == [(True, True), (False, True), (True, True), (True, True), (False, False), (True, False)]
