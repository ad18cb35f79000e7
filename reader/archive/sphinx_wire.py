"""The way to one searchd: questions in SphinxQL over the MySQL protocol, by PyMySQL."""

from __future__ import annotations

import importlib.util
import select
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from reader.archive.edition_search import never
from reader.archive.issue_index import IndexUnusable
from reader.archive.sphinx_address import Server
from reader.edition.printable import printable_line
from reader.edition.wording import Wording

if TYPE_CHECKING:
    from pymysql.connections import Connection

CONNECT_SECONDS = 3.0
ANSWER_SECONDS = 60.0
"""How long a server may be silent; longer than its own limit for an agent (see docs/scale-out.md)."""
LARGEST_STATEMENT = 128 << 20
"""Bytes; what ``max_packet_size`` of a server can be at the most."""
_GLANCE = 0.05
"""Seconds between two questions whether the answer is still wanted."""

_NO_CLIENT = Wording(
    "索引在 Sphinx 服务器上，要装客户端：pip install 'pymysql>=1.1'",
    "the index is on a Sphinx server, which takes a client: pip install 'pymysql>=1.1'",
)
_UNREACHABLE = Wording(
    "连不上索引服务器 {server}（{reason}）；看它是否在运行，设置 search_index 是否写对",
    "the index server {server} does not answer ({reason}); look whether it runs, and at search_index",
)
_REFUSED = Wording(
    "索引服务器 {server} 不答（{reason}）；对照 docs/scale-out.md 检查它的配置",
    "the index server {server} refuses ({reason}); compare its configuration with docs/scale-out.md",
)
_INCOMPLETE = Wording(
    "索引服务器 {server} 的答案不全（{reason}）；看各分片是否都在运行",
    "the answer of the index server {server} is not whole ({reason}); see that every shard runs",
)
_GIVEN_UP = Wording("搜索已停止", "the search was given up")

Row = tuple[Any, ...]
_Answer = TypeVar("_Answer")


class Cancelled(IndexUnusable):
    """Whoever asked does not want the answer any more."""

    def __init__(self) -> None:
        super().__init__(_GIVEN_UP)


class Wire:
    """A connection that is made when it is needed and made again when it was lost; for one thread."""

    def __init__(self, server: Server) -> None:
        """Connect to nothing yet.

        Raises:
            IndexUnusable: there is no client.
        """
        if not has_client():
            raise IndexUnusable(_NO_CLIENT)
        self.server = server
        self.cancelled: Callable[[], bool] = never
        self._connection: Connection[Any] | None = None

    def ask(self, statement: str) -> list[Row]:
        """Return the rows of an answer, of which nothing is missing.

        Raises:
            IndexUnusable: there is no answer, or it is not whole: a shard is silent.
            Cancelled: it is not wanted any more.
        """
        return self._answered(lambda connection: self._whole(connection, statement))[0]

    def count(self, statement: str) -> int:
        """Return how many rows an answer would have without a limit; raises as `ask`."""
        return self._answered(lambda connection: self._whole(connection, statement))[1]

    def change(self, statements: Sequence[str]) -> None:
        """Carry out these in one transaction, or none of them.

        They are carried out again after a lost connection, so doing so must change nothing.

        Raises:
            IndexUnusable: it could not be done.
        """
        self._answered(lambda connection: _carry_out(connection, ["BEGIN", *statements, "COMMIT"]))

    def order(self, statement: str) -> None:
        """Carry out a statement that is no part of a transaction; raises as `change`."""
        self._answered(lambda connection: _carry_out(connection, [statement]))

    def close(self) -> None:
        """Hang up."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            _hang_up(connection)

    def _answered(self, question: Callable[[Connection[Any]], _Answer]) -> _Answer:
        """Ask once more where the connection was lost: a server may have been started anew meanwhile."""
        # Late: only who uses a server has it.
        from pymysql.err import Error, InterfaceError, OperationalError

        was_open = self._connection is not None
        try:
            return question(self._connected())
        except (InterfaceError, OperationalError, OSError) as error:
            self.close()
            if not was_open:
                raise self._unusable(_UNREACHABLE, error) from None
        except Error as error:
            self.close()  # a transaction that failed half way ends with its connection
            raise self._unusable(_REFUSED, error) from None
        except BaseException:
            self.close()
            raise
        return self._answered(question)

    def _unusable(self, what: Wording, error: Exception) -> IndexUnusable:
        reason = str(error.args[-1] if error.args else error).strip("\0 ") or type(error).__name__
        return IndexUnusable(what.filled(server=str(self.server), reason=printable_line(reason)))

    def _connected(self) -> Connection[Any]:
        if self._connection is None:
            from pymysql.connections import Connection as Client
            from pymysql.err import Error, OperationalError

            plain = socket.create_connection(self.server, CONNECT_SECONDS)
            listening = _Listening(self, plain)
            try:
                client = Client(
                    user="", charset="utf8mb4", autocommit=True, defer_connect=True,
                    read_timeout=ANSWER_SECONDS, write_timeout=ANSWER_SECONDS,
                    max_allowed_packet=LARGEST_STATEMENT,
                )  # fmt: skip
                client.connect(listening)
            except BaseException as error:
                listening.close()
                if isinstance(error, Error | OSError | Cancelled) or not isinstance(error, Exception):
                    raise
                # The client trusts whatever greets it to be a server.
                raise OperationalError(type(error).__name__) from None
            self._connection = client
        return self._connection

    def _whole(self, connection: Connection[Any], statement: str) -> tuple[list[Row], int]:
        """Return the rows and how many there were without a limit."""
        rows = _rows(connection, statement)
        # The server answers although a shard does not, and says so only when it is asked.
        meta = {str(name): str(value) for name, value in _rows(connection, "SHOW META")}
        for name in ("error", "warning"):
            if name in meta:
                raise self._unusable(_INCOMPLETE, RuntimeError(meta[name]))
        return rows, int(meta.get("total_found", len(rows)))


class _Listening(socket.socket):
    """A socket that looks up from waiting to see whether the answer is still wanted."""

    def __init__(self, wire: Wire, plain: socket.socket) -> None:
        family, kind, protocol = plain.family, plain.type, plain.proto
        super().__init__(family, kind, protocol, plain.detach())
        self.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._wire = wire

    def recv_into(self, *args: Any, **options: Any) -> int:
        """Receive as any socket does.

        Raises:
            Cancelled: nobody waits for it any more.
            TimeoutError: nothing came in `ANSWER_SECONDS`.
        """
        until = time.monotonic() + ANSWER_SECONDS
        while not select.select([self], [], [], _GLANCE)[0]:
            if self._wire.cancelled():
                raise Cancelled
            if time.monotonic() > until:
                raise TimeoutError(f"silent for {ANSWER_SECONDS:.0f} s")
        return super().recv_into(*args, **options)


def _hang_up(connection: Connection[Any]) -> None:
    with suppress(Exception):  # it may be lost already, in whatever way
        connection.close()


def _rows(connection: Connection[Any], statement: str) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def _carry_out(connection: Connection[Any], statements: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def has_client() -> bool:
    """Is the client there that a server is asked by?"""
    return importlib.util.find_spec("pymysql") is not None
