"""What is to be installed where an extra is missing, in words one can type as they stand."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from reader.edition.wording import Wording

_REQUIREMENTS = {
    "ssh": ("asyncssh>=2.24,<3",),
    "web": ("textual-serve>=1.1,<2", "aiohttp>=3.11"),
    "lsp": ("pygls>=2.1,<3", "lsprotocol>=2025.0.0"),
}
_INSTALL = Wording("装上扩展 {extra}：{command}", "install the extra {extra}: {command}")


def how_to_install(extra: str) -> Wording:
    """Return what installs an extra, wherever the program itself came from.

    The packages are named, not the extra of the program: that would want a clone at hand, or the program
    on an index.
    """
    command = shlex.join([*pip(), "install", *_REQUIREMENTS[extra]])
    return _INSTALL.filled(extra=extra, command=command)


def pip() -> tuple[str, ...]:
    """Return the installer of the environment the program runs in, as one would type it here."""
    if not sys.executable:
        return ("pip",)
    beside = Path(sys.executable).with_name("pip")
    if not beside.exists():
        return (sys.executable, "-m", "pip")
    try:
        return (str(beside.relative_to(Path.cwd())),)
    except (ValueError, OSError):
        return (str(beside),)
