"""The options of exchange with other formats: what `import` and `export` take."""

from __future__ import annotations

from reader.cli.option import Option
from reader.edition.wording import Wording

EXCHANGE_OPTIONS = (
    Option(
        "--from",
        "KIND",
        Wording("来稿是哪一种，不写就看内容", "what kind the source is; else its content tells"),
        ("import",),
    ),
    Option(
        "--to",
        "KIND",
        Wording("导出成哪一种，不写就看 -o 的名字", "what kind to make; else the name after -o tells"),
        ("export",),
    ),
    Option(
        "--output",
        "PATH",
        Wording("写进这个文件或往期文件夹", "write to this file, or into this library"),
        ("import",),
        short="-o",
    ),
    Option(
        "--into",
        "FILE",
        Wording("公告加进这一期，别处不动", "add the notices to this edition alone"),
        ("import",),
    ),
    Option(
        "--paper",
        "NAME",
        Wording("报名，不管来稿怎么说", "the paper's name, whatever the source says"),
        ("import",),
    ),
    Option(
        "--date",
        "DATE",
        Wording("这一期的日期，不管来稿怎么说", "the edition's date, whatever the source says"),
        ("import",),
    ),
    Option(
        "--language",
        "TAG",
        Wording("报纸的语言，如 zh-CN、en", "the paper's language, as zh-CN or en"),
        ("import",),
    ),
    Option(
        "--timezone",
        "ZONE",
        Wording("报纸的时区，如 Asia/Shanghai", "the paper's time zone, as Asia/Shanghai"),
        ("import",),
    ),
    Option(
        "--section",
        "NAME",
        Wording("来稿没分版时的版名", "the section of what names none"),
        ("import",),
    ),
    Option(
        "--repair",
        "",
        Wording("接好断开的段落等，并逐处说明", "mend seams and the like, saying each"),
        ("import",),
    ),
    Option(
        "--verbose",
        "",
        Wording("推断和略去的逐条列出", "list all that was guessed or left out"),
        ("import",),
    ),
)
"""Every option of exchange, in the order help shows them."""
