"""What the reader's start can do without, and what Textual is told before it is imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_FRAMES = "TEXTUAL_FPS"
_FRAMES_A_SECOND = "250"


_SPARED = ("ssl", "bz2", "lzma")
"""What others import on the way and say themselves how to do without: connections, archives."""


@contextmanager
def leaner_imports() -> Iterator[None]:
    """Keep out of what is imported meanwhile what no newspaper needs, and let frames be as fast as keys.

    asyncio takes `ssl` along for connections that a newspaper on this machine never opens, and `shutil` two
    modules for archives: a fortieth of the time to the first headline. Whoever needs them later gets them.
    Textual paints sixty times a second at the most unless its environment says otherwise while it is
    imported: a page turn would wait for the next sixtieth, longer than it takes.
    """
    is_ours = _FRAMES not in os.environ
    os.environ.setdefault(_FRAMES, _FRAMES_A_SECOND)
    spared = [name for name in _SPARED if name not in sys.modules]
    for name in spared:
        sys.modules[name] = None  # type: ignore[assignment]  # how import is told that there is none
    try:
        yield
    finally:
        for name in spared:
            del sys.modules[name]
        if is_ours:
            del os.environ[_FRAMES]  # not for the editor that may be started from here
