"""The rows around the article: masthead, banner and foot, put into words for a width."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.edition.day_words import date_words, weekday_words
from reader.edition.edition import Edition
from reader.edition.wording import Tongue, Wording
from reader.reading.banner import Banner
from reader.reading.contents import Item
from reader.reading.reading_time import about
from reader.tui import sayings
from reader.tui.inks import Inks
from reader.tui.key import Key
from reader.tui.keymap import READING, shown
from reader.tui.widgets.bar import BarText, Part
from reader.typesetting.width import text_width

NARROW = 72
"""Below so many cells of screen the contents become a drawer and the rows around the article say less."""

WIDE = 110
"""Cells of screen from which the foot of a page also says what a warning is about."""


class Front(NamedTuple):
    """What the rows are made for: the width in cells, the program's tongue, the inks."""

    width: int
    tongue: Tongue
    inks: Inks
    ambiguous: int = 1

    @property
    def is_narrow(self) -> bool:
        """Is there room for the article only?"""
        return self.width < NARROW

    def masthead(
        self, edition: Edition, lunar: str | None, where: str, banner: Banner | None, fault: str = ""
    ) -> BarText:
        """Return the masthead: paper, day, issue; at the right what is at fault and `where` the reader is."""
        ink = self.inks.mast
        tongue: Tongue = "zh" if edition.is_cjk else "en"
        title: Part = (f" {edition.paper} ", self.inks.mast_title)
        if self.is_narrow:
            weekday = weekday_words(edition.date, tongue)
            day = f" {edition.date:%m-%d} {weekday[-1] if tongue == 'zh' else weekday[:3]}"
            right = [*self._fault(fault), (f"{where} ", ink)]
            if banner is not None:
                right += self._alert_sign(banner)
            return BarText((title, (day, ink)), tuple(right), ink)
        facts = [
            f"{date_words(edition.date, tongue)} {weekday_words(edition.date, tongue)}",
            lunar or edition.masthead.lunar or "",
            self._issue(edition.issue, tongue) if edition.issue else "",
            edition.edition or "",
            edition.masthead.motto or "",
        ]
        ends = (*self._fault(fault), (f"{where} ", ink))
        room = self.width - self._width(title[0]) - sum(self._width(text) for text, _ in ends) - 3
        return BarText((title, (f"  {self._fitting(facts, room)}", ink)), ends, ink)

    def _fault(self, fault: str) -> list[Part]:
        return [(f" {fault} ", self.inks.trouble), (" ", self.inks.mast)] if fault else []

    @staticmethod
    def _issue(issue: str, tongue: Tongue) -> str:
        """Return the number as papers print it; one that brings its own words stays as it is."""
        is_number = issue.replace("-", "").isalnum() and issue[0].isdigit()
        return sayings.ISSUE.filled(issue=issue).say(tongue) if is_number else issue

    def banner(self, banner: Banner) -> BarText:
        """Return the banner: level word, event, time, advice, and how many more; the level comes first."""
        inks, alert = self.inks, self.inks.level(banner.level)
        level = f" {banner.level_words} " if banner.level_words else " ! "
        ends = [banner.as_of] if banner.as_of else []
        if banner.others:
            ends.insert(0, sayings.MORE_NOTICES.filled(count=banner.others).say(self.tongue))
        if not self.is_narrow:
            ends.append(f"a {sayings.FULL_TEXT.say(self.tongue)}")
        right = f"  {'  '.join(ends)} " if ends else " "
        room = self.width - self._width(level) - self._width(right) - 1
        facts = [banner.event, banner.span, banner.advice]
        words = self._fitting(facts, room, clip_last=True)
        return BarText(
            ((level, alert), (f" {words}", self.inks.open_row)), ((right, inks.rail_faint),), inks.rail
        )

    def foot(
        self, keys: Iterable[Key], rebound: Mapping[str, str], share: float, minutes: float | None
    ) -> BarText:
        """Return the foot: the keys that work here, as many as fit, and how far the reader is."""
        ends = [sayings.SHARE_READ.filled(share=round(share * 100)).say(self.tongue)]
        if minutes is not None and share < 1 and not self.is_narrow:
            ends.append(about(minutes).say(self.tongue))
        right: Part = (f"  {' · '.join(ends)} ", self.inks.rail_faint)
        hints = ((_first_name(key, rebound), key.hint.say(self.tongue)) for key in keys)
        return self._hints(hints, (right,))

    def page_foot(
        self, rebound: Mapping[str, str], where: str, banner: Banner | None, fault: str = ""
    ) -> BarText:
        """Return the foot of the page view: its keys, a fault, the gravest warning, which page it is."""
        from reader.tui.page_keys import PAGE, PAGE_FOOT  # late: reading needs none of them

        by_id = {key.id: key for key in (*READING, *PAGE)}
        hints = (
            ("".join(_first_name(by_id[id], rebound) for id in ids), hint.say(self.tongue))
            for ids, hint in PAGE_FOOT
        )
        ends: list[Part] = [(f"  {where} ", self.inks.rail_faint)]
        if banner is not None:
            warning: list[Part] = [(f" {banner.level_words or '!'} ", self.inks.level(banner.level))]
            if self.is_narrow:
                warning = self._alert_sign(banner)
            elif self.width >= WIDE:
                warning.append((f" {banner.event}", self.inks.rail))
            ends = [("  ", self.inks.rail), *warning, *ends]
        ends = [*self._fault(fault), *ends]
        return self._hints(hints, tuple(ends))

    def keys(self, keys: Iterable[tuple[Key, Wording]], rebound: Mapping[str, str], right: str) -> BarText:
        """Return a foot of keys with what each does in a word, as many as fit, and `right` beside them."""
        hints = ((_first_name(key, rebound), hint.say(self.tongue)) for key, hint in keys)
        return self.hinted(hints, right)

    def hinted(self, hints: Iterable[tuple[str, str]], right: str = "") -> BarText:
        """Return a foot of keys, each with what it does in a word, and what stands at the right."""
        return self._hints(hints, ((f"  {right} ", self.inks.rail_faint),) if right else ())

    def _hints(self, hints: Iterable[tuple[str, str]], right: tuple[Part, ...]) -> BarText:
        """Keys and what they do in a word, as many as fit, and what stands at the right."""
        parts: list[Part] = [(" ", self.inks.rail)]
        room = self.width - sum(self._width(text) for text, _ in right) - 1
        for name, hint in hints:
            needed = self._width(f"{name} {hint}  ")
            if needed > room:
                break
            room -= needed
            parts += [(name, self.inks.rail_key), (f" {hint}  ", self.inks.rail)]
        return BarText(tuple(parts), right, self.inks.rail)

    def message(self, words: str, *, is_trouble: bool = False, right: str = "") -> BarText:
        """Return a foot that says a sentence."""
        ink = self.inks.trouble if is_trouble else self.inks.rail
        tail = ((f"  {right} ", self.inks.rail_faint),) if right else ()
        return BarText(((f" {words}", ink),), tail, ink)

    def title(self, words: str, right: str = "") -> BarText:
        """Return the head of a screen that is not the paper: help, board, marks."""
        return BarText(
            ((f" {words} ", self.inks.mast_title),), ((f"{right} ", self.inks.mast),), self.inks.mast
        )

    def where(self, item: Item, at: int, of: int, section_label: str) -> str:
        """Return where the reader is: section, and which of its articles."""
        name = f"{section_label} {item.section}" if section_label else item.section
        return sayings.ARTICLE_COUNT.filled(section=name, at=at, of=of).say(self.tongue)

    def _alert_sign(self, banner: Banner) -> list[Part]:
        word = banner.level_words[:1] if self.tongue == "zh" else banner.level_words.split(" ")[0]
        return [
            (f" {word or '!'} ", self.inks.level(banner.level)),
            (f"{banner.others + 1} ", self.inks.mast),
        ]

    def _width(self, text: str) -> int:
        return text_width(text, self.ambiguous)

    def _fitting(self, facts: Iterable[str], room: int, *, clip_last: bool = False) -> str:
        """Join as many facts as fit; with `clip_last` the first that does not fit is kept, to be clipped."""
        kept: list[str] = []
        for fact in facts:
            if not fact:
                continue
            if self._width(" · ".join([*kept, fact])) > room:
                if clip_last:
                    kept.append(fact)
                break
            kept.append(fact)
        return " · ".join(kept)


def _first_name(key: Key, rebound: Mapping[str, str]) -> str:
    return shown(key, rebound).split(" ")[0]
