"""How the files of a run are named to programs that know the folder it was started in."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from reader.cli.check_files import STANDARD_INPUT


def from_here(path: Path) -> str:
    """Return a path relative to this folder, with slashes; as it is where it leads elsewhere."""
    if str(path) == STANDARD_INPUT:
        return STANDARD_INPUT
    here = Path.cwd()
    plain = Path(os.path.normpath(here / path))
    return (plain.relative_to(here) if plain.is_relative_to(here) else path).as_posix()


def as_uri(path: Path) -> tuple[str, bool]:
    """Return a path as a URI reference (RFC 3986) and whether it is relative to this folder.

    A name that is no text keeps its bytes.
    """
    name = from_here(path)
    if not name.startswith(("/", "../")):
        return quote(os.fsencode(name)), True
    return "file://" + quote(os.fsencode(os.path.normpath(path.absolute()))), False
