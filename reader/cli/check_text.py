"""Findings for people: a line each that editors and grep understand, on a terminal the words besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reader.cli.checked import Checked, sentence
from reader.cli.output import Output
from reader.copydesk.examine import Located
from reader.copydesk.manuscript import Manuscript
from reader.edition.printable import printable_line
from reader.edition.wording import Tongue, Wording
from reader.proofreading.severity import Severity
from reader.typesetting.width import text_width

_SHOWN = 3
_MORE = Wording("本文还有 {count} 处; --fix 一并改正", "{count} more in this article; --fix puts them right")
_MORE_HERE = Wording(
    "公告和报头里还有 {count} 处; --fix 一并改正",
    "{count} more in the notices and the front; --fix puts them right",
)
_INDENT = "    "
_LEAD = 24  # cells shown before the words
_LONGEST = 30  # characters of the words themselves


class TextReport:
    """Prints findings as they are found."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def add(self, checked: Checked) -> None:
        """Print what was found in a file; to a terminal, of many alike that need no look only a few."""
        path, tongue = str(checked.path), self._output.tongue
        if not self._output.is_terminal or checked.manuscript is None:
            self._output.lines(finding_line(one, path, tongue) for one in checked.findings)
            return
        for one, more in folded(checked.findings):
            if more:
                self._output.lines([folded_line(one, path, more, tongue)])
                continue
            self._output.lines([finding_line(one, path, tongue)])
            self._output.lines(excerpt(one, checked.manuscript, self._output.width()))

    def close(self) -> None:
        """Nothing is left to print."""


def folded(found: Sequence[Located]) -> Iterator[tuple[Located, int]]:
    """Yield findings and, behind the first few safe ones of a rule in an article, how many more there are.

    These are not yielded themselves: ``--fix`` puts them right, and they would hide what needs a look.
    """
    counts = Counter((one.rule, one.reference) for one in found if one.is_safe)
    shown: Counter[tuple[str, str | None]] = Counter()
    for one in found:
        key = (one.rule, one.reference)
        if not one.is_safe or counts[key] <= _SHOWN + 1:
            yield one, 0
            continue
        shown[key] += 1
        if shown[key] <= _SHOWN:
            yield one, 0
        elif shown[key] == _SHOWN + 1:
            yield one, counts[key] - _SHOWN


def folded_line(one: Located, path: str, count: int, tongue: Tongue) -> str:
    """Return the line that stands for findings that are not shown, at the place of the first."""
    words = (_MORE_HERE if one.reference is None else _MORE).filled(count=count)
    return printable_line(f"{path}:{one.place.line}:{one.place.column}: {words.say(tongue)} [{one.rule}]")


def finding_line(one: Located, path: str, tongue: Tongue) -> str:
    """Return ``path:line:column: what; what to do [RULE]``; what is no error is called what it is."""
    kind = ""
    if one.severity is not Severity.ERROR:
        kind = one.severity.wording.say(tongue) + ("：" if tongue == "zh" else ": ")
    place = f"{path}:{one.place.line}:{one.place.column}"
    return printable_line(f"{place}: {kind}{sentence(one, tongue)} [{one.rule}]")


def excerpt(one: Located, manuscript: Manuscript, width: int) -> Iterator[str]:
    """Yield the line a finding is on, in brackets its words and what they would become; cut to the width."""
    place = one.place
    if place.start == place.end:
        return
    line = manuscript.lines.line(place.line)
    is_whole = place.end_line == place.line
    start, end = place.column - 1, place.end_column - 1 if is_whole else len(line)
    words = _short(line[start:end], _LONGEST)
    # A new text of many lines says nothing in one.
    if one.replacement is not None and is_whole and "\n" not in one.replacement:
        first, last = _alike(line[start:end], one.replacement)
        new = one.replacement[first : len(one.replacement) - last]
        start, end = start + first, end - last
        words = f"{_short(line[start:end], _LONGEST // 2)} → {_short(new, _LONGEST // 2)}".rstrip()
    shown = f"{_INDENT}{_tail(line[:start].lstrip(), _LEAD)}[{words}]"
    yield printable_line(shown + _head(line[end:] if is_whole else "", width - text_width(shown)))


def _alike(old: str, new: str) -> tuple[int, int]:
    """Return how many characters two texts begin with in common and, of the rest, end with."""
    first = _begin_alike(old, new)
    return first, _begin_alike(old[first:][::-1], new[first:][::-1])


def _begin_alike(one: str, other: str) -> int:
    size = min(len(one), len(other))
    return next((at for at in range(size) if one[at] != other[at]), size)


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most] + "…"


def _head(text: str, cells: int) -> str:
    """Return as much of the beginning as fits, with … where something is left off."""
    if text_width(text) <= cells:
        return text
    kept = text[: max(cells, 0)]
    while kept and text_width(kept) >= cells:
        kept = kept[:-1]
    return kept + "…" if cells > 0 else ""


def _tail(text: str, cells: int) -> str:
    kept = text[-cells:]
    while text_width(kept) > cells:
        kept = kept[1:]
    return kept if kept == text else f"…{kept}"
