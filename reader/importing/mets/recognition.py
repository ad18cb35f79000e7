"""What tells a METS issue or an ALTO page: the root element of a file, the names in a folder."""

from __future__ import annotations

import re

from reader.importing.importer import Likeness, Sample

STRANGERS = frozenset({"DIDL", "PcGts"})
"""Roots of files that digitised papers come in besides, and that are refused by name."""

_ASIDE = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>", re.DOTALL)
_ROOT = re.compile(r"\A[\s\ufeff\0]*<([^\s/>!?]+)")
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
    match = _ROOT.match(_ASIDE.sub("", head.decode(encoding, "replace")))
    return match[1].rpartition(":")[2] if match else ""


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
