"""`paper-reader serve [LIBRARY]`: the reader for anybody who comes over SSH, or in a browser."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.call import Call
from reader.cli.choosing import index_of, is_folder, library_of, load
from reader.cli.exit_status import DONE, WRONG
from reader.cli.read import check_keys
from reader.cli.serve_access import named_file, read_access, unlisted
from reader.cli.serve_index import librarian_of
from reader.cli.serve_start import asked_password, listening, monitors, own_key, why_no_paper
from reader.cli.serve_web import PORT as WEB_PORT
from reader.cli.serve_web import check_web, refuse_of_web, web_room, web_rules
from reader.cli.wrong_use import WrongUse
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.extras import how_to_install
from reader.paths import state_file

if TYPE_CHECKING:
    from reader.ssh.access import Access
    from reader.ssh.house_rules import HouseRules
    from reader.ssh.proxy_header import Network

_PORT = 2222
_HOST = "127.0.0.1"
_MISSING = Wording(
    "这里没有安装 SSH 所需的 asyncssh", "asyncssh, which serving over SSH needs, is not installed"
)

_OPEN = Wording("在 {where} 开放 {paper}，主机密钥 {key}", "{paper} is open at {where}, host key {key}")
_OPEN_WEB = Wording("在 http://{where}/ 开放 {paper}", "{paper} is open at http://{where}/")
_WHO_MAY = Wording(
    "用 --keys、--passwords 限定，或用 --open 表明本意",
    "say who may with --keys or --passwords, or that all may with --open",
)


_NOBODY_KNOWN = (
    Wording("没有公钥就认不出谁是谁", "nobody is known without a key"),
    Wording("用 --keys 指定公钥", "list the keys with --keys"),
)


def serve(call: Call) -> int:
    """Open the reading room, and return when it is told to close.

    Anybody may enter from this machine; from elsewhere only with ``--keys``, ``--passwords`` or ``--open``.
    """
    is_web, host = call.has("web"), str(call.request.options.get("host", _HOST))
    if is_web:
        check_web(call, is_loopback=_is_loopback(host))
    else:
        refuse_of_web(call)
        try:
            import asyncssh  # noqa: F401
        except ImportError as error:
            raise WrongUse(_MISSING, how_to_install("ssh")) from error
    if call.has("hash-password"):
        return _hash_password(call)
    check_keys(call)
    port = call.number("port", WEB_PORT if is_web else _PORT)
    access = _access(call)
    # A proxy on this machine brings in the world, whatever the address is that we listen on.
    is_reached = not _is_loopback(host) or call.has("proxy-protocol")
    if access.is_open and not call.has("open") and is_reached:
        what = Wording("从别的机器来谁都能进", "anybody could enter, from anywhere")
        raise WrongUse(what, _WHO_MAY)
    if (call.has("keep-places") or call.has("places")) and not access.keys:
        raise WrongUse(*_NOBODY_KNOWN)
    return _serve(call, host, port, access)


def _serve(call: Call, host: str, port: int, access: Access) -> int:
    from reader.ssh.host_key import fingerprint
    from reader.ssh.kiosk import Kiosk, NoPaper
    from reader.ssh.renewal import LogFile, Renewal
    from reader.ssh.room import Plan, Room
    from reader.ssh.slate import Slate
    from reader.ssh.visitors_book import VisitorsBook
    from reader.ssh.worker import Shift, work
    from reader.ssh.workers import Workers
    from reader.tui.open_reader import habits_of

    is_web, place = call.has("web"), _place(call)
    kiosk = Kiosk(place, lambda path: load(call, path))
    try:
        paper = kiosk.newest().loaded.edition
    except NoPaper as error:
        raise why_no_paper(place, lambda path: load(call, path)) from error
    workers = call.number("workers", os.cpu_count() or 1)
    listeners = listening(host, port, workers)
    telling = monitors(call, workers)
    key = b"" if is_web else own_key(call)  # after the ports: who cannot begin makes none
    settings, slate = call.settings, Slate()
    plan = Plan(
        host_key=key,
        kiosk=kiosk,
        access=access,
        rules=_rules(call),
        habits=habits_of(settings),
        tongue=call.tongue,
        banner=str(call.request.options.get("banner", paper.paper)) + "\r\n",
        make_index=(lambda root: index_of(call, root)) if kiosk.root else None,
        index_post=slate if kiosk.root else None,
        can_copy=call.has("clipboard"),
        places=_places(call),
        proxies=_proxies(call),
    )
    log = LogFile(named_file(call, "log"))
    renewal = Renewal(log, access, lambda: read_access(call))
    where = ", ".join(_spelt(*one) for one in listeners.where)
    shown = "" if is_web else fingerprint(key)
    call.output.say((_OPEN_WEB if is_web else _OPEN).filled(where=where, paper=paper.paper, key=shown))
    book = VisitorsBook(log, -1)
    book.note(
        "serving",
        where=where,
        paper=paper.paper,
        host_key=shown or None,
        who=access.listed or unlisted(call, is_loopback=_is_loopback(host)),
        workers=workers,
    )
    make_room = web_room(call, paper.paper) if is_web else Room

    def worker(number: int, is_retiring: object) -> int:
        shift = Shift(
            plan=replace(plan, access=renewal.access),
            book=VisitorsBook(log, number),
            number=number,
            most_visits=call.number("recycle", 5000),
            monitor=telling.of(number)[0] if telling else None,
            make_room=make_room,
            renew=renewal.renew,
        )
        return work(shift, listeners.of(number), is_retiring)  # type: ignore[arg-type]

    def let_go() -> None:
        listeners.close()
        if telling is not None:
            telling.close()

    librarian = librarian_of(call, kiosk.root, slate, book) if kiosk.root else None
    status = Workers(workers, worker, book, lambda: renewal.renew(book), librarian, let_go).run()
    book.note("stopped")
    log.close()
    return status


def _spelt(host: str, port: int) -> str:
    """Return an address as it stands in a URL (RFC 3986 §3.2.2)."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _place(call: Call) -> Path:
    word = call.word(0)
    if word is not None and not is_folder(Path(word)):
        return Path(word)
    return library_of(call, word).root


