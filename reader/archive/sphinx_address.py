"""Where an index on Sphinx or Manticore is: the server that is asked, its shards, the name of its tables.

It is written as one address, ``sphinx://front:9306/paper?shard=one:9306&shard=two:9306``: the table ``paper``
of the first server is distributed over the tables ``paper_shard`` of the shards.
"""

from __future__ import annotations

import re
import urllib.parse
from typing import NamedTuple

SCHEME = "sphinx"
PORT = 9306
"""Where searchd listens for the MySQL protocol unless told otherwise."""
_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")


class Server(NamedTuple):
    """One searchd, by its MySQL protocol."""

    host: str
    port: int = PORT

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


class SphinxAddress(NamedTuple):
    """Where one library's index is."""

    front: Server
    """It is asked, and asks all shards."""
    shards: tuple[Server, ...]
    """They are written to; the order says which edition is whose and must stay."""
    name: str

    @property
    def table(self) -> str:
        """The name of the distributed table."""
        return self.name

    @property
    def shard_table(self) -> str:
        """The name of the table on each shard."""
        return f"{self.name}_shard"


def parse_address(written: str) -> SphinxAddress:
    """Read an address.

    Raises:
        ValueError: it is none, or names no shard.
    """
    parts = urllib.parse.urlsplit(written)
    options = urllib.parse.parse_qsl(parts.query, strict_parsing=True)
    name = parts.path.removeprefix("/")
    if parts.scheme != SCHEME or not _NAME.fullmatch(name) or any(key != "shard" for key, _ in options):
        raise ValueError(f"no address of an index: {written}")
    shards = tuple(_server(place) for _, place in options)
    if not shards or len(set(shards)) != len(shards):
        raise ValueError(f"no shards, or one twice: {written}")
    return SphinxAddress(_server(parts.netloc), shards, name)


def _server(place: str) -> Server:
    parts = urllib.parse.urlsplit(f"//{place}")
    if not parts.hostname or parts.username is not None or parts.path or parts.query:
        raise ValueError(f"no server: {place}")
    return Server(parts.hostname, parts.port or PORT)
