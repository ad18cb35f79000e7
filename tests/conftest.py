"""What holds for every test: none of them is about time, so no example of a law has a deadline."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")
