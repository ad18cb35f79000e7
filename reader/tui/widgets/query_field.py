"""The field a query is typed in: whatever is pasted, nothing in it can steer the terminal."""

from __future__ import annotations

from textual.widgets import Input

from reader.edition.printable import printable_line

MOST = 600
"""Characters kept; a query may be shorter than that, so the search still says that it is too long."""


class QueryField(Input):
    """An input whose value is printable: Textual writes what is pasted to the terminal as it is."""

    def validate_value(self, value: str) -> str:
        """Return the value with every control character shown instead of sent."""
        return printable_line(value[:MOST])
