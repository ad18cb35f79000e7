"""One news item of NewsML-G2 as a story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from xml.etree.ElementTree import Element

from reader.edition.article import Article, Kind, Photo
from reader.edition.wording import Wording
from reader.importing.newsml.content import content_of
from reader.importing.newsml.properties import (
    child,
    children,
    code,
    language_of_item,
    name_of,
    names_of,
    place_of,
    role_of,
    words,
)
from reader.importing.nitf.document import nitf_story
from reader.importing.observation import Grade, Observation
from reader.importing.source import Source
from reader.importing.wire.body import fullest, set_body, squeezed, words_of
from reader.importing.wire.captions import caption_of
from reader.importing.wire.filling import filled
from reader.importing.wire.markup import line_of
from reader.importing.wire.moment import Moment, moment
from reader.importing.wire.paper import titled
from reader.importing.wire.pictures import PictureBox
from reader.importing.wire.rights import rights_told
from reader.importing.wire.story import Story, code_of, kind_of, prominence_of, use_of

_NOTE = Wording("给编辑的话没有收入：{words}", "a note to editors was left out: {words}")
_READ = Wording("看看有没有要照办的", "see whether it asks for something")
_HEADLINE = Wording(
    "另一个标题（{role}）没有收入：{words}", "another headline ({role}) was left out: {words}"
)
_LOOK = Wording("要用就抄到该放的地方", "copy it to where it belongs if you want it")
_EMBARGOED = Wording("{until} 之前不得刊发", "it is embargoed until {until}")
_WAIT = Wording("到时限才见报", "print it when the embargo ends")

_DECK = frozenset({"subheadline", "subhead", "sub", "deck", "subtitle"})
_KICKER = frozenset({"kicker", "overline", "eyebrow"})
_SUMMARY = frozenset({"summary", "abstract"})
_PICTURES = frozenset({"picture", "graphic", "photo"})
_MOVING = frozenset({"video", "audio"})


def read_news_item(item: Element, source: Source, box: PictureBox) -> Story:
    """Return a news item; its picture is taken along. Source: NewsML-G2 2.x, NewsItemType."""
    place = place_of(item)
    meta, about = child(item, "itemMeta"), child(item, "contentMeta")
    kind = code(meta, "itemClass")
    content = content_of(item, source, place)
    article, told = _head(about, source.name, place)
    told += content.told
    article, more = _with_nitf(article, content.nitf, source, place)
    told += more
    headline, guessed = titled(article, words(meta, "title"), source.name, place)
    article = replace(article, headline=headline)
    form, more = fullest(content.forms, source.name, place)
    body = set_body(form, box, headline)
    said = squeezed(" ".join(words_of(form.blocks))) if form else ""
    caption, credit = _caption(about), words(about, "creditline")
    # The text of some pictures is their caption once more.
    is_photo = kind in _PICTURES | _MOVING and not body.photos and said in squeezed(caption or "")
    if is_photo and (kind in _PICTURES or content.picture):
        photo = Photo(file=box.take(content.picture), caption=caption, credit=credit or article.byline)
        article = replace(
            article, kind=Kind.PHOTO, summary=None, photos=(photo,) if any(_said(photo)) else ()
        )
    else:
        own = box.take(content.picture) if content.picture not in body.shown else None
        article = replace(
            article,
            body=body.text,
            photos=(*body.photos, Photo(file=own, credit=credit)) if own else body.photos,
            summary=_both(_summary(about, said), article.summary),
            source=article.source if own else _both(article.source, credit),
        )
    return Story(
        article=article,
        place=place,
        guid=(item.get("guid") or "").strip(),
        version=(item.get("version") or "").strip(),
        use=use_of(code(meta, "pubStatus")),
        sent=_sent(meta, about),
        paper=_provider(meta),
        is_paper_guessed=child(meta, "provider") is None or not names_of(meta, "provider"),
        language=language_of_item(item, about),
        section=_section(meta),
        is_picture=is_photo,
        links=tuple(_links(item, meta)),
        inferred=("headline",) if guessed else (),
        told=(*told, *guessed, *more, *_notes(meta, source.name, place), *_rights(item, source.name, place)),
    )


def photo_of_story(story: Story) -> Photo | None:
    """Return the photo that a picture's story is to another; headlines and dateline open its caption."""
    photo = next(iter(story.article.photos), Photo())
    article = story.article
    above = (article.kicker, article.headline, article.deck, article.dateline)
    caption = caption_of(photo.caption or article.summary, *above)
    made = replace(photo, caption=caption)
    credit = made.credit or article.source
    is_named = article.byline == ", ".join(article.authors)  # as data, not as it is to be printed
    made = replace(made, credit=credit if credit and is_named else caption_of(credit, article.byline))
    return made if any(_said(made)) else None


def front_of(item: Element, source: str = "") -> Story:
    """Return what a package says of itself: whose it is, of when, and what it is called."""
    meta, about = child(item, "itemMeta"), child(item, "contentMeta")
    title = words(about, "headline") or words(meta, "title")
    return Story(
        article=Article(id="", headline=title, summary=_summary(about, "")),
        place=place_of(item),
        guid=(item.get("guid") or "").strip(),
        version=(item.get("version") or "").strip(),
        use=use_of(code(meta, "pubStatus")),
        sent=_sent(meta, about),
        paper=_provider(meta),
        is_paper_guessed=not names_of(meta, "provider"),
        language=language_of_item(item, about),
        section=_section(meta),
        told=tuple(_rights(item, source, place_of(item))),
    )


