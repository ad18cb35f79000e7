"""The embedded index: one SQLite file for one library, in the cache, made again whenever there is doubt."""

from __future__ import annotations

from pathlib import Path

from reader.archive.index_file import IndexFile, opened_for_reading, opened_for_writing
from reader.archive.index_reader import FileIndexReader
from reader.archive.index_terms import TermMaker
from reader.archive.index_writer import FileIndexWriter
from reader.archive.pinyin import Pinyin


class FileIndex:
    """One library's index file (docs/decisions/0021)."""

    def __init__(self, folder: Path, root: Path) -> None:
        """`folder` is one of the cache, `root` the library."""
        self.file = IndexFile(folder, root)

    def reader(self) -> FileIndexReader:
        """Open it for reading.

        Raises:
            IndexUnusable: there is none yet, or it cannot be read.
        """
        connection, path = opened_for_reading(self.file)
        return FileIndexReader(connection, lambda: self.file.present() == path, Pinyin)

    def writer(self) -> FileIndexWriter:
        """Open it for writing, making it when there is none, it is damaged, or another version made it.

        Raises:
            IndexUnusable: it cannot be written.
        """
        return FileIndexWriter(opened_for_writing(self.file), TermMaker(Pinyin()))

    def discard(self) -> None:
        """Give up the present file; the next writer makes another.

        Raises:
            IndexUnusable: the folder cannot be written.
        """
        self.file.give_up()
