"""CAP alerts as a kind of source: how one is recognised, alone, in a feed or in an envelope."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer, Likeness, Sample
from reader.importing.observation import Observation
from reader.importing.source import Source

# The namespaces of CAP 1.1 and 1.2, and of 1.0, which is older than OASIS's names.
_NAMESPACE = re.compile(r"urn:oasis:names:tc:emergency:cap:|http://www\.incident\.com/cap/")
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]")
# Without a namespace, as national platforms write it, these children tell.
_CHILDREN = (
    re.compile(r"<(?:[\w.-]+:)?identifier[\s>]"),
    re.compile(r"<(?:[\w.-]+:)?(?:msgType|sender)[\s>]"),
)
# A feed may declare the namespace of CAP for nothing; one that has alerts, or tells of some, has these.
_USED = re.compile(r"(?:<|&lt;)(?:[\w.-]+:)?(?:alert|areaDesc|msgType|message_type|severity)[\s>&]")
_ALERTS = frozenset({"alert", "alerts"})
_FEEDS = frozenset({"feed", "rss", "rdf"})
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def _likeness(sample: Sample) -> Likeness:
    head = sample.head
    text = head.decode("utf-16" if head.startswith(_UTF_16) else "latin-1", "replace")
    root = _ROOT.search(re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))
    name = root[1].lower() if root is not None else ""
    is_used = name not in _FEEDS or _USED.search(text)
    if name and (
        (_NAMESPACE.search(text) and is_used)
        or (name in _ALERTS and all(child.search(text) for child in _CHILDREN))
    ):
        return Likeness.SURE
    return Likeness.NAME if sample.name.endswith(".cap") and "<" in text else Likeness.NONE


def _read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    from reader.importing.cap.reading import read_alerts

    return read_alerts(source, wishes)


CAP = Importer("cap", Wording("CAP 预警", "CAP alerts"), (".cap", ".xml"), _likeness, _read, is_item=True)
"""Alerts of CAP 1.0, 1.1 and 1.2: one, several, or those in a feed or an EDXL-DE envelope."""