def _head(about: Element | None, source: str, place: str) -> tuple[Article, list[Observation]]:
    titles = [(role_of(each), line_of(each)) for each in children(about, "headline")]
    deck = " ".join(filter(None, (text for role, text in titles if role in _DECK))) or None
    kicker = " ".join(filter(None, (text for role, text in titles if role in _KICKER))) or None
    rest = [(role, text) for role, text in titles if text and role not in _DECK | _KICKER]
    headline = next((text for role, text in rest if role in ("", "main", "headline")), None)
    headline = headline or next((text for _, text in rest), None)
    told = _other_headlines(headline, rest, source, place)
    genres = [
        word
        for each in children(about, "genre")
        for word in (each.get("qcode"), each.get("uri"), name_of(each))
    ]
    creators = names_of(about, "creator")
    slug = words(about, "slugline")
    article = Article(
        id="",
        kind=kind_of(filter(None, genres)),
        kicker=kicker,
        headline=headline,
        slug=None if headline else slug,
        deck=deck,
        byline=" ".join(filter(None, map(line_of, children(about, "by")))) or None,
        authors=tuple(dict.fromkeys(creators)),
        dateline=words(about, "dateline"),
        source=" ".join(dict.fromkeys(names_of(about, "infoSource"))) or None,
        prominence=prominence_of(words(about, "urgency")),
    )
    # A creator is named as data; without a byline it is all there is to print.
    return (article if article.byline else replace(article, byline=", ".join(creators) or None)), told


def _other_headlines(
    headline: str | None, others: Iterable[tuple[str, str | None]], source: str, place: str
) -> list[Observation]:
    """Return what is said of headlines that are not the one taken."""
    return [
        Observation(Grade.DROPPED, source, place, _HEADLINE.filled(role=role or "—", words=text), _LOOK)
        for role, text in others
        if text and headline and squeezed(text) != squeezed(headline)
    ]


def _with_nitf(
    article: Article, documents: Iterable[Element], source: Source, place: str
) -> tuple[Article, list[Observation]]:
    """Return an article with what the documents of NITF in it say and the item does not, and what to tell."""
    told: list[Observation] = []
    # A creator is named as data; a byline is what is meant to be printed.
    named = article.byline if article.byline == ", ".join(article.authors) else None
    article = replace(article, byline=None) if named else article
    for document in documents:
        nitf = nitf_story(document, source.name, PictureBox(source))
        has_headline = bool(article.headline)
        told += [each for each in nitf.told if each.grade is not Grade.GUESSED or not has_headline]
        article, more = filled(article, nitf.article, source.name, place)
        told += more
    return replace(article, byline=article.byline or named), told


def _section(meta: Element | None) -> str | None:
    """Return the name of the first service an item is for; one without a name is a code for machines."""
    return name_of(services[0]) if (services := children(meta, "service")) else None


def _provider(meta: Element | None) -> str | None:
    """Return what the provider is called, else its code or where it is on the network."""
    for provider in children(meta, "provider"):
        name = name_of(provider) or provider.get("literal")
        if name:
            return name
        if qcode := (provider.get("qcode") or "").strip():
            return qcode.partition(":")[2] or qcode
        if uri := (provider.get("uri") or "").strip():
            return uri.partition("://")[2].partition("/")[0] or code_of(uri)
    return None


def _sent(meta: Element | None, about: Element | None) -> Moment | None:
    found = (words(meta, "versionCreated"), words(meta, "firstCreated"), words(about, "contentCreated"))
    return next(filter(None, map(moment, found)), None)


def _summary(about: Element | None, said: str) -> str | None:
    found: dict[str, str] = {}
    for each in children(about, "description"):
        text = line_of(each)
        key = squeezed(text or "")
        if text and (role_of(each) in _SUMMARY or key not in said):
            found.setdefault(key, text)
    return " ".join(found.values()) or None


def _both(one: str | None, other: str | None) -> str | None:
    """Return two summaries as one, what both say once."""
    if squeezed(other or "") in squeezed(one or ""):
        return one
    return other if squeezed(one or "") in squeezed(other or "") else f"{one} {other}"


def _caption(about: Element | None) -> str | None:
    """Return the description of a picture: the one called caption first."""
    described = sorted(children(about, "description"), key=lambda each: role_of(each) != "caption")
    return " ".join(dict.fromkeys(filter(None, map(line_of, described)))) or None


def _links(item: Element, meta: Element | None) -> list[str]:
    links = [*children(meta, "link"), *children(child(item, "contentMeta"), "link"), *children(item, "link")]
    return [each.get("residref", "").strip() for each in links if each.get("residref", "").strip()]


def _notes(meta: Element | None, source: str, place: str) -> list[Observation]:
    told = [
        Observation(Grade.DROPPED, source, place, _NOTE.filled(words=note), _READ)
        for note in filter(None, map(line_of, children(meta, "edNote")))
    ]
    until = words(meta, "embargoed")
    if moment(until) is not None:
        told.append(Observation(Grade.UNDECIDED, source, place, _EMBARGOED.filled(until=until), _WAIT))
    return told


def _rights(item: Element, source: str, place: str) -> list[Observation]:
    """Return what is told of rights. Source: NewsML-G2 2.x, ``rightsInfo``."""
    statements: list[str | None] = []
    for info in children(item, "rightsInfo"):
        statements += map(line_of, children(info, "copyrightNotice", "usageTerms"))
        statements += names_of(info, "copyrightHolder")
    return rights_told(statements, source, place)


def _said(photo: Photo) -> tuple[str | None, ...]:
    return photo.file, photo.caption, photo.credit, photo.alt
