"""`paper-reader import ALERT… --into EDITION`: notices go into an edition that is there already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.cli.call import Call
from reader.cli.import_shelf import Written
from reader.cli.wrong_use import WrongUse
from reader.copydesk.atomic import write_whole
from reader.copydesk.post_notices import NotPosted, post_notices
from reader.edition.edition import Edition
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.loading.file_state import MAX_BYTES, read_file
from reader.loading.load import load_edition

_ARTICLES = Wording(
    "--into 只加公告，这里有 {count} 篇文章", "--into takes notices, and here are articles: {count}"
)
_IMPORT_APART = Wording("文章用 -o 另行导入", "import articles apart, with -o")


class Board:
    """Takes notices into the file of one edition."""

    takes_one = False

    def __init__(self, path: Path, *, is_forced: bool) -> None:
        """Take the edition at this path.

        Raises:
            EditionError: there is none.
        """
        self._path = path
        self._is_forced = is_forced
        self.edition = load_edition(path).edition
        """As it is before anything is posted."""

    def put(self, imported: Imported, write: Callable[[Edition], bytes]) -> Written:
        """Post the notices of an import; `write` is not asked, for the file stays what it is.

        Raises:
            WrongUse: there are articles in it, or the notices cannot be posted.
            EditionError: the file has changed meanwhile and is no edition any more.
            OSError: as writing does.
        """
        del write
        count = sum(1 for _ in imported.edition.articles())
        place = printable_line(str(self._path))
        if count:
            raise WrongUse(_ARTICLES.filled(count=count), _IMPORT_APART, place)
        data, _ = read_file(self._path, MAX_BYTES)
        edition = imported.edition
        try:
            posted = post_notices(
                data, self._path, edition.notices, edition.inferred, is_forced=self._is_forced
            )
        except NotPosted as error:
            raise WrongUse(error.what, error.advice, place) from error
        if posted.data == data:
            return Written(self._path, is_new=False)
        write_whole(self._path, posted.data)
        return Written(self._path)


def board_for(call: Call) -> Board | None:
    """Return the edition that ``--into`` names; None without it.

    Raises:
        WrongUse: there is ``-o`` too.
        EditionError: it is no edition.
    """
    given = call.request.options.get("into")
    if given is None:
        return None
    if "output" in call.request.options:
        what = Wording("--into 和 -o 不能一起用", "--into and -o do not go together")
        raise WrongUse(what, Wording("去掉一个", "leave one out"))
    return Board(Path(str(given)), is_forced=call.has("force"))


def wishes_for(board: Board, wishes: Wishes) -> Wishes:
    """Return the wishes for notices of this edition: its language and zone, unless others are asked for."""
    edition = board.edition
    return wishes._replace(
        paper=edition.paper,
        date=edition.date,
        language=wishes.language or edition.language,
        timezone=wishes.timezone or edition.timezone,
    )
