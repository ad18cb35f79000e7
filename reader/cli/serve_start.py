"""What `paper-reader serve` makes sure of before it says that it is open."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.call import Call
from reader.cli.wrong_use import WrongUse
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.paths import state_file

if TYPE_CHECKING:
    from reader.ssh.listening import Listeners

_NEW_KEY = Wording(
    "新造了一把主机密钥 {path}：连过这里的客户端会说主机变了",
    "a new host key was made, {path}: clients that knew another one here will warn of it",
)
_PASSWORD = Wording("密码：", "Password: ")
_AGAIN = Wording("再输一遍：", "Once more: ")
_NO_PASSWORD = Wording("没有密码；从标准输入给出一行", "there is no password; give it on standard input")
_TWO_PASSWORDS = Wording("两遍不一样；再来一次", "these are two different ones; try again")
_LOOPBACK = "127.0.0.1"
_LAST_PORT = 65_535


def asked_password(call: Call) -> str | None:
    """Return a password: asked for at a terminal, twice and unseen, else a line of standard input.

    None, and a sentence, where there is none or the two differ.
    """
    if not sys.stdin.isatty():
        password = sys.stdin.readline().rstrip("\n")
    else:
        from getpass import getpass

        tongue = call.output.tongue
        try:
            password = getpass(_PASSWORD.say(tongue))
            if password and getpass(_AGAIN.say(tongue)) != password:
                call.output.say(_TWO_PASSWORDS)
                return None
        except EOFError:
            password = ""
    if not password:
        call.output.say(_NO_PASSWORD)
    return password or None


def own_key(call: Call) -> bytes:
    """Return the host key: the file that was named, or the one in the state folder; says so if it is new.

    Raises:
        WrongUse: it cannot be used.
    """
    from reader.ssh.host_key import HostKeyError, host_key

    named = call.request.options.get("host-key")
    path = Path(str(named)) if named is not None else state_file().parent / "host_key"
    try:
        key = host_key(path, makes_folder=named is None)
    except HostKeyError as error:
        raise WrongUse(error.what, error.advice, printable_line(str(error.path))) from error
    if key.is_new:
        call.output.say(_NEW_KEY.filled(path=printable_line(str(path))))
    return key.data


def listening(host: str, port: int, workers: int) -> Listeners:
    """Return the sockets that visitors come to.

    Raises:
        WrongUse: the port is taken, or the address is none of this machine's.
    """
    from reader.ssh.listening import listen

    try:
        return listen(host, port, workers)
    except OSError as error:
        advice = Wording("换一个 --host 或 --port", "choose another --host or --port")
        raise WrongUse(_refused(host, port, error), advice) from error


def monitors(call: Call, workers: int) -> Listeners | None:
    """Return the sockets of the counters, one port a worker; None where nobody is told.

    Raises:
        WrongUse: a port is taken, or there are not so many.
    """
    port = call.number("monitor", -1)
    if port < 0:
        return None
    from reader.ssh.listening import listen_apart

    last = port + workers - 1 if port else 0
    if last > _LAST_PORT:
        what = Wording(
            f"--monitor {port} 给 {workers} 个进程不够用，端口到 {_LAST_PORT} 为止",
            f"--monitor {port} is too high for {workers} workers, for ports end at {_LAST_PORT}",
        )
        highest = _LAST_PORT - workers + 1
        raise WrongUse(what, Wording(f"最多写 {highest}", f"say {highest} at most"))
    try:
        return listen_apart(_LOOPBACK, port, workers)
    except OSError as error:
        taken = error.filename if isinstance(error.filename, int) else port
        advice = Wording(
            f"换一个 --monitor，从它起要有 {workers} 个空的端口",
            f"choose another --monitor, with {workers} free ports from there",
        )
        raise WrongUse(_refused(_LOOPBACK, taken, error), advice) from error


def _refused(host: str, port: int, error: OSError) -> Wording:
    reason = error.strerror or str(error)
    return Wording(f"不能在 {host}:{port} 开放：{reason}", f"cannot listen on {host}:{port}: {reason}")
