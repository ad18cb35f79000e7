"""What a visitor is handed: the paper of the day, read only, as their terminal can show it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.archive.issue_index import IssueIndex
from reader.edition.wording import Tongue
from reader.reading.store import StateStore
from reader.ssh.guest_store import MemberStore
from reader.ssh.kiosk import Paper
from reader.ssh.visitor_terminal import VisitorTerminal
from reader.tui.desk import Habits
from reader.tui.index_news import IndexPost
from reader.tui.opening import Opening
from reader.tui.palettes import colours_in
from reader.tui.picture_plan import Means, Plan
from reader.tui.sayings import NO_CLIPBOARD, NO_CLIPBOARD_IN_BROWSER


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
    own = habits._replace(is_colourless=terminal.is_colourless, colours=colours_in(terminal.environ))
    if own.are_terminals_own:
        own = own._replace(pictures=Plan(Means.OFF, Means.OFF))  # in the few there are no picture is made
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
        no_clipboard=NO_CLIPBOARD_IN_BROWSER if terminal.is_browser else NO_CLIPBOARD,
        keeps_places=isinstance(store, MemberStore),
        is_alone=False,
    )
