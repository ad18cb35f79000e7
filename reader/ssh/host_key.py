"""The key by which visitors know the host again: made at the first start, kept for good."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from reader.edition.wording import Wording


class HostKeyError(Exception):
    """A host key that cannot be used, with what to do about it."""

    def __init__(self, path: Path, what: Wording, advice: Wording) -> None:
        super().__init__(f"{path}: {what.en}")
        self.path = path
        self.what = what
        self.advice = advice


def host_key(path: Path) -> bytes:
    """Return the private key at this path (OpenSSH format); makes an Ed25519 one where there is none.

    A new file is readable by its owner only and whole at once, so that several servers that start together
    share the one that was first.

    Raises:
        HostKeyError: others may read it, or it is no key.
        OSError: it cannot be read or made.
    """
    if not os.path.lexists(path):
        _make(path)
    mode = path.stat().st_mode
    if stat.S_IMODE(mode) & 0o077:
        what = Wording("别人也能读这把主机密钥", "others can read this host key")
        raise HostKeyError(path, what, Wording("执行 chmod 600", "run chmod 600 on it"))
    data = path.read_bytes()
    import asyncssh

    try:
        asyncssh.import_private_key(data)
    except (asyncssh.KeyImportError, ValueError) as error:
        what = Wording("这不是主机密钥", "this is no host key")
        advice = Wording("换一个文件，或删去它另造一把", "name another file, or remove it to have one made")
        raise HostKeyError(path, what, advice) from error
    return data


def fingerprint(data: bytes) -> str:
    """Return the fingerprint of a private key as OpenSSH shows it: ``SHA256:…``."""
    import asyncssh

    return asyncssh.import_private_key(data).get_fingerprint()


def _make(path: Path) -> None:
    import asyncssh

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    data = asyncssh.generate_private_key("ssh-ed25519", "paper-reader").export_private_key()
    descriptor, name = tempfile.mkstemp(".new", f".{path.name}.", path.parent)  # for its owner only
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # a key that another server has made meanwhile is the key
            os.link(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
