"""The rules of ninjs 3.3 that an item is held to: names, kinds of values, what must be there."""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string"}
URI = {"type": "string", "format": "uri", "pattern": "^[A-Za-z][A-Za-z0-9+.-]*:"}
INSTANT = {
    "type": "string",
    "format": "date-time",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$",
}
TYPES = ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]
COUNT = {"type": "integer", "minimum": 0}


def _object(required: str = "", **properties: Any) -> dict[str, Any]:
    """Return the rule of an object with these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def _list(rule: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": rule}


_WORDED = _object("value", role=TEXT, contentType=TEXT, value=TEXT)
_BODY = _object("value", role=TEXT, contentType=TEXT, charCount=COUNT, wordCount=COUNT, value=TEXT)
_CONCEPT = _object(name=TEXT, rel=TEXT, uri=URI, literal=TEXT)
_PROPERTIES: dict[str, Any] = {
    "uri": URI,
    "type": {"enum": TYPES},
    "representationType": {"enum": ["full", "partial"]},
    "profile": TEXT,
    "version": TEXT,
    "firstCreated": INSTANT,
    "versionCreated": INSTANT,
    "contentCreated": INSTANT,
    "embargoedUntil": INSTANT,
    "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
    "urgency": {"type": "integer", "minimum": 1, "maximum": 9},
    "copyrightHolder": TEXT,
    "copyrightNotice": TEXT,
    "usageTerms": TEXT,
    "edNote": TEXT,
    "language": TEXT,
    "descriptions": _list(_WORDED),
    "bodies": _list(_BODY),
    "headlines": _list(_WORDED),
    "people": _list(_CONCEPT),
    "places": _list(_CONCEPT),
    "subjects": _list(_CONCEPT),
    "infoSources": _list(_object(name=TEXT, role=TEXT, uri=URI, literal=TEXT)),
    "title": TEXT,
    "by": TEXT,
    "slugline": TEXT,
    "located": TEXT,
    "renditions": _list(
        _object(
            "name",
            name=TEXT,
            href=URI,
            contentType=TEXT,
            title=TEXT,
            width=COUNT,
            height=COUNT,
            sizeInBytes=COUNT,
        )
    ),
    "associations": _list({"$ref": "#/$defs/associated"}),
    "altIds": _list(_object(role=TEXT, value=TEXT)),
    "standard": _object(name=TEXT, version=TEXT, schema=URI),
    "genres": _list(_object(name=TEXT, uri=TEXT, literal=TEXT)),
    "expires": INSTANT,
}

RULES: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object("uri", **_PROPERTIES),
    "$defs": {"associated": _object("uri name", **_PROPERTIES, name=TEXT, rel=TEXT)},
}
"""A JSON Schema of what of ninjs 3.3 an edition may need; stricter than the standard's own, never laxer."""
