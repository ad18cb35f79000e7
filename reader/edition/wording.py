"""A sentence of the program in both of its languages."""

from __future__ import annotations

from typing import Literal, NamedTuple

Tongue = Literal["zh", "en"]
"""The language the program speaks; the paper keeps its own."""


class Wording(NamedTuple):
    """One sentence, Chinese and English side by side, so neither is forgotten."""

    zh: str
    en: str

    def say(self, tongue: Tongue) -> str:
        """Return the sentence in this language."""
        return self.zh if tongue == "zh" else self.en

    def filled(self, **values: object) -> Wording:
        """Return the sentence with its ``{names}`` filled in; a Wording fills each side with its own."""
        chinese = {name: value.zh if isinstance(value, Wording) else value for name, value in values.items()}
        english = {name: value.en if isinstance(value, Wording) else value for name, value in values.items()}
        return Wording(self.zh.format(**chinese), self.en.format(**english))
