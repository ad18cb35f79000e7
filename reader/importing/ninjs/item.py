"""One item of ninjs as a story, with the items that are associated with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from reader.edition.article import Article, Kind, Photo
from reader.edition.edition import Masthead
from reader.edition.wording import Wording
from reader.importing.html_blocks import inline_text
from reader.importing.ninjs.bodies import form_of, nitf_head
from reader.importing.ninjs.own_photo import has_picture, own_photo
from reader.importing.ninjs.properties import Properties, Worded
from reader.importing.ninjs.roles import CREDIT, MASTHEAD, SIGNOFF, SUMMARY, line, line_of
from reader.importing.ninjs.titles import article_head
from reader.importing.observation import Grade, Observation
from reader.importing.wire.body import fullest, set_body, squeezed, words_of
from reader.importing.wire.captions import caption_of
from reader.importing.wire.filling import filled
from reader.importing.wire.moment import moment
from reader.importing.wire.paper import titled
from reader.importing.wire.pictures import PictureBox
from reader.importing.wire.rights import rights_told
from reader.importing.wire.story import Story, newest, short_id, usable, use_of

_NOTE = Wording("给编辑的话没有收入：{words}", "a note to editors was left out: {words}")
_READ = Wording("看看有没有要照办的", "see whether it asks for something")
_EMBARGOED = Wording("{until} 之前不得刊发", "it is embargoed until {until}")
_WAIT = Wording("到时限才见报", "print it when the embargo ends")

_PICTURES = frozenset({"picture", "graphic"})
_MOVING = frozenset({"video", "audio"})
_PUBLISHERS = frozenset({"publisher", "provider", "newspaper", "publication"})
_MOMENTS = ("versioncreated", "firstcreated", "contentcreated", "firstpublished")


class Item(NamedTuple):
    """An item as a story, with the items that belong to it and are no photos of it."""

    story: Story
    kind: str
    """``text``, ``picture``, ``composite``…, empty where it does not say."""
    name: str
    """What the item it is associated with calls it."""
    addresses: frozenset[str]
    """Its identifier and where its files are."""
    children: tuple[Item, ...]

    @property
    def is_photo(self) -> bool:
        """Does it come as a photo of another item? Sound and films do, with their words and their picture."""
        return self.kind in _PICTURES | _MOVING and not self.story.article.body


def read_item(value: dict[str, Any], source: str, place: str, box: PictureBox, name: str = "") -> Item:
    """Return an item and what is associated with it; pictures are taken along.

    Source: ninjs 1.0 to 1.8, 2.0 to 2.4, 3.0 to 3.3.
    """
    about = Properties(value)
    place = place or about.text("uri", "guid") or ""
    kind = (about.text("type") or "").casefold()
    children, told = _associated(about, source, box)
    photos = {child: photo_of_item(child) for child in children if child.is_photo}
    article, more = article_head(about, source, place)
    told += more
    forms = [form_of(body, source) for body in about.worded("bodies", "body")]
    form, more = fullest(forms, source, place)
    told += more
    nitf = nitf_head(about, source, box) if form is not None and form.role == "nitf" else None
    if nitf is not None:
        has_headline = bool(article.headline)
        told += [each for each in nitf.told if each.grade is not Grade.GUESSED or not has_headline]
        article, filling = filled(article, nitf.article, source, place)
        told += filling
    headline, more = titled(article, line(about.text("title")), source, place)
    told += more
    known = {key: photo for child, photo in photos.items() if photo for key in child.addresses}
    body = set_body(form, box, headline, known)
    descriptions = about.worded("descriptions", "description")
    loose = tuple(photo for child, photo in photos.items() if photo and not child.addresses & body.shown)
    article = replace(article, headline=headline)
    said = squeezed(" ".join(words_of(form.blocks))) if form else ""
    has_own = has_picture(about, body.shown)
    is_shown = kind in _PICTURES or (kind in _MOVING and (has_own or loose))
    # The text of some pictures is their caption once more.
    captions = squeezed(" ".join(each.value for each in descriptions))
    if is_shown and not body.photos and said in captions:
        article = replace(article, kind=Kind.PHOTO, photos=(*own_photo(about, descriptions, box), *loose))
    else:
        own = own_photo(about, [], box) if has_own else ()
        article = replace(
            article,
            body=body.text,
            photos=(*body.photos, *(photo for photo in own if photo.file), *loose),
            summary=_summary(descriptions, said) or article.summary,
            signoff=line_of(descriptions, SIGNOFF),
            correction=line_of(descriptions, {"correction"}),
            source=article.source or line_of(descriptions, CREDIT),
        )
    told += [observation for child in photos for observation in child.story.told]
    told += _notes(about, source, place)
    story = _story(about, article, kind, place)
    told += rights_told(_rights(about, story.paper), source, place)
    if nitf is not None:
        story = replace(story, language=story.language or nitf.language, sent=story.sent or nitf.sent)
    inferred = ("headline",) if headline and headline == line(about.text("title")) and more else ()
    return Item(
        replace(story, inferred=inferred, told=tuple(told)),
        kind,
        name,
        frozenset(filter(None, (story.guid, *(each.href for each in about.renditions())))),
        tuple(each for child in children for each in (child.children if child.is_photo else (child,))),
    )


def photo_of_item(item: Item) -> Photo | None:
    """Return the photo that an item is to the item it belongs to; its headlines open the caption."""
    article = item.story.article
    photo = next(iter(article.photos), Photo())
    above = (article.kicker, article.headline, article.deck)
    caption = caption_of(photo.caption or article.summary, *above)
    made = replace(photo, caption=caption, credit=caption_of(photo.credit or article.source, article.byline))
    return made if made.file or made.caption or made.credit or made.alt else None


def _associated(about: Properties, source: str, box: PictureBox) -> tuple[list[Item], list[Observation]]:
    """Return the items associated with one that may be printed, of each the newest version."""
    items = [read_item(value, source, "", box, name) for name, value in about.associations()]
    stories, told = newest((item.story for item in items), source)
    stories, more = usable(stories, source) if stories else ([], [])
    kept = set(map(id, stories))
    return [item for item in items if id(item.story) in kept], told + more


def _story(about: Properties, article: Article, kind: str, place: str) -> Story:
    paper, others = _paper(about.objects("infosources", "infosource"))
    descriptions = about.worded("descriptions", "description")
    own_id = short_id(about.alternative("id"))
    return Story(
        article=replace(
            article,
            id=own_id or "",
            has_own_id=own_id is not None,
            page=about.alternative("page"),
            source=others or article.source,
        ),
        place=place,
        guid=about.text("uri", "guid") or "",
        version=about.text("version") or "",
        use=use_of(about.text("pubstatus")),
        sent=next(filter(None, map(moment, map(about.text, _MOMENTS))), None),
        paper=paper or about.text("copyrightholder") or about.text("source") or others,
        is_paper_guessed=not paper,
        edition=about.alternative("edition"),
        issue=about.alternative("issue"),
        language=about.text("language"),
        timezone=about.alternative("timezone"),
        masthead=Masthead(**{name: line_of(descriptions, {role}) for role, name in MASTHEAD.items()}),
        section=next(iter(about.named("service", "section", "sections")), None),
        is_picture=kind in _PICTURES,
    )


def _notes(about: Properties, source: str, place: str) -> list[Observation]:
    told = []
    if note := line(about.text("ednote")):
        told.append(Observation(Grade.DROPPED, source, place, _NOTE.filled(words=note), _READ))
    until = about.text("embargoeduntil", "embargoed")
    if moment(until) is not None:
        told.append(Observation(Grade.UNDECIDED, source, place, _EMBARGOED.filled(until=until), _WAIT))
    return told


def _rights(about: Properties, paper: str | None) -> list[str | None]:
    """Return what an item says of its rights; whose they are only if the paper is not named after them."""
    holder = about.text("copyrightholder")
    return [
        line(about.text("copyrightnotice")),
        line(about.text("usageterms")),
        holder if holder != paper else None,
    ]


def _summary(descriptions: list[Worded], said: str) -> str | None:
    """Return what describes an article, once each; what only repeats its body is no summary."""
    found: dict[str, str] = {}
    for each in descriptions:
        words = inline_text(each.value)
        key = squeezed(words)
        if each.role in CREDIT | SIGNOFF | {"correction"} | MASTHEAD.keys() or not key:
            continue
        if each.role in SUMMARY or key not in said:
            found.setdefault(key, words)
    return " ".join(found.values()) or None


def _paper(infos: list[Properties]) -> tuple[str | None, str | None]:
    """Return the name of the paper among the sources of an item, and those of the others."""
    names = [(part.text("name", "literal"), (part.text("role", "rel") or "").casefold()) for part in infos]
    paper = next((name for name, role in names if name and role.split(":")[-1] in _PUBLISHERS), None)
    others = [name for name, _ in names if name and name != paper]
    return paper, " ".join(dict.fromkeys(others)) or None
