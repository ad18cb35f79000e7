"""`paper-reader list`: the editions of a library, what each holds and what stands on its front."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.archive.catalogue import Entry, catalogue, twins
from reader.archive.filed import Filed
from reader.cli.call import Call
from reader.cli.choosing import back_issues_of, duplicate_words, library_of
from reader.cli.exit_status import DONE, NO_HIT, WRONG
from reader.cli.index import take_stock
from reader.cli.papers import chosen_paper
from reader.edition.printable import printable_line
from reader.edition.wording import Tongue, Wording
from reader.loading.problem import EditionError

_ARTICLES = Wording("{count}篇", "{count} articles")
_ARTICLE = Wording("1篇", "1 article")
_ISSUE = Wording("第{issue}期", "No. {issue}")


def list_editions(call: Call) -> int:
    """List the editions by date; those that cannot be read are named on standard error, the rest stands.

    Status 1 when there is none, 2 when one cannot be read or two are the same.
    """
    root = library_of(call, call.word(0)).root
    files = files_of(call, root)
    entries = catalogue(root, files)
    paper = chosen_paper(call, (entry.paper for entry in entries))
    entries = [entry for entry in entries if paper in (None, entry.paper)]
    if call.has("json"):
        call.output.json([entry_fields(entry) for entry in entries])
    else:
        call.output.lines(_table(entries, call.tongue))
    status = tell_faults(call, root, files, entries)
    if not entries and status == DONE:
        call.output.say(no_edition(root))
        return NO_HIT
    return status


def files_of(call: Call, root: Path) -> list[Filed]:
    """Return what every file of a library is, by its index as far as that can be had."""
    issues = back_issues_of(call, root)
    # Not worth a word here: what the index does not hold is read from the files.
    take_stock(call, issues)
    files = list(issues.files().values())
    issues.close()
    return files


def entry_fields(entry: Entry) -> dict[str, object]:
    """Return one edition of the list as data; every key is there, null where the edition does not say."""
    return {
        "path": str(entry.path),
        "paper": entry.paper,
        "date": entry.date.isoformat(),
        "edition": entry.edition,
        "issue": entry.issue,
        "articles": entry.articles,
        "headline": entry.headline,
    }


def tell_faults(call: Call, root: Path, files: Iterable[Filed], entries: list[Entry]) -> int:
    """Name on standard error what cannot be read and what is there twice; return the status that makes."""
    broken = sorted((file for file in files if file.is_broken), key=lambda file: file.path)
    for file in broken:
        call.output.say(EditionError(root / file.path, file.problems).render(call.tongue))
    duplicates = twins(entries)
    for one, other in duplicates:
        call.output.say(duplicate_words(one, other))
    return WRONG if broken or duplicates else DONE


def no_edition(root: Path) -> Wording:
    """Return the message about a library that holds nothing."""
    place = printable_line(f"{root}:1:1")
    return Wording(
        f"{place}: 这里没有报纸; 写往期所在的文件夹",
        f"{place}: there is no edition here; name a folder of editions",
    )


def _table(entries: list[Entry], tongue: Tongue) -> Iterator[str]:
    """Rows with their columns aligned by cells; the headline, which may be long, before the path."""
    from reader.typesetting.width import text_width

    rows = [_row(entry, tongue) for entry in entries]
    widths = [max(map(text_width, column), default=0) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - text_width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _row(entry: Entry, tongue: Tongue) -> tuple[str, ...]:
    number = entry.issue or ""
    if number.isdecimal():
        number = _ISSUE.filled(issue=number).say(tongue)
    return tuple(
        printable_line(cell)
        for cell in (
            entry.date.isoformat(),
            " ".join(filter(None, (entry.paper, entry.edition))),
            number,
            (_ARTICLE if entry.articles == 1 else _ARTICLES).filled(count=entry.articles).say(tongue),
            entry.headline or "",
            str(entry.path),
        )
    )
