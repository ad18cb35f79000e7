from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pytest

from reader.cli.import_shelf import OneFile, Shelf, Shelves, StandardOutput, left_out, shelf_for
from reader.cli.output import Output
from reader.cli.wrong_use import WrongUse
from reader.edition.article import Article, Photo
from reader.edition.edition import Edition, Section
from reader.exporting.edition_yaml import edition_yaml
from reader.importing.imported import Imported, Picture
from reader.loading.load import load_edition

ARTICLE = Article(
    id="p01-a01", headline="老桥", photos=(Photo(file="a.jpg", caption="桥"), Photo(caption="无图"))
)
EDITION = Edition(
    paper="河湾日报", date=dt.date(2025, 3, 1), sections=(Section(name="要闻", articles=(ARTICLE,)),)
)
BARE = replace(EDITION, sections=(Section(name="要闻", articles=(replace(ARTICLE, photos=()),)),))
PLAIN = Imported(BARE)
PICTURED = Imported(EDITION, pictures=(Picture("a.jpg", lambda: b"JPEG"),))


def written(edition: Edition) -> bytes:
    return edition_yaml(edition).encode()


def output() -> tuple[Output, io.StringIO]:
    stream = io.StringIO()
    return Output("en", stream, io.StringIO()), stream


@pytest.mark.parametrize(
    ("given", "is_batch", "kind"),
    [
        (None, True, StandardOutput),
        ("-", False, StandardOutput),
        ("a.yaml", True, OneFile),
        ("a.YML", False, OneFile),
        ("a", False, OneFile),
        ("a", True, Shelves),
        ("a/", False, Shelves),
        ("there", False, Shelves),
    ],
)
def test_where_editions_go_is_told_by_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str | None, is_batch: bool, kind: type[Shelf]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    assert type(shelf_for(output()[0], given, is_forced=False, is_batch=is_batch)) is kind


def test_force_without_a_file_is_wrong_use() -> None:
    with pytest.raises(WrongUse, match="--force"):
        shelf_for(output()[0], None, is_forced=True, is_batch=False)


def test_standard_output_takes_an_edition_and_says_that_pictures_are_left_out() -> None:
    out, stream = output()
    shelf = StandardOutput(out)
    assert shelf.put(PICTURED, written).path is None
    assert "file:" not in stream.getvalue()
    assert "caption: 桥" in stream.getvalue()
    assert "-o" in left_out(PICTURED, "f")[0].render("en")
    assert left_out(PLAIN, "f") == []


def test_a_file_takes_an_edition_with_its_pictures_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "today.yaml"
    shelf = OneFile(path, is_forced=False)
    assert shelf.put(PICTURED, written).path == path
    photos = next(iter(load_edition(path).edition.articles())).photos
    assert [photo.file for photo in photos] == ["today.pictures/a.jpg", None]
    assert (tmp_path / "today.pictures" / "a.jpg").read_bytes() == b"JPEG"


def test_a_file_that_is_there_is_not_written_over_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "today.yaml"
    path.write_text("mine")
    with pytest.raises(WrongUse, match="there already"):
        OneFile(path, is_forced=False)
    OneFile(path, is_forced=True).put(PLAIN, written)
    assert load_edition(path).edition == BARE


def test_a_library_has_an_edition_by_paper_year_month_and_day(tmp_path: Path) -> None:
    root = tmp_path / "library"
    shelf = Shelves(root, is_forced=False)
    assert shelf.put(PLAIN, written).path == root / "河湾日报" / "2025" / "03" / "2025-03-01.yaml"
    late = replace(BARE, edition="晚报版")
    assert (
        shelf.put(Imported(late), written).path
        == root / "河湾日报" / "2025" / "03" / "2025-03-01-晚报版.yaml"
    )


def test_the_same_edition_again_is_unchanged_and_another_one_refused(tmp_path: Path) -> None:
    assert Shelves(tmp_path, is_forced=False).put(PLAIN, written).is_new
    again = Shelves(tmp_path, is_forced=False)
    assert not again.put(PLAIN, written).is_new
    with pytest.raises(WrongUse, match="another source"):
        again.put(PLAIN, written)
    other = Imported(replace(BARE, issue="9"))
    with pytest.raises(WrongUse, match="there already"):
        Shelves(tmp_path, is_forced=False).put(other, written)
    assert Shelves(tmp_path, is_forced=True).put(other, written).is_new


@pytest.mark.parametrize("paper", ["../../etc", "a/b", "..", ".hidden", "CON: *?", "报" * 200, "\0", "/"])
def test_no_name_of_a_paper_leads_out_of_the_library(tmp_path: Path, paper: str) -> None:
    root = tmp_path / "library"
    path = (
        Shelves(root, is_forced=False).put(Imported(replace(BARE, paper=paper or "x")), lambda _: b"x").path
    )
    assert path is not None
    assert path.resolve().is_relative_to(root.resolve())
    parts = path.relative_to(root).parts
    assert len(parts) == 4
    assert not parts[0].startswith(".")
    assert len(parts[0].encode()) <= 130


def test_a_library_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    with pytest.raises(WrongUse, match="not a folder"):
        Shelves(tmp_path / "x", is_forced=False)


def test_nothing_is_written_when_the_edition_cannot_be(tmp_path: Path) -> None:
    def fails(edition: Edition) -> bytes:
        raise KeyError("no way to write this")

    with pytest.raises(KeyError):
        OneFile(tmp_path / "a.yaml", is_forced=False).put(PICTURED, fails)
    assert list(tmp_path.iterdir()) == []
