"""Words get their meaning: dates, times, zones, ids, paths and the few words a field may be."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from zoneinfo import ZoneInfo

from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.loading import limits, times
from reader.loading.fields import Field
from reader.loading.nearest import did_you_mean, nearest
from reader.loading.problem import ProblemList
from reader.loading.shapes import FORMAT, PATTERNS, UNTIL_LIFTED, Shape
from reader.loading.texts import TextReader
from reader.loading.words import Node

_ID = Wording("写一个不含空格、“/”和方括号的词", "write one word without spaces, “/” or square brackets")
_FILE = Wording(
    "写相对本文件的路径，不用“..”、绝对路径和反斜线",
    "write a path relative to this file, without “..”, not absolute, with “/”",
)
_REFERENCE = Wording("写成 日期/编号，如 2024-12-23/p01-a03", "write DATE/ID, as in 2024-12-23/p01-a03")
_LANGUAGE = Wording("写 BCP 47 标记，如 zh-CN、en", "write a BCP 47 tag, as in zh-CN or en")
_ZONE = Wording("写 IANA 名称，如 Asia/Shanghai", "write an IANA name, as in Asia/Shanghai")
_DATE = Wording("写成 年-月-日，如 2024-12-23", "write YYYY-MM-DD, as in 2024-12-23")
_INSTANT = Wording(
    "写成 2024-12-23T08:00 或 2024-12-23T08:00+08:00", "write 2024-12-23T08:00 or 2024-12-23T08:00+08:00"
)


class MeaningReader:
    """Reads words that mean something; what they cannot mean is told, and the value is None."""

    def __init__(self, problems: ProblemList, texts: TextReader, zone: ZoneInfo) -> None:
        """Take where problems go, how words are read, and the zone of times without an offset."""
        self._problems = problems
        self._texts = texts
        self._zone = zone

    def id(self, field: Field, node: Node) -> str | None:
        """Return an id: one word that can stand in a reference."""
        return self._patterned(field, node, Shape.ID, _ID)

    def file(self, field: Field, node: Node) -> str | None:
        """Return a path that stays below the edition's folder."""
        return self._patterned(field, node, Shape.FILE, _FILE)

    def language(self, field: Field, node: Node) -> str | None:
        """Return a well-formed language tag (RFC 5646)."""
        return self._patterned(field, node, Shape.LANGUAGE, _LANGUAGE)

    def _patterned(self, field: Field, node: Node, shape: Shape, advice: Wording) -> str | None:
        word = self._texts.word(field, node)
        if word is None:
            return None
        if not re.match(PATTERNS[shape].removesuffix("$") + r"\Z", word):
            meant = word.replace("_", "-")
            if shape is Shape.LANGUAGE and meant != word:
                advice = did_you_mean(meant, advice)
            self._texts.refuse(field, node, word, advice)
            return None
        return printable_line(word)

    def reference(self, field: Field, node: Node) -> str | None:
        """Return ``DATE/ID`` with a date that exists."""
        word = self._patterned(field, node, Shape.REFERENCE, _REFERENCE)
        if word is None:
            return None
        try:
            times.date_from(word.partition("/")[0])
        except times.NoSuchTime:
            self._texts.refuse(field, node, word, _after(limits.beyond_calendar(word), _REFERENCE))
            return None
        return word

    def choice(self, field: Field, node: Node) -> StrEnum | None:
        """Return one of the words a field may be."""
        word = self._texts.word(field, node)
        if word is None:
            return None
        assert field.choices is not None
        try:
            return field.choices(word)
        except ValueError:
            self._refuse_choice(field, node, word, field.choices)
            return None

    def _refuse_choice(self, field: Field, node: Node, word: str, choices: type[StrEnum]) -> None:
        known = [choice.value for choice in choices]
        chinese = {choice.value: choice.wording.zh for choice in choices if hasattr(choice, "wording")}
        advice = did_you_mean(nearest(word, known, chinese), Wording("写其中一个", "write one of them"))
        listed = Wording("（可用：{words}）", " (known: {words})").filled(words=", ".join(known))
        self._texts.refuse(field, node, word, Wording(advice.zh + listed.zh, advice.en + listed.en))

    def format(self, field: Field, node: Node) -> str | None:
        """Return the version of the format, which is the one that is read."""
        word = self._texts.word(field, node)
        if word is not None and word != FORMAT:
            advice = Wording("本程序读格式 1：写 format: 1", "this program reads format 1: write format: 1")
            self._texts.refuse(field, node, word, advice)
            return None
        return word

    def date(self, field: Field, node: Node) -> dt.date | None:
        """Return a day."""
        word = self._texts.word(field, node)
        if word is None:
            return None
        try:
            return times.date_from(word)
        except times.NoSuchTime:
            self._texts.refuse(
                field, node, word, limits.beyond_calendar(word) or did_you_mean(times.date_meant(word), _DATE)
            )
            return None

    def zone(self, field: Field, node: Node) -> str | None:
        """Return the name of a time zone that exists."""
        word = self._texts.word(field, node)
        if word is None:
            return None
        try:
            return times.zone_from(word).key
        except times.NoSuchTime:
            self._texts.refuse(field, node, word, did_you_mean(times.zone_meant(word[:60]), _ZONE))
            return None

    def end(self, field: Field, node: Node) -> dt.datetime | str | None:
        """Return the instant at which something ends, or the word for an end nobody knows yet."""
        word = self._texts.word(field, node)
        if word is None or word == UNTIL_LIFTED:
            return word
        return self.instant(field, node)

    def instant(self, field: Field, node: Node) -> dt.datetime | None:
        """Return an instant with its offset."""
        word = self._texts.word(field, node)
        if word is None:
            return None
        try:
            moment = times.instant_from(word, self._zone)
        except times.NoSuchTime:
            if beyond := limits.beyond_calendar(word) or limits.beyond_clock(word):
                self._texts.refuse(field, node, word, beyond)
                return None
            meant = times.instant_meant(word)
            if meant is None and field.shape is Shape.END:
                meant = nearest(word, [UNTIL_LIFTED], {UNTIL_LIFTED: "解除时间另行通知"})
            self._texts.refuse(field, node, word, did_you_mean(meant, _INSTANT))
            return None
        if times.is_skipped(word, self._zone):
            what = Wording("{zone} 的钟没有走过 {word}", "no clock in {zone} showed {word}")
            advice = Wording("写上时差，如 +08:00", "write the offset, as in +08:00")
            self._problems.warning(node.at, what.filled(zone=self._zone.key, word=word), advice)
        return moment


def _after(reason: Wording | None, advice: Wording) -> Wording:
    """Return advice with the reason before it, where there is one."""
    return Wording(f"{reason.zh}；{advice.zh}", f"{reason.en}; {advice.en}") if reason else advice
