"""A real browser without a window, steered through its remote debugging protocol."""

from __future__ import annotations

import asyncio
import base64
import itertools
import re
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp
import pyte

from tests.ssh.visiting import until
from tests.terminal import rows_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
"""The browser, if there is one."""
_SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
)
_PATIENCE = 30.0


class Tab:
    """One page: what it was sent over its WebSocket stands on a screen that can be read."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, columns: int = 400, rows: int = 200) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._listening = asyncio.create_task(self._listen())
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self.requested: list[str] = []
        """Every address the page has asked for."""
        self.complaints: list[str] = []
        """What the browser has complained of: errors, and what the page may not do."""

    async def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method and return its result."""
        number = next(self._numbers)
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        async with asyncio.timeout(_PATIENCE):
            return await answer

    async def _listen(self) -> None:
        async for message in self._socket:
            told = message.json()
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told.get("result", told))
            else:
                self._hear(told["method"], told["params"])

    def _hear(self, method: str, told: dict[str, Any]) -> None:
        match method:
            case "Network.webSocketFrameReceived" if told["response"]["opcode"] == 2:
                self._draw(base64.b64decode(told["response"]["payloadData"]))
            case "Network.requestWillBeSent":
                self.requested.append(told["request"]["url"])
            case "Network.webSocketCreated":
                self.requested.append(told["url"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(told["exceptionDetails"]))
            case "Log.entryAdded" if told["entry"]["level"] == "error":
                self.complaints.append(told["entry"]["text"])

    def _draw(self, data: bytes) -> None:
        self.raw += data
        # pyte stumbles over a few private sequences that terminals ignore.
        self._stream.feed(re.sub(rb"\x1b\[(>25u|<u|\?2026\$p)", b"", data))

    def shows(self, words: str) -> bool:
        """Was this drawn, and not drawn over since?"""
        return any(words in line for line in rows_of(self._screen))

    async def sees(self, words: str) -> None:
        """Wait until something is shown."""
        await until(lambda: self.shows(words))

    async def open(self, address: str, size: tuple[int, int] = (900, 700), *, is_phone: bool = False) -> None:
        """Go to a page, in a window of so many pixels."""
        for domain in ("Page", "Network", "Runtime", "Log"):
            await self.send(f"{domain}.enable")
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_phone}
        await self.send("Emulation.setDeviceMetricsOverride", **metrics)
        if is_phone:
            await self.send("Emulation.setTouchEmulationEnabled", enabled=True)
        await self.send("Network.setExtraHTTPHeaders", headers={"Accept-Language": "zh-CN,zh;q=0.9"})
        await self.send("Page.navigate", url=address)

    async def type(self, keys: str) -> None:
        """Press keys that are characters."""
        for key in keys:
            await self.send("Input.dispatchKeyEvent", type="keyDown", text=key, key=key, unmodifiedText=key)
            await self.send("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def press(self, key: str, code: int) -> None:
        """Press a key that is no character, with its virtual key code."""
        pressed = {"key": key, "code": key, "windowsVirtualKeyCode": code, "nativeVirtualKeyCode": code}
        text = {"text": "\r"} if key == "Enter" else {}
        await self.send("Input.dispatchKeyEvent", type="keyDown", **pressed, **text)
        await self.send("Input.dispatchKeyEvent", type="keyUp", **pressed)

    async def evaluate(self, expression: str) -> Any:
        """Return what an expression comes to in the page."""
        answer = await self.send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        return answer["result"].get("value")

    async def picture(self) -> bytes:
        """Return what is to be seen, as PNG."""
        return base64.b64decode((await self.send("Page.captureScreenshot", format="png"))["data"])

    async def stop(self) -> None:
        """Let go of the page."""
        self._listening.cancel()
        await self._socket.close()


class Browser:
    """The browser; `tab` opens a page in it."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self._session = session
        self._at = f"http://127.0.0.1:{port}/json"

    @asynccontextmanager
    async def tab(self) -> AsyncIterator[Tab]:
        """Open a tab, which is closed when the block is left."""
        async with self._session.put(f"{self._at}/new?about:blank") as answer:
            told = await answer.json()
        socket = await self._session.ws_connect(told["webSocketDebuggerUrl"], max_msg_size=0)
        tab = Tab(socket)
        try:
            yield tab
        finally:
            await tab.stop()
            async with self._session.get(f"{self._at}/close/{told['id']}"):
                pass


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Browser]:
    """Start the browser with a profile in this folder, and end it when the block is left."""
    assert CHROMIUM is not None
    process = await asyncio.create_subprocess_exec(
        CHROMIUM,
        *_SWITCHES,
        f"--user-data-dir={folder}",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        port = await _port(folder / "DevToolsActivePort")
        async with aiohttp.ClientSession() as session:
            yield Browser(session, port)
    finally:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        await process.wait()


async def _port(path: Path) -> int:
    async with asyncio.timeout(_PATIENCE):
        while not (path.exists() and path.read_text().strip()):
            await asyncio.sleep(0.05)
    return int(path.read_text().split()[0])
