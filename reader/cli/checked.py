"""What `check` knows of one file when it has looked at it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader.copydesk.examine import Located, Silenced
from reader.copydesk.manuscript import Manuscript
from reader.edition.wording import Tongue
from reader.loading.problem import Problem


class Trouble(NamedTuple):
    """Why a file could not be looked at: what is wrong with it, or with a file that is to be followed."""

    path: Path
    problems: tuple[Problem, ...]

    def render(self, tongue: Tongue) -> str:
        """Return every problem, one a line."""
        return "\n".join(problem.render(self.path, tongue) for problem in self.problems)


class Checked(NamedTuple):
    """One file and what was found in it, in file order."""

    path: Path
    findings: Sequence[Located] = ()
    silenced: Sequence[Silenced] = ()
    """Kept silent by a comment or by the file beside the edition."""
    known: Sequence[Located] = ()
    """Those of the baseline."""
    manuscript: Manuscript | None = None
    """None where the file is no edition, or could not be looked at."""
    trouble: Trouble | None = None


def sentence(one: Located, tongue: Tongue) -> str:
    """Return what is wrong and what to do, as every format says it."""
    return f"{one.message.say(tongue)}; {one.advice.say(tongue)}"
