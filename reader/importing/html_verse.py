"""Verse gathered from HTML line by line, and parted in stanzas."""

from __future__ import annotations

from reader.edition.body import Verse


class Verses:
    """The lines of the poem that is being read; an empty one parts stanzas."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._depth = 0

    def __bool__(self) -> bool:
        return bool(self._lines)

    def add(self, lines: list[str]) -> None:
        """Add the lines of a paragraph; several of them are a stanza."""
        if len(lines) > 1:
            self.end_stanza()
        self._lines += lines
        if len(lines) > 1:
            self.end_stanza()

    def enter(self) -> None:
        """Begin a poem, or a stanza of the one that is open."""
        self._depth += 1
        self.end_stanza()

    def leave(self) -> bool:
        """End the stanza; returns whether the poem ends with it, because none is open around it."""
        self._depth -= 1
        self.end_stanza()
        return not self._depth

    def end_stanza(self) -> None:
        """Part what follows from what came before."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def taken(self) -> tuple[str, ...]:
        """Take the lines, without empty ones at their end, and start anew."""
        lines, self._lines = self._lines, []
        while lines and not lines[-1]:
            lines.pop()
        return tuple(lines)


def run_on(before: Verse, lines: tuple[str, ...]) -> Verse:
    """Return verse with more lines; stanzas are parted, single lines follow each other."""
    is_line = len(lines) == 1 and "" not in before.lines
    is_parted = not is_line and (len(lines) > 1 or len(before.lines) > 1)
    return Verse(0, (*before.lines, *([""] if is_parted else []), *lines))
