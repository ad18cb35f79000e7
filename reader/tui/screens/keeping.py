"""The keys that change how an article is set."""

from __future__ import annotations

from reader.tui import sayings
from reader.tui.desk import MEASURE_STEP, USUAL_MEASURE
from reader.tui.screens.moving import MovingScreen
from reader.tui.widgets.galley_pane import GalleyPane


class KeepingScreen(MovingScreen):
    """A screen whose piece can be set otherwise."""

    def on_galley_pane_selected(self, event: GalleyPane.Selected) -> None:
        """Copy what the mouse has selected."""
        event.stop()
        if self.reader.copy(event.text):
            self.tell(sayings.COPIED_SELECTION, count=len("".join(event.text.split())))

    def action_wider(self) -> None:
        """Set four cells wider."""
        self._take_measure(self.desk.measure + MEASURE_STEP)

    def action_narrower(self) -> None:
        """Set four cells narrower."""
        self._take_measure(self.desk.measure - MEASURE_STEP)

    def action_usual_measure(self) -> None:
        """Set at the usual measure."""
        self._take_measure(USUAL_MEASURE)

    def _take_measure(self, measure: int) -> None:
        cells = self.desk.take_measure(measure)
        self.set_anew()
        self.tell(sayings.MEASURE, cells=cells)

    def set_anew(self) -> None:
        """Set the piece as the desk now has it, and take note of the share read before anything is said.

        Else the foot, told of it a moment later, would fall silent for the reader's having moved.
        """
        self.pane.setting = self.desk.setting
        self.note(self.pane.standing)
