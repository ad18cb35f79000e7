"""The OpenSSH client, run against a reading room of the tests."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Sequence
from typing import NamedTuple

import pytest

_QUIET = ("-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null")
_ALONE = (
    "-o",
    "LogLevel=ERROR",
    "-o",
    "BatchMode=yes",
    "-o",
    "IdentitiesOnly=yes",
    "-o",
    "IdentityFile=none",
)
_PATIENCE = 30.0

needs_ssh = pytest.mark.skipif(shutil.which("ssh") is None, reason="there is no ssh here")
needs_sftp = pytest.mark.skipif(
    shutil.which("sftp") is None or shutil.which("scp") is None, reason="there is no sftp and scp here"
)


class Said(NamedTuple):
    """What a client has said, and how it ended."""

    status: int
    out: str
    error: str


async def run(program: str, port: int, *arguments: str, options: Sequence[str] = ()) -> Said:
    """Run ssh, sftp or scp, which know where a server is by their options, and wait for the end.

    Raises:
        TimeoutError: there is none.
    """
    where = ("-o", f"Port={port}", "-o", "User=guest")
    # Without SSH_ASKPASS and with English messages, whoever runs the tests.
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": os.environ.get("HOME", "/")}
    process = await asyncio.create_subprocess_exec(
        program,
        *_QUIET,
        *_ALONE,
        *where,
        *options,
        *arguments,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=environment,
    )
    try:
        async with asyncio.timeout(_PATIENCE):
            out, error = await process.communicate()
    except TimeoutError:
        process.kill()
        await process.wait()
        raise
    assert process.returncode is not None
    return Said(process.returncode, out.decode("utf-8", "replace"), error.decode("utf-8", "replace"))
