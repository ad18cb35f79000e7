"""A notice in Markdown, as ours print it: its facts in a list, its text, what to do."""

from __future__ import annotations

import datetime as dt
import re

from reader.edition.notice import Level, Notice, Status
from reader.importing.html_blocks import html_text
from reader.importing.page_text.box_notice import Day, free_id
from reader.importing.page_text.markdown_body import body_of, no_photo
from reader.importing.page_text.markdown_nodes import Form, Node
from reader.importing.page_text.moments import Moment, moments
from reader.importing.page_text.telling import Telling
from reader.importing.page_text.warning import id_prefix

_FACT = re.compile(r"([^：:]{2,16})(?:：|: ?)(.+)\Z")
_KEYS = {
    "事件": "event", "性质": "status", "发布单位": "issuer", "范围": "area", "发布时间": "issued",
    "生效时间": "effective", "影响开始": "onset", "失效时间": "expires",
    "取代": "supersedes", "解除": "cancels",
    "状态": "state", "Event": "event", "Status": "status", "Issued by": "issuer", "Area": "area",
    "Issued": "issued", "In force from": "effective", "Expected from": "onset", "In force until": "expires",
    "Supersedes": "supersedes", "Lifts": "cancels", "State": "state",
}  # fmt: skip
_TO_DO = ("防护指引", "What to do")
_IDS = re.compile(r"[、,]\s*")


def notice_of_nodes(
    title: str, above: list[Node], below: list[Node], day: Day, known: tuple[Notice, ...], tell: Telling
) -> Notice:
    """Return the notice of this title; its state is not kept, for it is that of the day it was printed."""
    del tell
    facts: dict[str, str] = {}
    level: Level | None = None
    rest = list(below)
    while rest and not facts:
        node = rest[0]
        if node.form is Form.STRONG and level is None and (found := _level(node.text)) is not None:
            level = found
        elif node.form is Form.OTHER and (listed := _facts(node)):
            facts = listed
        else:
            break
        rest.pop(0)
    start = next((at for at, node in enumerate(rest) if node.level and node.text in _TO_DO), len(rest))
    event = facts.get("event", title)
    effective = _moment(facts.get("effective"), day) or dt.datetime.combine(day.date, dt.time(), day.zone)
    return Notice(
        id=free_id(f"{id_prefix(event)}-{effective:%Y%m%d}", known),
        event=event,
        headline=title if title != event else None,
        column=" ".join(node.text for node in above) or None,
        level=level,
        status=_status(facts.get("status")),
        issuer=facts.get("issuer"),
        area=facts.get("area"),
        issued=_moment(facts.get("issued"), day),
        effective=effective,
        onset=_moment(facts.get("onset"), day),
        expires=_moment(facts.get("expires"), day),
        supersedes=_ids(facts.get("supersedes")),
        cancels=_ids(facts.get("cancels")),
        text=body_of(rest[:start], no_photo).text,
        instruction=body_of(rest[start + 1 :], no_photo).text,
    )


def _facts(node: Node) -> dict[str, str]:
    """Return the facts of a list that holds nothing else."""
    facts: dict[str, str] = {}
    for block in html_text(node.html).blocks:
        match = _FACT.match(getattr(block, "text", ""))
        if match is None or match[1] not in _KEYS:
            return {}
        facts[_KEYS[match[1]]] = match[2].strip()
    return facts


def _level(words: str) -> Level | None:
    return next((level for level in Level if words in level.wording), None)


def _status(words: str | None) -> Status:
    return next((status for status in Status if words in status.wording), Status.ACTUAL)


def _moment(words: str | None, day: Day) -> dt.datetime | None:
    if not words:
        return None
    first: Moment | None = next(moments(words, day.date.year), None)
    return first.at.replace(tzinfo=day.zone) if first else None


def _ids(words: str | None) -> tuple[str, ...]:
    return tuple(filter(None, _IDS.split(words))) if words else ()
