"""Every command in one table: its name, its arguments, what it does."""

from __future__ import annotations

from typing import NamedTuple

from reader.edition.wording import Wording

READ = ""
"""The name of the command without a name: it opens the reader."""


class Command(NamedTuple):
    """One command and what it takes."""

    name: str
    words: str
    """Its arguments as help shows them; as many as there may be, optional ones in brackets, ``…`` for more of
    the last."""
    about: Wording


COMMANDS = (
    Command(
        READ, "[PATH]", Wording("打开报纸；PATH 是一期或往期文件夹", "open a paper: an edition or a library")
    ),
    Command(
        "show",
        "PATH [REFERENCE]",
        Wording("把一期或一篇印成纯文本、Markdown 或 JSON", "print an edition or an article as clean text"),
    ),
    Command("list", "[LIBRARY]", Wording("列出往期", "list the editions of a library")),
    Command("notices", "[LIBRARY]", Wording("列出公告及其状态", "list every public notice with its state")),
    Command(
        "search",
        "QUERY…",
        Wording("在全部往期里搜索，新的在前", "search all back issues, newest first"),
    ),
    Command(
        "index",
        "[LIBRARY]",
        Wording("编好或更新往期索引，搜索时不用等", "build or refresh the index that searches use"),
    ),
    Command(
        "clippings",
        "",
        Wording("把收藏和批注导出成 Markdown 或 JSON", "export your marks and notes as Markdown or JSON"),
    ),
    Command(
        "check",
        "PATH…",
        Wording("校对：查出各期的差错和缺失的图片", "proofread editions, their pictures too"),
    ),
    Command(
        "rules",
        "[ID]",
        Wording("校对规则一览，或其中一条的说明", "the rules of proofreading, or one of them"),
    ),
    Command("proof", "FILE", Wording("逐条校对一期并改正", "go through what is found, and put it right")),
    Command(
        "lsp",
        "",
        Wording("在编辑器里边写边校对（语言服务器）", "proofread in an editor, as a language server"),
    ),
    Command(
        "import",
        "SOURCE…",
        Wording(
            "把别的格式变成报纸：版面文本、订阅、EPUB…", "make editions of page text, feeds, EPUB and more"
        ),
    ),
    Command(
        "export",
        "PATH",
        Wording("把一期变成别的格式：HTML、EPUB…", "turn an edition into HTML, EPUB and more"),
    ),
    Command(
        "serve",
        "[LIBRARY]",
        Wording("让人用 SSH 来读：没有 shell，没有文件", "let anybody read over SSH: no shell, no files"),
    ),
    Command("schema", "", Wording("版式的 JSON Schema", "the JSON Schema of the edition format")),
    Command("config", "", Wording("设置在哪里，各是什么", "where the settings are and what they are")),
)
"""Every command there is, in the order help shows them."""
