"""`paper-reader [PATH]`: the open paper; where no terminal can show it, the printed one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader import __version__
from reader.cli.call import Call, config_path
from reader.cli.choosing import Opened, index_of, open_edition
from reader.cli.exit_status import DONE
from reader.cli.lean import leaner_imports
from reader.cli.wrong_use import WrongUse
from reader.edition.wording import Wording
from reader.paths import cache_dir, state_file

if TYPE_CHECKING:
    from reader.tui.opening import Opening

_DUMB = Wording(
    "TERM={term} 的终端画不了版面，改为印出全文",
    "a terminal with TERM={term} cannot show the reader, so the edition is printed",
)
_NOT_UTF8 = Wording(
    "终端的编码 {encoding} 画不了版面，改为印出全文；用 UTF-8 的终端可打开阅读器",
    "a terminal in {encoding} cannot show the reader, so the edition is printed; it opens in a UTF-8 one",
)
_NO_COLOR = Wording(
    "NO_COLOR 已设：不用颜色，轻重由字重和文字表示",
    "NO_COLOR is set: no colours, what matters is told by weight and words",
)


def read(call: Call) -> int:
    """Open the reader on the edition PATH names, or print the edition where there is no terminal for it."""
    opened = open_edition(call, call.word(0))
    if not _has_screen(call):
        from reader.cli.show import print_edition  # late: the reader does not need it

        return print_edition(call, opened)
    return _open_reader(call, opened)


def _has_screen(call: Call) -> bool:
    """Can the reader be shown and steered here? Says on standard error what a lesser terminal loses."""
    if not call.output.is_terminal or sys.stdin is None or not sys.stdin.isatty():
        return False
    term = call.environ.get("TERM", "")
    if term in ("", "dumb", "unknown"):
        call.output.say(_DUMB.filled(term=term))
        return False
    if not call.output.carries_unicode:
        call.output.say(_NOT_UTF8.filled(encoding=sys.stdout.encoding))
        return False
    if call.environ.get("NO_COLOR"):
        call.output.say(_NO_COLOR)
    return True


def _open_reader(call: Call, opened: Opened) -> int:
    with leaner_imports():
        from reader.tui.open_reader import open_reader

    check_keys(call)
    placard = call.placard if call.placard is not None and call.placard.terminal.is_held else None
    # It also keeps the plate for the next start, once the reader has seen the first page.
    status = open_reader(_opening(call, opened), placard)
    if status == DONE:
        from reader.cli.hanging import hang_for_next  # late: the reader has left by now

        hang_for_next(call, _opening, __version__)
    return status


def _opening(call: Call, opened: Opened) -> Opening:
    from reader.tui.open_reader import opening_for

    return opening_for(
        opened.path,
        opened.root,
        opened.loaded,
        call.settings,
        call.tongue,
        state_file(),
        cache_dir(),
        call.encoding,
        call.limit,
        lambda root: index_of(call, root),
        is_guest=call.has("guest"),
    )


def check_keys(call: Call) -> None:
    """Refuse a key that is bound to no command: it would do nothing, and nobody would know why."""
    if not call.settings.keys:
        return
    from reader.loading.nearest import nearest
    from reader.tui.keymap import READING
    from reader.tui.manual import unknown_ids

    for id in unknown_ids(call.settings.keys):
        near = nearest(id.replace("_", "-"), [key.id for key in READING])
        what = Wording("[keys] 里没有“{id}”这个命令", "[keys] names no command: “{id}”").filled(id=id)
        advice = Wording("删去这一行", "remove this line")
        if near is not None:
            advice = Wording("是不是“{near}”", "did you mean “{near}”").filled(near=near)
        path, _ = config_path(call.request, call.environ)
        raise WrongUse(what, advice, str(path))
