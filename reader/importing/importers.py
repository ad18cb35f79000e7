"""The one list of importers; a source is read by the one that is surest of it, of equals the first."""

from __future__ import annotations

from reader.importing.crawl.importer import CRAWL
from reader.importing.epub import EPUB
from reader.importing.feed.feed import FEED
from reader.importing.importer import Importer

IMPORTERS: tuple[Importer, ...] = (CRAWL, FEED, EPUB)
"""Every importer there is, in the order help shows them."""
