"""How an editor is told which file to open, and at which line and column."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path

_GOTO = {"code", "codium", "code-insiders", "cursor", "zed", "subl"}
_COLON = {"hx", "helix", "micro", "zed", "subl", "kak"}


def editor_command(environ: Mapping[str, str], path: Path, line: int, column: int) -> list[str] | None:
    """Return the command that opens the file at this line and column, from 1; None when no editor is set.

    ``$VISUAL`` comes before ``$EDITOR``, as with other programs of a terminal.
    """
    words = environ.get("VISUAL") or environ.get("EDITOR")
    if not words or not words.strip():
        return None
    command = shlex.split(words)
    name = Path(command[0]).stem
    if name in _GOTO - _COLON:
        return [*command, "--wait", "--goto", f"{path}:{line}:{column}"]
    if name in _COLON:
        return [*command, f"{path}:{line}:{column}"]
    if name in {"vim", "nvim", "vi", "gvim"}:
        return [*command, f"+call cursor({line},{column})", str(path)]
    if name in {"nano", "pico"}:
        return [*command, f"+{line},{column}", str(path)]
    if name in {"emacs", "emacsclient"}:
        return [*command, f"+{line}:{column}", str(path)]
    return [*command, f"+{line}", str(path)]
