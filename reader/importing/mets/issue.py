"""An issue with a METS file, made an edition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from reader.edition.edition import Masthead
from reader.edition.wording import Wording
from reader.importing.finishing import Draft, finished
from reader.importing.imported import Imported, Wishes
from reader.importing.mets import telling
from reader.importing.mets.alto_reader import alto_file
from reader.importing.mets.belongings import Belongings
from reader.importing.mets.contents import Contents, contents_of
from reader.importing.mets.days import day_of
from reader.importing.mets.descriptions import Described, described
from reader.importing.mets.locations import Locations
from reader.importing.mets.pages import Pages, tongue_of
from reader.importing.mets.sections import sections_of
from reader.importing.mets.sheets import Sheet, Sheets, sheets_of
from reader.importing.mets.structure import Div, Mets, mets_of
from reader.importing.mets.titles import paper_of
from reader.importing.observation import CannotImport, Observation, cannot_import
from reader.importing.safe_xml import parse_xml
from reader.importing.source import Source

_NO_TEXT = Wording("里面没有 ALTO 文本", "it has no text in ALTO")
_STRANGERS = Wording("版面文本是 {roots}，不是 ALTO", "the text of its pages is {roots}, not ALTO")
_ELSEWHERE = Wording("它只指向别的 METS 文件", "it only points to other METS files")
_NONE_READ = Wording("{count} 个 ALTO 文件一个也读不了", "none of its {count} ALTO files can be read")
_EXPORT = Wording("换成带 ALTO 的 METS 再导入", "export the issue as METS with ALTO")
_EACH = Wording("导入各期自己的 METS", "import the METS file of each issue")
_PUT = Wording("把 ALTO 文件放到 METS 文件旁边", "put the ALTO files beside the METS file")


def read_issue(
    root: Element, source: Source, wishes: Wishes, folder: Source | None, belongings: Belongings
) -> Iterator[Imported | Observation]:
    """Yield the edition of a METS document, and an error for each page that could not be read.

    `folder` is the one it was found in, where its files may lie too; `belongings` take in the files it names.

    Raises:
        CannotImport: no page can be read.
    """
    mets = mets_of(root, source.name)
    sheets = sheets_of(mets, Locations(source, folder))
    belongings.take(sheets.found, (file.location for file in mets.files.values()), source.path)
    if not sheets.sheets:
        raise _nothing(mets, sheets, source)
    pages = Pages(is_repairing=wishes.is_repairing)
    for number, sheet in enumerate(sheets.sheets):
        wishes.step(number, len(sheets.sheets))
        missing = sheet.source is None and sheet.file.inside is None
        if not missing:
            try:
                pages.add(alto_file(*_root_of(sheet, source)), sheet.file.id, sheet.labels)
            except CannotImport as error:
                yield error.observation
    yield from sheets.missing
    if not pages.files:
        raise cannot_import(source.name, "", _NONE_READ.filled(count=len(sheets.sheets)), _PUT)
    yield finished(_draft(mets, sheets, pages, source, wishes), wishes)


def _root_of(sheet: Sheet, mets: Source) -> tuple[Element, str]:
    if sheet.file.inside is not None:
        return sheet.file.inside, mets.name
    assert sheet.source is not None
    return parse_xml(sheet.source.data(), sheet.source.name, sheet.source.encoding), sheet.source.name


def _nothing(mets: Mets, sheets: Sheets, source: Source) -> CannotImport:
    if sheets.strangers:
        roots = ", ".join("PAGE XML" if root == "PcGts" else root for root in sheets.strangers)
        return cannot_import(source.name, "", _STRANGERS.filled(roots=roots), _EXPORT)
    waiting = [root for root in (mets.logical, mets.physical) if root is not None]
    while waiting:
        div = waiting.pop()
        if div.points_elsewhere:
            return cannot_import(source.name, div.place, _ELSEWHERE, _EACH)
        waiting += div.parts
    return cannot_import(source.name, "", _NO_TEXT, _EXPORT)


def _draft(mets: Mets, sheets: Sheets, pages: Pages, source: Source, wishes: Wishes) -> Draft:
    descriptions = {key: described(section) for key, section in mets.descriptions.items()}
    contents = contents_of(mets, pages, descriptions, source.name)
    about = list(_about(mets, descriptions, contents))
    observations = [*contents.observations, *_told(sheets, mets, source.name)]
    if doubtful := pages.doubtful():
        observations.append(telling.doubtful_pages(source.name, doubtful))
    if pages.repairs:
        observations.append(telling.put_together(source.name, pages.repairs))
    inferred = list(contents.inferred)
    # An issue may be called by its day; that is no name of a paper.
    names = (name for each in about for name in (each.host, each.title) if name and day_of(name) is None)
    paper = next(names, None)
    if paper is None and not wishes.paper and (paper := paper_of(mets.label)):
        observations.append(telling.guessed(source.name, paper, "label", is_paper=True))
        inferred.append("paper")
    day = next((each.day for each in about if each.day is not None), None)
    if day is None and not wishes.date:
        where, day = _day_by_name(mets, source)
        if day is not None:
            observations.append(telling.guessed(source.name, day.isoformat(), where, is_paper=False))
            inferred.append("date")
    language = next((each.language for each in about if each.language), None) or pages.language()
    spoken = wishes.language or language or pages.guessed_language()
    return Draft(
        source=source.name,
        paper=paper,
        date=day,
        edition=next((each.edition for each in about if each.edition), None),
        issue=next((each.issue for each in about if each.issue), None),
        language=language,
        masthead=Masthead(
            motto=next((each.paper_subtitle for each in about if each.paper_subtitle), None),
            publisher=next((each.publisher for each in about if each.publisher), None),
        ),
        inferred=tuple(inferred),
        sections=sections_of(contents.placed, pages.labels, tongue_of(spoken), wishes.section),
        observations=tuple(observations),
    )


def _told(sheets: Sheets, mets: Mets, source: str) -> Iterator[Observation]:
    if sheets.doubles:
        yield telling.other_versions(source, sheets.doubles)
    if mets.other_maps:
        yield telling.other_maps(source, mets.other_maps)


def _day_by_name(mets: Mets, source: Source) -> tuple[str, dt.date | None]:
    """Return the day in the document's label, else in the name of its file or folder, and which it is."""
    day = day_of(mets.label)
    if day is not None:
        return "label", day
    path = source.path or Path()
    names = (path.stem, path.parent.name, "/".join(path.parts[-4:-1]))
    return "file", next((day for name in names if (day := day_of(name)) is not None), None)


def _about(mets: Mets, descriptions: dict[str, Described], contents: Contents) -> Iterator[Described]:
    """Yield descriptions of the issue, the closest first: of its division, of those around it."""
    used: set[str] = set()
    for root in (mets.logical, mets.physical):
        chain: list[Div] = []
        div = root
        while div is not None:
            chain.append(div)
            # An issue is the innermost division that alone holds what there is.
            div = div.parts[0] if len(div.parts) == 1 and not div.areas else None
        for each in reversed(chain):
            for key in each.descriptions:
                if key in descriptions and key not in used and key not in contents.described:
                    used.add(key)
                    yield descriptions[key]
    for key, description in descriptions.items():
        if key not in used and key not in contents.described and description.page is None:
            # What nothing points to may be of anything, and its title that of anything.
            yield description._replace(title=None) if used else description
