"""What ``contentSet`` holds: the forms of a text, and the files of a picture."""

from __future__ import annotations

import base64
import binascii
import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reader.edition.wording import Wording
from reader.importing.newsml.properties import children, descendants
from reader.importing.nitf.document import nitf_form
from reader.importing.observation import CannotImport, Grade, Observation
from reader.importing.safe_xml import local_name, parse_xml
from reader.importing.source import Source
from reader.importing.wire.body import Form, html_form, plain_form
from reader.importing.wire.markup import any_tags, html_tags, markup
from reader.importing.wire.story import code_of

_LEFT = Wording("旁边的正文没有带上，{reason}", "a text beside it is left out: {reason}")
_PUT_BACK = Wording("放回原处再导入", "put it where it belongs and import again")
_ENCODED = Wording("“{encoding}”编码的内容读不了", "content encoded as “{encoding}” cannot be read")
_HTML = re.compile(r"x?html", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z!/?]")
_NITF = re.compile(r"<(?:[\w.-]+:)?(?:nitf|body\.content)\b")
_SMALL = re.compile(r"thumb|icon|preview|small|low|web|view", re.IGNORECASE)
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|tiff?|avif|svg)(?:[?#]|\Z)", re.IGNORECASE)


class Content(NamedTuple):
    """What an item carries."""

    forms: tuple[Form, ...]
    nitf: tuple[Element, ...]
    """The documents of NITF among them, for what their heads say."""
    picture: str
    """Where its best picture is; empty without one."""
    told: tuple[Observation, ...]


def content_of(item: Element, source: Source, place: str) -> Content:
    """Return the content of a news item. Source: NewsML-G2 2.x, ContentSetType."""
    forms: list[Form] = []
    told: list[Observation] = []
    nitf: list[Element] = []
    remote: list[Element] = []

    def take(read: _Read | Observation | None) -> None:
        if isinstance(read, Observation):
            told.append(read)
        elif read is not None:
            forms.append(read.form)
            nitf.extend([] if read.nitf is None else [read.nitf])

    for content in (each for part in children(item, "contentSet") for each in children(part)):
        match local_name(content.tag):
            case "inlineXML":
                take(_inline_xml(content))
            case "inlineData":
                take(_inline_data(content, source.name, place))
            case "remoteContent":
                remote.append(content)
            case _:
                forms.append(html_form(local_name(content.tag), markup(content, any_tags), is_foreign=True))
    if not any(form.blocks for form in forms):
        for content in remote:
            take(_remote_text(content, source, place))
    pictures = [each for each in remote if _is_picture(each)]
    best = max(pictures, key=_fitness, default=None)
    return Content(tuple(forms), tuple(nitf), _href(best) if best is not None else "", tuple(told))


class _Read(NamedTuple):
    form: Form
    nitf: Element | None = None
    """The document it was read from."""


def _inline_xml(content: Element) -> _Read:
    nitf = next(descendants(content, "nitf"), None)
    if nitf is None and next(descendants(content, "body.content"), None) is not None:
        nitf = content
    if nitf is not None:
        return _Read(nitf_form(nitf), nitf)
    inner = children(content)
    is_html = _HTML.search(content.get("contenttype", "")) or any(
        _HTML.search(str(each.tag)) or local_name(each.tag) in ("div", "p", "article", "section", "body")
        for each in inner
    )
    if is_html:
        return _Read(html_form("html", markup(content, html_tags, is_inner=True)))
    return _Read(html_form("xml", markup(content, any_tags, is_inner=True), is_foreign=True))


def _inline_data(content: Element, source: str, place: str) -> _Read | Observation:
    """Return text that stands in the item; its markup, if any, is escaped there."""
    text = "".join(content.itertext())
    encoding = code_of(content.get("encoding"))
    if encoding in ("base64", "bencoding") or "base64" in encoding:
        try:
            text = base64.b64decode("".join(text.split()), validate=True).decode("utf-8")
        except (binascii.Error, UnicodeError, ValueError):
            return Observation(Grade.UNDECIDED, source, place, _ENCODED.filled(encoding=encoding), _PUT_BACK)
    elif encoding:
        return Observation(Grade.UNDECIDED, source, place, _ENCODED.filled(encoding=encoding), _PUT_BACK)
    return _read_text(text, content.get("contenttype", ""), source)


def text_form(text: str, content_type: str, source: str) -> Form:
    """Return a text as blocks: NITF, HTML or plain, by its media type, else by what it looks like."""
    return _read_text(text, content_type, source).form


def _read_text(text: str, content_type: str, source: str) -> _Read:
    kind = content_type.partition(";")[0].strip().lower()
    if _NITF.search(text[:2000]) and kind not in ("text/plain", "text/html"):
        try:
            bare = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)
            root = parse_xml(bare.encode("utf-8", "replace"), source, "utf-8")
        except CannotImport:
            return _Read(html_form("nitf", text))
        return _Read(nitf_form(root), root)
    if kind == "text/plain" or (not _HTML.search(kind) and not _TAG.search(text)):
        return _Read(plain_form("text", text))
    return _Read(html_form("html", text, is_foreign="xml" in kind and not _HTML.search(kind)))


def _remote_text(content: Element, source: Source, place: str) -> _Read | Observation | None:
    """Return the text that lies in a file beside the item; None where it is no text."""
    kind = content.get("contenttype", "").partition(";")[0].strip().lower()
    href = _href(content)
    is_text = kind.startswith("text/") or kind.endswith(("+xml", "/xml")) or _HTML.search(kind)
    if not href or not is_text or "newsitem" in kind or "packageitem" in kind:
        return None
    try:
        beside = source.beside(href.removeprefix("file:").removeprefix("./"))
        data = beside.data()
        if _NITF.search(data[:4000].decode("latin-1")):
            root = parse_xml(data, beside.name, None)
            return _Read(nitf_form(root), root)
        text = data.decode(source.encoding or "utf-8-sig")
    except CannotImport as error:
        what = _LEFT.filled(reason=error.observation.what)
        return Observation(Grade.UNDECIDED, source.name, place, what, error.observation.advice)
    except (LookupError, OSError, UnicodeError, ValueError) as error:
        what = _LEFT.filled(reason=f"{href}: {error}")
        return Observation(Grade.UNDECIDED, source.name, place, what, _PUT_BACK)
    return _read_text(text, kind, source.name)


def _href(content: Element) -> str:
    return (content.get("href") or "").strip()


def _is_picture(content: Element) -> bool:
    kind = content.get("contenttype", "").strip().lower()
    return kind.startswith("image/") if kind else _IMAGE.search(_href(content)) is not None


def _fitness(content: Element) -> tuple[bool, int]:
    """Return how good a rendition is: not called small, the widest."""
    rendition = content.get("rendition") or content.get("renditionuri") or ""
    width = content.get("width", "").strip()[:9]
    return not _SMALL.search(code_of(rendition)), int(width) if width.isascii() and width.isdecimal() else 0
