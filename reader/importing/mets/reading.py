"""A source of digitised papers: one file, or a folder of issues, or one of pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from reader.edition.wording import Wording
from reader.importing.finishing import Draft, finished
from reader.importing.imported import Imported, Wishes
from reader.importing.mets import telling
from reader.importing.mets.alto import AltoFile
from reader.importing.mets.alto_reader import alto_file
from reader.importing.mets.belongings import Belongings
from reader.importing.mets.contents import contents_without_structure
from reader.importing.mets.issue import read_issue
from reader.importing.mets.page_days import day_of_page, days_of_pages
from reader.importing.mets.pages import Pages, tongue_of
from reader.importing.mets.recognition import root_name
from reader.importing.mets.sections import sections_of
from reader.importing.observation import CannotImport, Observation, cannot_import
from reader.importing.safe_xml import local_name, parse_xml
from reader.importing.source import Source

_STRANGERS = {
    "DIDL": (
        Wording(
            "这是 MPEG-21 DIDL（荷兰皇家图书馆 Delpher），不是 METS",
            "this is MPEG-21 DIDL (KB, Delpher), not METS",
        ),
        Wording("导入其中各版的 ALTO 文件", "import the ALTO files of its pages"),
    ),
    "PcGts": (
        Wording("这是 PAGE XML，不是 ALTO", "this is PAGE XML, not ALTO"),
        Wording("转换成 ALTO 再导入", "convert it to ALTO and import that"),
    ),
}
_NEITHER = Wording("根元素是 {root}，不是 mets 或 alto", "its root is {root}, neither mets nor alto")
_RIGHT_FILE = Wording("看看是不是这个文件", "see whether it is the right file")
_EMPTY = Wording("文件夹里没有 METS 或 ALTO 文件", "there is no METS or ALTO file in the folder")


def read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    """Yield the editions of a source: of a file one; of a folder one of each METS file, or of its pages.

    Raises:
        CannotImport: nothing of it can be read.
    """
    if source.is_folder:
        yield from _read_folder(source, wishes)
        return
    yield from _read_file(source, wishes, None, Belongings())


def _read_file(
    source: Source, wishes: Wishes, folder: Source | None, belongings: Belongings
) -> Iterator[Imported | Observation]:
    root = parse_xml(source.data(), source.name, source.encoding)
    name = local_name(root.tag)
    if name == "mets":
        yield from read_issue(root, source, wishes, folder, belongings)
    elif name == "alto":
        pages = Pages(is_repairing=wishes.is_repairing)
        file = alto_file(root, source.name)
        pages.add(file, "", {})
        yield finished(_draft(pages, source, wishes, day_of_page(file, source)), wishes)
    else:
        what, advice = _STRANGERS.get(name, (_NEITHER.filled(root=name), _RIGHT_FILE))
        raise cannot_import(source.name, root.place, what, advice)


def _read_folder(folder: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    issues: list[Source] = []
    sheets: list[Source] = []
    others: list[Source] = []
    kinds = {"mets": issues, "alto": sheets}
    for file in folder.files():
        kinds.get(_root(file), others).append(file)
    if not issues and not sheets:
        raise cannot_import(folder.name, "", _EMPTY, _RIGHT_FILE)
    belongings = Belongings()
    error: CannotImport | None = None
    try:
        if issues:
            yield from _read_issues(folder, issues, wishes, belongings)
        else:
            yield from _read_pages(folder, sheets, wishes)
    except CannotImport as caught:
        error = caught
    if issues:
        yield from belongings.lonely(folder, sheets)
    yield from belongings.others(folder, issues + sheets, others)
    if error is not None:
        raise error


def _root(file: Source) -> str:
    """Return the root of an XML file in a folder; nothing for other files and unreadable ones."""
    if not file.name.lower().endswith((".xml", ".alto")):
        return ""
    try:
        return root_name(file.head())
    except CannotImport:
        return ""


def _read_issues(
    folder: Source, issues: Sequence[Source], wishes: Wishes, belongings: Belongings
) -> Iterator[Imported | Observation]:
    """Yield the editions of METS files; one that cannot be read is told, and the rest goes on."""
    errors: list[CannotImport] = []
    for issue in issues:
        try:
            yield from _read_file(issue, wishes, folder, belongings)
        except CannotImport as error:
            errors.append(error)
            if len(issues) > 1:
                yield error.observation
    if len(errors) == len(issues) == 1:
        raise errors[0]


def _read_pages(folder: Source, sheets: Sequence[Source], wishes: Wishes) -> Iterator[Imported | Observation]:
    """Yield the edition of pages in the order of their names; several if their names say several days."""
    files: list[AltoFile] = []
    broken: CannotImport | None = None
    for number, sheet in enumerate(sheets):
        wishes.step(number, len(sheets))
        try:
            root = parse_xml(sheet.data(), sheet.name, sheet.encoding)
            files.append(alto_file(root, sheet.name))
        except CannotImport as error:
            if broken is not None:
                yield broken.observation
            broken = error
    if broken is not None:
        if not files:
            raise broken  # which tells it
        yield broken.observation
    for day, group in days_of_pages(files, folder) if wishes.date is None else [(wishes.date, files)]:
        pages = Pages(is_repairing=wishes.is_repairing)
        for file in group:
            pages.add(file, file.name, {})
        pages.number_doubles()
        yield finished(_draft(pages, folder, wishes, day), wishes)


def _draft(pages: Pages, source: Source, wishes: Wishes, day: dt.date | None) -> Draft:
    contents = contents_without_structure(pages, source.name)
    observations = list(contents.observations)
    if doubtful := pages.doubtful():
        observations.append(telling.doubtful_pages(source.name, doubtful))
    if pages.repairs:
        observations.append(telling.put_together(source.name, pages.repairs))
    inferred = list(contents.inferred)
    if day is not None and wishes.date is None:
        observations.append(telling.guessed(source.name, day.isoformat(), "file", is_paper=False))
        inferred.append("date")
    language = pages.language()
    spoken = wishes.language or language or pages.guessed_language()
    return Draft(
        source=source.name,
        date=day,
        language=language,
        inferred=tuple(inferred),
        sections=sections_of(contents.placed, pages.labels, tongue_of(spoken), wishes.section),
        observations=tuple(observations),
    )
