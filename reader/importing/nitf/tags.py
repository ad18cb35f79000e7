"""The body elements of NITF written as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element

from reader.importing.safe_xml import local_name
from reader.importing.wire.markup import any_tags, line_of, markup

# Source: NITF 3.6, entities block.content and enriched-text.
_BLOCKS = {
    **{
        name: name
        for name in ("p", "ol", "ul", "li", "dl", "dt", "dd", "hr", "br", "pre", "table", "caption")
    },
    **{name: name for name in ("thead", "tbody", "tfoot", "tr", "th", "td", "ruby", "rb", "rt", "rp", "a")},
    **dict.fromkeys(("hl1", "hl2"), "h3"),
    **dict.fromkeys(("block", "fn", "note", "body.content", "abstract", "nitf-table", "datasource"), "div"),
    **dict.fromkeys(("byline", "dateline", "distributor", "tagline", "bibliography", "copyrite"), "div"),
    "bq": "blockquote",
    "credit": "footer",
    "postaddr": "address",
}
_INLINE = frozenset(
    [
        "chron",
        "classifier",
        "event",
        "function",
        "location",
        "money",
        "num",
        "frac",
        "frac-num",
        "frac-sep",
        "frac-den",
        "sub",
        "sup",
        "object.title",
        "org",
        "person",
        "name.given",
        "name.family",
        "alt-code",
        "virtloc",
        "em",
        "lang",
        "pronounce",
        "q",
        "b",
        "i",
        "strong",
        "u",
        "byttl",
        "story.date",
        "sublocation",
        "city",
        "state",
        "region",
        "country",
        "copyrite.year",
        "copyrite.holder",
    ]
)
_KEPT = frozenset({"colspan", "rowspan", "start", "value", "href", "type"})
_SHOWN = ("image", "photo", "graphic", "picture", "illustration", "drawing", "cartoon", "")
_SIZES = ("thumb", "preview", "small", "low")


def nitf_tags(element: Element, parted: bool) -> str | tuple[str, str] | None:
    """Write an element of NITF as HTML; unknown ones keep their words."""
    name = local_name(element.tag).lower()
    if name == "media":
        return "".join(_media(element))
    if name in ("media-object", "script", "style"):  # a picture in letters, programs
        return None
    html = _BLOCKS.get(name)
    if html is None:
        return ("<span>", "</span>") if name in _INLINE else any_tags(element, parted)
    start = "".join(
        f' {_ATTRIBUTES.get(key, key)}="{escape(value)}"'
        for key, value in element.attrib.items()
        if _ATTRIBUTES.get(key, key) in _KEPT
    )
    return f"<{html}{start}>", "" if html in ("br", "hr") else f"</{html}>"


_ATTRIBUTES = {"seqnum": "start"}


def _plain_tags(element: Element, parted: bool) -> str | tuple[str, str] | None:
    """Write an element within a caption: a picture within a picture is words only."""
    return any_tags(element, parted) if local_name(element.tag) == "media" else nitf_tags(element, parted)


def _media(media: Element) -> Iterator[str]:
    """Yield a figure for what ``media`` shows; of what no paper can show only the words.

    Several references to one picture are its sizes, of which the largest is taken.
    """
    captions, producers, references = [], [], []
    for child in media:
        name = local_name(child.tag)
        if name == "media-producer":
            producers.append(child)
        elif name not in ("media-object", ""):
            captions.append(child)
            references += [child] if name == "media-reference" else []
    words = "".join(markup(caption, _plain_tags, is_inner=True) for caption in captions)
    credit = " ".join(filter(None, (line_of(producer, _plain_tags) for producer in producers)))
    stray = " ".join(" ".join([media.text or "", *(child.tail or "" for child in media)]).split())
    words += f"<p>{escape(stray)}</p>" if stray else ""
    best = max(references, key=_size, default=None)
    kind = media.get("media-type", "").strip().lower()
    is_shown = best is not None and kind.partition("/")[0] in _SHOWN
    if best is not None and is_shown and _is_picture(best):
        credit = credit or best.get("source-credit", "") or best.get("copyright", "")
        source, alt = best.get("source", "") or best.get("data-location", ""), best.get("alternate-text", "")
        if not (source or alt or words or credit):
            return
        # A picture that the file does not name still is one when it has a caption.
        yield f'<figure><img src="{escape(source or "#")}" alt="{escape(alt)}">'
        yield f'<figcaption>{words}</figcaption><p class="credit">{escape(credit)}</p></figure>'
        return
    if words or credit:
        yield f"<div>{words}</div>"
        yield f"<p>{escape(credit)}</p>" if credit else ""


def _is_picture(reference: Element) -> bool:
    kind = reference.get("mime-type", "").strip().lower()
    return not kind or kind.startswith("image") or "/" not in kind


def _size(reference: Element) -> tuple[bool, bool, int]:
    """Return how good a reference to a picture is: one with a source, not called small, the widest."""
    name = reference.get("name", "").lower()
    width = reference.get("width", "").strip()
    return (
        bool(reference.get("source") or reference.get("data-location")),
        not any(word in name for word in _SIZES),
        int(width[:9]) if width[:9].isascii() and width[:9].isdecimal() else 0,
    )
