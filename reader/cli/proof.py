"""`paper-reader proof FILE`: go through what proofreading finds in an edition, and put it right."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.cli.call import Call
from reader.cli.choosing import is_folder, root_around
from reader.cli.exit_status import WRONG
from reader.cli.lean import leaner_imports
from reader.cli.read import check_keys
from reader.cli.wrong_use import WrongUse
from reader.edition.wording import Wording
from reader.paths import cache_dir, state_file

_NO_SCREEN = Wording("这里不是终端，不能逐条校对", "there is no terminal here to proofread on")
_USE_CHECK = Wording("用 paper-reader check {file}", "use paper-reader check {file}")
_FOLDER = Wording("这是文件夹，一次只校对一期", "this is a folder; one edition is proofread at a time")
_NAME_FILE = Wording("写出其中一个 .yaml 文件", "name a .yaml file inside it")


def proof(call: Call) -> int:
    """Open proof mode on the edition FILE, and return when it is left.

    Status 2 where there is no terminal for it, or the file is no edition: `check` says what is wrong with it.
    """
    path = Path(call.request.words[0])
    if is_folder(path):
        raise WrongUse(_FOLDER, _NAME_FILE, f"{path}:1:1")
    if not _has_screen(call):
        raise WrongUse(_NO_SCREEN, _USE_CHECK.filled(file=path))
    check_keys(call)
    from reader.cli.check_rules import named_stylebook
    from reader.copydesk.manuscript import Manuscript
    from reader.copydesk.stylebook_file import StylebookError, find_stylebook, read_stylebook

    # Read here too: what keeps it from being an edition is said on the terminal as it was.
    manuscript = Manuscript.read(path, limit=call.limit, encoding=call.encoding)
    stylebook = named_stylebook(call) or find_stylebook(path)
    try:
        if stylebook is not None:
            read_stylebook(stylebook)
    except StylebookError as error:
        call.output.say(error.render(call.tongue))
        return WRONG
    with leaner_imports():
        from reader.tui.open_reader import open_reader, opening_for

    opening = opening_for(
        path,
        root_around(call, path),
        manuscript.loaded,
        call.settings,
        call.tongue,
        state_file(),
        cache_dir(),
        call.encoding,
        call.limit,
        is_for_proof=True,
        stylebook=stylebook,
    )
    return open_reader(opening)


def _has_screen(call: Call) -> bool:
    if not call.output.is_terminal or sys.stdin is None or not sys.stdin.isatty():
        return False
    return call.environ.get("TERM", "") not in ("", "dumb", "unknown") and call.output.carries_unicode
