"""The index on servers: one library's index on Sphinx or Manticore, over as many shards as one likes."""

from __future__ import annotations

from reader.archive.sphinx_address import SphinxAddress
from reader.archive.sphinx_reader import SphinxReader
from reader.archive.sphinx_schema import shard_id
from reader.archive.sphinx_wire import Wire
from reader.archive.sphinx_writer import SphinxWriter


class SphinxIndex:
    """One library's index at an address (docs/decisions/0023, docs/scale-out.md)."""

    def __init__(self, address: SphinxAddress) -> None:
        self.address = address

    def reader(self) -> SphinxReader:
        """Open it for reading.

        Raises:
            IndexUnusable: there is none yet, a server does not answer, or there is no client to ask one.
        """
        wire = Wire(self.address.front)
        try:
            return SphinxReader(wire, self.address)
        except BaseException:
            wire.close()
            raise

    def writer(self) -> SphinxWriter:
        """Open it for writing, emptying shards that another version or another number of shards has filled.

        Raises:
            IndexUnusable: a server does not answer, or there is no client to ask one.
        """
        front, shards = Wire(self.address.front), [Wire(shard) for shard in self.address.shards]
        try:
            return SphinxWriter(front, shards, self.address)
        except BaseException:
            for wire in (front, *shards):
                wire.close()
            raise

    def discard(self) -> None:
        """Have every shard forget what it is, so that the next writer empties it.

        Raises:
            IndexUnusable: a server does not answer.
        """
        for number, shard in enumerate(self.address.shards):
            wire = Wire(shard)
            try:
                wire.order(f"DELETE FROM {self.address.shard_table} WHERE id = {shard_id(number)}")
            finally:
                wire.close()
