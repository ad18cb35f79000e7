"""Was every article and notice of a file read, so that an id not among theirs is nobody's?"""

from __future__ import annotations

from reader.loading.records import Draft
from reader.loading.words import Listing


def is_all_read(edition: Draft) -> bool:
    """Is nothing missing of the articles and notices that the file holds, and no id of theirs in error?"""
    if not edition.node.is_whole:
        return False
    sections, notices = _all_of(edition, "sections"), _all_of(edition, "notices")
    if sections is None or notices is None or not all(map(_has_its_id, notices)):
        return False
    for section in sections:
        articles = _all_of(section, "articles")
        if articles is None or not all(map(_has_its_id, articles)):
            return False
    return True


def _all_of(draft: Draft, key: str) -> list[Draft] | None:
    """Return the records under a key, or None when one was refused."""
    listing, records = draft.node.nodes.get(key), draft.values.get(key)
    if listing is None:
        return []
    if type(listing) is not Listing or records is None or len(records) != len(listing.nodes):
        return None
    return list(records)


def _has_its_id(draft: Draft) -> bool:
    return "id" in draft.values or "id" not in draft.node.nodes
