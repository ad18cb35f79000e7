"""A text, page or Markdown, as an edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.edition.wording import Wording
from reader.importing.finishing import finished
from reader.importing.imported import Imported, Wishes
from reader.importing.observation import cannot_import
from reader.importing.page_text.decoding import decoded
from reader.importing.page_text.page import page_draft
from reader.importing.page_text.telling import Telling
from reader.importing.source import Source

_EMPTY = Wording("里面没有文字", "there is no text in it")
_GIVE_TEXT = Wording("换一份有文字的文件", "give a file with text")


def read_text(source: Source, wishes: Wishes) -> Iterator[Imported]:
    """Yield the edition of a text.

    Raises:
        CannotImport: it cannot be read, not be decoded, or has no text.
    """
    text, told = decoded(source)
    tell = Telling(source.name)
    tell.observations += told
    draft = page_draft(text, source.stem, wishes, tell)
    if not draft.notices and not any(section.articles for section in draft.sections):
        raise cannot_import(source.name, "", _EMPTY, _GIVE_TEXT)
    yield finished(replace(draft, source=source.name), wishes)
