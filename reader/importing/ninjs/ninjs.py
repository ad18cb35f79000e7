"""ninjs 1.x, 2.x and 3.x: items, packages, lists of items and items one to a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer, Likeness, Sample
from reader.importing.observation import Observation
from reader.importing.source import Source

_STANDARD = re.compile(rb'"name"\s*:\s*"ninjs"|ninjs-schema', re.IGNORECASE)
_IDENTITY = re.compile(rb'"(?:uri|guid)"\s*:')
# What items have and JSON of other kinds seldom has, each counted once.
_MARKS = tuple(
    re.compile(mark, re.IGNORECASE)
    for mark in (
        rb'"versioncreated"\s*:',
        rb'"firstcreated"\s*:',
        rb'"pubstatus"\s*:',
        rb'"(?:headline|headlines|headline_\w+)"\s*:',
        rb'"(?:bodies|body_\w+)"\s*:',
        rb'"(?:descriptions|description_\w+)"\s*:',
        rb'"(?:byline|slugline|located)"\s*:',
        rb'"(?:copyrightholder|usageterms|infosources?|representationtype)"\s*:',
        rb'"associations"\s*:',
        rb'"renditions"\s*:',
        rb'"type"\s*:\s*"(?:text|picture|composite|graphic|video|audio|component|event|planning)"',
    )
)


def _likeness(sample: Sample) -> Likeness:
    if sample.is_folder:
        return Likeness.NONE
    head = sample.head.replace(b"\0", b"")  # UTF-16, roughly
    if not head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith((b"{", b"[")):
        return Likeness.NONE
    if _STANDARD.search(head):
        return Likeness.SURE
    marks = sum(mark.search(head) is not None for mark in _MARKS)
    if _IDENTITY.search(head) and marks:
        return Likeness.SURE if marks > 1 else Likeness.CONTENT
    if marks > 2:
        return Likeness.CONTENT
    return Likeness.NAME if ".ninjs" in sample.name else Likeness.NONE


def _read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    from reader.importing.ninjs.papers import ninjs_papers

    yield from ninjs_papers(source, wishes)


NINJS = Importer(
    "ninjs",
    Wording("ninjs 稿件", "ninjs items"),
    (".json", ".ninjs", ".jsonl"),
    _likeness,
    _read,
    is_item=True,
)
"""Reads the IPTC's News in JSON."""
