"""What was changed and is not yet written, kept so that neither a dropped line nor a kill loses it."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
from pathlib import Path
from typing import IO, Any, NamedTuple

from reader.copydesk.ignored_file import Ignored
from reader.copydesk.patch import NotThatText, Piece, inverse, patched
from reader.edition.wording import Wording

FORMAT = 1

_ELSEWHERE = Wording(
    "另一个窗口正在校对这一期，这里的改动只留到离开",
    "another window is proofreading this edition; changes made here last until you leave",
)
_NOT_KEPT = Wording(
    "未写回的改动记不下来（{why}），只留到离开",
    "what is not written cannot be kept ({why}) longer than until you leave",
)


class Step(NamedTuple):
    """One thing done: what it made of the file's text and of what is ignored, to be undone as one."""

    words: Wording
    """What was done, for who undoes it."""
    places: int
    """How many places it changed, or findings it has ignored."""
    pieces: tuple[Piece, ...]
    ignored_before: tuple[Ignored, ...]
    ignored_after: tuple[Ignored, ...]


class Kept(NamedTuple):
    """What a journal holds."""

    base: str
    """The text of the file it began with."""
    digest: str
    """Of that file's bytes."""
    at: dt.datetime
    """When the last step was taken."""
    steps: tuple[Step, ...]
    ignored: tuple[Ignored, ...]

    @property
    def total(self) -> int:
        """How many changes and ignored findings wait to be written."""
        return sum(step.places for step in self.steps)

    def text(self) -> str:
        """Return the text as it was left."""
        text = self.base
        for step in self.steps:
            text = patched(text, step.pieces)
        return text


def digest_of(data: bytes) -> str:
    """Return what a file's bytes are known by."""
    return hashlib.sha256(data).hexdigest()


class Journal:
    """The journal of one edition's file: a line for each thing done, written when it is done.

    Nothing here raises: what keeps it from being written is `trouble`. While it is open no other process
    writes to it.
    """

    def __init__(self, folder: Path, edition: Path) -> None:
        """`folder` is where journals are kept, `edition` the file that is proofread."""
        name = hashlib.sha256(os.fsencode(os.path.realpath(edition))).hexdigest()[:24]
        self.path = folder / f"{name}.jsonl"
        self.trouble: Wording | None = None
        """Why nothing is kept."""
        self._edition = edition
        self._file: IO[str] | None = None
        self._depth = 0

    def begin(self, data: bytes, text: str, ignored: tuple[Ignored, ...], at: dt.datetime) -> None:
        """Begin anew from a file as it is on disk; what was kept before is gone."""
        self._depth = 0
        if not self._open():
            return
        head = {
            "format": FORMAT, "path": str(self._edition), "sha256": digest_of(data), "at": at.isoformat(),
            "ignored": _table(ignored), "text": text,
        }  # fmt: skip
        assert self._file is not None
        try:
            self._file.truncate(0)
        except OSError as error:
            self._tell(error)
        self._write(head)

    def add(self, step: Step, at: dt.datetime) -> None:
        """Keep a step."""
        self._depth += 1
        self._add(step, at)

    def _add(self, step: Step, at: dt.datetime) -> None:
        line: dict[str, Any] = {"at": at.isoformat(), "words": step.words, "places": step.places}
        line["pieces"] = step.pieces
        if step.ignored_after is not step.ignored_before:
            line["ignored"] = _table(step.ignored_after)
        self._write(line)

    def undo(self, step: Step, at: dt.datetime) -> None:
        """Keep that the last step was undone; of one from before the beginning, what that changed."""
        if self._depth:
            self._depth -= 1
            self._write({"at": at.isoformat(), "undo": True})
        else:
            back = step._replace(
                pieces=inverse(step.pieces),
                ignored_before=step.ignored_after,
                ignored_after=step.ignored_before,
            )
            self._add(back, at)  # no step of this journal: the next one undone is not it

    def amend(self, ignored: tuple[Ignored, ...]) -> None:
        """Keep what the last step has made of what is ignored, now that it is known."""
        self._write({"amend": _table(ignored)})

    def read(self) -> Kept | None:
        """Return what another sitting has left; None when there is nothing, or it makes no sense.

        What a sitting writes that still goes on is none of ours.
        """
        if not self.path.exists() or not self._open():
            return None
        try:
            lines = self.path.read_text("utf-8").split("\n")
            return _kept([json.loads(line) for line in _whole(lines)])
        except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
            return None

    def resume(self, kept: Kept) -> None:
        """Go on with what is there."""
        self._open()
        self._depth = len(kept.steps)

    def discard(self) -> None:
        """Keep nothing any more: all is written, or not wanted."""
        if self._file is not None or self._open():
            try:
                self.path.unlink(missing_ok=True)
            except OSError as error:
                self._tell(error)
        self.close()

    def close(self) -> None:
        """Leave what is kept to the next sitting."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
        self._file, self._depth = None, 0

    def _open(self) -> bool:
        if self._file is not None:
            return True
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        except OSError as error:
            self._tell(error)
            return False
        file = os.fdopen(descriptor, "a", encoding="utf-8", newline="\n")
        if not _is_ours(descriptor):
            file.close()
            self.trouble = _ELSEWHERE
            return False
        self._file = file
        return True

    def _write(self, line: dict[str, Any]) -> None:
        if self._file is None:
            return
        try:
            self._file.write(json.dumps(line) + "\n")
            self._file.flush()
        except OSError as error:
            self._tell(error)

    def _tell(self, error: OSError) -> None:
        self.trouble = _NOT_KEPT.filled(why=error.strerror or type(error).__name__)


def _is_ours(descriptor: int) -> bool:
    """Hold the file for ourselves; the kernel lets it go with the process."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # this disk knows no locks
    return True


def _whole(lines: list[str]) -> list[str]:
    """Return the lines that were written to their end: behind the last line end there is nothing, or half."""
    return [line for line in lines[:-1] if line]


def _kept(lines: list[Any]) -> Kept | None:
    head, *rest = lines
    if head["format"] != FORMAT:
        return None
    ignored = _entries(head["ignored"])
    steps: list[Step] = []
    at = head["at"]
    for line in rest:
        if "amend" in line:
            if steps:
                steps[-1] = steps[-1]._replace(ignored_after=_entries(line["amend"]))
            continue
        at = line["at"]
        if "undo" in line:
            steps.pop()
            continue
        before = steps[-1].ignored_after if steps else ignored
        after = _entries(line["ignored"]) if "ignored" in line else before
        made = tuple(Piece(int(start), str(old), str(new)) for start, old, new in line["pieces"])
        steps.append(Step(Wording(*line["words"]), int(line["places"]), made, before, after))
    kept = Kept(str(head["text"]), str(head["sha256"]), dt.datetime.fromisoformat(at), tuple(steps), ignored)
    try:
        kept.text()
    except NotThatText:
        return None
    return kept if steps else None


def _table(entries: tuple[Ignored, ...]) -> list[dict[str, str]]:
    return [{key: value for key, value in entry._asdict().items() if value} for entry in entries]


def _entries(table: list[dict[str, str]]) -> tuple[Ignored, ...]:
    return tuple(Ignored(**entry) for entry in table)
