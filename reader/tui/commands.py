"""The command palette's commands, made from the one table of keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.tui.calendar_keys import CALENDAR
from reader.tui.key import Key, offered
from reader.tui.keymap import READING, shown
from reader.tui.page_keys import PAGE
from reader.tui.proof_keys import PROOF

if TYPE_CHECKING:
    from reader.tui.screens.paper_screen import PaperScreen


class ReadingCommands(Provider):
    """Every command of the reading screen or the page view, by what it does and by its key."""

    @property
    def _paper(self) -> PaperScreen | None:
        from reader.tui.screens.paper_screen import PaperScreen

        return self.screen if isinstance(self.screen, PaperScreen) else None

    @staticmethod
    def _keys(paper: PaperScreen) -> list[Key]:
        """The commands this screen knows, the notices board no next article, and this reader may give."""
        keys = offered((*READING, *PAGE, *CALENDAR, *PROOF), paper.desk.lacks)
        return [key for key in keys if hasattr(paper, f"action_{key.action}")]

    def _title(self, key: Key, paper: PaperScreen) -> str:
        return f"{key.words.say(paper.desk.tongue)}  ·  {shown(key, paper.desk.habits.rebound)}"

    async def discover(self) -> Hits:
        """Yield every command, in the order of the help."""
        paper = self._paper
        if paper is None:
            return
        for key in self._keys(paper):
            yield DiscoveryHit(_plain(self._title(key, paper)), partial(paper.run_action, key.action))

    async def search(self, query: str) -> Hits:
        """Yield the commands that match what has been typed, in either language."""
        paper = self._paper
        if paper is None:
            return
        matcher = self.matcher(query)
        for key in self._keys(paper):
            title = self._title(key, paper)
            score = max(matcher.match(title), matcher.match(key.words.zh), matcher.match(key.words.en))
            if score > 0:
                yield Hit(score, _plain(title), partial(paper.run_action, key.action))


def _plain(title: str) -> str:
    """Return a title with its brackets kept from being read as markup."""
    return title.replace("[", "\\[")
