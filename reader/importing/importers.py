"""The one list of importers; a source is read by the one that is surest of it, of equals the first."""

from __future__ import annotations

from reader.importing.cap.kind import CAP
from reader.importing.crawl.importer import CRAWL
from reader.importing.epub import EPUB
from reader.importing.feed.feed import FEED
from reader.importing.importer import Importer
from reader.importing.mets.mets import METS
from reader.importing.newsml.newsml import NEWSML
from reader.importing.ninjs.ninjs import NINJS
from reader.importing.nitf.nitf import NITF
from reader.importing.page_text.importer import PAGE_TEXT

# Alerts before feeds and all other XML: a feed of alerts is a feed too, and both are sure of it.
IMPORTERS: tuple[Importer, ...] = (PAGE_TEXT, CAP, CRAWL, FEED, EPUB, NINJS, NITF, NEWSML, METS)
"""Every importer there is, in the order help shows them."""
