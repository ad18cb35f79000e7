"""A file in, an edition out, or every mistake in it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from reader.loading.file_state import MAX_BYTES, Stamp, read_file, stamp_of
from reader.loading.front import Front, peek
from reader.loading.loaded import Loaded
from reader.loading.problem import EditionError, ProblemList, TooManyProblems

__all__ = ["MAX_BYTES", "Front", "Loaded", "Stamp", "load_edition", "peek", "read_edition", "stamp_of"]

# A paper has some hundred bytes to a value; a file with many more values than that is meant to hurt.
_BYTES_A_VALUE = 64


def load_edition(path: Path, *, limit: int = MAX_BYTES, encoding: str = "utf-8") -> Loaded:
    """Read the edition at this path; `limit` is in bytes, `encoding` a codec's name.

    Raises:
        EditionError: no file, no plain file, too large, or any error in it; all problems found.
    """
    data, stamp = read_file(path, limit)
    return read_edition(data, path, limit=limit, encoding=encoding, stamp=stamp)


def read_edition(
    data: bytes,
    path: Path,
    *,
    limit: int = MAX_BYTES,
    encoding: str = "utf-8",
    stamp: Stamp | None = None,
    is_lenient: bool = False,
) -> Loaded:
    """Read an edition from bytes; `path` only names it in messages.

    The lenient take folded texts as YAML reads them, a space for each line end: for who puts them right.

    Raises:
        EditionError: any error in it, with all problems found, warnings among them.
    """
    # Imported here: a paper opened from its plate needs no YAML.
    from reader.loading.decoding import decoded
    from reader.loading.document import read_words
    from reader.loading.schema import edition_from

    problems = ProblemList()
    made = None
    with contextlib.suppress(TooManyProblems):
        source = decoded(data, encoding, problems)
        words = read_words(source, problems, max(limit // _BYTES_A_VALUE, 1000)) if source else None
        made = edition_from(words, source, problems, is_lenient=is_lenient) if source and words else None
    if made is None or problems.has_errors:
        raise EditionError(path, problems.in_file_order())
    edition, source_map = made
    return Loaded(edition, problems.in_file_order(), source_map, stamp or Stamp(0, len(data), 0))
