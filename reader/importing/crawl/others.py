"""JSON that is not a crawler's: other standards know it by keys of their own."""

from __future__ import annotations

import re

_OTHERS = re.compile(
    rb'"(?:body_text|body_html|body_xhtml|bodies|versioncreated|pubstatus|content_html)"\s*:'
    rb"|jsonfeed\.org|iptc\.org"
)
_EDITION = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*\d')


def is_of_others(head: bytes) -> bool:
    """Is this the beginning of a ninjs item, a JSON Feed or an edition of ours?"""
    return _OTHERS.search(head) is not None or _EDITION.match(head) is not None
