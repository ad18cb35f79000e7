"""The keys that are the app's business: other editions, the editor, sheets laid over the paper."""

from __future__ import annotations

from reader.edition.reference import Reference
from reader.reading.place import Place
from reader.tui.key import Need
from reader.tui.sayings import NO_SHELL
from reader.tui.screens.paper_screen import PaperScreen
from reader.tui.widgets.bar import Bar


class ForwardingScreen(PaperScreen):
    """A screen that hands these keys on."""

    @property
    def reference_here(self) -> Reference:
        """The piece the reader stands on."""
        return self.desk.session.place.reference

    @property
    def is_narrow(self) -> bool:
        """Is there room for the article only?"""
        return self.has_class("-narrow")

    def edition_changed(self, _: Place) -> None:
        """Show another edition, or a new version of this one."""
        self.redraw()

    def on_bar_pressed(self, event: Bar.Pressed) -> None:
        """Open the notices when the banner is clicked, or the masthead that carries its sign."""
        event.stop()
        is_sign = event.bar.id == "masthead" and self.is_narrow and self.desk.banner() is not None
        if event.bar.id == "banner" or is_sign:
            self.reader.show_board()

    def on_screen_resume(self) -> None:
        """Show what changed while a sheet lay over the paper: marks taken away, the cursor's place."""
        if not self.desk.is_opening:
            self.redraw()

    def action_notices(self) -> None:
        """Open the notices board."""
        self.reader.show_board()

    def action_marks(self) -> None:
        """Open the list of marks."""
        self.reader.show_marks()

    def action_help(self) -> None:
        """Open the help."""
        self.reader.show_help()

    async def action_palette(self) -> None:
        """Open the command palette."""
        await self.reader.show_palette()

    def action_previous_edition(self) -> None:
        """Open the edition before this one."""
        self.reader.open_neighbour(later=False)

    def action_next_edition(self) -> None:
        """Open the edition after this one."""
        self.reader.open_neighbour(later=True)

    def action_back_issues(self) -> None:
        """Open the calendar of the back issues."""
        self.reader.show_back_issues()

    def action_newest_edition(self) -> None:
        """Open the newest edition of this paper."""
        self.reader.open_newest()

    def action_page_view(self) -> None:
        """Show the page of the open story as it would hang at the newsstand, or go back from it."""
        self.reader.turn_to_page()

    def action_edit(self) -> None:
        """Open $EDITOR at this place."""
        self.reader.edit_here(self.reference_here)

    def action_proof(self) -> None:
        """Proofread this edition, from the piece the reader stands on."""
        self.reader.show_proof(self.reference_here)

    def action_reload(self) -> None:
        """Read the file again."""
        self.reader.reload(asked=True)

    def action_suspend(self) -> None:
        """Leave the terminal to the shell until that sends the reader on."""
        if Need.EDITOR in self.desk.lacks:
            self.tell(NO_SHELL)
        else:
            self.app.action_suspend_process()

    def action_quit(self) -> None:
        """Leave; place, marks and what has been read are kept."""
        self.app.exit()