def _places(call: Call) -> Path | None:
    """Return the folder of places by key, made if it is missing; None: they are not kept.

    Raises:
        OSError: it cannot be made.
    """
    if not (call.has("keep-places") or call.has("places")):
        return None
    folder = Path(str(call.request.options.get("places", state_file().parent / "visitors")))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder.resolve()


def _proxies(call: Call) -> Sequence[Network]:
    from reader.ssh.proxy_header import networks

    words = call.request.options.get("proxy-protocol")
    if words is None:
        return ()
    try:
        return networks(str(words))
    except ValueError as error:
        what = Wording(
            "--proxy-protocol 里有不是地址的", "--proxy-protocol names something that is no address"
        )
        raise WrongUse(
            what, Wording("写成 10.0.0.1 或 10.0.0.0/24", "write 10.0.0.1 or 10.0.0.0/24")
        ) from error


def _access(call: Call) -> Access:
    from reader.ssh.access import AccessError

    try:
        return read_access(call)
    except AccessError as error:
        raise WrongUse(error.what, error.advice, printable_line(f"{error.path}:{error.line}:1")) from error


def _rules(call: Call) -> HouseRules:
    from reader.ssh.house_rules import HouseRules

    usual = HouseRules()
    if call.has("web"):
        usual = web_rules(usual, is_proxied=call.has("proxied"))
    visitors = call.number("visitors", usual.visitors)
    return usual._replace(
        visitors=visitors,
        # Who is let in as a visitor must first be let in as a connection.
        connections=max(usual.connections, 2 * visitors),
        connections_a_minute=call.number("rate", usual.connections_a_minute),
        visitors_of_address=call.number("visitors-each", usual.visitors_of_address),
        idle=60.0 * call.number("idle", int(usual.idle // 60)),
        memory=1024 * 1024 * call.number("memory", usual.memory // (1024 * 1024)),
        longest=60.0 * call.number("longest", int(usual.longest // 60)),
    )


def _hash_password(call: Call) -> int:
    from reader.ssh.access import hashed

    password = asked_password(call)
    if password is None:
        return WRONG
    call.output.lines([hashed(password)])
    return DONE


def _is_loopback(host: str) -> bool:
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
