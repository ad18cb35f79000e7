"""`paper-reader import` of what crawlers save: a folder of days, one day's files, broken ones among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.loading.load import load_edition
from tests.cli.paper import paper_reader, printed, said


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """Two days of a paper, two articles each, as crawlers save them."""
    root = tmp_path / "河湾日报_2025"
    for day in ("20250301", "20250302"):
        (root / day).mkdir(parents=True)
        for number in (1, 2):
            text = f"\n{day}第{number}篇\n\n　　清晨六点，渡口开了。\n"
            (root / day / f"{day}-01-{number:02d}.txt").write_text(text, encoding="utf-8")
    return root


def run(home: Path, *arguments: str | Path) -> tuple[int, str, str]:
    done = paper_reader("import", *arguments, "--lang", "en", home=home)
    return done.returncode, printed(done), said(done)


def test_a_folder_of_days_becomes_a_library(home: Path, year: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    status, text, told = run(home, year, "-o", out)
    assert (status, text) == (0, "")
    assert "editions: 2, articles: 4" in told
    edition = load_edition(out / "河湾日报" / "2025" / "03" / "2025-03-02.yaml").edition
    assert [article.headline for article in edition.articles()] == ["20250302第1篇", "20250302第2篇"]


def test_a_bad_file_is_named_the_rest_imported_and_the_status_says_so(
    home: Path, year: Path, tmp_path: Path
) -> None:
    (year / "20250301" / "20250301-01-03.txt").write_bytes(b"")
    (year / "20250301" / "20250231-01-01.txt").write_bytes(b"x")
    status, _, told = run(home, year, "-o", tmp_path / "out")
    assert status == 2
    assert "20250301-01-03.txt: the file is empty; fetch it again" in told
    assert "20250231-01-01.txt: there is no such day" in told
    assert "editions: 2, articles: 4" in told
    assert "failures: 2" in told


def test_files_of_one_day_given_one_by_one_make_one_edition(home: Path, year: Path, tmp_path: Path) -> None:
    files = sorted((year / "20250301").iterdir())
    out = tmp_path / "day.yaml"
    status, _, _ = run(home, *files, "-o", out)
    assert status == 0
    edition = load_edition(out).edition
    assert [article.id for article in edition.articles()] == ["p01-a01", "p01-a02"]


def test_a_file_is_no_such_file_by_its_text_alone(home: Path, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("渡口修好\n　　清晨六点，渡口开了。\n", encoding="utf-8")
    status, text, _ = run(
        home, tmp_path / "x", "--from", "crawl", "--date", "2025-03-01", "--paper", "河湾日报"
    )
    assert status == 0
    assert "headline: 渡口修好" in text
    assert "date: 2025-03-01" in text
