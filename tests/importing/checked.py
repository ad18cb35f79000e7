"""What every import is held to, whatever its kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from reader.edition.edition import Edition
from reader.exporting.edition_yaml import edition_yaml
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer
from reader.importing.observation import Grade, Observation
from reader.importing.source import Source
from reader.loading.load import read_edition

NOW = dt.datetime(2025, 3, 1, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))
"""The clock of these tests."""

WISHES = Wishes(now=NOW)
"""Nobody has said anything."""


def checked(imported: Imported) -> Edition:
    """Return the edition of an import, which the format writes and reads back as the same one."""
    edition = imported.edition
    written = edition_yaml(edition)
    read = read_edition(written.encode(), Path("imported.yaml"))
    assert read.edition == edition
    assert edition_yaml(read.edition) == written
    assert {picture.file for picture in imported.pictures} <= {
        photo.file for article in edition.articles() for photo in article.photos
    }
    return edition


def imports(
    importer: Importer, data: bytes, wishes: Wishes = WISHES
) -> tuple[list[Edition], list[Observation]]:
    """Return the checked editions of these bytes, and everything that was told."""
    return sorted_out(importer.read(Source(path=None, given=data), wishes))


def imports_of(
    importer: Importer, path: Path, wishes: Wishes = WISHES
) -> tuple[list[Edition], list[Observation]]:
    """Return the checked editions of a file or a folder, and everything that was told."""
    return sorted_out(importer.read(Source(path=path), wishes))


def sorted_out(results: Iterable[Imported | Observation]) -> tuple[list[Edition], list[Observation]]:
    """Return the editions, each checked, and the observations: those of the editions and those between."""
    editions: list[Edition] = []
    told: list[Observation] = []
    for result in results:
        if isinstance(result, Imported):
            editions.append(checked(result))
            told += result.observations
        else:
            told.append(result)
    return editions, told


def errors(told: Iterable[Observation]) -> list[Observation]:
    """Return those that say something could not be imported."""
    return [observation for observation in told if observation.grade is Grade.ERROR]
