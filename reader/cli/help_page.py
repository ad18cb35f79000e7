"""The help: made from the one table of commands and options, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader import __version__
from reader.cli.commands import COMMANDS, READ
from reader.cli.option import Option
from reader.cli.options import OPTIONS, command_named
from reader.edition.wording import Tongue, Wording
from reader.typesetting.width import text_width

_PROGRAM = "paper-reader"
_WIDEST = 17  # cells of an option that has what it does beside it
_ABOUT = Wording(
    "终端里的报纸：打开一期来读，或排好版印成纯文本。",
    "The terminal newspaper: opens an edition to read, or prints it as clean text.",
)
_USAGE = Wording("用法", "Usage")
_COMMANDS = Wording("命令", "Commands")
_OPTIONS = Wording("选项", "Options")
_STATUS = Wording(
    "退出码：0 完成；1 search 没有找到，list、notices 一期报纸也没有，\n"
    "clippings 没有收藏，或 check 查出 --fail-on 一级以上的问题；\n"
    "2 用法有误、没有这个 REFERENCE，或有报纸读不了、重复（仍印出其余的）。",
    "Exit status: 0 done; 1 search found nothing, list or notices no edition,\n"
    "clippings no mark, or check findings as grave as --fail-on says; 2 wrong use, no\n"
    "such REFERENCE, or an edition that is unreadable or there twice (the rest is\n"
    "printed all the same).",
)
_REFERENCE = Wording(
    "REFERENCE 是这一期里文章或公告的编号，如 p01-a03、notice:fog-1；\n"
    "往期文件夹里别的一天写 日期/编号，如 2024-12-16/heavy-snow。",
    "REFERENCE is the id of an article or a notice of that edition, as p01-a03 or\n"
    "notice:fog-1; for another day of a library it is DATE/ID, as\n"
    "2024-12-16/heavy-snow.",
)
_CHECK = Wording(
    "PATH 是一期、往期文件夹，或 -（标准输入）。不想报的：稿中写注释\n"
    "# proof-ignore: T-WIDTH 缘由，或用旁边的 DATE.proof.json、--baseline。\n"
    "--diff 单用时，有可改之处退出码即为 1。",
    "PATH is an edition, a folder of them, or - for standard input. Findings are kept\n"
    "silent by a comment, # proof-ignore: T-WIDTH why, by DATE.proof.json beside the\n"
    "edition, or by --baseline. With --diff alone the status is 1 if there is a diff.",
)
_IMPORT = Wording(
    "SOURCE 是文件、文件夹，或 -（标准输入）。不写 -o 时印出 YAML。-o 后是文件夹\n"
    "（已有的、以 / 结尾的，或导入整个文件夹时）就按 报名/年/月/日期.yaml 存放，\n"
    "否则写成一个文件。推断、存疑、略去的都说明；一处失败，其余照常。例：\n"
    "  paper-reader import page.txt -o 2024-12-23.yaml\n"
    "  paper-reader import 人民日报_2024/ -o library/\n"
    "  paper-reader import alert.xml --into 2024-12-23.yaml",
    "SOURCE is a file, a folder, or - for standard input. Without -o the YAML is\n"
    "printed. Behind -o a folder (one that is there, or ends with /, or any where a\n"
    "folder is imported) has editions at PAPER/YYYY/MM/DATE.yaml; else it is a file.\n"
    "What is guessed, undecided or left out is said; what fails too, and the rest\n"
    "goes on. For example:\n"
    "  paper-reader import page.txt -o 2024-12-23.yaml\n"
    "  paper-reader import saved-pages/ -o library/\n"
    "  paper-reader import alert.xml --into 2024-12-23.yaml",
)
_EXPORT = Wording(
    "PATH 是一期，或往期文件夹（取最新一期）。",
    "PATH is an edition, or a folder of them, of which it is the newest.",
)
_EXCHANGE_STATUS = Wording(
    "退出码：0 完成；2 用法有误，或有来稿导入不了（其余的照常导入）。",
    "Exit status: 0 done; 2 wrong use, or something that could not be read (the rest\n"
    "is imported all the same).",
)
_KINDS = Wording("KIND 可写", "KIND is one of")
_PATH_ADVICE = Wording(
    "名字与命令相同的文件写作 ./show。不写 PATH 时依次看 --library、\n"
    "PAPER_READER_LIBRARY、配置、./editions，最后是自带的报纸。",
    "A file named like a command is written ./show. Without a PATH: --library,\n"
    "$PAPER_READER_LIBRARY, the config, ./editions, else the editions that come\n"
    "with the program.",
)


def version_line() -> str:
    """Return the program's name and version."""
    return f"{_PROGRAM} {__version__}"


