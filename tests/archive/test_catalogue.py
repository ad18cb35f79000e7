"""The catalogue lists readable editions by date, and names those that are there twice."""

from __future__ import annotations

from pathlib import Path

from reader.archive.catalogue import catalogue, twins
from reader.archive.filed import Filed, filed
from reader.loading.load import load_edition
from tests.cli.paper import put


def files(root: Path) -> list[Filed]:
    """Return what every edition under a folder is, as an index keeps it."""
    return [
        filed(path.relative_to(root).as_posix(), load_edition(path)) for path in sorted(root.rglob("*.yaml"))
    ]


def test_an_entry_tells_what_stands_on_the_front(tmp_path: Path) -> None:
    path = put(tmp_path, "2024-01-01", headline="渡口换了新船")
    (entry,) = catalogue(tmp_path, files(tmp_path))
    assert (entry.path, entry.issue, entry.articles, entry.headline) == (path, "0041", 3, "渡口换了新船")


def test_entries_are_by_date_then_by_path(tmp_path: Path) -> None:
    put(tmp_path, "2024-01-02", "b.yaml")
    put(tmp_path, "2024-01-02", "a.yaml", paper="河湾晚报")
    put(tmp_path, "2024-01-01", "z.yaml")
    names = [entry.path.name for entry in catalogue(tmp_path, files(tmp_path))]
    assert names == ["z.yaml", "a.yaml", "b.yaml"]


def test_an_edition_without_articles_has_no_front(tmp_path: Path) -> None:
    path = tmp_path / "2024-01-01.yaml"
    path.write_text(
        "format: 1\npaper: 空报\ndate: 2024-01-01\nsections:\n  - name: 要闻\n    articles: []\n...\n",
        "utf-8",
    )
    (entry,) = catalogue(tmp_path, files(tmp_path))
    assert (entry.articles, entry.headline) == (0, None)


def test_what_is_no_edition_has_no_entry(tmp_path: Path) -> None:
    put(tmp_path, "2024-01-01")
    good = files(tmp_path)
    assert len(catalogue(tmp_path, [*good, Filed(path="other.yaml", stamp=good[0].stamp)])) == 1


def test_twins_are_of_one_paper_one_time_edition_and_one_day(tmp_path: Path) -> None:
    put(tmp_path, "2024-01-01", "a.yaml")
    put(tmp_path, "2024-01-01", "b.yaml")
    put(tmp_path, "2024-01-01", "c.yaml", paper="河湾晚报")
    put(tmp_path, "2024-01-02", "d.yaml")
    entries = catalogue(tmp_path, files(tmp_path))
    assert [(one.path.name, other.path.name) for one, other in twins(entries)] == [("a.yaml", "b.yaml")]
