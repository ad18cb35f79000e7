"""NewsML-G2 2.x: news items, packages and messages with both."""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer, Likeness, Sample
from reader.importing.observation import Observation
from reader.importing.source import Source
from reader.importing.wire.root_name import root_name

_ROOTS = frozenset(
    {
        "newsmessage",
        "newsitem",
        "packageitem",
        "knowledgeitem",
        "conceptitem",
        "planningitem",
        "catalogitem",
        "newsml",
    }
)


def _likeness(sample: Sample) -> Likeness:
    if not sample.is_folder and root_name(sample.head).lower() in _ROOTS:
        return Likeness.SURE
    return Likeness.NONE


def _read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    from reader.importing.newsml.papers import newsml_papers

    yield from newsml_papers(source, wishes)


NEWSML = Importer(
    "newsml",
    Wording("NewsML-G2 稿件", "NewsML-G2 items"),
    (".xml", ".newsml"),
    _likeness,
    _read,
    is_item=True,
)
"""Reads the IPTC's NewsML-G2; NewsML 1.x is refused by name."""
