"""What is wrong with the pictures of an edition, each at the place that names its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.archive.picture_file import PictureFault, find_picture, read_picture
from reader.archive.picture_size import Cells
from reader.edition.reference import Reference
from reader.loading.loaded import Loaded
from reader.loading.problem import Problem

_ROOM = Cells(40, 20)
_PAPER = (255, 255, 255)


class PictureFinding(NamedTuple):
    """One picture that cannot be shown."""

    rule: str
    problem: Problem
    reference: str
    """Of the article it belongs to."""


def can_decode() -> bool:
    """Is there what decodes pictures? Without it a broken one goes unnoticed."""
    from importlib.util import find_spec

    return find_spec("PIL") is not None


def picture_findings(loaded: Loaded, path: Path, library: Path | None) -> Iterator[PictureFinding]:
    """Yield what is wrong with the pictures of the edition at this path, in its order; decodes every one."""
    edition, places = loaded.edition, loaded.source_map
    for number, section in enumerate(edition.sections):
        for index, article in enumerate(section.articles):
            for at, photo in enumerate(article.photos):
                fault = _fault(path, library, photo.file) if photo.file is not None else None
                if fault is None:
                    continue
                field = f"sections[{number}].articles[{index}].photos[{at}].file"
                place = places.position(field) or places.article_position(article.id) or (1, 1)
                reference = str(Reference(edition.date, article.id))
                yield PictureFinding(fault.rule, Problem(*place, fault.what, fault.advice), reference)


def _fault(edition: Path, library: Path | None, file: str) -> PictureFault | None:
    found = find_picture(edition, library, file)
    data = read_picture(found, file) if isinstance(found, Path) else found
    if isinstance(data, PictureFault):
        return data
    if not can_decode():
        return None
    from reader.archive.picture import decode

    shot = decode(data, file, _ROOM, _PAPER)
    return shot if isinstance(shot, PictureFault) else None
