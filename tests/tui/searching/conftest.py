"""A library of three papers, and its index."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.libraries import a_library, indexed


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_library(tmp_path)


@pytest.fixture
def index(root: Path, tmp_path: Path) -> Path:
    return indexed(root, tmp_path / "cache")
