"""The reader tunes Python's garbage collection for the time it runs; these tests give it back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.tui import collecting


@pytest.fixture(autouse=True)
def _collecting_as_usual() -> Iterator[None]:
    yield
    collecting.release()
