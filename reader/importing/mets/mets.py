"""The importer of digitised papers: an issue in METS with its pages in ALTO, or pages alone."""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer
from reader.importing.mets.recognition import likeness
from reader.importing.observation import Observation
from reader.importing.source import Source


def _read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    from reader.importing.mets.reading import read

    return read(source, wishes)


METS = Importer(
    "mets",
    Wording("数字化报纸（METS/ALTO）", "digitised papers (METS/ALTO)"),
    (".xml",),
    likeness,
    _read,
)
"""Reads a METS file, a folder of issues or pages, or a page in ALTO."""
