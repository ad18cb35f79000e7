"""Who may enter what `paper-reader serve` opens: by the files named, and in words for the log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.call import Call

if TYPE_CHECKING:
    from reader.ssh.access import Access


def read_access(call: Call) -> Access:
    """Return who may enter by the files of keys and passwords as they are now.

    Raises:
        AccessError: a file cannot be used.
        OSError: it cannot be read.
    """
    from reader.ssh.access import Access, read_keys, read_passwords

    keys, passwords = named_file(call, "keys"), named_file(call, "passwords")
    return Access(
        keys=read_keys(keys) if keys is not None else b"",
        passwords=read_passwords(passwords) if passwords is not None else {},
    )


def unlisted(call: Call, *, is_loopback: bool) -> str:
    """Return, for the log, who may enter where neither keys nor passwords are listed."""
    if call.has("proxied"):
        return "whoever the proxy lets in"
    if not is_loopback or call.has("proxy-protocol"):
        return "anybody"
    return "anybody on this machine"


def named_file(call: Call, option: str) -> Path | None:
    """Return the path an option names, if it is given."""
    words = call.request.options.get(option)
    return None if words is None else Path(str(words))
