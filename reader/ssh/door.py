"""A door of the reading room: connections accepted one by one, and turned away before they cost anything."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from contextlib import suppress

import asyncssh

from reader.ssh.farewell import VERSION, farewell
from reader.ssh.lingering import Lingering
from reader.ssh.proxy_header import Network, ProxyHeaderError, is_among, read_source
from reader.ssh.reception import Reception
from reader.ssh.receptionist import House, Receptionist
from reader.ssh.refusal import Refusal

_SOFTWARE = VERSION.decode().strip().removeprefix("SSH-2.0-")
_GONE = "Connection lost"
"""What asyncssh calls it when a client hangs up without a word, as ssh does after errors of its own."""
_HEADER_SECONDS = 5.0
"""How long a proxy has to say whose a connection is."""


class Door:
    """Accepts connections of one listening socket."""

    def __init__(
        self,
        listener: socket.socket,
        house: House,
        reception: Reception,
        host_key: bytes,
        login: float,
        proxies: Sequence[Network] = (),
    ) -> None:
        """`login` is the seconds a client has to log in, 0 any time; `proxies` say whose a connection is."""
        self._proxies = proxies
        self._listener = listener
        self._house = house
        self._reception = reception
        self._host_key = host_key
        self._login = login
        self._options: asyncssh.SSHServerConnectionOptions | None = None
        self._accepting: asyncio.Task[None] | None = None
        self._serving: set[asyncio.Task[None]] = set()
        self._connections: set[asyncssh.SSHServerConnection] = set()
        self._lingering = Lingering()

    async def open(self) -> None:
        """Let connections in."""
        self._options = await asyncssh.SSHServerConnectionOptions.construct(
            server_host_keys=[asyncssh.import_private_key(self._host_key)],
            server_version=_SOFTWARE,
            encoding=None,
            line_editor=False,
            allow_scp=False,
            agent_forwarding=False,
            x11_forwarding=False,
            compression_algs=["zlib@openssh.com", "none"],
            login_timeout=self._login,
            keepalive_interval=60,
            keepalive_count_max=3,
            gss_host=None,
            rdns_lookup=False,
        )
        self._listener.setblocking(False)
        self._accepting = asyncio.create_task(self._accept())

    def shut(self) -> None:
        """Let no more in; who has knocked already is answered."""
        if self._accepting is not None:
            # Others hold the same socket: one that is closed while it is watched goes on waking the loop.
            asyncio.get_running_loop().remove_reader(self._listener)
            self._accepting.cancel()
            self._accepting = None
            with suppress(OSError):  # until nobody waits: closing the socket would hang up on them
                while True:
                    client, address = self._listener.accept()
                    client.setblocking(False)
                    self._knock(client, str(address[0]))
        self._listener.close()

    async def close(self) -> None:
        """End every connection, those of clients that have not logged in among them, and say why."""
        self.shut()
        for connection in list(self._connections):
            connection.disconnect(asyncssh.DISC_BY_APPLICATION, Refusal.CLOSING.wording.en, "en")
        await self._lingering.close()
        if self._serving:
            await asyncio.wait(self._serving, timeout=1.0)
        for task in self._serving:
            task.cancel()

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                client, address = await loop.sock_accept(self._listener)
            except OSError as error:
                # Out of file descriptors, or a client that was gone again: the next may fare better.
                self._house.book.note("broken", why=error)
                await asyncio.sleep(0.1)
                continue
            if is_among(str(address[0]), self._proxies):
                self._keep(asyncio.create_task(self._ask_proxy(client, str(address[0]))))
            else:
                self._knock(client, str(address[0]))

    async def _ask_proxy(self, client: socket.socket, proxy: str) -> None:
        """Let in whom a proxy brings, by the address it tells; answer the proxy's own look, no more."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(_HEADER_SECONDS):
                source = await read_source(lambda count: loop.sock_recv(client, count))
        except (ProxyHeaderError, TimeoutError, OSError) as error:
            detail = str(error) or type(error).__name__
            self._turn_away(client, proxy, Refusal.PROXY, detail)
            return
        if source.is_check:
            with suppress(OSError):
                client.send(VERSION)
            client.close()
            return
        self._knock(client, source.address or proxy)

    def _knock(self, client: socket.socket, address: str) -> None:
        refusal = self._reception.knock(address)
        if refusal is not None:
            self._turn_away(client, address, refusal)
            return
        self._house.counters.add("connections_total")
        with suppress(OSError):
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._keep(asyncio.create_task(self._serve(client, address)))

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)

    def _turn_away(
        self, client: socket.socket, address: str, refusal: Refusal, detail: str | None = None
    ) -> None:
        """Say why before a key exchange has cost anything, and hang up."""
        self._house.counters.add("refusals_total", reason=refusal.word)
        self._house.book.note("refused", address=address, reason=refusal.word, detail=detail)
        self._lingering.see_off(client, farewell(refusal, self._house.tongue))

    async def _serve(self, client: socket.socket, address: str) -> None:
        connection: asyncssh.SSHServerConnection | None = None
        receptionist = Receptionist(self._house, address)
        try:
            connection = await asyncssh.run_server(
                client, options=self._options, server_factory=lambda: receptionist
            )
            self._connections.add(connection)
            await connection.wait_closed()
            why = receptionist.why_lost
        except (TimeoutError, OSError, asyncssh.Error, EOFError, ValueError) as error:
            why = error
        finally:
            if connection is not None:
                self._connections.discard(connection)
            self._reception.hang_up()
            with suppress(OSError):
                client.close()
        if why is not None and not _is_gone(why):
            self._house.book.note("broken", address=address, why=str(why) or type(why).__name__)


def _is_gone(why: Exception) -> bool:
    """Has the client hung up and nothing else? That is no fault of anybody's."""
    return isinstance(why, ConnectionError) or (
        isinstance(why, asyncssh.ConnectionLost) and why.reason == _GONE
    )
