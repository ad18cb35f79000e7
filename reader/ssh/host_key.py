"""The key by which visitors know the host again: made at the first start, kept for good."""

from __future__ import annotations

import base64
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reader.edition.wording import Wording

_MAGIC = b"openssh-key-v1\0"
_NO_FOLDER = (
    Wording("放主机密钥的文件夹不存在", "there is no such folder for the host key"),
    Wording("改正 --host-key，或先建文件夹", "correct --host-key, or make the folder first"),
)
_NO_FILE = (
    Wording("主机密钥不是一个文件", "the host key is not a file"),
    Wording("在 --host-key 写密钥文件", "name the file of a key with --host-key"),
)
_MAY_IT = Wording(
    "检查它的属主和权限，或用 --host-key 换一个文件",
    "see whose it is and who may read it, or name another file with --host-key",
)
_PUBLIC = (
    Wording("这是公钥，主机要的是私钥", "this is a public key, and the host needs the private one"),
    Wording("写不带 .pub 的那个文件", "name the file without .pub"),
)
_LOCKED = (
    Wording(
        "这把主机密钥有口令，开放时没有人能输",
        "this host key has a passphrase, which nobody is there to give",
    ),
    Wording(
        "用 ssh-keygen -p -N '' -f 去掉口令，或换一把",
        "take it off with ssh-keygen -p -N '' -f, or name another key",
    ),
)
_NO_KEY = (
    Wording("这不是主机密钥", "this is no host key"),
    Wording("换一个文件，或删去它另造一把", "name another file, or remove it to have one made"),
)


class HostKeyError(Exception):
    """A host key that cannot be used, with what to do about it."""

    def __init__(self, path: Path, what: Wording, advice: Wording) -> None:
        super().__init__(f"{path}: {what.en}")
        self.path = path
        self.what = what
        self.advice = advice


class HostKey(NamedTuple):
    """The key of this host."""

    data: bytes
    """The private key as its file has it."""
    is_new: bool
    """Was it made just now?"""


def host_key(path: Path, *, makes_folder: bool = True) -> HostKey:
    """Return the private key at this path; makes an Ed25519 one (OpenSSH format) where there is none.

    A new file is readable by its owner only and whole at once, so that several servers that start together
    share the one that was first. Its folder is made too, unless told otherwise.

    Raises:
        HostKeyError: it cannot be read or made, others may read it, or it is no key that can be used.
    """
    try:
        is_new = not os.path.lexists(path)
        if is_new:
            if not makes_folder and not path.parent.is_dir():
                raise HostKeyError(path.parent, *_NO_FOLDER)
            _make(path)
        if not path.is_file() and path.exists():
            raise HostKeyError(path, *_NO_FILE)
        data, mode = path.read_bytes(), path.stat().st_mode
    except OSError as error:
        # What is refused may be a folder on the way.
        place = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else path
        reason = error.strerror or type(error).__name__
        what = Wording(
            f"主机密钥读不了，也造不出：{reason}", f"the host key cannot be read or made: {reason}"
        )
        raise HostKeyError(place, what, _MAY_IT) from error
    _check(path, data)
    if stat.S_IMODE(mode) & 0o077:
        what = Wording("别人也能读这把主机密钥", "others can read this host key")
        raise HostKeyError(path, what, Wording("执行 chmod 600", "run chmod 600 on it"))
    return HostKey(data, is_new)


def _check(path: Path, data: bytes) -> None:
    """See that this is a private key that can be used without being asked for anything."""
    import asyncssh

    try:
        asyncssh.import_private_key(data)
    except ValueError as error:
        raise HostKeyError(path, *_trouble(data)) from error


def _trouble(data: bytes) -> tuple[Wording, Wording]:
    import asyncssh

    if _is_locked(data):  # such a file holds the public half besides, unlocked
        return _LOCKED
    with suppress(ValueError):
        asyncssh.import_public_key(data)
        return _PUBLIC
    return _NO_KEY


def _is_locked(data: bytes) -> bool:
    """Is this a private key with a passphrase: by PEM's header, or by the cipher OpenSSH names?"""
    if b"-----BEGIN ENCRYPTED" in data or b"Proc-Type: 4,ENCRYPTED" in data:
        return True
    text = data.partition(b"-----BEGIN OPENSSH PRIVATE KEY-----")[2].partition(b"-----END")[0]
    try:
        body = base64.b64decode(text)
    except ValueError:
        return False
    return body.startswith(_MAGIC) and not body.startswith(_MAGIC + b"\0\0\0\4none")


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
