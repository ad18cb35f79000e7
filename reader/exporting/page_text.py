"""A made-up page as lines of text, as it stands on the screen but for colours."""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.printable import printable_line
from reader.typesetting.page import Page


def page_text(page: Page) -> Iterator[str]:
    """Yield the rows of a page, without the white at their right ends."""
    for row in page.rows:
        parts: list[str] = []
        at = 0
        for x, line, *_ in row:
            parts += (" " * (x - at), printable_line(line.text))
            at = x + line.width
        yield "".join(parts).rstrip()
