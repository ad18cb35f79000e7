"""The baseline: findings of old archives, written down once and not told again."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from reader.cli.checked import Checked
from reader.cli.wrong_use import WrongUse
from reader.copydesk.examine import Located
from reader.copydesk.ignored_file import Ignored, read_ignored, write_ignored
from reader.copydesk.manuscript import Manuscript
from reader.edition.printable import printable_line
from reader.edition.wording import Wording

_AROUND = 8
_LONGEST = 60


class Baseline:
    """The findings of one baseline file, by the file they are in."""

    def __init__(self, path: Path, entries: Iterable[Ignored]) -> None:
        self._folder = path.absolute().parent
        self._by_file: dict[Path, list[Ignored]] = {}
        for entry in entries:
            self._by_file.setdefault(_plain(self._folder / entry.path), []).append(entry)

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Return the baseline at this path.

        Raises:
            IgnoredFileError: it is no such file.
            WrongUse: there is none.
        """
        if not path.exists():
            what = Wording("没有这个基线文件", "there is no such baseline")
            name = printable_line(str(path))
            advice = Wording("先用 --write-baseline {name} 生成", "make it with --write-baseline {name}")
            raise WrongUse(what, advice.filled(name=name), f"{name}:1:1")
        return cls(path, read_ignored(path))

    def of(self, edition: Path) -> tuple[Ignored, ...]:
        """Return its entries for the file at this path."""
        return tuple(self._by_file.get(_plain(edition.absolute()), ()))


class NewBaseline:
    """What is found in this run, to be written as a baseline; what is in no file of this run stays in it."""

    def __init__(self, path: Path) -> None:
        """Take what the file holds so far.

        Raises:
            IgnoredFileError: something else is there, which is not to be written over.
        """
        self.path = path
        self._folder = path.absolute().parent
        self._entries = {(entry.path, entry.rule, entry.fingerprint): entry for entry in read_ignored(path)}
        self.count = 0

    def add(self, checked: Checked) -> None:
        """Put down what was found in a file, in place of what was put down before; nothing if it failed."""
        if checked.trouble is not None:
            return
        name = _relative(checked.path, self._folder)
        for key in [key for key in self._entries if key[0] == name]:
            del self._entries[key]
        for one in (*checked.findings, *checked.known):
            if one.fingerprint:
                self._entries[name, one.rule, one.fingerprint] = Ignored(
                    one.rule,
                    one.fingerprint,
                    where=one.reference or "",
                    words=_words(one, checked.manuscript),
                    path=name,
                )
                self.count += 1

    def write(self) -> None:
        """Write the file, by path and in file order.

        Raises:
            OSError: the disk is full, the folder closed…
        """
        write_ignored(self.path, sorted(self._entries.values(), key=lambda entry: entry.path))


def _plain(path: Path) -> Path:
    """A path without ``..``; links stay, for a library may be reached by one."""
    return Path(os.path.normpath(path))


def _relative(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path.absolute(), folder)).as_posix()


def _words(one: Located, manuscript: Manuscript | None) -> str:
    """The words a finding is about and some around them; of what has no words, what is said."""
    spot = None if one.finding is None else one.finding.spot
    text = "" if spot is None or manuscript is None else manuscript.proof.texts.get(spot.field, "")
    if spot is None or not text or spot.start == spot.end:
        return one.message.zh[:_LONGEST]
    around = text[max(0, spot.start - _AROUND) : min(spot.end, spot.start + _LONGEST) + _AROUND]
    return re.sub(r"\s+", " ", around).strip()[:_LONGEST]
