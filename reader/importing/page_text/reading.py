"""A text, page or Markdown, as an edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.edition.wording import Wording
from reader.importing.finishing import Draft, finished
from reader.importing.imported import Imported, Wishes
from reader.importing.observation import cannot_import
from reader.importing.page_text.decoding import decoded
from reader.importing.page_text.markdown_document import markdown_draft
from reader.importing.page_text.markdown_kind import is_markdown
from reader.importing.page_text.markdown_nodes import TooDeep
from reader.importing.page_text.page import page_draft
from reader.importing.page_text.telling import Telling
from reader.importing.source import Source

_EMPTY = Wording("里面没有文字", "there is no text in it")
_TOO_DEEP = Wording(
    "Markdown 嵌套太深，当作版面文字读", "its Markdown is nested too deeply; read as page text"
)
_AS_PAGE = Wording("核对结果", "look at what became of it")
_GIVE_TEXT = Wording("换一份有文字的文件", "give a file with text")


def read_text(source: Source, wishes: Wishes) -> Iterator[Imported]:
    """Yield the edition of a text.

    Raises:
        CannotImport: it cannot be read, not be decoded, or has no text.
    """
    text, told = decoded(source)
    tell = Telling(source.name)
    tell.observations += told
    draft = _draft("\n".join(text.splitlines()), source, wishes, tell)
    if not draft.notices and not any(section.articles for section in draft.sections):
        raise cannot_import(source.name, "", _EMPTY, _GIVE_TEXT)
    yield finished(replace(draft, source=source.name), wishes)


def _draft(text: str, source: Source, wishes: Wishes, tell: Telling) -> Draft:
    suffix = source.path.suffix.lower() if source.path is not None else ""
    if is_markdown(text, suffix):
        try:
            return markdown_draft(text, source, wishes, tell)
        except TooDeep:
            tell.undecided("", _TOO_DEEP, _AS_PAGE)
    return page_draft(text, source.stem, wishes, tell)
