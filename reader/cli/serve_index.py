"""The index of the back issues, as `paper-reader serve` has it kept for its visitors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.call import Call
from reader.cli.choosing import index_of
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.paths import cache_dir

if TYPE_CHECKING:
    from reader.ssh.librarian import Librarian
    from reader.ssh.slate import Slate
    from reader.ssh.visitors_book import VisitorsBook

_NOT_KEPT = Wording(
    "往期的索引编不了，读者可能搜不到往期：{why}；缓存在 {folder}",
    "the index cannot be kept, so back issues may not be found: {why}; the cache is {folder}",
)


def librarian_of(call: Call, root: Path, slate: Slate, book: VisitorsBook) -> Librarian:
    """Return who keeps the index of a library; what is in the way is said once on standard error."""
    from reader.archive.file_index import FileIndex
    from reader.archive.issue_index import IndexUnusable
    from reader.ssh.librarian import Index, Librarian
    from reader.ssh.turn import Turn
    from reader.tui.index_keeper import command

    def mark() -> object:
        index = index_of(call, root)  # anew, for the folder may be a link that leads elsewhere now
        return index.file.present() if isinstance(index, FileIndex) else None

    def discard() -> None:
        try:
            index_of(call, root).discard()
        except IndexUnusable as error:
            tell(error.why.say(call.tongue))

    def tell(why: str) -> None:
        words = _NOT_KEPT.filled(why=why, folder=cache_dir() / "index")
        call.output.say(printable_line(f"paper-reader: {words.say(call.tongue)}"))

    options = ["--lang", call.tongue, "--encoding", call.encoding, "--max-size", str(call.limit)]
    if call.has("config"):
        options += ["--config", str(Path(str(call.request.options["config"])).absolute())]
    if call.has("library"):
        options += ["--library", str(root.absolute())]  # then no servers of the settings are its index
    own = index_of(call, root)
    # Servers of an index have no file of ours beside them to be locked.
    turn = Turn(own.file.turn) if isinstance(own, FileIndex) else None
    index = Index(root, command(root, *options), mark, discard, turn)
    return Librarian(index, slate, book, tell)
