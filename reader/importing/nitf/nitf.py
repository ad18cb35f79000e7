"""NITF 3.x (and 2.x as far as it is the same): one file is one article of a paper."""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer, Likeness, Sample
from reader.importing.observation import Observation
from reader.importing.source import Source
from reader.importing.wire.root_name import root_name


def _likeness(sample: Sample) -> Likeness:
    if not sample.is_folder and root_name(sample.head) == "nitf":
        return Likeness.SURE
    return Likeness.NONE


def _read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    from reader.importing.nitf.document import nitf_papers

    yield from nitf_papers(source, wishes)


NITF = Importer("nitf", Wording("NITF 稿件", "NITF articles"), (".nitf",), _likeness, _read, is_item=True)
"""Reads what the IPTC's News Industry Text Format describes, with or without namespace and DOCTYPE."""
