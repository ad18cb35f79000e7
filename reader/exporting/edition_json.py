"""An edition as plain data with the keys of the format, ready for JSON."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from reader.edition.reference import Reference

if TYPE_CHECKING:
    from reader.edition.article import Article, Jump, Photo
    from reader.edition.edition import Edition, Section
    from reader.edition.notice import Notice

UNTIL_LIFTED = "until-lifted"
"""How the format writes that a notice has no stated end."""

Fields = dict[str, object]
"""Keys of the format to texts, numbers, lists and more of the same."""


def edition_fields(edition: Edition) -> Fields:
    """Return an edition by the keys of the format, each article with its `reference` besides.

    Only keys with a value are there. A body is its text as the file writes it, marks included.
    """
    masthead = edition.masthead
    return _given(
        format=1,
        paper=edition.paper,
        date=edition.date.isoformat(),
        edition=edition.edition,
        issue=edition.issue,
        language=edition.language,
        timezone=edition.timezone,
        masthead=_given(
            motto=masthead.motto,
            publisher=masthead.publisher,
            editor=masthead.editor,
            lunar=masthead.lunar,
            pages=masthead.pages,
        ),
        inferred=list(edition.inferred),
    ) | {
        "notices": [printed_notice_fields(edition, notice) for notice in edition.notices],
        "sections": [_section_fields(edition, section) for section in edition.sections],
    }


def article_fields(edition: Edition, article: Article) -> Fields:
    """Return one article of an edition by the keys of the format, its `reference` first."""
    return _given(
        reference=str(edition.reference(article)),
        id=article.id if article.has_own_id else None,
        kind=article.kind.value,
        page=article.page,
        column=article.column,
        kicker=article.kicker,
        headline=article.headline,
        slug=article.slug,
        deck=article.deck,
        byline=article.byline,
        authors=list(article.authors),
        dateline=article.dateline,
        source=article.source,
        summary=article.summary,
        body=article.body,
        photos=[_photo_fields(photo) for photo in article.photos],
        signoff=article.signoff,
        jump_from=_jump_fields(article.jump_from),
        jump_to=_jump_fields(article.jump_to),
        cut=article.cut.value if article.cut else None,
        prominence=article.prominence.value if article.prominence else None,
        correction=article.correction,
        corrects=article.corrects,
    )


def printed_notice_fields(edition: Edition, notice: Notice) -> Fields:
    """Return a notice as `notice_fields` does, the `reference` of its place in this edition first."""
    return {"reference": str(Reference.to_notice(edition.date, notice.id)), **notice_fields(notice)}


def notice_fields(notice: Notice) -> Fields:
    """Return a notice by the keys of the format; its times are ISO 8601 with their offset."""
    return _given(
        id=notice.id,
        event=notice.event,
        headline=notice.headline,
        column=notice.column,
        level=notice.level.value if notice.level else None,
        status=notice.status.value,
        issuer=notice.issuer,
        area=notice.area,
        issued=_instant(notice.issued),
        effective=_instant(notice.effective),
        onset=_instant(notice.onset),
        expires=_instant(notice.expires) or UNTIL_LIFTED,
        supersedes=list(notice.supersedes),
        cancels=list(notice.cancels),
        text=notice.text,
        instruction=notice.instruction,
    )


def _section_fields(edition: Edition, section: Section) -> Fields:
    articles = [article_fields(edition, article) for article in section.articles]
    return _given(name=section.name, page=section.page) | {"articles": articles}


def _photo_fields(photo: Photo) -> Fields:
    return _given(id=photo.id, file=photo.file, caption=photo.caption, credit=photo.credit, alt=photo.alt)


def _jump_fields(jump: Jump | None) -> Fields | str | None:
    if jump is None:
        return None
    return "unknown" if jump.is_unknown else _given(page=jump.page, article=jump.article)


def _instant(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _given(**fields: object) -> Fields:
    """Return the fields that have a value; an empty text or list is none."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}
