"""Why somebody is not let in, or is asked to leave: a word for the log, a sentence for the visitor."""

from __future__ import annotations

from enum import Enum

from reader.edition.wording import Wording


class Refusal(Enum):
    """Every reason there is."""

    FULL = "full", Wording("阅览室满员，请稍后再来", "the reading room is full, please come back later")
    ADDRESS_FULL = (
        "address_full",
        Wording("从您的地址来的读者已经够多", "there are enough visitors from your address"),
    )
    TOO_FAST = (
        "too_fast",
        Wording("连接太频繁，请过一分钟再来", "too many connections, please wait a minute"),
    )
    PROXY = (
        "proxy",
        Wording(
            "前面的代理没有说明来者是谁：请让它发送 PROXY 协议，或绕过代理来连接",
            "the proxy does not say who comes: have it send the PROXY protocol, or connect past it",
        ),
    )
    NO_TERMINAL = (
        "no_terminal",
        Wording(
            "这里只有阅览室：请用终端登录，不带命令",
            "there is only a reading room here: log in from a terminal, without a command",
        ),
    )
    EXEC = (
        "exec",
        Wording(
            "这里只有阅览室，不执行命令：请去掉命令再登录",
            "there is only a reading room here, and no command is run: log in again without one",
        ),
    )
    SUBSYSTEM = (
        "subsystem",
        Wording(
            "这里不传文件：请用 ssh 登录来读报",
            "there are no files to be had here: log in with ssh and read the paper",
        ),
    )
    DUMB_TERMINAL = (
        "dumb_terminal",
        Wording(
            "这种终端画不了版面：请换一个终端，或这样登录：TERM=xterm-256color ssh …",
            "this kind of terminal cannot show the paper: try TERM=xterm-256color ssh ...",
        ),
    )
    NO_PAPER = "no_paper", Wording("今天的报纸还没有到", "today's paper has not come yet")
    CLOSING = (
        "closing",
        Wording("阅览室要关门了，请过一会儿再来", "the reading room is closing, please come back in a while"),
    )
    MEMORY = (
        "memory",
        Wording(
            "这间阅览室已经坐不下，请马上再连一次", "this room holds no more, please connect again at once"
        ),
    )
    IDLE = "idle", Wording("您有一阵没有翻页，先送您出门", "you have not turned a page for a while")
    TOO_LONG = "too_long", Wording("阅览时间到了，欢迎再来", "your time is up, please come again")
    TOO_MUCH = "too_much", Wording("输入太快，已断开", "too much came from your side at once")
    NOT_READING = (
        "not_reading",
        Wording("您的终端很久没有取走内容，已断开", "your terminal has not taken what was sent for too long"),
    )
    FAILED = (
        "failed",
        Wording(
            "程序出了错，这次阅览到此为止；其他读者不受影响",
            "the program failed, and your visit ends here; we have been told",
        ),
    )

    def __init__(self, word: str, wording: Wording) -> None:
        self.word = word
        self.wording = wording
