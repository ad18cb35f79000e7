"""Where the program keeps its files: by the XDG rules, and the editions that come with it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

_PROGRAM = "paper-reader"


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where the settings are read from: ``$PAPER_READER_CONFIG``, else the user's config folder."""
    named = environ.get("PAPER_READER_CONFIG")
    if named:
        return Path(named)
    # Late, like the two below: printing an edition needs none of these folders.
    from platformdirs import user_config_path

    return user_config_path(_PROGRAM, appauthor=False) / "config.toml"


def state_file() -> Path:
    """Return where a reader's place, marks and history are kept."""
    from platformdirs import user_state_path

    return user_state_path(_PROGRAM, appauthor=False) / "state.json"


def cache_dir() -> Path:
    """Return the folder of what may be thrown away and is then made again."""
    from platformdirs import user_cache_path

    return user_cache_path(_PROGRAM, appauthor=False)


def program_folder() -> Path:
    """Return the folder of the program itself; an update would take away what is changed in it."""
    return Path(__file__).parent


def shipped_editions() -> Path | None:
    """Return the folder of the editions that come with the program, or None when they were left out.

    A wheel carries them inside the package, a checkout beside it.
    """
    package = Path(__file__).parent
    inside, beside = package / "editions", package.parent / "editions"
    if inside.is_dir():
        return inside
    # Beside an installed package lie other people's packages: only a checkout's folder is ours.
    is_checkout = (package.parent / "pyproject.toml").is_file()
    return beside if is_checkout and beside.is_dir() else None
