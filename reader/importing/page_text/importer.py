"""The importer of page text and Markdown."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer, Likeness, Sample
from reader.importing.observation import Observation
from reader.importing.source import Source

_SUFFIXES = (".txt", ".text", ".md", ".markdown")
_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_MARKUP = re.compile(rb"<[A-Za-z!?/]|\{|\[\s*(?:[{\"\[]|\Z)|%PDF|PK\x03\x04")
"""How files of other kinds begin; a name may still say that it is Markdown with HTML at its head."""


_HAN = re.compile("[\u3400-\u9fff]")


def _likeness(sample: Sample) -> Likeness:
    """Any text may be page text: several paragraphs of it look like it, a name says so."""
    if sample.is_folder or not sample.head.strip():
        return Likeness.NONE
    is_named = sample.name.endswith(_SUFFIXES)
    is_wide = sample.head.startswith(_BOMS)
    if b"\0" in sample.head and not is_wide:
        return Likeness.NONE
    if _MARKUP.match(sample.head.removeprefix(codecs.BOM_UTF8).lstrip()):
        return Likeness.NAME if is_named else Likeness.NONE
    if is_wide or _has_paragraphs(sample.head):
        return Likeness.CONTENT
    is_page = is_named or ("." not in sample.name and _has_chinese_lines(sample.head))
    return Likeness.NAME if is_page else Likeness.NONE


def _has_paragraphs(head: bytes) -> bool:
    lines = head.replace(b"\r\n", b"\n").replace(b"\r", b"\n").strip()
    return b"\n\n" in lines or lines.startswith(b"#")


def _has_chinese_lines(head: bytes) -> bool:
    """Is this mostly Chinese, in lines? Pages without marks part nothing by blank lines.

    Bytes that are no UTF-8 are tried as GB 18030; what is cut at the end of the sample does not count.
    """
    for codec in ("utf-8", "gb18030"):
        try:
            text = codecs.getincrementaldecoder(codec)().decode(head)
        except UnicodeDecodeError:
            continue
        lines = [line for line in text.splitlines() if _HAN.search(line)]
        return len(lines) > 1 and 2 * len(_HAN.findall(text)) >= len("".join(text.split()))
    return False


def _read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    from reader.importing.page_text.reading import read_text

    yield from read_text(source, wishes)


PAGE_TEXT = Importer(
    kind="page_text",
    name=Wording("版面文字或 Markdown", "page text or Markdown"),
    suffixes=_SUFFIXES,
    likeness=_likeness,
    read=_read,
    is_item=True,
)
"""Pages as e-papers print them, and CommonMark documents."""
