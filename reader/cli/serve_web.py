"""`paper-reader serve --web`: the reading room in a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.cli.call import Call
from reader.cli.wrong_use import WrongUse
from reader.edition.wording import Wording
from reader.extras import how_to_install

if TYPE_CHECKING:
    from reader.ssh.counters import Counters
    from reader.ssh.house_rules import HouseRules
    from reader.ssh.room import Plan, Room
    from reader.ssh.visitors_book import VisitorsBook

PORT = 8000
"""Where the page is unless said otherwise."""

_MISSING = Wording(
    "这里没有安装网页所需的 textual-serve", "textual-serve, which serving pages needs, is not installed"
)
_LOCKS = ("keys", "passwords", "hash-password")
_OF_SSH = ("host-key", "banner")
_NO_LOG_IN = Wording(
    "网页不问姓名和密码：要限定读者，请在前面放一个管 TLS 和登录的反向代理",
    "pages ask for no password: put a reverse proxy with TLS and log-in before it",
)
_LEAVE_IT = Wording(
    "网页没有登录，也没有主机密钥：去掉 --{name}", "a page has no log-in and no host key: leave --{name} out"
)
_OPEN_IT = Wording(
    "用 --open 表明本意；最好前面放一个管 TLS 的反向代理，再加 --proxied",
    "say with --open that all may; better, put a reverse proxy with TLS before it and say --proxied",
)


def check_web(call: Call, *, is_loopback: bool) -> None:
    """See that pages can be served as they are asked for.

    Raises:
        WrongUse: they cannot, for want of the extra, or of a word that everybody may come.
    """
    try:
        import aiohttp  # noqa: F401
        import textual_serve  # noqa: F401
    except ImportError as error:
        raise WrongUse(_MISSING, how_to_install("web")) from error
    for name in (*_LOCKS, *_OF_SSH):
        if name in call.request.options:
            what = Wording(f"--web 用不上 --{name}", f"--{name} has no meaning with --web")
            advice = Wording(_LEAVE_IT.zh.format(name=name), _LEAVE_IT.en.format(name=name))
            raise WrongUse(what, _NO_LOG_IN if name in _LOCKS else advice)
    if not is_loopback and not call.has("open"):
        raise WrongUse(Wording("从别的机器来谁都能进", "anybody could enter, from anywhere"), _OPEN_IT)


def refuse_of_web(call: Call) -> None:
    """See that nothing is asked of a server over SSH that only pages have.

    Raises:
        WrongUse: it is told of a proxy, whose headers there are none of.
    """
    if call.has("proxied"):
        what = Wording("--proxied 要和 --web 一起用", "--proxied has no meaning without --web")
        raise WrongUse(what, Wording("去掉 --proxied，或加上 --web", "leave --proxied out, or add --web"))


def web_rules(usual: HouseRules, *, is_proxied: bool) -> HouseRules:
    """Return the rules of a room with a page: what a proxy lets through it has counted itself."""
    from reader.web.web_room import USUAL_RULES

    a_minute = 0 if is_proxied else USUAL_RULES.connections_a_minute
    return usual._replace(connections=USUAL_RULES.connections, connections_a_minute=a_minute)


def web_room(call: Call, paper: str) -> Callable[[Plan, VisitorsBook, Counters], Room]:
    """Return what makes the room of a worker; `paper` is the title of its page."""
    from reader.web.web_room import Facade, WebRoom

    facade = Facade(paper=paper, is_public=call.has("open"), is_proxied=call.has("proxied"))

    def make(plan: Plan, book: VisitorsBook, counters: Counters) -> Room:
        return WebRoom(plan, book, counters, facade)

    return make
