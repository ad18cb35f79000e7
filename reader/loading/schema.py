"""Words in, an edition out: every field by its table, every id in its place."""

from __future__ import annotations

from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from reader.edition.article import Article, Jump, Photo
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Notice
from reader.loading import times
from reader.loading.claim import claims, refuse_stranger
from reader.loading.cross_checks import check_articles, check_inferred, check_notices
from reader.loading.decoding import Source
from reader.loading.fields import EDITION
from reader.loading.identity import PlacedArticle, place_articles
from reader.loading.problem import ProblemList
from reader.loading.records import Draft, RecordReader
from reader.loading.shapes import UNKNOWN, UNTIL_LIFTED
from reader.loading.slip import full_width_colon, full_width_key
from reader.loading.source_map import OWN, Places, Positions, SourceMap
from reader.loading.words import Listing, Mapping, Node, Word

_DEFAULT_ZONE = "Asia/Shanghai"


def edition_from(
    words: Node, source: Source, problems: ProblemList, *, is_lenient: bool = False
) -> tuple[Edition, SourceMap] | None:
    """Give the words of a file their types; None when any of them is in error, all problems told."""
    if not claims(words):
        if isinstance(words, Mapping | Listing):
            if words.is_whole:  # else what broke the file off has been told
                refuse_stranger(problems)
        elif not (key := full_width_key(words.text)):
            refuse_stranger(problems)
        elif not problems.has_errors:
            slip = full_width_colon(words.at + words.text.index("："), key)
            problems.error(slip.at, slip.what, slip.advice)
        return None
    if type(words) is not Mapping:
        return None
    draft = RecordReader(problems, _zone_of(words), is_lenient=is_lenient).record(words, EDITION)
    articles = place_articles(draft, problems)
    check_articles(draft, articles, source, problems)
    check_notices(draft, problems)
    check_inferred(draft, articles, problems)
    if problems.has_errors:
        return None
    return _edition(draft, articles), SourceMap(_positions(draft, articles))


def _zone_of(words: Mapping) -> ZoneInfo:
    """Return the zone times without an offset are in; what is wrong with it is told with its own field."""
    node = words.nodes.get("timezone")
    try:
        return times.zone_from(node.text.strip() if type(node) is Word else _DEFAULT_ZONE)
    except times.NoSuchTime:
        return times.zone_from(_DEFAULT_ZONE)


def _edition(draft: Draft, articles: list[PlacedArticle]) -> Edition:
    values = dict(draft.values)
    del values["format"]
    in_order = map(_article, articles)
    sections = values.pop("sections")
    notices = values.pop("notices", ())
    masthead = values.pop("masthead", None)
    return Edition(
        masthead=Masthead(**masthead.values) if masthead else Masthead(),
        inferred=tuple(values.pop("inferred", ())),
        notices=tuple(_notice(notice) for notice in notices),
        sections=tuple(
            Section(
                name=section.values["name"],
                page=section.values.get("page"),
                articles=tuple(islice(in_order, len(section.values.get("articles", ())))),
            )
            for section in sections
        ),
        **values,
    )


def _article(placed: PlacedArticle) -> Article:
    values = dict(placed.draft.values)
    has_own_id = "id" in values
    values["id"] = placed.id
    for key in ("jump_from", "jump_to"):
        if key in values:
            jump = values[key]
            values[key] = Jump() if jump == UNKNOWN else Jump(**jump.values)
    if "photos" in values:
        values["photos"] = tuple(Photo(**photo.values) for photo in values["photos"])
    if "authors" in values:
        values["authors"] = tuple(values["authors"])
    return Article(has_own_id=has_own_id, **values)


def _notice(draft: Draft) -> Notice:
    values: dict[str, Any] = dict(draft.values)
    if values["expires"] == UNTIL_LIFTED:
        values["expires"] = None
    for key in ("supersedes", "cancels"):
        if key in values:
            values[key] = tuple(values[key])
    return Notice(**values)


def _positions(draft: Draft, articles: list[PlacedArticle]) -> Positions:
    return Positions(
        _places(draft.node),
        {placed.id: placed.draft.node.at for placed in articles},
        {notice.values["id"]: notice.node.at for notice in draft.values.get("notices", ())},
    )


def _places(node: Node) -> Places:
    """Return the positions of a document without its words, which the edition holds already."""
    if type(node) is Mapping:
        places: dict[str, Places] = {
            key: child.at if type(child) is Word else _places(child) for key, child in node.nodes.items()
        }
        places[OWN] = node.at
        return places
    if type(node) is Listing:
        return [child.at if type(child) is Word else _places(child) for child in node.nodes]
    return node.at
