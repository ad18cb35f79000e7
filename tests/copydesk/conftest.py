"""Sittings of proofreading end with the test that has begun them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.copydesk.sittings import close_all


@pytest.fixture(autouse=True)
def _no_sitting_goes_on() -> Iterator[None]:
    yield
    close_all()
