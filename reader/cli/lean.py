"""What the reader's start can do without, and what Textual is told before it is imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_FRAMES = "TEXTUAL_FPS"
_FRAMES_A_SECOND = "250"


@contextmanager
def leaner_imports() -> Iterator[None]:
    """Keep TLS out of what is imported meanwhile, and let frames follow each other as fast as keys do.

    asyncio takes `ssl` along for connections that a newspaper on this machine never opens, a twentieth of
    the time to the first headline; it says itself how to do without. Whoever needs `ssl` later gets it.
    Textual paints sixty times a second at the most unless its environment says otherwise while it is
    imported: a page turn would wait for the next sixtieth, longer than it takes.
    """
    is_ours = _FRAMES not in os.environ
    os.environ.setdefault(_FRAMES, _FRAMES_A_SECOND)
    has_ssl = "ssl" in sys.modules
    if not has_ssl:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # how import is told that there is none
    try:
        yield
    finally:
        if not has_ssl:
            del sys.modules["ssl"]
        if is_ours:
            del os.environ[_FRAMES]  # not for the editor that may be started from here
