"""Writes the tables of keys, commands, options, settings, rules and kinds of files in the documents.

``python -m tools.readme_tables`` rewrites each between its marks, ``<!-- keys -->`` and ``<!-- /keys -->``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from reader.cli.commands import COMMANDS
from reader.cli.import_kinds import KINDS
from reader.cli.options import OPTIONS
from reader.cli.rule_cards import rule_cards
from reader.exporting.exporters import EXPORTERS
from reader.proofreading.rule import Fixing
from reader.proofreading.stylebook import Stylebook
from reader.settings import SETTINGS, Setting
from reader.tui.manual import manual

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
IMPORT = ROOT / "docs" / "import.md"
EXPORT = ROOT / "docs" / "export.md"
PROOFREADING = ROOT / "docs" / "proofreading.md"
_FIXING = {Fixing.SAFE: "`--fix`", Fixing.PREVIEW: "preview", Fixing.NONE: ""}


def keys_table() -> str:
    """Return the table of keys, group by group."""
    rows = [
        (_code(key.shown), key.words.en, key.words.zh, _code(key.id))
        for group in manual().values()
        for key in group
    ]
    return _table(("keys", "does", "作用", "id"), rows)


def commands_table() -> str:
    """Return the table of commands."""
    rows = [
        (
            f"`{' '.join(filter(None, ('paper-reader', command.name, command.words)))}`",
            command.about.en,
            command.about.zh,
        )
        for command in COMMANDS
    ]
    return _table(("command", "does", "作用"), rows)


def options_table() -> str:
    """Return the table of options with the commands that take them."""
    rows = [
        (
            f"`{' '.join(filter(None, (option.name, option.value)))}`",
            option.about.en,
            option.about.zh,
            ", ".join(f"`{name}`" if name else "the reader" for name in option.commands) or "all",
        )
        for option in OPTIONS
    ]
    return _table(("option", "does", "作用", "taken by"), rows)


def settings_table() -> str:
    """Return the table of settings with their defaults."""
    rows = [(f"`{one.name}`", _default(one), one.about.en, one.about.zh) for one in SETTINGS]
    return _table(("setting", "default", "does", "作用"), rows)


def rules_table() -> str:
    """Return the table of rules as they are without a stylebook."""
    rows = [
        (
            f"`{card.id}`",
            card.severity.value + ("" if card.is_default else ", off"),
            _FIXING[card.fixing],
            card.name.en,
            card.name.zh,
        )
        for card in rule_cards(Stylebook())
    ]
    return _table(("rule", "severity", "fix", "finds", "查什么"), rows)


def importers_table() -> str:
    """Return the table of kinds of sources."""
    rows = [
        (
            f"`{one.kind}`",
            one.name.en,
            one.name.zh,
            " ".join(f"`{suffix}`" for suffix in one.suffixes),
            f"`{one.extra}`" if one.extra else "",
        )
        for one in KINDS
    ]
    return _table(("kind", "what it is", "来稿", "named", "extra"), rows)


def exporters_table() -> str:
    """Return the table of kinds of files an edition is turned into."""
    rows = [
        (
            f"`{one.kind}`",
            one.name.en,
            one.name.zh,
            " ".join(f"`{suffix}`" for suffix in (one.suffix, *one.other_suffixes)),
        )
        for one in EXPORTERS
    ]
    return _table(("kind", "what it is", "格式", "named"), rows)


TABLES: dict[str, Callable[[], str]] = {
    "keys": keys_table,
    "commands": commands_table,
    "options": options_table,
    "settings": settings_table,
    "rules": rules_table,
    "importers": importers_table,
    "exporters": exporters_table,
}

DOCUMENTS: dict[Path, tuple[str, ...]] = {
    README: ("keys", "commands", "options", "settings"),
    PROOFREADING: ("rules",),
    IMPORT: ("importers",),
    EXPORT: ("exporters",),
}
"""Which tables stand in which document."""


def with_tables(text: str, names: Iterable[str]) -> str:
    """Return a document's text with each of these tables as the code has it.

    Raises:
        ValueError: a table's place is not marked.
    """
    for name in names:
        table = TABLES[name]
        place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        if not place.search(text):
            raise ValueError(f"the document marks no place for the table of {name}")
        text = place.sub(lambda match, table=table: match[1] + table() + match[2], text)  # type: ignore[misc]
    return text


def main() -> None:
    """Rewrite the documents."""
    for document, names in DOCUMENTS.items():
        document.write_text(with_tables(document.read_text(encoding="utf-8"), names), encoding="utf-8")


def _default(setting: Setting) -> str:
    if setting.default is None:
        return "none"
    value = str(setting.default).lower() if isinstance(setting.default, bool) else str(setting.default)
    return f"`{value}`"


def _code(words: str) -> str:
    return " ".join(f"`{word}`" for word in words.split())


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
