"""One file after another, looked at by the stylebook and the ignored findings that are in force for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.cli.baseline import Baseline
from reader.cli.call import Call
from reader.cli.check_files import File
from reader.cli.check_rules import Stylebooks, named_stylebook, only_rules
from reader.cli.checked import Checked, Trouble
from reader.copydesk.examine import FORMAT_RULE, Located, Told, examine, of_problems
from reader.copydesk.ignored_file import Ignored, IgnoredFileError, beside, read_ignored
from reader.copydesk.manuscript import Manuscript
from reader.copydesk.place import Lines
from reader.copydesk.stylebook_file import StylebookError
from reader.loading.decoding import decoded
from reader.loading.file_state import read_file
from reader.loading.problem import EditionError, ProblemList
from reader.proofreading.stylebook import Stylebook


class Copy(NamedTuple):
    """An edition's file on the desk, and what is in force for it."""

    file: File
    manuscript: Manuscript
    stylebook: Stylebook
    ignored: tuple[Ignored, ...]
    """Entries of the file beside it."""
    known: tuple[Ignored, ...]
    """Entries of the baseline."""


class CheckDesk:
    """Looks at files as one call asks for it."""

    def __init__(self, call: Call) -> None:
        """Take what the options say.

        Raises:
            WrongUse: a rule or a baseline there is not.
            IgnoredFileError: the baseline is none.
        """
        self._call = call
        self._only = only_rules(call)
        self._stylebooks = Stylebooks(named_stylebook(call), self._only)
        given = call.request.options.get("baseline")
        self._baseline = None if given is None else Baseline.read(Path(str(given)))

    def take(self, file: File) -> Copy | Checked:
        """Return a file ready to be looked at, or all that can be said of one that is no edition."""
        try:
            stylebook = self._stylebooks.of(file.path)
            ignored = read_ignored(beside(file.path))
            known = () if self._baseline is None else self._baseline.of(file.path)
            data = file.data
            if data is None:
                data, _ = read_file(file.path, self._call.limit)
            try:
                manuscript = self._manuscript(file.path, data)
            except EditionError as error:
                return self._no_edition(file, data, error, known)
        except (EditionError, StylebookError) as error:
            return Checked(file.path, trouble=Trouble(error.path, error.problems))
        except IgnoredFileError as error:
            return Checked(file.path, trouble=Trouble(error.path, (error.problem,)))
        return Copy(file, manuscript, stylebook, ignored, known)

    @property
    def encoding(self) -> str:
        """The encoding of the files."""
        return self._call.encoding

    def look(self, copy: Copy) -> Checked:
        """Return what is found in a copy."""
        examined = examine(
            copy.manuscript,
            copy.stylebook,
            ignored=copy.ignored,
            library=copy.file.root,
            # What comes by standard input and has no name lies nowhere, and so do its pictures.
            with_pictures=copy.file.data is None or copy.file.root is not None,
        )
        found = self._wanted([*copy.file.twins, *examined.findings])
        findings, known = _parted(found, copy.known)
        return Checked(copy.file.path, findings, examined.silenced, known, copy.manuscript)

    def _manuscript(self, path: Path, data: bytes) -> Manuscript:
        return Manuscript(path, data, limit=self._call.limit, encoding=self._call.encoding)

    def _no_edition(
        self, file: File, data: bytes, error: EditionError, known: tuple[Ignored, ...]
    ) -> Checked:
        """Return what keeps a file from being an edition.

        Raises:
            EditionError: it is no text at all.
        """
        source = decoded(data, self._call.encoding, ProblemList())
        if source is None:
            raise error
        text = data.decode(self._call.encoding).removeprefix("\ufeff")
        told = of_problems(Lines(text), [Told(FORMAT_RULE, problem) for problem in error.problems])
        findings, of_baseline = _parted([*file.twins, *told], known)
        return Checked(file.path, findings, known=of_baseline)

    def _wanted(self, found: Iterable[Located]) -> list[Located]:
        if self._only is None:
            return list(found)
        return [one for one in found if one.rule in self._only]


def _parted(found: Iterable[Located], known: Iterable[Ignored]) -> tuple[list[Located], Sequence[Located]]:
    """Part what is found from what the baseline knows."""
    names = {(entry.rule, entry.fingerprint) for entry in known if entry.fingerprint}
    listed = list(found)
    return (
        [one for one in listed if (one.rule, one.fingerprint) not in names],
        [one for one in listed if (one.rule, one.fingerprint) in names],
    )
