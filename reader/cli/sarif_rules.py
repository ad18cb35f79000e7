"""Rules as SARIF describes them, and the words of that format that findings share with them."""

from __future__ import annotations

from reader.cli.rule_cards import RuleCard
from reader.edition.wording import Tongue
from reader.proofreading.severity import Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Where the schema of the format is published, as the standard names it."""

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

LINE_ENDS = ["\r\n", "\n", "\r"]
"""What ends a line of an edition; the format's own default lacks the last."""

_FAMILIES = {
    "S": "structure",
    "T": "typography",
    "N": "numerals",
    "E": "editorial",
    "P": "pictures",
}


def descriptor(card: RuleCard, tongue: Tongue) -> dict[str, object]:
    """Return a rule as a ``reportingDescriptor`` (SARIF 2.1.0, 3.49)."""
    manual = card.manual.say(tongue)
    return {
        "id": card.id,
        "name": "".join(word.capitalize() for word in _plain(card.name.en).split()),
        "shortDescription": {"text": card.name.say(tongue)},
        "fullDescription": {"text": f"{card.name.say(tongue)} ({card.clause.say(tongue)})"},
        "help": {"text": manual, "markdown": manual},
        "defaultConfiguration": {"level": LEVELS[card.severity], "enabled": card.is_default},
        "properties": {
            "tags": ["proofreading", _FAMILIES.get(card.id.partition("-")[0], "other")],
            "fix": card.fixing.value,
        },
    }


def _plain(name: str) -> str:
    return "".join(mark if mark.isascii() and mark.isalnum() else " " for mark in name)
