"""Markdown for the tests, read under a name that says so."""

from __future__ import annotations

from pathlib import Path

from reader.edition.article import Article
from reader.edition.body import Block, blocks
from reader.edition.edition import Edition
from reader.importing.imported import Wishes
from reader.importing.observation import Observation
from reader.importing.page_text.importer import PAGE_TEXT
from tests.importing.checked import WISHES, imports_of


def read_markdown(
    folder: Path, text: str, wishes: Wishes = WISHES, name: str = "doc.md"
) -> tuple[Edition, list[Observation]]:
    """Return the edition of a document in this folder, and what was told."""
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    editions, told = imports_of(PAGE_TEXT, path, wishes)
    assert len(editions) == 1
    return editions[0], told


def only_article(folder: Path, text: str) -> Article:
    """Return the only article of a document."""
    (article,) = read_markdown(folder, text)[0].articles()
    return article


def only_blocks(folder: Path, text: str) -> list[Block]:
    """Return the blocks below the headline of a document, without their places."""
    return [block._replace(start=0) for block in blocks(only_article(folder, "# Title\n\n" + text).body)]
