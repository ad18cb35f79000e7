"""Which files a run of `check` looks at."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli.check_files import files_of
from reader.cli.wrong_use import WrongUse
from reader.edition.printable import is_printable
from tests.cli.faulty import a_call
from tests.cli.paper import put


def named(*words: str | Path) -> list[Path]:
    call, _ = a_call("check", *words)
    return [file.path for file in files_of(call).files]


def test_every_file_is_looked_at_once_and_by_path(tmp_path: Path) -> None:
    one, other = put(tmp_path / "a", "2025-04-05"), put(tmp_path / "b", "2025-04-05")
    assert named(other, one, tmp_path / "a", tmp_path / "b", one) == [one, other]


def test_a_folder_stands_for_the_editions_below_it_and_for_nothing_else(tmp_path: Path) -> None:
    one = put(tmp_path / "河湾晨报" / "2025" / "04", "2025-04-05")
    (tmp_path / "mkdocs.yaml").write_text("site_name: 河湾\n", encoding="utf-8")
    (tmp_path / "2025-04-05.proof.json").write_text("{}", encoding="utf-8")
    assert named(tmp_path) == [one]


def test_a_file_that_should_be_an_edition_by_its_name_is_looked_at(tmp_path: Path) -> None:
    put(tmp_path, "2025-04-05")
    broken = tmp_path / "2025-04-06.yaml"
    broken.write_text("nothing: at all\n", encoding="utf-8")
    assert broken in named(tmp_path)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    call, _ = a_call("check", tmp_path)
    asked = files_of(call)
    assert asked.files == []
    assert [str(tmp_path) in words.en for words in asked.empty] == [True]


def test_the_second_of_two_twins_is_the_one_that_is_told_and_by_a_print_without_folders(
    tmp_path: Path,
) -> None:
    prints = set()
    for folder in ("a", "b"):
        put(tmp_path / folder, "2025-04-05")
        twin = put(tmp_path / folder, "2025-04-05", "twin.yaml")
        call, _ = a_call("check", tmp_path / folder)
        files = files_of(call).files
        assert [file.path for file in files if file.twins] == [twin]
        (found,) = files[1].twins
        assert (found.rule, found.place.line, found.place.column) == ("S-TWIN", 1, 1)
        assert is_printable(found.fingerprint)
        prints.add(found.fingerprint)
    assert len(prints) == 1


def test_twins_are_told_also_where_the_file_was_named_before_its_folder(tmp_path: Path) -> None:
    put(tmp_path, "2025-04-05")
    twin = put(tmp_path, "2025-04-05", "twin.yaml")
    call, _ = a_call("check", twin, tmp_path)
    assert [file.path for file in files_of(call).files if file.twins] == [twin]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["-", "a.yaml"], "- stands alone"),
        (["a.yaml", "--stdin-filename", "b.yaml"], "goes with the PATH -"),
    ],
)
def test_what_makes_no_sense_of_standard_input_is_refused(words: list[str], what: str) -> None:
    call, _ = a_call("check", *words)
    with pytest.raises(WrongUse) as caught:
        files_of(call)
    assert what in caught.value.what.en
