"""The embedded index keeps what every index keeps, and is made anew whenever its file is not what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive.file_index import FileIndex
from tests.archive.index_laws import IndexLaws, MakeIndex


class TestTheEmbeddedIndex(IndexLaws):
    @pytest.fixture
    def make_index(self, tmp_path: Path) -> MakeIndex:
        return lambda root: FileIndex(tmp_path / "cache", root)
