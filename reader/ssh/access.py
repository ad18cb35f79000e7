"""Who may enter: anybody, who has a key that is listed, or who knows a password that is listed."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.edition.wording import Wording

if TYPE_CHECKING:
    import asyncssh

_N, _R, _P = 2**14, 8, 1
"""What a password costs to try: 16 MiB and some 50 ms (scrypt, RFC 7914 §2)."""
_SCHEME = "scrypt"


_OPTIONS = (
    Wording("公钥前面有选项，这里不理会选项", "there are options before this key, and none is heeded here"),
    Wording("只留类型、公钥和注释", "leave only type, key and comment"),
)


class AccessError(Exception):
    """A file of keys or passwords that cannot be used."""

    def __init__(self, path: Path, line: int, what: Wording, advice: Wording) -> None:
        super().__init__(f"{path}:{line}: {what.en}")
        self.path = path
        self.line = line
        self.what = what
        self.advice = advice


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Who may enter; with neither keys nor passwords it is anybody."""

    keys: bytes = b""
    """Lines as in OpenSSH's ``authorized_keys``."""
    passwords: Mapping[str, str] = field(default_factory=dict)
    """By name, as `hashed` writes them."""

    @property
    def is_open(self) -> bool:
        """May anybody enter?"""
        return not self.keys and not self.passwords

    @property
    def listed(self) -> str:
        """What is listed, in words for a log: ``2 keys, 1 password``; empty where anybody may enter."""
        lines = [line.strip() for line in self.keys.splitlines()]
        keys = sum(1 for line in lines if line and not line.startswith(b"#"))
        return ", ".join(
            f"{count} {kind}{'s' if count > 1 else ''}"
            for count, kind in ((keys, "key"), (len(self.passwords), "password"))
            if count
        )

    def knows(self, key: asyncssh.SSHKey) -> bool:
        """Is this key listed, without options that this server does not heed?"""
        import asyncssh

        listed = asyncssh.import_authorized_keys(self.keys.decode("utf-8", "replace"))
        return bool(self.keys) and listed.validate(key, "", "") is not None

    def admits(self, name: str, password: str) -> bool:
        """Is this the password listed for the name? Takes as long for a name that is not listed."""
        return verified(password, self.passwords.get(name, _NOBODYS)) and name in self.passwords


def hashed(password: str) -> str:
    """Return how a password file keeps a password: ``scrypt:salt:key``, both in base 64."""
    salt = secrets.token_bytes(16)
    return f"{_SCHEME}:{_encoded(salt)}:{_encoded(_derived(password, salt))}"


def verified(password: str, kept: str) -> bool:
    """Is this the password that was kept?"""
    try:
        scheme, salt, key = kept.split(":")
        expected = base64.b64decode(key, validate=True)
        derived = _derived(password, base64.b64decode(salt, validate=True))
    except (ValueError, binascii.Error):
        return False
    return scheme == _SCHEME and hmac.compare_digest(derived, expected)


def read_keys(path: Path) -> bytes:
    """Return the keys listed in a file.

    Raises:
        AccessError: a line is no key, or has options, or there is none.
        OSError: it cannot be read.
    """
    import asyncssh

    # Names of owners in other letters are good comments to OpenSSH; here nothing but ASCII is read.
    data = path.read_bytes().decode("utf-8", "replace").encode("ascii", "replace")
    good = 0
    for number, line in enumerate(data.decode().splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            asyncssh.import_authorized_keys(line + "\n")
        except ValueError as error:
            what = Wording("这一行不是公钥", "this line is no public key")
            raise AccessError(path, number, what, Wording("改正或删去", "correct or remove it")) from error
        try:
            asyncssh.import_public_key(line.strip())
        except ValueError as error:
            # A key all right, so it is the words before it: none is heeded here, and each is a refusal.
            raise AccessError(path, number, *_OPTIONS) from error
        good += 1
    if not good:
        what = Wording("里面没有公钥", "there is no public key in it")
        raise AccessError(path, 1, what, Wording("每行写一把公钥", "write a public key on each line"))
    return data


def read_passwords(path: Path) -> dict[str, str]:
    """Return the passwords listed in a file, ``name:scrypt:…`` a line.

    Raises:
        AccessError: a line is none, or there is none.
        OSError: it cannot be read.
    """
    listed: dict[str, str] = {}
    advice = Wording(
        "用 paper-reader serve --hash-password 生成", "make it with paper-reader serve --hash-password"
    )
    # What is not UTF-8 is no password line either, and is named like any other.
    for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, colon, kept = line.strip().partition(":")
        if not colon or not kept.startswith(_SCHEME + ":") or kept.count(":") != 2:
            what = Wording("这一行不是“名字:密码散列”", "this line is not “name:hash”")
            raise AccessError(path, number, what, advice)
        listed[name] = kept
    if not listed:
        raise AccessError(path, 1, Wording("里面没有密码", "there is no password in it"), advice)
    return listed


def _derived(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=_N, r=_R, p=_P, dklen=32)


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


_NOBODYS = f"{_SCHEME}:{_encoded(bytes(16))}:{_encoded(bytes(32))}"
