"""The page of the paper: what a browser is sent before anything is drawn, all of it from this machine."""

from __future__ import annotations

import html
import json
from pathlib import Path
from string import Template

from reader.edition.wording import Tongue, Wording

HEADERS = {
    # The terminal makes its own style elements, hence 'unsafe-inline' for styles, and for nothing else.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Server": "paper-reader",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Sent with every answer: nothing from elsewhere is loaded, run or connected to."""

OWN = Path(__file__).with_name("page")
"""The folder of our own files."""
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_SMALLEST, _USUAL, _LARGEST = 8, 16, 40

_OPENING = Wording("正在送报……", "The paper is on its way…")
_ENDED = Wording("今天就读到这里", "You have put the paper down")
_BROKEN = Wording("连接断了", "The connection is lost")
_UNABLE = Wording(
    "这个浏览器画不了版面，请换一个新些的", "This browser cannot draw the paper; please try a newer one"
)
_AGAIN = Wording("再看一遍", "Open it again")
_NO_SCRIPT = Wording("这份报纸要开启 JavaScript 才能读", "This paper needs JavaScript to be read")
_WORDS = {
    "opening": _OPENING,
    "ended": _ENDED,
    "broken": _BROKEN,
    "unable": _UNABLE,
    "again": _AGAIN,
    "no_script": _NO_SCRIPT,
}
_KEYS = (
    ("h", "‹", Wording("上一篇", "Previous article")),
    ("l", "›", Wording("下一篇", "Next article")),
    ("b", "⌃", Wording("往上一屏", "A screen back")),
    (" ", "⌄", Wording("往下一屏", "A screen on")),
    ("v", "▦", Wording("版面", "Page")),
    ("/", "⌕", Wording("查找", "Search")),
    ("\r", "⏎", Wording("回车", "Enter")),
    ("\x1b", "✕", Wording("返回", "Back")),
)
"""Keys for fingers: what is sent, what stands on them, what they are called."""


def permissions(*, can_copy: bool) -> str:
    """Return the Permissions-Policy of every answer: the clipboard is never read, and filled when allowed."""
    filled = "self" if can_copy else ""
    return f"camera=(), microphone=(), geolocation=(), clipboard-read=(), clipboard-write=({filled})"


def front_page(paper: str, tongue: Tongue, font_size: str = "") -> str:
    """Return the page; the name of the paper and a size that was asked for are not trusted."""
    template = Template((OWN / "page.html").read_text(encoding="utf-8"))
    keys = "\n".join(
        f'      <button type="button" data-key="{html.escape(json.dumps(sent))}" '
        f'aria-label="{html.escape(name.say(tongue))}">{sign}</button>'
        for sent, sign, name in _KEYS
    )
    return template.substitute(
        {name: html.escape(wording.say(tongue)) for name, wording in _WORDS.items()},
        paper=html.escape(paper),
        language=_LANGUAGES[tongue],
        font_size=_size(font_size),
        keys=keys,
    )


def _size(word: str) -> int:
    if not (word.isascii() and word.isdigit() and len(word) < 4):
        return _USUAL
    return min(max(int(word), _SMALLEST), _LARGEST)
