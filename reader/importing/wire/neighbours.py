"""Items without a day among others that have one: they belong to the same paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation
from reader.importing.wire.story import Story

_DAY = Wording("没有写日期，用旁边稿件的：{day}", "it has no date; taken from the item beside it: {day}")
_SAY_DAY = Wording("不对就用 --date 说明", "if it is not, say so with --date")


def with_days(stories: Sequence[Story], source: str) -> list[Story]:
    """Return the stories of one file, those without a day with that of the nearest that has one.

    Rather one of the same paper, of two as near the one before. It is a guess, and told.
    """
    dated = [number for number, story in enumerate(stories) if story.sent]
    return [
        story if story.sent or not dated else _dated(story, stories[_nearest(number, dated, stories)], source)
        for number, story in enumerate(stories)
    ]


def _nearest(number: int, dated: Sequence[int], stories: Sequence[Story]) -> int:
    paper = stories[number].paper
    return min(dated, key=lambda other: (stories[other].paper != paper, abs(other - number), other))


def _dated(story: Story, beside: Story, source: str) -> Story:
    assert beside.sent is not None
    what = _DAY.filled(day=beside.sent.day.isoformat())
    told = Observation(Grade.GUESSED, source, story.place, what, _SAY_DAY)
    return replace(story, sent=beside.sent, inferred=(*story.inferred, "date"), told=(*story.told, told))
