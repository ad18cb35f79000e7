from __future__ import annotations

import re
from pathlib import Path

from tests.cli.paper import paper_reader, printed, put, said


def test_it_says_what_is_in_the_index_and_what_was_new(home: Path, library: Path) -> None:
    done = paper_reader("index", library, "--lang", "en", home=home)
    assert printed(done) == "editions in the index: 3; new or changed: 3, gone: 0\n"
    put(library, "2025-04-08")
    (library / "2025-04-05.yaml").unlink()
    done = paper_reader("index", library, "--lang", "en", home=home)
    assert printed(done) == "editions in the index: 3; new or changed: 1, gone: 1\n"
    assert (done.returncode, said(done)) == (0, "")


def test_the_index_lies_in_the_cache_and_no_file_of_the_library_is_touched(home: Path, library: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (library, *library.rglob("*"))}
    paper_reader("index", library, home=home)
    assert {path: path.stat().st_mtime_ns for path in (library, *library.rglob("*"))} == before
    (index,) = home.rglob("*.sqlite")
    assert index.parent.name == "index"
    assert index.parent.parent.name == "paper-reader"


def test_quiet_says_nothing_and_progress_counts(home: Path, library: Path) -> None:
    done = paper_reader("index", library, "--quiet", home=home)
    assert (printed(done), said(done), done.returncode) == ("", "", 0)
    put(library, "2025-04-08")
    lines = printed(paper_reader("index", library, "--progress", home=home)).splitlines()
    assert lines == ["1/1"]


def test_what_cannot_be_read_is_named_with_its_line_and_the_rest_is_indexed(
    home: Path, library: Path
) -> None:
    broken = library / "2025-04-06.yaml"
    broken.write_text(broken.read_text("utf-8").replace("headline:", "hedline:"), encoding="utf-8")
    for _ in range(2):  # the second time it is not read again, and still named
        done = paper_reader("index", library, "--lang", "en", home=home)
        assert done.returncode == 2
        assert re.match(rf"{re.escape(str(broken))}:\d+:\d+: .*hedline", said(done))
        assert "editions in the index: 2" in printed(done)


def test_a_folder_that_is_not_there_is_wrong_use(home: Path, tmp_path: Path) -> None:
    done = paper_reader("index", tmp_path / "nowhere", home=home)
    assert (done.returncode, printed(done)) == (2, "")


def test_an_index_that_cannot_be_written_is_said_in_one_line_each(home: Path, library: Path) -> None:
    (home / "no-folder").write_text("", encoding="utf-8")
    done = paper_reader("index", library, "--lang", "en", home=home, XDG_CACHE_HOME=str(home / "no-folder"))
    assert done.returncode == 2
    assert said(done).count("\n") == 2
    assert "check the cache folder" in said(done)