def help_page(name: str, tongue: Tongue) -> Iterator[str]:
    """Yield the lines of the help of a command, or of the whole program for the reader's own name."""
    command = command_named(name)
    yield f"{_USAGE.say(tongue)}: {' '.join(filter(None, (_PROGRAM, command.name, command.words)))}"
    yield ""
    if name != READ:
        yield command.about.say(tongue)
        if "REFERENCE" in command.words:
            yield from _REFERENCE.say(tongue).split("\n")
        about = {"check": _CHECK, "import": _IMPORT, "export": _EXPORT}.get(name)
        yield from about.say(tongue).split("\n") if about else ()
        yield from _kinds(name, tongue)
        yield ""
    else:
        yield _ABOUT.say(tongue)
        yield ""
        yield f"{_COMMANDS.say(tongue)}:"
        yield from _aligned(
            (" ".join(filter(None, (one.name or _PROGRAM, one.words))), one.about.say(tongue))
            for one in COMMANDS
        )
        yield ""
        yield from _PATH_ADVICE.say(tongue).split("\n")
        yield ""
    yield f"{_OPTIONS.say(tongue)}:"
    shown = [option for option in OPTIONS if name == READ or not option.commands or name in option.commands]
    yield from _aligned(((_usage(option), _about(option, name, tongue)) for option in shown), _WIDEST)
    yield ""
    status = _EXCHANGE_STATUS if name in ("import", "export") else _STATUS
    yield from status.say(tongue).split("\n")


def _kinds(name: str, tongue: Tongue) -> Iterator[str]:
    """Yield the kinds of sources or of files, from the tables of importers and exporters."""
    rows: list[tuple[str, str]] = []
    if name == "import":
        from reader.cli.import_kinds import KINDS

        rows = [(one.kind, one.name.say(tongue)) for one in KINDS]
    elif name == "export":
        from reader.exporting.exporters import EXPORTERS

        rows = [(one.kind, one.name.say(tongue)) for one in EXPORTERS]
    if rows:
        yield ""
        yield f"{_KINDS.say(tongue)}:"
        yield from _aligned(rows)


def _usage(option: Option) -> str:
    short = f"{option.short}, " if option.short else ""
    return f"{short}{option.name} {option.value}".rstrip()


def _about(option: Option, name: str, tongue: Tongue) -> str:
    """What an option does and, in the help of the whole program, for which commands."""
    about = option.about.say(tongue)
    if name != READ or not option.commands:
        return about
    where = ", ".join(command or _PROGRAM for command in option.commands)
    return f"{about} ({where})"


def _aligned(rows: Iterable[tuple[str, str]], widest: int = 80) -> Iterator[str]:
    """Two columns, the second one aligned by cells; what is too wide for the first has a line of its own."""
    rows = list(rows)
    column = max(width for left, _ in rows if (width := text_width(left)) <= widest) + 2
    for left, right in rows:
        lead = f"  {left}"
        if text_width(left) > widest:
            yield lead
            lead = "  "
        yield lead + " " * (column + 2 - text_width(lead)) + right
