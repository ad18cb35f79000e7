from __future__ import annotations

import json
from pathlib import Path

from reader.typesetting.width import text_width
from tests.cli.paper import paper_reader, printed, put, said


def test_every_edition_has_a_line_by_date(home: Path, library: Path) -> None:
    done = paper_reader("list", library, home=home)
    lines = printed(done).splitlines()
    assert [line[:10] for line in lines] == ["2025-04-05", "2025-04-06", "2025-04-07"]
    assert lines[1].split() == [
        "2025-04-06",
        "河湾晨报",
        "No.",
        "0041",
        "3",
        "articles",
        "渡口停摆",
        str(library / "2025-04-06.yaml"),
    ]
    assert (done.returncode, said(done)) == (0, "")


def test_columns_are_aligned_by_cells(home: Path, library: Path) -> None:
    put(library, "2025-04-08", paper="The Ferry Times", headline="A bridge")
    lines = printed(paper_reader("list", library, "--lang", "zh", home=home)).splitlines()
    assert len({text_width(line[: line.index("第0041期")]) for line in lines}) == 1
    assert len({text_width(line[: line.index(str(library))]) for line in lines}) == 1


def test_json_has_every_key_of_every_edition(home: Path, library: Path) -> None:
    entries = json.loads(printed(paper_reader("list", library, "--json", home=home)))
    assert len(entries) == 3
    assert entries[0] == {
        "path": str(library / "2025-04-05.yaml"),
        "paper": "河湾晨报",
        "date": "2025-04-05",
        "edition": None,
        "issue": "0041",
        "articles": 3,
        "headline": "老桥重开",
    }


def test_a_library_is_named_as_word_option_variable_or_config(home: Path, library: Path) -> None:
    by_word = printed(paper_reader("list", library, home=home))
    config = home / "config" / "paper-reader" / "config.toml"
    assert by_word == printed(paper_reader("list", "--library", library, home=home))
    assert by_word == printed(paper_reader("list", home=home, PAPER_READER_LIBRARY=str(library)))
    config.parent.mkdir(parents=True)
    config.write_text(f"library = {json.dumps(str(library))}\n", encoding="utf-8")
    assert by_word == printed(paper_reader("list", home=home))


def test_broken_editions_are_named_and_the_rest_is_listed(home: Path, library: Path) -> None:
    broken = library / "2025-04-06.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("headline:", "hedline:"), encoding="utf-8")
    done = paper_reader("list", library, "--json", home=home)
    assert done.returncode == 2
    assert [entry["date"] for entry in json.loads(printed(done))] == ["2025-04-05", "2025-04-07"]
    assert all(line.startswith(f"{broken}:") for line in said(done).splitlines())
    assert "hedline" in said(done)


def test_two_files_of_one_issue_are_named_both(home: Path, library: Path) -> None:
    twin = put(library, "2025-04-05", "twin.yaml")
    done = paper_reader("list", library, home=home)
    assert done.returncode == 2
    assert said(done).startswith(f"{twin}:1:1: ")
    assert str(library / "2025-04-05.yaml") in said(done)
    assert len(printed(done).splitlines()) == 4


def test_a_folder_without_editions_is_no_hit(home: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = paper_reader("list", empty, "--json", home=home)
    assert (done.returncode, json.loads(printed(done))) == (1, [])
    assert said(done) == f"{empty}:1:1: there is no edition here; name a folder of editions\n"


def test_what_is_no_folder_is_wrong_use(home: Path, library: Path, edition: Path) -> None:
    for path, what in ((edition, "not a folder"), (library / "nowhere", "no such folder")):
        done = paper_reader("list", path, home=home)
        assert done.returncode == 2
        assert said(done).startswith(f"{path}:1:1: ")
        assert what in said(done)


def test_a_path_that_is_no_text_is_printed_harmlessly(home: Path, library: Path) -> None:
    folder = library / "eve\x1b[31mning\n"
    put(folder, "2025-04-09")
    lines = printed(paper_reader("list", library, home=home)).splitlines()
    assert "eve␛[31mning␊" in lines[-1]
    entries = json.loads(printed(paper_reader("list", library, "--json", home=home)))
    assert entries[-1]["path"] == str(folder / "2025-04-09.yaml")
