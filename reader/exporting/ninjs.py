"""An edition as one item of ninjs 3: a package of sections, packages themselves of articles and photos."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.edition.article import Prominence
from reader.exporting.html_body import body_html
from reader.exporting.ninjs_photo import picture_item
from reader.exporting.ninjs_text import body_plain
from reader.typesetting.article_copy import paper_tongue

if TYPE_CHECKING:
    from reader.edition.article import Article, Photo
    from reader.edition.edition import Edition, Masthead, Section
    from reader.edition.notice import Notice
    from reader.exporting.exporter import Circumstances

VERSION = "3.3"
"""The version of ninjs that is written; nothing in it is newer than 3.0."""

Item = dict[str, object]
"""An item of ninjs, or a part of one, ready for JSON."""

_URGENCIES = {Prominence.LEAD: 1, Prominence.MAJOR: 3, Prominence.NORMAL: 5, Prominence.MINOR: 7}


def edition_ninjs(edition: Edition, about: Circumstances) -> bytes:
    """Return an edition as JSON in UTF-8, valid against the schema of ninjs 3.3.

    Identifiers are URNs (RFC 9562, version 5) made of paper, date, edition and place: the same edition has
    the same ones. Pictures are written into it as ``data:`` URIs. Source: ninjs 3.3, ninjsType.
    """
    return (json.dumps(_Writer(edition, about).package(), ensure_ascii=False, indent=2) + "\n").encode()


class _Writer:
    """Writes the items of one edition."""

    def __init__(self, edition: Edition, about: Circumstances) -> None:
        self._edition = edition
        self._about = about
        self._tongue = paper_tongue(edition)

    def package(self) -> Item:
        edition = self._edition
        begins = edition.begins().isoformat()
        schema = f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json"
        associations = [self._section(number, section) for number, section in enumerate(edition.sections, 1)]
        if edition.notices:
            associations.append(self._notices())
        return {
            "uri": self._uri(""),
            "standard": {"name": "ninjs", "version": VERSION, "schema": schema},
            "type": "composite",
            "representationType": "full",
            "profile": "newspaper-edition",
            "versionCreated": begins,
            "contentCreated": begins,
            "pubStatus": "usable",
            "language": edition.language,
            "title": f"{edition.paper} {edition.date.isoformat()}",
            "headlines": [_worded("main", edition.paper)],
            "infoSources": [{"name": edition.paper, "role": "publisher"}],
            "descriptions": list(_masthead(edition.masthead)),
            "altIds": _ids(edition=edition.edition, issue=edition.issue, timezone=edition.timezone),
            "associations": associations,
        }

    def _section(self, number: int, section: Section) -> Item:
        return _given(
            name=section.name,
            uri=self._uri(f"section {number}"),
            type="composite",
            headlines=[_worded("main", section.name)],
            altIds=_ids(page=section.page),
        ) | {"associations": [self._article(article) for article in section.articles]}

    def _article(self, article: Article) -> Item:
        photos = {
            id(photo): self._uri(f"{article.id} photo {n}") for n, photo in enumerate(article.photos, 1)
        }

        def address(photo: Photo) -> str:
            return photos[id(photo)]

        html = body_html(article, self._tongue, 2, address)
        plain = body_plain(article.body)
        texts = [
            _worded("main", html, "text/html") if html else {},
            _worded("main", plain, "text/plain") if plain else {},
        ]
        return _given(
            name=article.id,
            uri=self._uri(article.id),
            type="text",
            representationType="partial" if article.cut else "full",
            versionCreated=self._edition.begins().isoformat(),
            pubStatus="usable",
            urgency=_URGENCIES[article.prominence] if article.prominence else None,
            language=self._edition.language,
            genres=[{"name": article.kind.wording.en, "literal": article.kind.value}],
            headlines=list(_headlines(article)),
            slugline=article.slug,
            by=article.byline,
            people=[{"name": name, "rel": "author"} for name in article.authors],
            located=article.dateline,
            infoSources=[{"name": article.source, "role": "source"}] if article.source else [],
            descriptions=list(_descriptions(article)),
            bodies=[text for text in texts if text],
            altIds=_ids(id=article.id if article.has_own_id else None, page=article.page),
            associations=[
                picture_item(photo, f"photo-{number}", address(photo), self._about.picture)
                for number, photo in enumerate(article.photos, 1)
            ],
        )

    def _notices(self) -> Item:
        name = {"zh": "公告", "en": "Public notices"}[self._tongue]
        return {
            "name": name,
            "uri": self._uri("notices"),
            "type": "composite",
            "profile": "public-notices",
            "headlines": [_worded("main", name)],
            "associations": [self._notice(notice) for notice in self._edition.notices],
        }

    def _notice(self, notice: Notice) -> Item:
        headlines = [_worded("main", notice.title)]
        headlines += [_worded("column", notice.column)] if notice.column else []
        level = notice.level.wording.say(self._tongue) if notice.level else None
        text = "\n\n".join(filter(None, map(body_plain, (notice.text, notice.instruction))))
        return _given(
            name=f"notice:{notice.id}",
            uri=self._uri(f"notice {notice.id}"),
            type="text",
            profile="public-notice",
            versionCreated=_instant(notice.issued or notice.effective),
            pubStatus="usable",
            language=self._edition.language,
            headlines=headlines,
            descriptions=[_worded("level", level)] if level else [],
            bodies=[_worded("main", text, "text/plain")] if text else [],
            subjects=[{"name": notice.event}],
            places=[{"name": notice.area}] if notice.area else [],
            infoSources=[{"name": notice.issuer, "role": "source"}] if notice.issuer else [],
            expires=_instant(notice.expires),
            altIds=_ids(notice=notice.id),
        )

    def _uri(self, part: str) -> str:
        edition = self._edition
        name = "\n".join((edition.paper, edition.date.isoformat(), edition.edition or "", part))
        return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _masthead(masthead: Masthead) -> Iterator[Item]:
    """Yield what the paper prints at its head; the standard has no roles for it, so they are ours."""
    for name in ("motto", "publisher", "editor", "lunar", "pages"):
        if words := getattr(masthead, name):
            yield _worded(f"masthead-{name}", words)


def _headlines(article: Article) -> Iterator[Item]:
    """Yield what stands over an article, each with its role."""
    for role, words in (
        ("main", article.headline),
        ("kicker", article.kicker),
        ("deck", article.deck),
        ("column", article.column),
    ):
        if words:
            yield _worded(role, words)


def _descriptions(article: Article) -> Iterator[Item]:
    for role, words in (
        ("summary", article.summary),
        ("signoff", article.signoff),
        ("correction", article.correction),
    ):
        if words:
            yield _worded(role, words)


def _worded(role: str, value: str, content_type: str | None = None) -> Item:
    return _given(role=role, contentType=content_type, value=value)


def _ids(**ids: str | None) -> list[Item]:
    return [{"role": role, "value": value} for role, value in ids.items() if value]


def _instant(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _given(**properties: object) -> Item:
    """Return the properties that have a value; an empty text or list is none."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}
