"""What a visitor is handed: the paper of the day, read only, as their terminal can show it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.archive.issue_index import IssueIndex
from reader.edition.wording import Tongue
from reader.reading.store import StateStore
from reader.ssh.kiosk import Paper
from reader.ssh.visitor_terminal import VisitorTerminal
from reader.tui.desk import Habits
from reader.tui.index_news import IndexPost
from reader.tui.opening import Opening
from reader.tui.palettes import colours_in


def visitor_opening(
    paper: Paper,
    root: Path | None,
    terminal: VisitorTerminal,
    tongue: Tongue,
    habits: Habits,
    make_index: Callable[[Path], IssueIndex] | None,
    store: StateStore,
    *,
    index_post: IndexPost | None = None,
    can_copy: bool = False,
) -> Opening:
    """Return an opening in which nothing can be written, run or reached beyond the library.

    `store` is what remembers the visitor. `habits` are the house's. `index_post` tells how the index stands.
    """
    own = habits._replace(
        is_colourless=terminal.is_colourless, colours=colours_in(terminal.environ), rebound=habits.rebound
    )
    return Opening(
        path=paper.path,
        loaded=paper.loaded,
        library_root=root,
        store=store,
        habits=own,
        tongue=terminal.tongue(tongue),
        make_index=make_index,
        keeps_index=False,
        index_post=index_post,
        is_guest=True,
        can_edit=False,
        can_proof=False,
        can_copy=can_copy,
        is_alone=False,
    )
