"""What tells a METS issue or an ALTO page: the root element of a file, the names in a folder."""

from __future__ import annotations

import re

from reader.importing.importer import Likeness, Sample

STRANGERS = frozenset({"DIDL", "PcGts"})
"""Roots of files that digitised papers come in besides, and that are refused by name."""

_ROOT = re.compile(r"<([^\s/>!?<]+)")
_ASIDES = (("<?", "?>"), ("<!--", "-->"))
_METS = re.compile(r"(?<![a-z])mets(?![a-z])")
_IMAGES = (".jp2", ".jpg", ".jpeg", ".tif", ".tiff", ".png")
_MARKS = (
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def root_name(head: bytes) -> str:
    """Return the local name of the root element of an XML document by its first bytes; else nothing."""
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")
    text = head.decode(encoding, "replace").lstrip("\ufeff\0")
    # Step by step, for whatever the bytes are this is asked of every file.
    at = 0
    while True:
        end = _end_of_aside(text, at := _past_blanks(text, at))
        if end is None:
            match = _ROOT.match(text, at)
            return match[1].rpartition(":")[2] if match else ""
        if end < 0:
            return ""
        at = end


def _past_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _end_of_aside(text: str, at: int) -> int | None:
    """Return where an instruction, a comment or a document type ends; -1 for nowhere, None for neither."""
    for begin, end in _ASIDES:
        if text.startswith(begin, at):
            found = text.find(end, at + len(begin))
            return found + len(end) if found >= 0 else -1
    if not text.startswith("<!DOCTYPE", at):
        return None
    close, subset = text.find(">", at), text.find("[", at)
    if 0 <= subset < close:
        close = text.find(">", max(text.find("]", subset), subset))
    return close + 1 if close >= 0 else -1


def likeness(sample: Sample) -> Likeness:
    """Return how sure it is that this is an issue in METS, or pages in ALTO.

    In a folder it is a name of a METS file that counts, its first XML file, or pages of XML beside images of
    the same name.
    """
    if sample.is_folder:
        return _folder_likeness(sample)
    root = root_name(sample.head)
    if root in {"mets", "alto"}:
        return Likeness.SURE
    return Likeness.CONTENT if root in STRANGERS else Likeness.NONE


def _folder_likeness(sample: Sample) -> Likeness:
    names = {name.lower() for name in sample.entries}
    pages = {name.removesuffix(".xml") for name in names if name.endswith(".xml")}
    if any(map(_METS.search, pages)) or root_name(sample.first_page) in {"mets", "alto"}:
        return Likeness.SURE
    has_manifest = "manifest" in pages and bool(names & {"ocr", "alto"})
    has_alto = any("alto" in page for page in pages) or (bool(pages) and sample.name in {"alto", "ocr"})
    has_images = any(page + suffix in names for page in pages for suffix in _IMAGES)
    return Likeness.CONTENT if has_manifest or has_alto or has_images else Likeness.NONE
