"""What the files around an edition say about it."""

from __future__ import annotations

from pathlib import Path

from reader.copydesk.ignored_file import Ignored, write_ignored
from reader.lsp.house import House, house_of
from reader.proofreading.severity import Severity


def nowhere(_: Path) -> Path | None:
    return None


def test_a_file_without_a_place_has_the_usual_house() -> None:
    assert house_of(None, nowhere) == House()


def test_the_stylebook_above_an_edition_is_in_force(tmp_path: Path) -> None:
    (tmp_path / "stylebook.toml").write_text('[severity]\n"T-WIDTH" = "info"\n')
    house = house_of(tmp_path / "2024" / "12" / "2024-12-23.yaml", nowhere)
    assert house.stylebook.severities == {"T-WIDTH": Severity.INFO}
    assert house.troubles == ()


def test_what_is_ignored_beside_an_edition_is_known(tmp_path: Path) -> None:
    entry = Ignored("T-WIDTH", "0123456789abcdef")
    write_ignored(tmp_path / "2024-12-23.proof.json", [entry])
    assert house_of(tmp_path / "2024-12-23.yaml", nowhere).ignored == (entry,)
    assert house_of(tmp_path / "2024-12-24.yaml", nowhere).ignored == ()


def test_the_library_is_asked_for(tmp_path: Path) -> None:
    assert house_of(tmp_path / "a.yaml", lambda path: path.parent).library == tmp_path


def test_files_that_cannot_be_followed_are_told_and_passed_over(tmp_path: Path) -> None:
    book, ignored = tmp_path / "stylebook.toml", tmp_path / "2024-12-23.proof.json"
    book.write_text('\noff = ["T-WIDHT"]\nonn = []\n')
    ignored.write_text("{}")
    house = house_of(tmp_path / "2024-12-23.yaml", nowhere)
    assert (house.stylebook, house.ignored) == (House().stylebook, ())
    assert [(one.path, one.line) for one in house.troubles] == [(book, 2), (book, 3), (ignored, 1)]
    assert "T-WIDTH" in house.troubles[0].message.en
