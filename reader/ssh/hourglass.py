"""How long a visit may last, and how long without a key; it is said a little before either is over."""

from __future__ import annotations

from reader.ssh.house_rules import HouseRules
from reader.ssh.refusal import Refusal

NOTICE = 60.0
"""Seconds before a visit ends at which its visitor is told; at most half of what they have."""


class Hourglass:
    """Runs while somebody reads; the present is always handed in, in seconds of one clock."""

    def __init__(self, rules: HouseRules, now: float) -> None:
        self._idle, self._longest = rules.idle, rules.longest
        self._last_key = now
        self._end = now + rules.longest
        self._told: set[Refusal] = set()

    def key(self, now: float) -> bool:
        """Take note of a key; return whether the visitor had been told that one is waited for."""
        self._last_key = now
        was_told = Refusal.IDLE in self._told
        self._told.discard(Refusal.IDLE)
        return was_told

    def over(self, now: float) -> Refusal | None:
        """Return by which limit the visit is over; None while it is not."""
        return next((limit for limit, end, _ in self._limits() if now > end), None)

    def warning(self, now: float) -> Refusal | None:
        """Return which limit is near, each once: that of keys once for every pause."""
        for limit, end, notice in self._limits():
            if limit not in self._told and end - notice <= now <= end:
                self._told.add(limit)
                return limit
        return None

    def left(self, limit: Refusal, now: float) -> float:
        """Return the seconds that are left until a limit is reached."""
        return next(end - now for known, end, _ in self._limits() if known is limit)

    def wait(self, now: float) -> float | None:
        """Return in how many seconds there is something to say or to end; None when there is no limit."""
        waits = [
            (end if limit in self._told else end - notice) - now for limit, end, notice in self._limits()
        ]
        return min(waits, default=None)

    def _limits(self) -> list[tuple[Refusal, float, float]]:
        """Each limit there is, when it is reached, how long before it is told.

        No key is asked for where the visit would be over by then all the same.
        """
        limits = []
        if self._longest:
            limits.append((Refusal.TOO_LONG, self._end, min(NOTICE, self._longest / 2)))
        if self._idle and not (self._longest and self._end <= self._last_key + self._idle):
            limits.append((Refusal.IDLE, self._last_key + self._idle, min(NOTICE, self._idle / 2)))
        return limits
