"""The placard for the next start: what it would open, painted and kept when the reader leaves."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.call import Call, config_path
from reader.cli.choosing import Opened, open_edition
from reader.cli.output import Output
from reader.paths import state_file
from reader.placard.circumstances import circumstances
from reader.placard.hang import folder, terminal_size
from reader.placard.keep import keep, take_down
from reader.placard.sheet import Sheet, mark_of

if TYPE_CHECKING:
    from reader.tui.opening import Opening

_LONGEST = dt.timedelta(days=7)
"""How long a placard holds at the most."""


class _Spoke(Exception):
    """The start would write something besides its page."""


class _Silent(Output):
    """Hears whether a start would say anything: no placard hangs where something is said first."""

    def say(self, _: object) -> None:
        """Raise `_Spoke`."""
        raise _Spoke


def hang_for_next(call: Call, opening_of: Callable[[Call, Opened], Opening], version: str) -> None:
    """Keep the page the next start of this command would show, or none where that is not sure."""
    size = terminal_size()
    told = circumstances(call.arguments, call.environ, size, version) if size is not None else None
    if told is None or size is None:
        return
    place = Path(folder(call.environ))
    try:
        silent = call._replace(output=_Silent(call.output.tongue), placard=None)
        # Marks before they are looked at: what changes meanwhile is noticed by the next start.
        fixed = {path: mark_of(path) for path in _always(call)}
        opened = open_edition(silent, call.word(0))
        marks = {str(path.absolute()): mark_of(str(path)) for path in (*opened.looked_at, opened.path)}
        opening = opening_of(silent, opened)
        now = opening.clock()
        page = _page(opening, size)
    except (_Spoke, Exception):
        take_down(place, told)
        return
    if page is None or opened.loaded.stamp != _stamp(opened.path):
        take_down(place, told)
        return
    until = int((now + _validity(opening, now)).timestamp())
    frame = page.encode("utf-8", "surrogatepass")
    sheet = Sheet(told, int(time.time()), until, sorted({**marks, **fixed}.items()), frame)
    keep(place, sheet)


def _always(call: Call) -> list[str]:
    """What every start looks at: settings, the reader's state, the folder of editions that may be here."""
    settings, _ = config_path(call.request, call.environ)
    here = Path.cwd() / "editions"
    return [str(path) for path in (settings, state_file(), here, Path.cwd() / (call.word(0) or here))]


def _page(opening: Opening, size: tuple[int, int]) -> str | None:
    from reader.tui.first_page import first_page

    return first_page(opening, size)


def _stamp(path: Path) -> object:
    from reader.loading.file_state import stamp_of

    return stamp_of(path)


def _validity(opening: Opening, now: dt.datetime) -> dt.timedelta:
    """How long nothing on the page changes by itself: until a notice's next hour, or the day's end."""
    from reader.tui.edition_app import laid_out

    zone = opening.loaded.edition.zone
    local = now.astimezone(zone)
    midnight = dt.datetime.combine(local.date() + dt.timedelta(days=1), dt.time(), zone)
    waits = [_LONGEST, midnight - now]
    change = laid_out(opening).next_change()
    if change is not None:
        waits.append(change - now)
    return min(waits)
