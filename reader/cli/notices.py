"""`paper-reader notices`: every notice the papers of a library printed, with its state at an instant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reader.archive.catalogue import catalogue
from reader.archive.filed import Filed
from reader.cli.call import Call
from reader.cli.choosing import is_folder, library_of, load
from reader.cli.exit_status import DONE, NO_HIT
from reader.cli.list_editions import files_of, no_edition, tell_faults
from reader.cli.papers import chosen_paper
from reader.cli.wrong_use import WrongUse
from reader.edition.edition import Edition
from reader.edition.notice_board import NoticeBoard, Standing, State, judged_at
from reader.edition.printable import printable_line
from reader.edition.wording import Wording

_NONE = Wording("{paper}：没有公告", "{paper}: no notices")
_LIFTING = Wording("解除公告", "Lifting notices")
_AS_OF = Wording("{paper}：{count}则公告，截至 {at}", "{paper}: {count} notices as of {at}")


class _Board(NamedTuple):
    """The notices of one paper, judged."""

    paper: str
    at: dt.datetime
    standings: tuple[Standing, ...]
    printed_in: dict[str, tuple[Path, Edition]]
    """By a notice's id, the edition that printed it first."""


def notices(call: Call) -> int:
    """Print all notices of a library (or of one edition's file) with their states, paper by paper.

    They are judged at ``--at``, else as the newest edition's banner is: now while it is new, later at the
    end of its day. Status 2 when an edition could not be read, for it may hold what lifts a warning.
    """
    word = call.word(0)
    at = call.request.options.get("at")
    _check_at(at)
    if word is not None and not is_folder(Path(word)):
        path = Path(word)
        found: Iterable[list[tuple[Path, Edition]]] = [[(path, load(call, path).edition)]]
        root, files = None, []
    else:
        root = library_of(call, word).root
        files = files_of(call, root)
        paper = chosen_paper(call, (file.paper for file in files if file.is_edition))
        # What cannot be read may belong to any paper, and may hold what lifts a warning.
        files = [file for file in files if paper in (None, file.paper) or not file.is_edition]
        found = _by_paper(call, root, files)
    boards = [_board(editions, str(at) if at else None) for editions in found if editions]
    if call.has("json"):
        call.output.json([fields for board in boards for fields in _board_fields(board)])
    else:
        call.output.lines(_text(call, boards))
    status = tell_faults(call, root, files, catalogue(root, files)) if root else DONE
    if not boards and root and status == DONE:
        call.output.say(no_edition(root))
        return NO_HIT
    return status


def _by_paper(call: Call, root: Path, files: list[Filed]) -> Iterator[list[tuple[Path, Edition]]]:
    """Yield for each paper, sorted by name, the editions with notices and its newest, with their files."""
    progress = call.output.progress(Wording("正在翻阅往期", "reading the editions"))
    editions = sorted((file for file in files if file.is_edition), key=lambda file: (file.paper, file.date))
    done = 0
    for _, of_paper in groupby(editions, key=lambda file: file.paper):
        *older, newest = of_paper
        read = []
        for file in (*(file for file in older if file.notices), newest):
            read.append((root / file.path, load(call, root / file.path).edition))
            done += 1
            progress.step(done)
        yield read
    progress.done()


def _board(editions: list[tuple[Path, Edition]], at: str | None) -> _Board:
    newest = max((edition for _, edition in editions), key=lambda edition: edition.date)
    if at:
        instant = _instant(at, newest.zone)
    else:
        # A paper printed the evening before its date is judged as its day begins.
        now = dt.datetime.now(newest.zone)
        instant = max(judged_at(newest, newest.date, now)[0], newest.begins())
    printed_in: dict[str, tuple[Path, Edition]] = {}
    for path, edition in sorted(editions, key=lambda one: one[1].date):
        for notice in edition.notices:
            printed_in.setdefault(notice.id, (path, edition))
    board = NoticeBoard(edition for _, edition in editions)
    return _Board(newest.paper, instant, board.standings(instant), printed_in)


def _board_fields(board: _Board) -> Iterator[dict[str, object]]:
    from reader.exporting.edition_json import notice_fields

    for standing in board.standings:
        path, edition = board.printed_in[standing.notice.id]
        fields: dict[str, object] = {
            "reference": str(standing.posting.reference),
            "state": standing.state.value,
            "lifting": standing.notice.is_lifting,
            "as_of": board.at.isoformat(timespec="seconds"),
        }
        if standing.ended_by is not None:
            fields["ended_by"] = str(standing.ended_by.reference)
        yield {
            **fields,
            "paper": edition.paper,
            "edition": edition.date.isoformat(),
            "path": str(path),
            **notice_fields(standing.notice),
        }


def _text(call: Call, boards: list[_Board]) -> Iterator[str]:
    """Paper by paper, state by state, every notice whole."""
    from reader.exporting.text import notice_text, plain_setting, section_heading

    for number, board in enumerate(boards):
        if number:
            yield ""
        words = _AS_OF if board.standings else _NONE
        at = f"{board.at:%Y-%m-%d %H:%M}"
        yield words.filled(paper=board.paper, count=len(board.standings), at=at).say(call.tongue)
        for (state, is_lifting), standings in groupby(_by_state(board.standings), key=_group):
            yield ""
            label = _LIFTING if is_lifting else state.wording
            yield section_heading(label.say(call.tongue), call.tongue)
            for standing in standings:
                _, edition = board.printed_in[standing.notice.id]
                setting = plain_setting(edition, call.width, call.settings.ambiguous_width)
                yield ""
                yield from notice_text(edition, standing, call.tongue, setting)


def _group(standing: Standing) -> tuple[State, bool]:
    """The state, and whether this is a lifting notice in force: a group of its own, for it is no warning."""
    return standing.state, standing.state is State.ACTIVE and standing.notice.is_lifting


def _by_state(standings: Iterable[Standing]) -> list[Standing]:
    """Bring notices of one group together, states in the board's order: those in force first."""
    standings = list(standings)
    order = list(dict.fromkeys(standing.state for standing in standings))
    return sorted(standings, key=lambda standing: (order.index(standing.state), _group(standing)[1]))


def _check_at(at: object) -> None:
    if isinstance(at, str):
        _instant(at, ZoneInfo("UTC"))


def _instant(words: str, zone: ZoneInfo) -> dt.datetime:
    """Return the instant meant, without an offset in this zone; a date alone is its end, as an old paper is
    judged at the end of its day. A blank may stand for the T.
    """
    from reader.loading.times import date_from, instant_from

    day, blank, time = words.strip().partition(" ")
    try:
        if "T" in words or blank:
            return instant_from(f"{day}T{time.lstrip()}" if blank else day, zone)
        return dt.datetime.combine(date_from(day), dt.time.max, zone)
    except ValueError as error:
        shown = printable_line(words)
        what = Wording(f"--at 不能是 {shown}", f"--at cannot be {shown}")
        advice = Wording("写时刻，如 2024-12-23T08:00", "write a time, as 2024-12-23T08:00")
        raise WrongUse(what, advice) from error
