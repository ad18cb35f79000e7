"""What the reader's start can do without."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def leaner_imports() -> Iterator[None]:
    """Keep TLS out of what is imported meanwhile.

    asyncio takes `ssl` along for connections that a newspaper on this machine never opens, a twentieth of
    the time to the first headline; it says itself how to do without. Whoever needs `ssl` later gets it.
    """
    if "ssl" in sys.modules:
        yield
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # how import is told that there is none
    try:
        yield
    finally:
        del sys.modules["ssl"]
