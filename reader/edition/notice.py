"""A public notice: the Common Alerting Protocol 1.2 (OASIS), cut down to what a newspaper prints."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from reader.edition.wording import Wording


class Level(StrEnum):
    """How grave a warning is, by the four colours of Chinese public warnings."""

    BLUE = "blue"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"

    @property
    def gravity(self) -> int:
        """1 for blue to 4 for red."""
        return _GRAVITY[self]

    @property
    def wording(self) -> Wording:
        """The level in words, grade included: never only the colour."""
        return _LEVEL_WORDS[self]

    @property
    def cap_severity(self) -> str:
        """The severity the Common Alerting Protocol has for it."""
        return ("Minor", "Moderate", "Severe", "Extreme")[self.gravity - 1]


_GRAVITY = {Level.BLUE: 1, Level.YELLOW: 2, Level.ORANGE: 3, Level.RED: 4}
_LEVEL_WORDS = {
    Level.BLUE: Wording("蓝色预警 Ⅳ级", "Blue alert, level IV"),
    Level.YELLOW: Wording("黄色预警 Ⅲ级", "Yellow alert, level III"),
    Level.ORANGE: Wording("橙色预警 Ⅱ级", "Orange alert, level II"),
    Level.RED: Wording("红色预警 Ⅰ级", "Red alert, level I"),
}


class Status(StrEnum):
    """Is a notice meant in earnest? Only `ACTUAL` ones ever raise the banner."""

    ACTUAL = "actual"
    EXERCISE = "exercise"
    TEST = "test"
    DRAFT = "draft"

    @property
    def wording(self) -> Wording:
        """The status in words."""
        return _STATUS_WORDS[self]


_STATUS_WORDS = {
    Status.ACTUAL: Wording("正式", "Actual"),
    Status.EXERCISE: Wording("演练", "Exercise"),
    Status.TEST: Wording("测试", "Test"),
    Status.DRAFT: Wording("草稿", "Draft"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A public notice, in force for a stated time; every time carries its zone."""

    id: str
    """Unique for the paper."""
    event: str
    effective: dt.datetime
    expires: dt.datetime | None = None
    """Out of force from this moment on; None means until lifted (解除时间另行通知)."""
    headline: str | None = None
    column: str | None = None
    level: Level | None = None
    status: Status = Status.ACTUAL
    issuer: str | None = None
    area: str | None = None
    issued: dt.datetime | None = None
    onset: dt.datetime | None = None
    supersedes: tuple[str, ...] = ()
    cancels: tuple[str, ...] = ()
    text: str = ""
    instruction: str = ""

    @property
    def title(self) -> str:
        """The headline, or the event when the notice has none."""
        return self.headline or self.event

    @property
    def is_lifting(self) -> bool:
        """Does it only lift others? Then it is itself never a warning."""
        return bool(self.cancels)

    def covers(self, at: dt.datetime) -> bool:
        """Is this instant inside the notice's time? The interval is half-open."""
        return self.effective <= at and (self.expires is None or at < self.expires)
