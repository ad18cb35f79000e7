"""`paper-reader import SOURCE…`: what the world has, made into editions."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

from reader.cli.call import Call
from reader.cli.exit_status import DONE, WRONG
from reader.cli.import_into import board_for, wishes_for
from reader.cli.import_kinds import KINDS
from reader.cli.import_shelf import Shelf, left_out, shelf_for
from reader.cli.import_sources import best_likeness, named_source, sources_within
from reader.cli.import_told import Told
from reader.cli.import_wishes import importer_named, wishes_of
from reader.cli.wrong_use import WrongUse
from reader.edition.edition import Edition
from reader.edition.wording import Wording
from reader.exporting.edition_yaml import edition_yaml
from reader.importing.gathering import gathered
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer, Likeness, most_like, sample_of
from reader.importing.observation import CannotImport, Grade, Observation, cannot_import
from reader.importing.source import Source
from reader.importing.untaken import names_within
from reader.loading.load import MAX_BYTES, read_edition
from reader.loading.problem import EditionError

_IMPORTING = Wording("正在导入", "importing")
_TELL_US = Wording("把这个文件告诉我们", "tell us about this file")


def import_papers(call: Call) -> int:
    """Import every SOURCE; one that fails is told, and the rest goes on. Status 2 if any failed."""
    importer = importer_named(call)
    progress = call.output.progress(_IMPORTING)
    wishes = wishes_of(call, dt.datetime.now().astimezone(), progress.step)
    sources = [named_source(call, word) for word in call.request.words]
    is_batch = len(sources) > 1 or any(source.is_folder for source in sources)
    given = call.request.options.get("output")
    board = board_for(call)
    wishes = wishes_for(board, wishes) if board else wishes
    shelf = board or shelf_for(
        call.output,
        None if given is None else str(given),
        is_forced=call.has("force"),
        is_batch=is_batch,
    )
    told = Told(call)
    desk = _Desk(call, shelf, told)
    try:
        desk.take(sources, importer, wishes)
    finally:
        progress.done()
    if not told.editions and not told.failed:
        told.fail(sources[0].name, "", *_NOTHING)
    told.close(is_batch=is_batch)
    return WRONG if told.failed else DONE


_NOTHING = (
    Wording("里面没有可以导入的东西", "there is nothing in it to import"),
    Wording("看看是不是这个文件", "see whether it is the right file"),
)
_PERMISSIONS = Wording("检查权限", "check the permissions")
_STRANGERS = Wording(
    "认不出的文件有 {count} 个：{names}",
    "files of no known kind: {count}: {names}",
)
_UNSURE = Wording(
    "旁边还有 {count} 个文件像是稿件，没有一并导入：{names}",
    "files beside the papers that may be papers too, not imported: {count}: {names}",
)
_BY_ITSELF = Wording("要用就单独导入", "import them by themselves to use them")


class _Desk:
    """Takes sources one after another: recognised, read, written."""

    def __init__(self, call: Call, shelf: Shelf, told: Told) -> None:
        self._call = call
        self._shelf = shelf
        self._told = told
        self._items: list[tuple[str, Imported]] = []
        self._only: tuple[str, Imported] | None = None

    def take(self, sources: list[Source], importer: Importer | None, wishes: Wishes) -> None:
        """Import them all; items of one paper and day are put together first."""
        for number, source in enumerate(sources):
            if len(sources) > 1:
                wishes.step(number, len(sources))
            self._take(source, importer, wishes)
        names = [name for name, _ in self._items]
        for imported in gathered([imported for _, imported in self._items]):
            self._take_out(names[0] if len(set(names)) == 1 else "import", imported)
        if self._only is not None:
            self._write(*self._only)

    def _take(self, source: Source, importer: Importer | None, wishes: Wishes) -> None:
        strangers: list[str] = []
        self._take_in(source, importer, wishes, strangers)
        if strangers == [source.name]:
            self._told.fail(source.name, "", *_unknown(source))
        elif strangers:
            what = _STRANGERS.filled(count=len(strangers), names=names_within(strangers, source.name))
            self._told.tell([Observation(Grade.UNDECIDED, source.name, "", what, _name_kind())])

    def _take_in(
        self, source: Source, importer: Importer | None, wishes: Wishes, strangers: list[str]
    ) -> bool:
        """Import a source and return whether it is of a known kind; a file that is not joins the strangers.

        A folder that is no source as a whole is imported by what is in it; so is one that only looked like it
        and of which nothing can be read. What the importer of a folder leaves is taken by its own kind.
        """
        untaken: list[Path] | None = [] if importer is None else None
        is_known = self._take_whole(source, importer, wishes, strangers, untaken)
        self._take_rest(source, untaken or [], wishes, strangers)
        return is_known

    def _take_whole(
        self,
        source: Source,
        importer: Importer | None,
        wishes: Wishes,
        strangers: list[str],
        untaken: list[Path] | None,
    ) -> bool:
        """Import a source, but for the files of a folder that its importer leaves: they join the untaken."""
        is_sure, failed = importer is not None, self._told.failed
        try:
            if importer is None:
                sample = sample_of(source)
                importer = most_like(KINDS, sample)
                is_sure = importer is not None and importer.likeness(sample) is Likeness.SURE
            if importer is not None:
                self._read(source, importer, wishes, untaken)
            elif source.is_folder:
                return self._look_in(source, wishes, strangers)
            else:
                strangers.append(source.name)
            return importer is not None
        except CannotImport as error:
            is_unread = self._told.failed == failed and not untaken
            may_be_none = source.is_folder and not is_sure and is_unread
            if not (may_be_none and self._look_in(source, wishes, strangers)):
                self._told.tell([error.observation])
            return True
        except PermissionError as error:
            what = Wording("读不了：{reason}", "it cannot be read: {reason}").filled(reason=error.strerror)
            self._told.fail(source.name, "", what, _PERMISSIONS)
            return True

    def _take_rest(self, folder: Source, paths: list[Path], wishes: Wishes, strangers: list[str]) -> None:
        """Import what is for certain of a kind of the files that a folder's importer left; name the rest.

        Notes that come with papers look like page text; so what only looks like a kind is not imported.
        """
        unsure: list[str] = []
        for path in paths:
            source = Source(path=path, encoding=folder.encoding, limit=folder.limit)
            if best_likeness(source) in (Likeness.NAME, Likeness.CONTENT):
                unsure.append(source.name)
            else:
                self._take_in(source, None, wishes, strangers)
        if unsure:
            what = _UNSURE.filled(count=len(unsure), names=names_within(unsure, folder.name))
            self._told.tell([Observation(Grade.UNDECIDED, folder.name, "", what, _BY_ITSELF)])

    def _look_in(self, folder: Source, wishes: Wishes, strangers: list[str]) -> bool:
        """Import what is recognised of the files and folders in a folder; was there any?"""
        is_known = False
        for done, source in enumerate(sources_within(folder)):
            wishes.step(done, 0)
            is_known = self._take_in(source, None, wishes, strangers) or is_known
        return is_known

    def _read(self, source: Source, importer: Importer, wishes: Wishes, untaken: list[Path] | None) -> None:
        """Import a source by this kind; `untaken` takes in the files that it leaves, None has them told."""
        for result in _results(source, importer, wishes):
            if isinstance(result, Observation) and result.untaken and untaken is not None:
                untaken += result.untaken
            elif isinstance(result, Observation):
                self._told.tell([result])
            elif importer.is_item and not source.is_folder:
                self._items.append((source.name, result))
            else:
                self._take_out(source.name, result)

    def _take_out(self, source: str, imported: Imported) -> None:
        """Write an edition; where only one can be, when it is known to be the only one."""
        if not self._shelf.takes_one:
            self._write(source, imported)
        elif self._only is None:
            self._only = (source, imported)
        else:
            what = Wording("这里有不止一期报纸，只能写出一期", "more than one edition, and room for one only")
            raise WrongUse(what, Wording("用 -o 写一个文件夹", "name a folder with -o"), source)

    def _write(self, source: str, imported: Imported) -> None:
        self._told.tell(imported.observations)
        try:
            written = self._shelf.put(imported, lambda edition: _bytes_of(edition, source))
        except CannotImport as error:
            self._told.tell([error.observation])
            return
        except WrongUse as error:
            place = source if error.place == "paper-reader" else error.place
            self._told.fail(place, "", error.what, error.advice)
            return
        self._told.wrote(imported.edition, written)
        if written.path is None:
            self._told.tell(left_out(imported, source))


def _results(source: Source, importer: Importer, wishes: Wishes) -> Iterator[Imported | Observation]:
    """Yield what an importer makes of a source; should it fail by itself, that is told and no more."""
    try:
        yield from importer.read(source, wishes)
    except (CannotImport, WrongUse, OSError):
        raise
    except Exception as error:
        # A batch of thousands does not end because of one file nobody had thought of.
        reason = f"{type(error).__name__}: {error}".split("\n")[0][:200]
        what = Wording("导入程序自己出了错：{reason}", "the importer itself failed: {reason}")
        yield Observation(Grade.ERROR, source.name, "", what.filled(reason=reason), _TELL_US)


def _bytes_of(edition: Edition, source: str) -> bytes:
    """Return the file of an edition, read again and found to be the same.

    Raises:
        CannotImport: the format cannot hold it.
    """
    data = edition_yaml(edition).encode()
    try:
        read = read_edition(data, Path(source), limit=max(len(data), MAX_BYTES)).edition
    except EditionError as error:
        problem = error.problems[0]
        what = Wording(
            "导入的结果不合格式，第 {line} 行：{what}", "what came of it is no edition, line {line}: {what}"
        )
        raise cannot_import(
            source, "", what.filled(line=problem.line, what=problem.what), problem.advice
        ) from error
    if read != edition:
        what = Wording("写出的与读入的不一样", "what would be written is not what was read")
        raise cannot_import(source, "", what, _TELL_US)
    return data


def _unknown(source: Source) -> tuple[Wording, Wording]:
    """Return what is said of a file that no importer knows."""
    head = source.head()
    if not head.strip():
        return Wording("文件是空的", "the file is empty"), _NOTHING[1]
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _broken_json(source.data())
    return Wording("认不出这是什么格式", "its format cannot be told"), _name_kind()


def _broken_json(data: bytes) -> tuple[Wording, Wording]:
    """Return what is said of JSON that no importer knows: where it is broken, if it is."""
    try:
        json.loads(data)
    except json.JSONDecodeError as error:
        place = f"{error.lineno}:{error.colno}"
        what = Wording(f"像是 JSON，但在 {place} 处写错了", f"it looks like JSON, but is broken at {place}")
        return what, Wording("改正这一处，或重新导出", "correct this place, or export it again")
    except (ValueError, RecursionError):
        pass
    return Wording("这种 JSON 不认识", "JSON of no known kind"), _name_kind()


def _name_kind() -> Wording:
    kinds = ", ".join(importer.kind for importer in KINDS)
    return Wording(f"用 --from 说明，可写 {kinds}", f"say it with --from: {kinds}")
