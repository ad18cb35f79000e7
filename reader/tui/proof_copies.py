"""What proof mode lays over the list: the preview of a rule's fixes, the difference, a rule's manual page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.copydesk.around import LINE_END, around
from reader.copydesk.difference import Difference
from reader.copydesk.examine import Located
from reader.copydesk.file_rules import FILE_RULES
from reader.copydesk.ignored_file import Ignored
from reader.copydesk.manuscript import Manuscript
from reader.copydesk.patch import Piece as Change
from reader.copydesk.patch import pieces
from reader.copydesk.proof_state import RulePreview
from reader.edition.printable import printable_line
from reader.edition.wording import Tongue
from reader.proofreading.manual import manual_page
from reader.proofreading.rules import BY_ID
from reader.tui import proof_sayings as sayings
from reader.tui.sheet import Stretch
from reader.typesetting.copy import Copy, Piece
from reader.typesetting.role import Role

MOST_MARKED = 4000
"""Stretches that are marked on a sheet; nobody looks at more, and each costs a moment on every row."""
_ARROW = " → "
_CONTEXT = 40
"""Characters of a line shown for orientation."""


class Marked(NamedTuple):
    """Copy, and what is marked on it."""

    copy: Copy
    found: tuple[Stretch, ...] = ()


class _Sheet:
    """Pieces as they are added, with what is marked on them."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._found: list[Stretch] = []

    def add(self, role: Role, text: str, lead: str = "", marks: Iterable[tuple[int, int]] = ()) -> None:
        if len(self._found) < MOST_MARKED:
            block = len(self._pieces)
            self._found += [Stretch(block, start, end) for start, end in marks if end > start]
        self._pieces.append(Piece(role, text, lead=lead, hang=len(lead)))

    def marked(self) -> Marked:
        copy = Copy(self._pieces, sum(len(piece.text) for piece in self._pieces))
        return Marked(copy, tuple(self._found))


def preview_copy(preview: RulePreview, tongue: Tongue) -> Marked:
    """Return what a rule's fixes would make of the text, one a line, and what is left as it is."""
    sheet = _Sheet()
    unsafe = sum(not one.is_safe for one in preview.made)
    if unsafe:
        sheet.add(Role.TEXT, sayings.PREVIEW_NOT_SAFE.filled(count=unsafe).say(tongue))
    width = max((len(_place(one)) for one in preview.made), default=0)
    for one in preview.made:
        words = around(preview.before, one, 10)
        fixed = words.fixed or sayings.PREVIEW_GONE.say(tongue)
        text = f"{words.before}{words.words}{words.after}{_ARROW}{fixed}"
        start = len(words.before)
        marks = [(start, start + len(words.words)), (len(text) - len(fixed), len(text))]
        sheet.add(Role.NOTICE_FACT, text, f"{_place(one):<{width}}  ", marks)
    for count, saying, left in (
        (len(preview.refused), sayings.PREVIEW_REFUSED, preview.refused),
        (len(preview.left), sayings.PREVIEW_LEFT, preview.left),
    ):
        if count:
            sheet.add(Role.SUBHEAD, saying.filled(count=count).say(tongue))
            _list(sheet, preview.before, left)
    return sheet.marked()


def _list(sheet: _Sheet, manuscript: Manuscript, findings: Iterable[Located]) -> None:
    for one in findings:
        words = around(manuscript, one, 10)
        start = len(words.before)
        text = f"{words.before}{words.words}{words.after}"
        sheet.add(Role.NOTICE_FACT, text, f"{_place(one)}  ", [(start, start + len(words.words))])


def _place(one: Located) -> str:
    return f"{one.place.line}:{one.place.column}"


