"""The options of proofreading: what `check` and `rules` take."""

from __future__ import annotations

from reader.cli.option import Option
from reader.edition.wording import Wording

PROOF_OPTIONS = (
    Option(
        "--format",
        "FORMAT",
        Wording("text（默认）、json、sarif 或 github", "text (as a rule), json, sarif or github"),
        ("check",),
        ("text", "json", "sarif", "github"),
    ),
    Option(
        "--fix",
        "",
        Wording("改正有把握的差错，写回文件", "put right what is safe, in the files"),
        ("check",),
    ),
    Option(
        "--diff",
        "",
        Wording("印出 --fix 改什么；单用时不写文件", "show what --fix changes; alone, write nothing"),
        ("check",),
    ),
    Option(
        "--fail-on",
        "LEVEL",
        Wording(
            "从哪级起不通过：error（默认）、warning、info、never",
            "fail on error (as a rule), warning, info or never",
        ),
        ("check",),
        ("error", "warning", "info", "never"),
    ),
    Option(
        "--only",
        "ID,ID",
        Wording("只用这些规则，不用的也启用", "these rules only, be they on or off"),
        ("check",),
    ),
    Option(
        "--stylebook",
        "FILE",
        Wording("用这本体例，不用最近的一本", "this stylebook, not the nearest one"),
        ("check", "proof", "rules"),
    ),
    Option(
        "--baseline",
        "FILE",
        Wording("不报这个文件里的旧问题", "leave out the findings in this file"),
        ("check",),
    ),
    Option(
        "--write-baseline",
        "FILE",
        Wording("把现有问题记进这个文件", "write the present findings to this file"),
        ("check",),
    ),
    Option(
        "--stdin-filename",
        "NAME",
        Wording("PATH 为 - 时，稿子叫什么", "what the edition is called when PATH is -"),
        ("check",),
    ),
)
"""In the order help shows them."""
