"""The options in one table, and how the words of a command line become commands and options."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.cli.commands import COMMANDS, READ, Command
from reader.cli.exchange_options import EXCHANGE_OPTIONS
from reader.cli.option import Option
from reader.cli.option_values import Given, value_of
from reader.cli.proof_options import PROOF_OPTIONS
from reader.cli.serve_options import SERVE_OPTIONS
from reader.cli.wrong_use import WrongUse
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.settings import SETTINGS

_OF_SETTING = {setting.name: setting for setting in SETTINGS}
_MEASURE = _OF_SETTING["measure"]


def _choices(setting: str) -> tuple[str, ...]:
    return tuple(map(str, _OF_SETTING[setting].choices))


_SEE_HELP = Wording("看 paper-reader --help", "see paper-reader --help")
_LIKENESS = 0.7
"""How near an option must be to be offered for one there is not: `--operate` is no slip for `--rate`."""

OPTIONS = (
    Option(
        "--guest",
        "",
        Wording("给来客：不写、不执行、不记", "for guests: nothing run, written, kept"),
        (READ,),
    ),
    Option(
        "--width",
        "N",
        Wording("一行多少格宽", "the cells of a line"),
        (READ, "show", "notices", "export"),
        (),
        20,
        1000,
    ),
    Option(
        "--format",
        "FORMAT",
        Wording("text（默认）、markdown 或 json", "text (as a rule), markdown or json"),
        ("show",),
        ("text", "markdown", "json"),
    ),
    Option(
        "--format",
        "FORMAT",
        Wording("markdown（默认）或 json", "markdown (as a rule) or json"),
        ("clippings",),
        ("markdown", "json"),
    ),
    Option("--full", "", Wording("附上全文", "with the full text"), ("clippings",)),
    Option(
        "--since",
        "DATE",
        Wording("只要这一天起收藏的", "only what was marked on that day or later"),
        ("clippings",),
    ),
    Option(
        "--output",
        "FILE",
        Wording("写进这个文件，不印出来", "write to this file instead of printing"),
        ("clippings", "export"),
        short="-o",
    ),
    Option(
        "--force",
        "",
        Wording("文件已有也写", "write over a file that is there"),
        ("clippings", "import", "export"),
    ),
    Option(
        "--page",
        "N",
        Wording("印出第 N 版的版面，也可写 A2 这样的版号", "print page N made up, or a label as A2"),
        ("show",),
    ),
    Option("--height", "N", Wording("版面印成多少行高", "rows the page has"), ("show",), (), 10, 1000),
    Option("--json", "", Wording("输出 JSON", "print JSON"), ("list", "notices", "search", "rules")),
    Option(
        "--limit",
        "N",
        Wording("至多给出多少条（默认 50）", "how many hits at most (as a rule 50)"),
        ("search",),
        (),
        1,
        1_000_000,
    ),
    Option(
        "--order",
        "ORDER",
        Wording(
            "date（新的在前）或 rank（标题里的在前）",
            "date (newest first) or rank (titles first)",
        ),
        ("search",),
        ("date", "rank"),
    ),
    Option(
        "--stdio",
        "",
        Wording("经标准输入输出说话，向来如此", "over standard input and output, as it always is"),
        ("lsp",),
    ),
    Option("--quiet", "", Wording("不输出", "print nothing"), ("index",)),
    Option(
        "--progress",
        "",
        Wording("每编一批印一行 已编/总数", "print done/of as it goes on"),
        ("index",),
    ),
    Option(
        "--at",
        "TIME",
        Wording(
            "判断状态的时刻，如 2024-12-23T08:00；日期即当天末",
            "judge at 2024-12-23T08:00, or at the end of a day",
        ),
        ("notices",),
    ),
    *EXCHANGE_OPTIONS,
    *PROOF_OPTIONS,
    *SERVE_OPTIONS,
    Option(
        "--library", "DIR", Wording("往期所在的文件夹", "the folder of the back issues"), setting="library"
    ),
    Option(
        "--paper",
        "NAME",
        Wording("哪一种报", "which paper"),
        (READ, "show", "list", "notices", "search"),
        setting="paper",
    ),
    Option(
        "--lang",
        "LANG",
        Wording("界面语言 zh 或 en", "language of the interface, zh or en"),
        choices=("zh", "en"),
        setting="language",
    ),
    Option("--encoding", "NAME", Wording("文件编码，如 gb18030", "encoding of the files, as gb18030")),
    Option("--max-size", "SIZE", Wording("文件最大多少，如 32M", "the largest file to read, as 32M")),
    Option("--config", "FILE", Wording("用这个配置文件", "read settings from this file")),
    Option("--theme", "NAME", _OF_SETTING["theme"].about, choices=_choices("theme"), setting="theme"),
    Option(
        "--ambiguous",
        "1|2",
        _OF_SETTING["ambiguous_width"].about,
        choices=_choices("ambiguous_width"),
        setting="ambiguous_width",
    ),
    Option("--measure", "N", _MEASURE.about, low=_MEASURE.low, high=_MEASURE.high, setting="measure"),
    Option(
        "--pictures", "HOW", _OF_SETTING["pictures"].about, choices=_choices("pictures"), setting="pictures"
    ),
    Option("--version", "", Wording("版本", "the version"), short="-V"),
    Option("--help", "", Wording("帮助", "this help"), short="-h"),
)
"""Every option there is, in the order help shows them; twice, where commands take other values for it."""


class Request(NamedTuple):
    """A command line, understood."""

    command: str
    words: tuple[str, ...]
    options: dict[str, Given]
    """By name without dashes; only those given. Numbers as numbers, switches as True."""


def parse(arguments: Sequence[str]) -> Request:
    """Return what the arguments ask for; the first word is a command when it is the name of one.

    Options may stand anywhere, as ``--width 40`` or ``--width=40``; after ``--`` everything is a word.

    Raises:
        WrongUse: an unknown, ill-given or misplaced option, too few or too many words.
    """
    words: list[str] = []
    given: list[tuple[Option, str | None]] = []
    command: str | None = None
    rest = list(reversed(arguments))
    while rest:
        argument = rest.pop()
        if argument == "--":
            command = READ if command is None else command
            words += reversed(rest)
            break
        if argument.startswith("-") and argument != "-":
            given.append(_option(argument, rest))
        elif command is None:
            command = argument if any(argument == known.name for known in COMMANDS) and argument else READ
            words += [argument] if command == READ else []
        else:
            words.append(argument)
    # Only now: what an option may be given is for the command to say, which may stand behind it.
    options = {
        option.name.lstrip("-"): value_of(_option_of(command or READ, option), value)
        for option, value in given
    }
    request = Request(command or READ, tuple(words), options)
    if not options.keys() & {"help", "version"}:
        _check(request)
    return request


def command_named(name: str) -> Command:
    """Return the command of this name."""
    return next(command for command in COMMANDS if command.name == name)


def _option_of(command: str, option: Option) -> Option:
    """The option of this name as the command takes it; as it is, where the command does not."""
    alike = (known for known in OPTIONS if known.name == option.name and command in known.commands)
    return next(alike, option)


def _option(argument: str, rest: list[str]) -> tuple[Option, str | None]:
    """Find the option and its value, which may be the next of the (reversed) rest."""
    name, equals, value = argument.partition("=")
    shown = printable_line(name)
    option = next((known for known in OPTIONS if name in (known.name, known.short)), None)
    if option is None:
        from reader.loading.nearest import did_you_mean, nearest  # late: only a mistake needs it

        # Without their dashes, which every option shares, and nearer than words of a file need to be.
        bare = {known.name.lstrip("-"): known.name for known in OPTIONS}
        near = bare.get(nearest(name.lstrip("-"), bare, likeness=_LIKENESS) or "")
        what = Wording(f"没有选项 {shown}", f"there is no option {shown}")
        raise WrongUse(what, did_you_mean(near, _SEE_HELP))
    if not option.value:
        if equals:
            what = Wording(f"{option.name} 不带值", f"{option.name} takes no value")
            raise WrongUse(what, Wording(f"只写 {option.name}", f"write {option.name} alone"))
        return option, None
    if not equals:
        # Nobody means an option as a value; a negative number is none of ours either.
        value = rest.pop() if rest and not (rest[-1].startswith("--") and len(rest[-1]) > 2) else ""
    if not value:
        what = Wording(f"{option.name} 缺少值", f"{option.name} lacks its value")
        raise WrongUse(
            what, Wording(f"写 {option.name} {option.value}", f"write {option.name} {option.value}")
        )
    return option, value


def _check(request: Request) -> None:
    """Refuse what does not fit the command."""
    command = command_named(request.command)
    title = f"paper-reader {command.name}".rstrip()
    usage = f"{title} {command.words}".rstrip()
    advice = Wording(f"写 {usage}", f"write {usage}")
    takes = command.words.split()
    if len(request.words) > len(takes) and not command.words.endswith("…"):
        from reader.cli.refused_words import too_many  # late: only a mistake needs it

        raise too_many(request, title, advice)
    needed = sum(not word.startswith("[") for word in takes)
    if len(request.words) < needed:
        missing = takes[len(request.words)].rstrip("…")
        raise WrongUse(Wording(f"{title} 缺少 {missing}", f"{title} lacks {missing}"), advice)
    for name in request.options:
        takers = [taker for option in OPTIONS if option.name == f"--{name}" for taker in option.commands]
        if takers and request.command not in takers:
            where = ", ".join(taker or "paper-reader" for taker in takers)
            what = Wording(f"{title} 没有选项 --{name}", f"{title} has no option --{name}")
            raise WrongUse(what, Wording(f"它属于 {where}", f"it belongs to {where}"))
