"""What holds for every test of its pages: other tests find Textual as it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.ssh.light_strips import give_strips_back


@pytest.fixture(autouse=True)
def textuals_strips() -> Iterator[None]:
    """Give Textual's strips back after a room has made them lighter."""
    yield
    give_strips_back()
