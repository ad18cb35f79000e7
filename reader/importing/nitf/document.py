"""A document of NITF as a story: what its head says of the item, what its body prints."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from html import escape
from itertools import chain
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reader.edition.article import Article
from reader.edition.body import PhotoPlace
from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.nitf.tags import nitf_tags
from reader.importing.observation import Grade, Observation, cannot_import
from reader.importing.safe_xml import LinedElement, local_name, parse_xml
from reader.importing.source import Source
from reader.importing.wire.body import Form, html_form, one_form, set_body, words_of
from reader.importing.wire.markup import line_of, markup
from reader.importing.wire.moment import moment
from reader.importing.wire.neighbours import with_days
from reader.importing.wire.paper import item_papers, refused_if_empty, titled
from reader.importing.wire.pictures import PictureBox
from reader.importing.wire.rights import rights_told
from reader.importing.wire.story import Story, kind_of, newest, prominence_of, short_id, usable, use_of

_NO_NITF = (
    Wording("这不是 NITF：最外层是 {name}", "this is no NITF: its outermost element is {name}"),
    Wording("用 --from 说明是什么格式", "say with --from what it is"),
)
_LEFT = Wording(
    "{name}不是给读者看的，没有收入：{words}", "{name} is not for readers and was left out: {words}"
)
_READ = Wording("看看有没有要照办的", "see whether it asks for something")
_EMBARGOED = Wording("稿件有发布时限", "the item is embargoed")
_WAIT = Wording("到时限才见报", "print it when the embargo ends")
_NOTE = Wording("给编辑的话", "a note to editors")
_ABOVE = frozenset({"fly", "kicker", "eyebrow", "overline", "shoulder", "rubric", "引题"})
_HEAD_PARTS = frozenset(
    {"hedline", "note", "rights", "byline", "distributor", "dateline", "abstract", "series"}
)
_PRIVATE = frozenset({"npa"})


def nitf_papers(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    """Yield the edition of each document in a file of NITF, which has one as a rule.

    Raises:
        CannotImport: it is not well-formed, no NITF, or has nothing to print.
    """
    root = parse_xml(source.data(), source.name, source.encoding)
    documents = list(_documents(root))
    if not documents:
        name = local_name(root.tag)
        raise cannot_import(source.name, root.place, _NO_NITF[0].filled(name=name), _NO_NITF[1])
    box = PictureBox(source)
    stories, told = newest((nitf_story(each, source.name, box) for each in documents), source.name)
    stories, more = usable(stories, source.name)
    stories = with_days(stories, source.name)
    first = replace(stories[0], told=(*told, *more, *stories[0].told))
    papers = (item_papers(each, box, source.name, wishes) for each in (first, *stories[1:]))
    yield from refused_if_empty(chain.from_iterable(papers), source.name)


def _documents(root: Element) -> Iterator[Element]:
    """Yield the documents in a file; without a ``nitf`` the root is one if there is a body in it."""
    found = [each for each in root.iter() if local_name(each.tag) == "nitf"]
    if not found and root.find(".//{*}body.content") is not None:
        yield root
    yield from found


class _Names(NamedTuple):
    """Elements of a document by their local names, each where NITF has it."""

    root: Element

    def all(self, *names: str) -> list[Element]:
        """Return the elements of these names, in document order."""
        return [each for each in self.root.iter() if local_name(each.tag) in names]

    def first(self, name: str) -> Element | None:
        """Return the first element of this name."""
        return next(iter(self.all(name)), None)

    def says(self, name: str, *attributes: str) -> str | None:
        """Return the first of these attributes that an element of this name has."""
        for element in self.all(name):
            for attribute in attributes:
                if (words := element.get(attribute, "")).strip():
                    return words.strip()
        return None


def nitf_form(root: Element) -> Form:
    """Return the body of a document: all of ``body`` but its head and end, ``body.content`` or not.

    Notes, and words of the head that are none of its parts, come first; such words of the end come last.
    """
    body = _body(root)
    apart = [_child(body, "body.end"), _child(body, "head") if body is root else None]
    head = _child(body, "body.head")
    apart += [each for each in body if local_name(each.tag) in _HEAD_PARTS] if head is None else [head]
    form = html_form("nitf", _rest(body, [each for each in apart if each is not None]))
    front, end = _Names(_front(root)), apart[0]
    hedline = front.first("hedline")
    before = [
        *([_strays(hedline, "hl1", "hl2")] if hedline is not None else []),
        _strays(front.root, *_HEAD_PARTS),
        *(html_form("note", markup(note, nitf_tags)) for note in _printed_notes(front)),
        *map(_pictures, front.all("abstract")),
    ]
    after = [_strays(end, "tagline", "bibliography")] if end is not None else []
    return one_form("nitf", [*before, form, *after])


def _body(root: Element) -> Element:
    found = _child(root, "body")
    return root if found is None else found


def _child(parent: Element, name: str) -> Element | None:
    return next((each for each in parent if local_name(each.tag) == name), None)


def _front(root: Element) -> Element:
    """Return ``body.head``, or the parts of one that stand in the body without it."""
    body = _body(root)
    front = _child(body, "body.head")
    if front is None:
        front = Element("body.head")
        front.extend(each for each in body if local_name(each.tag) in _HEAD_PARTS)
    return front


def _strays(root: Element, *known: str) -> Form:
    """Return what stands in an element besides the parts NITF has for it, as a part of the text."""
    return html_form("strays", _rest(root, [each for each in root if local_name(each.tag) in known]))


def _pictures(abstract: Element) -> Form:
    """Return the pictures in an abstract: its words are the summary, which has no room for them."""
    form = html_form("abstract", markup(abstract, nitf_tags))
    return form._replace(blocks=tuple(block for block in form.blocks if isinstance(block, PhotoPlace)))


def _rest(root: Element, apart: Collection[Element]) -> str:
    """Return what an element holds but for these children, as HTML; words between them are kept."""
    parts = [escape(root.text or "", quote=False)]
    left = set(map(id, apart))
    for each in root:
        parts += [] if id(each) in left else [markup(each, nitf_tags)]
        parts.append(escape(each.tail or "", quote=False))
    return "".join(parts)


def nitf_story(root: Element, source: str, box: PictureBox) -> Story:
    """Return a document as a story. Source: NITF 3.6, "docdata", "pubdata", "body.head", "body.end"."""
    head = _Names(_part(root, "head"))
    front = _Names(_front(root))
    last = _child(_body(root), "body.end")
    end = _Names(Element("body.end") if last is None else last)
    # Some makers put it behind the byline.
    pubdata = head if head.first("pubdata") is not None else _Names(_body(root))
    place = root.place if isinstance(root, LinedElement) else ""
    article = _article(head, front, end)
    heading, told = titled(article, line_of(head.first("title")), source, place)
    article = replace(article, headline=heading)
    body = set_body(nitf_form(root), box, article.headline)
    short = short_id(head.says("doc-id", "id-string"))
    paper = pubdata.says("pubdata", "name")
    agency = article.source or head.says("doc.copyright", "holder") or head.says("doc-id", "regsrc")
    page = pubdata.says("pubdata", "position.sequence")
    return Story(
        article=replace(
            article,
            id=short or "",
            has_own_id=short is not None,
            page=page,
            body=body.text,
            photos=body.photos,
        ),
        place=place,
        guid=head.says("doc-id", "id-string") or "",
        version=head.says("du-key", "version") or "",
        use=use_of(head.says("docdata", "management-status")),
        sent=next(filter(None, map(moment, _moments(head, pubdata, front))), None),
        paper=paper or agency,
        is_paper_guessed=not paper,
        edition=pubdata.says("pubdata", "edition.name"),
        issue=pubdata.says("pubdata", "number", "issue"),
        language=_language(root),
        section=pubdata.says("pubdata", "position.section"),
        inferred=("headline",) if told else (),
        told=(*told, *_left(head, front, source, place)),
    )


def _article(head: _Names, front: _Names, end: _Names) -> Article:
    above: list[str | None] = []
    below: list[str | None] = []
    for heading in front.all("hl2"):
        is_above = heading.get("class", "").strip().lower() in _ABOVE
        (above if is_above else below).append(line_of(heading))
    headings = list(filter(None, map(line_of, front.all("hl1"))))
    bylines = [each for each in front.all("byline") if line_of(each)]
    persons = [person for byline in bylines for person in byline.iter() if local_name(person.tag) == "person"]
    genres = (head.says("tobject.property", "tobject.property.type"), head.says("tobject", "tobject.type"))
    return Article(
        id="",
        kind=kind_of(filter(None, genres)),
        column=front.says("series", "series.name")
        or line_of(front.first("series"))
        or head.says("series", "series.name"),
        kicker=_joined(above),
        headline=_joined(headings),
        slug=None if headings else head.says("du-key", "key"),
        deck=_joined(below),
        byline=_joined(map(line_of, bylines)),
        authors=tuple(filter(None, (_without_by(line_of(person)) for person in persons))),
        dateline=_joined(map(line_of, front.all("dateline"))),
        source=_joined(map(line_of, front.all("distributor"))),
        summary=_joined(
            " ".join(words_of(html_form("abstract", markup(each, nitf_tags)).blocks))
            for each in front.all("abstract")
        ),
        signoff=_joined(map(line_of, end.all("tagline", "bibliography"))),
        prominence=prominence_of(head.says("urgency", "ed-urg")),
        correction=head.says("correction", "info"),
    )


def _part(root: Element, name: str) -> Element:
    return next((each for each in root.iter() if local_name(each.tag) == name), Element(name))


def _moments(head: _Names, pubdata: _Names, front: _Names) -> Iterator[str | None]:
    """Yield what may say the day of the paper, the surest first."""
    yield pubdata.says("pubdata", "date.publication")
    yield head.says("date.release", "norm")
    yield head.says("date.issue", "norm")
    yield front.says("story.date", "norm")
    yield head.says("revision-history", "norm")


def _printed_notes(front: _Names) -> list[Element]:
    """Return the notes that are for readers."""
    return [note for note in front.all("note") if note.get("type") not in _PRIVATE]


def _left(head: _Names, front: _Names, source: str, place: str) -> Iterator[Observation]:
    """Yield what is said of words that are not printed."""
    message = head.says("ed-msg", "info")
    private = (line_of(note) for note in front.all("note") if note.get("type") in _PRIVATE)
    named = [
        (_NOTE, message),
        *((_NOTE, words) for words in private),
    ]
    for name, words in named:
        if words:
            yield Observation(Grade.DROPPED, source, place, _LEFT.filled(name=name, words=words), _READ)
    owned = (" ".join(filter(None, map(each.get, ("year", "holder")))) for each in head.all("doc.copyright"))
    yield from rights_told([*map(line_of, front.all("rights")), *owned], source, place)
    if head.says("docdata", "management-status") == "embargoed":
        yield Observation(Grade.UNDECIDED, source, place, _EMBARGOED, _WAIT)


def _language(root: Element) -> str | None:
    """Return the language that the document, or its body, says it is in."""
    for element in (root, _part(root, "body"), _part(root, "body.content")):
        for key, value in element.attrib.items():
            if local_name(key) == "lang" and value.strip():
                return value.strip()
    return None


def _without_by(name: str | None) -> str | None:
    words = (name or "").strip()
    return words[3:].strip() if words[:3].lower() == "by " else words or None


def _joined(parts: Iterable[str | None]) -> str | None:
    return " ".join(filter(None, parts)) or None
