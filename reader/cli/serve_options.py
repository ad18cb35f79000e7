"""The options of `serve`, the reading room over SSH or in a browser."""

from __future__ import annotations

from reader.cli.option import Option
from reader.edition.wording import Wording


def _option(name: str, value: str, zh: str, en: str, low: int = 0, high: int = 0) -> Option:
    return Option(name, value, Wording(zh, en), ("serve",), (), low, high)


SERVE_OPTIONS = (
    _option("--host", "HOST", "在哪个地址开放（默认 127.0.0.1）", "address to listen on (127.0.0.1)"),
    _option("--port", "N", "端口（2222；网页 8000）", "port (2222; 8000 with --web)", 0, 65_535),
    _option("--web", "", "改在浏览器里读（HTTP）", "for browsers, over HTTP instead of SSH"),
    _option("--proxied", "", "前面有代理，信它的 X-Forwarded-For", "believe a proxy's X-Forwarded-For"),
    _option("--workers", "N", "工作进程数（默认每核一个）", "processes (one a core)", 1, 64),
    _option("--open", "", "谁都可以进，不限本机", "let anybody in, from anywhere"),
    _option("--keys", "FILE", "只让有这些公钥的人进", "let in who has a key listed in FILE"),
    _option("--passwords", "FILE", "只让知道密码的人进", "let in who knows a password of FILE"),
    _option("--keep-places", "", "记住用公钥登录的人读到哪里", "keep the places of who has a key"),
    _option("--places", "DIR", "记在这个目录（几台共用）", "keep them in DIR, for several servers"),
    _option("--proxy-protocol", "ADDRESS,…", "这些地址是代理，由它说明来处", "proxies, which tell who comes"),
    _option("--hash-password", "", "从标准输入读密码，印出散列", "read a password and print its hash"),
    _option("--host-key", "FILE", "主机密钥；没有就造一把", "the host key; made if missing"),
    _option("--banner", "TEXT", "登录前显示的话", "what is shown before log-in"),
    _option("--log", "FILE", "日志写进这个文件", "write the log to FILE"),
    _option("--monitor", "PORT", "在本机这个端口给出计数", "counters at this local port", 0, 65_535),
    _option("--clipboard", "", "读者可以写自己的剪贴板", "let visitors fill their clipboard"),
    _option("--visitors", "N", "一个进程最多几位读者（200）", "visitors of a process (200)", 1, 10_000),
    _option("--visitors-each", "N", "同一地址最多几位（20）", "visitors from one address (20)", 1, 10_000),
    _option(
        "--rate",
        "N",
        "同一地址每分钟最多几次连接（60）",
        "connections a minute from one address (60)",
        1,
        100_000,
    ),
    _option("--idle", "MINUTES", "多久不动就请出（30）", "minutes without a key (30)", 1, 10_080),
    _option("--longest", "MINUTES", "一次最长多久（240）", "minutes a visit may take (240)", 1, 10_080),
    _option("--memory", "MIB", "进程最多占多少内存（1024）", "memory of a process (1024)", 64, 1_000_000),
    _option("--recycle", "N", "进程接待多少位后更换（5000）", "visits of a process (5000)", 1, 1_000_000),
)
"""Every option of `serve`, in the order help shows them."""
