"""`paper-reader index`: builds or refreshes the index of a library, for searches to be at once."""

from __future__ import annotations

from reader.archive.back_issues import BackIssues
from reader.archive.stocktaking import Stock
from reader.cli.call import Call
from reader.cli.choosing import back_issues_of, library_of
from reader.cli.exit_status import DONE, WRONG
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.loading.problem import EditionError

INDEXING = Wording("正在编索引", "indexing")
_DONE = Wording(
    "{editions} 期已编入索引；新编 {written}，移去 {dropped}",
    "editions in the index: {editions}; new or changed: {written}, gone: {dropped}",
)
_PENDING = Wording(
    "没有编入索引的文件：{count}；搜索时直接读它们",
    "files not in the index: {count}; a search reads them",
)


def index(call: Call) -> int:
    """Index what is new or changed; status 2 when it cannot be written or an edition cannot be read.

    With ``--progress`` a line ``done/of`` for every few files goes to standard output, with ``--quiet``
    nothing does.
    """
    library = library_of(call, call.word(0))
    issues = back_issues_of(call, library.root)
    stock = take_stock(call, issues)
    status = tell_trouble(call, stock)
    records = issues.records()
    issues.close()
    for path, file in sorted(records.items()):
        if file.is_broken:
            status = WRONG
            if not call.has("quiet"):
                call.output.say(EditionError(library.root / path, file.problems).render(call.tongue))
    if not (call.has("quiet") or call.has("progress")):
        editions = sum(file.is_edition for file in records.values())
        words = _DONE.filled(editions=editions, written=stock.written, dropped=stock.dropped)
        call.output.lines([words.say(call.tongue)])
    return status


def take_stock(call: Call, issues: BackIssues) -> Stock:
    """Bring the index up to the library, with a count of files on a terminal's standard error."""
    progress = call.output.progress(INDEXING)
    is_wanted = call.has("progress")

    def step(done: int, of: int) -> None:
        progress.step(done, of)
        if is_wanted:
            call.output.lines([f"{done}/{of}"])
            call.output.flush()

    try:
        return issues.take_stock(step)
    finally:
        progress.done()


def tell_trouble(call: Call, stock: Stock) -> int:
    """Say on standard error why the index is not what the library is; return the status that makes."""
    if stock.why is None and not stock.pending:
        return DONE
    place = printable_line("paper-reader")
    if stock.why is not None:
        call.output.say(f"{place}: {stock.why.say(call.tongue)}")
    if stock.pending:
        call.output.say(f"{place}: {_PENDING.filled(count=len(stock.pending)).say(call.tongue)}")
    return WRONG
