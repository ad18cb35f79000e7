"""What a client reads that is turned away before the key exchange, as SSH clients show it."""

from __future__ import annotations

import struct

from reader.edition.wording import Tongue
from reader.ssh.refusal import Refusal

VERSION = b"SSH-2.0-paper-reader\r\n"
"""How the server names itself (RFC 4253 §4.2)."""

_DISCONNECT = 1
_BY_APPLICATION = 11
_TOO_MANY_CONNECTIONS = 12
_BLOCK = 8
_LEAST_PADDING = 4
_TOO_MANY = frozenset({Refusal.FULL, Refusal.TOO_FAST, Refusal.ADDRESS_FULL})


def farewell(refusal: Refusal, tongue: Tongue) -> bytes:
    """Return a line before the version, the version, and SSH_MSG_DISCONNECT (RFC 4253 §4.2, §11.1).

    Clients show what the message says; of the line most show nothing, but it is there for who comes with
    anything else. The message is in English: OpenSSH writes whatever is not ASCII as numbers.
    """
    line = refusal.wording.say(tongue).encode() + b"\r\n"
    code = _TOO_MANY_CONNECTIONS if refusal in _TOO_MANY else _BY_APPLICATION
    return line + VERSION + _packet(_disconnect(code, refusal.wording.en))


def _disconnect(code: int, description: str) -> bytes:
    """Return the message (RFC 4253 §11.1): a reason code, a description in UTF-8 and its language."""
    return struct.pack(">BI", _DISCONNECT, code) + _string(description.encode()) + _string(b"en")


def _string(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def _packet(payload: bytes) -> bytes:
    """Return an unencrypted packet (RFC 4253 §6): whole blocks, with four bytes of padding at least."""
    head = struct.calcsize(">IB")
    padding = _BLOCK - (head + len(payload)) % _BLOCK
    if padding < _LEAST_PADDING:
        padding += _BLOCK
    return struct.pack(">IB", 1 + len(payload) + padding, padding) + payload + bytes(padding)
