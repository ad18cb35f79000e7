from __future__ import annotations

from reader.reading.preferences import Preferences
from reader.reading.sitting import Choices


def test_nothing_is_preferred_at_first() -> None:
    assert all(value is None for value in Preferences())


def test_every_preference_can_be_changed_by_its_name() -> None:
    assert tuple(Choices.__annotations__) == Preferences._fields
