"""What reading a page has to tell, gathered while it is read."""

from __future__ import annotations

from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation


class Telling:
    """Gathers what was guessed, what could not be decided, and what the edition lists as inferred."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.observations: list[Observation] = []
        self.inferred: list[str] = []

    def guessed(self, part: str, what: Wording, advice: Wording, *keys: str) -> None:
        """Tell what was inferred, and list these keys of the format as inferred."""
        self._tell(Grade.GUESSED, part, what, advice)
        for key in keys:
            self.infer(key)

    def infer(self, key: str) -> None:
        """List a key of the format as inferred."""
        if key not in self.inferred:
            self.inferred.append(key)

    def undecided(self, part: str, what: Wording, advice: Wording) -> None:
        """Tell what was left in place."""
        self._tell(Grade.UNDECIDED, part, what, advice)

    def dropped(self, part: str, what: Wording, advice: Wording) -> None:
        """Tell what is no text of the paper."""
        self._tell(Grade.DROPPED, part, what, advice)

    def in_order(self) -> tuple[Observation, ...]:
        """Return what was told in the order of the file, what concerns all of it first."""
        return tuple(sorted(self.observations, key=_line))

    def _tell(self, grade: Grade, part: str, what: Wording, advice: Wording) -> None:
        self.observations.append(Observation(grade, self._source, part, what, advice))


def _line(observation: Observation) -> int:
    line = observation.part.partition(":")[0]
    return int(line) if line.isdecimal() else 0
