"""The command line: understands it, hands it to its command, and turns whatever happens into a status."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.cli.call import Call, called, tongue_of_locale
from reader.cli.commands import READ
from reader.cli.exit_status import BROKEN_PIPE, DONE, INTERRUPTED, WRONG
from reader.cli.options import parse
from reader.cli.output import Output
from reader.cli.wrong_use import WrongUse
from reader.edition.printable import printable_line
from reader.edition.wording import Tongue, Wording

if TYPE_CHECKING:
    from reader.placard.hang import Hung


def run(
    arguments: Sequence[str], environ: Mapping[str, str] = os.environ, placard: Hung | None = None
) -> int:
    """Do what the arguments ask for and return the exit status; nothing is ever raised.

    `placard` is what hangs in the terminal while the reader is still to come: it is taken down before
    anything is written there.
    With ``PAPER_READER_DEBUG=1`` an unexpected exception shows its traceback besides.
    """
    output = Output(_early_tongue(arguments, environ))
    if placard is not None:
        output.before_writing = placard.terminal.give_back
    try:
        try:
            status = _perform(arguments, environ, output, placard)
        finally:
            output.close()
    except BrokenPipeError:
        output.abandon()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        _tell(error, output)
        if environ.get("PAPER_READER_DEBUG") == "1":
            import traceback

            output.say(traceback.format_exc().rstrip())
        if isinstance(error, OSError):
            output.abandon()
        return WRONG
    return status


def _perform(
    arguments: Sequence[str], environ: Mapping[str, str], output: Output, placard: Hung | None
) -> int:
    request = parse(arguments)
    if "help" in request.options or "version" in request.options:
        from reader.cli.help_page import help_page, version_line

        output.lines(
            help_page(request.command, output.tongue) if "help" in request.options else [version_line()]
        )
        return DONE
    return _command(called(request, output, environ, arguments, placard))


def _command(call: Call) -> int:
    """Hand the call to its command; only that one is imported, for a reader waits for the first headline."""
    if call.request.command == READ:
        from reader.cli.read import read

        return read(call)
    import gc

    gc.enable()  # `reader.__main__` puts collections off for the reader; a long listing needs them
    match call.request.command:
        case "show":
            from reader.cli.show import show as command
        case "list":
            from reader.cli.list_editions import list_editions as command
        case "notices":
            from reader.cli.notices import notices as command
        case "search":
            from reader.cli.search import search as command
        case "index":
            from reader.cli.index import index as command
        case "clippings":
            from reader.cli.clippings import clippings as command
        case "check":
            from reader.cli.check import check as command
        case "rules":
            from reader.cli.rules import rules as command
        case "proof":
            from reader.cli.proof import proof as command
        case "lsp":
            from reader.cli.lsp import lsp as command
        case "import":
            from reader.cli.import_papers import import_papers as command
        case "export":
            from reader.cli.export import export as command
        case "serve":
            from reader.cli.serve import serve as command
        case "schema":
            from reader.cli.schema import schema as command
        case _:
            from reader.cli.config import config as command
    return command(call)


def _early_tongue(arguments: Sequence[str], environ: Mapping[str, str]) -> Tongue:
    """The language before the arguments are understood, for what is wrong with them."""
    for option, value in zip(arguments, [*arguments[1:], ""], strict=False):
        name, equals, given = option.partition("=")
        if name == "--lang":
            words = given if equals else value
            if words in ("zh", "en"):
                return "zh" if words == "zh" else "en"
    return tongue_of_locale(environ)


def _tell(error: Exception, output: Output) -> None:
    try:
        output.say(_words_of(error, output.tongue))
    except Exception:
        # What failed may be what messages are made with: then by the plainest means there are.
        name = type(error).__name__
        print(f"paper-reader: the program itself failed: {name}; please tell us", file=sys.stderr)


def _words_of(error: Exception, tongue: Tongue) -> str:
    """Return an exception as its lines for standard error, one a problem."""
    from reader.loading.problem import EditionError
    from reader.settings import SettingsError

    if isinstance(error, WrongUse):
        return printable_line(f"{error.place}: {error.what.say(tongue)}; {error.advice.say(tongue)}")
    if isinstance(error, EditionError | SettingsError):
        return error.render(tongue)
    if isinstance(error, OSError):
        what = Wording("系统拒绝了：{reason}", "the system refuses: {reason}")
        advice = Wording("检查磁盘和权限", "check the disk and your permissions")
        reason = error.strerror or type(error).__name__
        if error.filename is not None:
            reason += f" ({error.filename})"
    else:
        what = Wording("程序自己出了错：{reason}", "the program itself failed: {reason}")
        advice = Wording(
            "设 PAPER_READER_DEBUG=1 再试，并告诉我们", "run it with PAPER_READER_DEBUG=1 and tell us"
        )
        reason = f"{type(error).__name__}: {error}".split("\n")[0][:200]
    return printable_line(f"paper-reader: {what.filled(reason=reason).say(tongue)}; {advice.say(tongue)}")