def difference_copy(difference: Difference, tongue: Tongue) -> Marked:
    """Return the difference as it is printed by ``diff -u``, the characters that change marked."""
    sheet = _Sheet()
    removed: list[str] = []
    added: list[str] = []

    def flush() -> None:
        for (line, marks), lead in _paired(removed, added):
            sheet.add(Role.NOTICE_FACT, line, lead, marks)
        removed.clear()
        added.clear()

    for line in difference.lines[2:]:
        if line.startswith("-") and not added:
            removed.append(line[1:])
        elif line.startswith("+"):
            added.append(line[1:])
        else:
            flush()
            if line.startswith("-"):
                removed.append(line[1:])
            elif line.startswith("@@"):
                sheet.add(Role.LABEL, line)
            elif line[1:].strip():
                context = printable_line(line[1:])
                cut = context[:_CONTEXT] + ("…" if len(context) > _CONTEXT else "")
                sheet.add(Role.NOTICE_FACT, cut, "  ")
    flush()
    _ignored(sheet, difference.added, sayings.DIFF_IGNORED.filled(
        count=len(difference.added), beside=difference.ignored_path.name
    ).say(tongue))  # fmt: skip
    _ignored(sheet, difference.removed, sayings.DIFF_UNIGNORED.filled(
        count=len(difference.removed)
    ).say(tongue))  # fmt: skip
    return sheet.marked()


def _ignored(sheet: _Sheet, entries: Sequence[Ignored], title: str) -> None:
    if entries:
        sheet.add(Role.SUBHEAD, title)
    for entry in entries:
        facts = filter(None, (entry.where, entry.words, entry.reason))
        sheet.add(Role.NOTICE_FACT, printable_line(" · ".join(facts)), f"{entry.rule}  ")


def _paired(
    removed: Sequence[str], added: Sequence[str]
) -> Iterator[tuple[tuple[str, list[tuple[int, int]]], str]]:
    """Yield the lines of before and after with what differs; line by line where there are as many."""
    if len(removed) != len(added):
        yield from (((printable_line(line), []), "- ") for line in removed)
        yield from (((printable_line(line), []), "+ ") for line in added)
        return
    for before, after in zip(removed, added, strict=True):
        old, new = printable_line(before), printable_line(after)
        marks: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
        shift = 0
        for piece in pieces(old, new):
            marks[0].append((piece.start, piece.end))
            marks[1].append((piece.start + shift, piece.start + shift + len(piece.after)))
            shift += piece.growth
        yield (old, marks[0]), "- "
        yield (new, marks[1]), "+ "


def lost_copy(lost: Sequence[Change], tongue: Tongue) -> Marked:
    """Return the changes that did not find their place, for somebody to make again."""
    sheet = _Sheet()
    sheet.add(Role.TEXT, sayings.LOST_NOTE.say(tongue))
    for piece in lost:
        for words, lead in ((piece.before, "- "), (piece.after, "+ ")):
            sheet.add(Role.NOTICE_FACT, printable_line(words.replace("\n", LINE_END)), lead)
    return sheet.marked()


def rule_copy(rule: str, tongue: Tongue, keys: Iterable[tuple[str, str]]) -> Marked:
    """Return a rule's manual page with what it rests on, and then the keys of proof mode."""
    sheet = _Sheet()
    if rule in BY_ID:
        for part in manual_page(BY_ID[rule], tongue).strip().split("\n\n"):
            _add_manual(sheet, part)
    for known in FILE_RULES:
        if known.id == rule:
            sheet.add(Role.SUBHEAD, f"{known.id} {known.name.say(tongue)}")
            sheet.add(Role.NOTICE_FACT, known.clause.say(tongue), "§ ")
            sheet.add(Role.TEXT, known.about.say(tongue))
    sheet.add(Role.SUBHEAD, sayings.KEYS_TITLE.say(tongue))
    for name, words in keys:
        sheet.add(Role.NOTICE_FACT, words, f"{name:<14}")
    return sheet.marked()


def _add_manual(sheet: _Sheet, part: str) -> None:
    """Add a part of a manual page: its title, what is known of it, prose, an example."""
    if part.startswith("# "):
        sheet.add(Role.SUBHEAD, part[2:])
    elif part.startswith("- "):
        for line in part.split("\n"):
            sheet.add(Role.LIST, line[2:].replace("`", ""), "· ")
    elif part.startswith("    "):
        sheet.add(Role.VERSE, "\n".join(line[4:] for line in part.split("\n")))
    else:
        sheet.add(Role.TEXT, part)
