"""The bodies of an item of ninjs: HTML, NITF or plain text, each in the form it is sent in."""

from __future__ import annotations

import re

from reader.importing.ninjs.properties import Properties, Worded
from reader.importing.nitf.document import nitf_form, nitf_story
from reader.importing.observation import CannotImport
from reader.importing.safe_xml import parse_xml
from reader.importing.wire.body import Form, html_form, plain_form
from reader.importing.wire.pictures import PictureBox
from reader.importing.wire.story import Story

_TAG = re.compile(r"<[A-Za-z!/?]")
_NITF = re.compile(r"<(?:[\w.-]+:)?(?:nitf|body\.content)\b")


def form_of(body: Worded, source: str) -> Form:
    """Return a body as blocks, by its media type, else by what it looks like."""
    kind, role, text = body.content_type, body.role, body.value
    if _NITF.search(text[:2000]) and kind not in ("text/plain", "text/html"):
        try:
            return nitf_form(parse_xml(_bytes(text), source, "utf-8"))._replace(role="nitf")
        except CannotImport:
            return html_form(role, text)
    if kind == "text/plain" or (not kind and (role == "text" or not _TAG.search(text))):
        return plain_form(role or "text", text)
    is_foreign = "xml" in kind and "xhtml" not in kind and kind not in ("text/html", "application/html+xml")
    return html_form(role or "html", text, is_foreign=is_foreign)


def nitf_head(about: Properties, source: str, box: PictureBox) -> Story | None:
    """Return what the body in NITF says of itself, or None without one."""
    for body in about.worded("bodies", "body"):
        if _NITF.search(body.value[:2000]):
            try:
                return nitf_story(parse_xml(_bytes(body.value), source, "utf-8"), source, box)
            except CannotImport:
                return None
    return None


def _bytes(text: str) -> bytes:
    """Return XML in UTF-8; what it declares itself no longer counts."""
    return re.sub(r"\A\s*<\?xml[^>]*\?>", "", text).encode("utf-8", "replace")
