"""What `paper-reader serve` makes sure of before it says that it is open."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable
from itertools import islice
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
_NOT_THERE = (
    Wording("没有这个文件夹，也没有这个文件", "there is no such folder or file"),
    Wording("改正路径", "correct the path"),
)
_EMPTY = (
    Wording("这个文件夹里没有报纸", "there is no edition in this folder"),
    Wording("写有报纸（.yaml）的文件夹", "name a folder that has editions (.yaml) in it"),
)
_MOST_FILES = 1000
_LOOPBACK = "127.0.0.1"
_LAST_PORT = 65_535


def why_no_paper(place: Path, load: Callable[[Path], object]) -> WrongUse:
    """Return why nothing at this place can be served: an edition's file, or the folder of a library."""
    from reader.archive.library import Library
    from reader.archive.shelves import SUFFIXES
    from reader.loading.problem import EditionError, Severity

    shown = printable_line(str(place))
    if not os.path.lexists(place):
        return WrongUse(*_NOT_THERE, shown)
    editions = [place]
    if place.is_dir():
        try:
            next(place.iterdir(), None)
        except OSError as error:
            return _closed(shown, error)
        # What is broken at its head is no edition to the library.
        files = (path for path in place.rglob("*") if path.name.endswith(SUFFIXES) and path.is_file())
        editions = [file.path for file in Library(place).newest_first()] or sorted(
            islice(files, _MOST_FILES), reverse=True
        )
        if not editions:
            return WrongUse(*_EMPTY, shown)
    what, where = Wording("读不出来", "it cannot be read"), shown
    try:
        load(editions[0])
    except EditionError as error:
        problem = next((one for one in error.problems if one.severity is Severity.ERROR), error.problems[0])
        what, where = problem.what, printable_line(f"{error.path}:{problem.line}:{problem.column}")
        if len(editions) == 1:
            return WrongUse(what, problem.advice, where)
    except OSError as error:
        return _closed(shown, error)
    count = len(editions)
    none = Wording(
        f"{count} 期报纸没有一期读得出，最新的一期 {where}：{what.zh}",
        f"none of these {count} editions can be read, the newest is {where}: {what.en}",
    )
    command = shlex.join(("paper-reader", "check", str(place)))
    return WrongUse(none, Wording(f"用 {command} 逐一查看", f"see all with {command}"), shown)


def _closed(shown: str, error: OSError) -> WrongUse:
    reason = error.strerror or type(error).__name__
    what = Wording(f"打不开：{reason}", f"it cannot be opened: {reason}")
    return WrongUse(what, Wording("检查它的属主和权限", "see whose it is and who may read it"), shown)


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
