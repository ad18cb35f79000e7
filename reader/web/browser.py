"""What a browser is: the headers it sends, taken as a visitor's terminal."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

from reader.edition.wording import Tongue
from reader.ssh.visitor_terminal import VisitorTerminal, visitor_terminal

_TERM = "xterm-256color"
"""What the page draws on is xterm.js, in all colours."""
_MOST_LANGUAGES = 20
_LOCALES = {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}


class WebGuest:
    """Whoever looks at the page."""

    name = ""
    fingerprint = ""

    def __init__(self, address: str) -> None:
        self.address = address


def tongue_of(accepted: str, usual: Tongue) -> Tongue:
    """Return the language that is liked best of those we have (RFC 9110 §12.5.4), else the usual one."""
    weights: dict[Tongue, float] = {}
    for choice in accepted.split(",")[:_MOST_LANGUAGES]:
        name, _, parameters = choice.strip().partition(";")
        weight = _weight(parameters)
        tongue: Tongue = "zh" if name.strip().lower().split("-")[0] == "zh" else "en"
        if name.strip() not in ("", "*") and weight > weights.get(tongue, 0.0):
            weights[tongue] = weight
    return max(weights, key=lambda tongue: weights[tongue], default=usual)


def _weight(parameters: str) -> float:
    name, _, value = parameters.partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0.0 <= weight <= 1.0 else 0.0


def browser_terminal(query: Mapping[str, str], tongue: Tongue) -> VisitorTerminal:
    """Return the terminal a page has, by the size it asks with."""
    size = (_number(query.get("width", "")), _number(query.get("height", "")))
    told = {"COLORTERM": "truecolor", "LANG": _LOCALES[tongue]}
    return visitor_terminal(_TERM, size, told)._replace(is_browser=True)


def _number(word: str) -> int:
    """Return a number of at most five digits, 0 for anything else."""
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 5 else 0


def is_own_page(origin: str | None, host: str) -> bool:
    """Did the page that asks come from here? What is no browser names no origin (RFC 6455 §10.2)."""
    if origin is None:
        return True
    try:
        return bool(host) and urlsplit(origin).netloc.lower() == host.lower()
    except ValueError:
        return False


def is_this_machine(host: str) -> bool:
    """Does a Host header name this machine? A name that was made to point here does not count."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def address_behind(forwarded: str, peer: str) -> str:
    """Return the address that the nearest proxy has seen, by X-Forwarded-For; the peer's if there is none."""
    last = forwarded.rpartition(",")[2].strip()
    try:
        return str(ipaddress.ip_address(last))
    except ValueError:
        return peer
