from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli.import_sources import best_likeness, sources_within
from reader.importing.importer import Likeness
from reader.importing.source import Source


def test_hidden_files_and_links_to_folders_are_left_out(tmp_path: Path) -> None:
    for name in ("b", "a", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "c").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "c")
    (tmp_path / "nowhere").symlink_to(tmp_path / "none")
    folder = Source(path=tmp_path, encoding="big5", limit=7)
    found = list(sources_within(folder))
    assert [Path(source.name).name for source in found] == ["a", "b", "c", "nowhere"]
    assert {(source.encoding, source.limit) for source in found} == {("big5", 7)}


@pytest.mark.parametrize(
    ("text", "likeness"),
    [("<nitf/>", Likeness.SURE), ("# 说明\n\n一段。", Likeness.CONTENT), ("\0", Likeness.NONE)],
)
def test_the_surest_kind_says_how_sure_it_is(text: str, likeness: Likeness, tmp_path: Path) -> None:
    (tmp_path / "file").write_text(text, encoding="utf-8")
    assert best_likeness(Source(path=tmp_path / "file")) is likeness


def test_a_file_that_cannot_be_looked_at_is_of_no_kind(tmp_path: Path) -> None:
    assert best_likeness(Source(path=tmp_path / "none")) is Likeness.NONE
