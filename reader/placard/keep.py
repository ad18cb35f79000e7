"""Keeping a placard for the next start: written whole or not at all, private, and only so many of them."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from reader.placard.sheet import MOST_BYTES, Sheet, name_of, written

MOST = 24
"""Placards that are kept: of more the oldest goes."""


def keep(folder: Path, sheet: Sheet) -> None:
    """Keep a placard in this folder; a full or read-only disk is no error, as nothing is lost."""
    data = written(sheet)
    if len(data) > MOST_BYTES:
        return
    name = name_of(sheet.circumstances)
    temporary = folder / f"{name}.{os.getpid()}.tmp"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.replace(folder / name)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        return
    _thin_out(folder)


def take_down(folder: Path, circumstances: str) -> None:
    """Keep none for these circumstances: what it showed does not hold any more."""
    with contextlib.suppress(OSError):
        (folder / name_of(circumstances)).unlink()


def _thin_out(folder: Path) -> None:
    with contextlib.suppress(OSError):
        ours = [file for file in folder.iterdir() if file.name.endswith((".placard", ".tmp"))]
        for file in sorted(ours, key=lambda file: file.stat().st_mtime, reverse=True)[MOST:]:
            file.unlink()
