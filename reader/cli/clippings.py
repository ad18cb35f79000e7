"""`paper-reader clippings`: the reader's marks and notes over all editions, as Markdown or JSON."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

from reader.archive.library import EditionFile, Library
from reader.cli.call import Call
from reader.cli.choosing import library_of, library_root
from reader.cli.exit_status import DONE, NO_HIT, WRONG
from reader.cli.output import Output
from reader.cli.written_file import refuse_unwritable, write_file
from reader.cli.wrong_use import WrongUse
from reader.edition.edition import Edition
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.exporting.clippings import Clipping, Whereabouts, clipping_fields, clippings_markdown
from reader.paths import state_file
from reader.reading.clipped import clipped, clipped_from, lost
from reader.reading.marks import Mark
from reader.reading.place import IssueKey

_NONE = Wording(
    "还没有收藏；读报时按 m 收藏，按 c 写批注", "there are no marks; in the reader press m, or c for a note"
)
_NONE_SINCE = Wording("{day} 以来没有收藏", "nothing was marked since {day}")
_DONE = Wording("{path}：{count} 篇", "{path}: clippings: {count}")
_LONG_AGO = dt.date.min


class _Editions:
    """The editions the marks are in, one at a time, and those of them that cannot be read."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._files: dict[IssueKey, EditionFile] = {}
        self._of_day: dict[tuple[str, dt.date], EditionFile] = {}
        for file in library.files():
            self._files.setdefault(IssueKey(file.paper, file.date, file.edition or ""), file)
            self._of_day.setdefault((file.paper, file.date), file)
        self._open: tuple[EditionFile | None, Edition | None] = (None, None)
        self.unreadable: list[EditionFile] = []

    def edition(self, issue: IssueKey) -> Edition | Whereabouts:
        """Return the edition of an issue, else another one of its day, or why there is none."""
        file = self._files.get(issue) or self._of_day.get((issue.paper, issue.date))
        if file is None:
            return Whereabouts.NO_EDITION
        if self._open[0] != file:
            loaded = self._library.load(file)
            self._open = (file, loaded.edition if loaded is not None else None)
            if loaded is None:
                self.unreadable.append(file)
        return self._open[1] or Whereabouts.UNREADABLE


def clippings(call: Call) -> int:
    """Print every clipping by paper and day, or write them to ``--output``.

    Status 1 when there are none; 2 when an edition with a mark cannot be read: what the mark remembers is
    printed all the same.
    """
    path, since = _output_path(call), _since(call)
    marks = [mark for mark in _marks() if mark.when.astimezone().date() >= since]
    if not marks:
        call.output.say(_NONE if since == _LONG_AGO else _NONE_SINCE.filled(day=since))
        return NO_HIT
    library = library_of(call, None) if library_root(call) is not None else None
    editions = _Editions(library) if library is not None else None
    found = list(_clipped(call, marks, editions))
    if path is None:
        _write(call, call.output, found)
    else:
        _write_file(call, path, found)
    unreadable = (
        [library.unreadable[file.path] for file in editions.unreadable] if library and editions else []
    )
    for error in unreadable:
        call.output.say(error.render(call.tongue))
    return WRONG if unreadable else DONE


def _marks() -> list[Mark]:
    """Return the reader's marks by paper and day; the file they are kept in is only read.

    Raises:
        WrongUse: it cannot be understood.
        OSError: it cannot be read.
    """
    from reader.reading.notebook import Notebook
    from reader.reading.state_file import Damaged, NotAFile, read_state
    from reader.reading.store import MemoryStore

    path = state_file()
    try:
        state, _ = read_state(path)
    except (Damaged, NotAFile) as error:
        what = Wording("这个记着收藏的文件读不懂", "this file, which keeps your marks, cannot be understood")
        advice = Wording("打开一次阅读器，它会另存这个文件", "open the reader once, which sets it aside")
        raise WrongUse(what, advice, printable_line(str(path))) from error
    notebook = Notebook(MemoryStore(state), lambda: dt.datetime.now(dt.UTC))
    return sorted(notebook.marks(), key=lambda mark: mark.address)


def _clipped(call: Call, marks: list[Mark], editions: _Editions | None) -> Iterator[Clipping]:
    """Yield the clipping of every mark; `zone` None is that of the system."""
    is_full = call.has("full")
    progress = call.output.progress(Wording("正在翻找收藏的稿件", "looking up what is marked"))
    for done, mark in enumerate(marks, 1):
        edition = editions.edition(mark.address.issue) if editions is not None else None
        match edition:
            case Edition():
                yield clipped_from(mark, edition, None, is_full=is_full)
            case Whereabouts():
                yield lost(mark, edition, None)
            case _:
                yield clipped(mark, None)
        progress.step(done)
    progress.done()


def _write(call: Call, output: Output, found: list[Clipping]) -> None:
    if call.request.options.get("format") == "json":
        output.json([clipping_fields(clipping, is_full=call.has("full")) for clipping in found])
        return
    for number, block in enumerate(clippings_markdown(found, call.tongue)):
        output.lines([*[""] * bool(number), block])


def _write_file(call: Call, path: Path, found: list[Clipping]) -> None:
    """Write what would have been printed; nothing is left of it when it cannot be written whole."""
    kept = io.BytesIO()
    text = io.TextIOWrapper(kept, encoding="utf-8", newline="\n")
    _write(call, Output(call.tongue, text), found)
    text.flush()
    write_file(path, kept.getvalue(), is_forced=call.has("force"))
    call.output.say(_DONE.filled(path=path, count=len(found)))


def _output_path(call: Call) -> Path | None:
    """Return where to write to; None prints, as ``-`` does.

    Raises:
        WrongUse: it must not be written to, or there is nothing to force.
    """
    given = str(call.request.options.get("output", "-"))
    if given != "-":
        refuse_unwritable(Path(given), is_forced=call.has("force"))
        return Path(given)
    if call.has("force"):
        what = Wording("--force 只用于写文件", "--force is for writing a file")
        raise WrongUse(what, Wording("加上 -o FILE", "add -o FILE"))
    return None


def _since(call: Call) -> dt.date:
    from reader.loading.times import NoSuchTime, date_from

    words = call.request.options.get("since")
    if words is None:
        return _LONG_AGO
    try:
        return date_from(str(words))
    except NoSuchTime as error:
        shown = printable_line(str(words))
        what = Wording(f"--since 不能是 {shown}", f"--since cannot be {shown}")
        raise WrongUse(what, Wording("写日期，如 2024-12-23", "write a date, as 2024-12-23")) from error
