"""The sources of an import: those the command line names, and those in a folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from reader.cli.call import Call
from reader.cli.import_kinds import KINDS
from reader.cli.wrong_use import WrongUse
from reader.edition.wording import Wording
from reader.importing.importer import Likeness, sample_of
from reader.importing.observation import CannotImport
from reader.importing.source import LIMIT, Source, size_words


def named_source(call: Call, word: str) -> Source:
    """Return the source that a word of the command line names, ``-`` being standard input.

    Raises:
        WrongUse: standard input is over the limit.
    """
    encoding = cast("str | None", call.request.options.get("encoding"))
    limit = call.number("max-size", LIMIT)
    if word != "-":
        return Source(path=Path(word), encoding=encoding, limit=limit)
    given = sys.stdin.buffer.read(limit + 1)
    if len(given) > limit:
        what = Wording("标准输入超过 {size}", "standard input is over {size}").filled(size=size_words(limit))
        raise WrongUse(what, Wording("用 --max-size 放宽", "raise the limit with --max-size"))
    return Source(path=None, given=given, encoding=encoding, limit=limit)


def sources_within(folder: Source) -> Iterator[Source]:
    """Yield what lies right in a folder by name; hidden files and links to folders are left out.

    A link to a file that is not there is among it, for whoever reads it to tell.
    """
    assert folder.path is not None
    for path in sorted(folder.path.iterdir()):
        is_elsewhere = path.is_symlink() and path.is_dir()
        if not path.name.startswith(".") and not is_elsewhere:
            yield Source(path=path, encoding=folder.encoding, limit=folder.limit)


def best_likeness(source: Source) -> Likeness:
    """Return how sure the surest kind is of a file; none of one that cannot be looked at."""
    try:
        sample = sample_of(source)
    except CannotImport:
        return Likeness.NONE
    return max(importer.likeness(sample) for importer in KINDS)
