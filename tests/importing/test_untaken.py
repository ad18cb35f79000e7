from __future__ import annotations

from pathlib import Path

from reader.edition.wording import Wording
from reader.importing.observation import Grade
from reader.importing.source import Source
from reader.importing.untaken import names_within, untaken

WHAT = Wording("{count} 个：{names}", "{count}: {names}")


def test_files_are_named_by_their_paths_in_the_folder() -> None:
    assert names_within(["in/a.md", "in/b/c.md", "elsewhere/d.md"], "in") == "a.md, b/c.md, elsewhere/d.md"


def test_of_many_files_ten_are_named() -> None:
    assert names_within([f"in/{number}" for number in range(10)], "in") == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"
    assert names_within([f"in/{number}" for number in range(11)], "in") == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9 …"


def test_what_is_told_of_files_not_taken_has_all_their_paths() -> None:
    paths = [Path("in") / str(number) for number in range(12)]
    told = untaken(Source(path=Path("in")), [Source(path=path) for path in paths], WHAT, WHAT)
    assert (told.grade, told.source, told.untaken) == (Grade.UNDECIDED, "in", tuple(paths))
    assert told.what.en == "12: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 …"
