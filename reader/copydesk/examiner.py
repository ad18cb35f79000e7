"""An edition examined again and again while it is changed; its pictures only when they are others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.copydesk.examine import FORMAT_RULE, IGNORE_RULE, Examined, Located, examine
from reader.copydesk.ignored_file import Ignored
from reader.copydesk.manuscript import Manuscript
from reader.proofreading.stylebook import Stylebook

_OWN = {FORMAT_RULE, IGNORE_RULE}


class Examiner:
    """Examines states of one file; one at a time."""

    def __init__(self, stylebook: Stylebook, library: Path | None) -> None:
        """`library` is the folder pictures may not leave."""
        self._stylebook = stylebook
        self._library = library
        self._seen: tuple[int, tuple[str, ...]] | None = None
        self._pictures: list[Located] = []

    def examine(self, manuscript: Manuscript, ignored: tuple[Ignored, ...]) -> Examined:
        """Return what is found in this state of the file."""
        seen = len(manuscript.lines), tuple(_files(manuscript))
        with_pictures = seen != self._seen and bool(seen[1])
        found = examine(
            manuscript, self._stylebook, ignored=ignored, library=self._library, with_pictures=with_pictures
        )
        if with_pictures:
            self._pictures = [one for one in (*found.findings, *found.ignored) if _is_of_picture(one)]
        elif self._pictures and seen[1]:
            found = self._with_pictures(found, ignored)
        self._seen = seen
        return found

    def _with_pictures(self, found: Examined, ignored: tuple[Ignored, ...]) -> Examined:
        """Put back what was found in the pictures, which are as they were, on the lines they were on."""
        known = {(entry.rule, entry.fingerprint) for entry in ignored if entry.fingerprint}
        known |= {(entry.rule, entry.article) for entry in ignored if entry.article}
        lines = found.manuscript.lines
        listed = list(found.findings)
        for one in self._pictures:
            article = (one.reference or "").partition("/")[2]
            if not {(one.rule, one.fingerprint), (one.rule, article)} & known:
                at = lines.start(one.place.line) + one.place.column - 1
                listed.append(one._replace(place=lines.place(at, at)))
        listed.sort(key=lambda one: (one.place.start, one.place.end, one.rule))
        return found._replace(findings=listed)


def _is_of_picture(one: Located) -> bool:
    return one.finding is None and one.rule not in _OWN


def _files(manuscript: Manuscript) -> Iterator[str]:
    for article in manuscript.loaded.edition.articles():
        for photo in article.photos:
            yield photo.file or ""
