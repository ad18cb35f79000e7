"""`paper-reader rules [ID]`: the rules of proofreading in a table, or the manual page of one."""

from __future__ import annotations

from collections.abc import Iterator

from reader.cli.call import Call
from reader.cli.check_rules import rule_named, stylebook_here
from reader.cli.exit_status import DONE, WRONG
from reader.cli.rule_cards import RuleCard, rule_cards
from reader.copydesk.stylebook_file import StylebookError, read_stylebook
from reader.edition.printable import printable_line
from reader.edition.wording import Tongue, Wording
from reader.proofreading.rule import Fixing
from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook
from reader.typesetting.paragraph import Room, set_paragraph
from reader.typesetting.width import text_width

_HEAD = (
    Wording("规则", "rule"),
    Wording("级别", "severity"),
    Wording("改法", "fix"),
    Wording("启用", "on"),
    Wording("名称", "name"),
)
_FIXING = {
    Fixing.SAFE: Wording("自动", "--fix"),
    Fixing.PREVIEW: Wording("建议", "preview"),
    Fixing.NONE: Wording("", ""),
}
_ON = {True: Wording("是", "on"), False: Wording("否", "off")}
_HERE = {
    True: Wording("体例启用了它。", "The stylebook here turns it on."),
    False: Wording("体例停用了它。", "The stylebook here turns it off."),
}
_GRAVE_HERE = Wording("体例把它算作{severity}。", "The stylebook here makes it: {severity}.")


def rules(call: Call) -> int:
    """Print the table of all rules as the nearest stylebook has them, or everything about one.

    Raises:
        WrongUse: there is no such rule.
    """
    word = call.word(0)
    wanted = None if word is None else rule_named(word)
    try:
        path = stylebook_here(call)
        stylebook = Stylebook() if path is None else read_stylebook(path)
    except StylebookError as error:
        call.output.say(error.render(call.tongue))
        return WRONG
    cards = rule_cards(stylebook)
    if wanted is None:
        if call.has("json"):
            call.output.json([card_fields(card, call.tongue) for card in cards])
        else:
            call.output.lines(_table(cards, call.tongue))
        return DONE
    card = next(card for card in cards if card.id == wanted)
    if call.has("json"):
        call.output.json(card_fields(card, call.tongue))
    else:
        call.output.lines(_page(card, call.width, call.tongue))
    return DONE


def card_fields(card: RuleCard, tongue: Tongue) -> dict[str, object]:
    """Return a rule as data; `severity` and `on` are as the stylebook has them."""
    return {
        "id": card.id,
        "name": card.name.say(tongue),
        "severity": card.severity.value,
        "fix": card.fixing.value,
        "on": card.is_on,
        "default": card.is_default,
        "language": card.language.value,
        "clause": card.clause.say(tongue),
        "weight": card.weight,
        "options": [
            {"name": option.name, "usual": option.usual, "about": option.about.say(tongue)}
            for option in card.options
        ],
        "manual": card.manual.say(tongue),
    }


def _table(cards: list[RuleCard], tongue: Tongue) -> Iterator[str]:
    rows = [tuple(words.say(tongue) for words in _HEAD)]
    rows += [
        (
            card.id,
            card.severity.wording.say(tongue),
            _FIXING[card.fixing].say(tongue),
            _ON[card.is_on].say(tongue),
            card.name.say(tongue),
        )
        for card in cards
    ]
    widths = [max(map(text_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - text_width(cell)) for cell, width in zip(row, widths, strict=True))
        yield printable_line("  ".join(cells).rstrip())


def _page(card: RuleCard, width: int, tongue: Tongue) -> Iterator[str]:
    """The manual page, its paragraphs broken to the width; then what the stylebook makes of the rule."""
    for line in card.manual.say(tongue).rstrip("\n").split("\n"):
        yield from [line] if line.startswith("    ") else _broken(line, width)
    here = []
    if card.is_on != card.is_default:
        here.append(_HERE[card.is_on])
    if card.id in BY_ID and card.severity is not BY_ID[card.id].severity:
        here.append(_GRAVE_HERE.filled(severity=card.severity.wording))
    if here:
        yield ""
        yield from (words.say(tongue) for words in here)


def _broken(line: str, width: int) -> Iterator[str]:
    indent = "  " if line.startswith("- ") else ""
    for number, cut in enumerate(set_paragraph(line, Room(width, width - len(indent)))):
        yield (indent if number else "") + line[cut.start : cut.end]
