from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.paper import put, wind_warning


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home without any files of the program."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Three editions of one paper, the middle one with a wind warning that has an end."""
    folder = tmp_path / "library"
    put(folder, "2025-04-05", headline="老桥重开")
    put(folder, "2025-04-06", headline="渡口停摆", notices=wind_warning("2025-04-06", "2025-04-06T20:00"))
    put(folder, "2025-04-07", headline="新桥定名")
    return folder


@pytest.fixture
def edition(library: Path) -> Path:
    """The middle one."""
    return library / "2025-04-06.yaml"
