"""Several papers in one library: which one is opened, listed, asked for its notices."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.paper import paper_reader, printed, put, said, wind_warning

MORNING, EVENING = "河湾晨报", "河湾晚报"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    put(folder / "evening/2025/04", "2025-04-07", paper=EVENING, headline="晚上的事")
    put(folder / "evening/2025/04", "2025-04-06", paper=EVENING, notices=wind_warning("2025-04-06"))
    put(folder / "lantern/2025/04", "2025-04-08", paper="Harbour Lantern", headline="A lamp goes out")
    put(folder / "morning/2025/04", "2025-04-05", paper=MORNING, headline="早上的事")
    return folder


def listed(done: object) -> set[str]:
    return {entry["paper"] for entry in json.loads(printed(done))}  # type: ignore[arg-type]


@pytest.mark.parametrize("name", [EVENING, "河湾晚"])
def test_the_newest_of_the_paper_is_opened_by_its_name_or_how_it_begins(
    home: Path, papers: Path, name: str
) -> None:
    done = paper_reader(papers, "--paper", name, home=home)
    assert (done.returncode, said(done)) == (0, "")
    assert "晚上的事" in printed(done)


def test_without_a_name_the_newest_of_all_is_opened(home: Path, papers: Path) -> None:
    assert "A lamp goes out" in printed(paper_reader(papers, home=home))


def test_letters_begin_a_name_in_either_case(home: Path, papers: Path) -> None:
    assert "A lamp goes out" in printed(paper_reader("show", papers, "--paper=harbour", home=home))


def test_a_whole_name_that_others_begin_with_is_meant_itself(home: Path, papers: Path) -> None:
    put(papers / "more", "2025-04-09", paper=f"{MORNING}周末版")
    assert "早上的事" in printed(paper_reader(papers, "--paper", MORNING, home=home))


def test_older_editions_are_not_read_to_find_the_newest_of_a_paper(home: Path, papers: Path) -> None:
    broken = papers / "evening" / "2024" / "04" / "2024-04-07.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text(f"format: 1\npaper: {EVENING}\ndate: never\n", encoding="utf-8")
    done = paper_reader(papers, "--paper", EVENING, home=home)
    assert (done.returncode, said(done)) == (0, "")


@pytest.mark.parametrize("command", [(), ("show",), ("list",), ("notices",)])
@pytest.mark.parametrize(
    ("name", "why"),
    [("没有的报", "there is no paper 没有的报 here"), ("河湾", "more than one paper begins with 河湾")],
)
def test_a_name_that_fits_none_or_several_names_the_papers_at_hand(
    home: Path, papers: Path, command: tuple[str, ...], name: str, why: str
) -> None:
    done = paper_reader(*command, papers, "--paper", name, "--lang", "en", home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert why in said(done)
    assert f"write one of Harbour Lantern, {EVENING}, {MORNING}" in said(done)


def test_a_list_is_of_one_paper_or_of_all(home: Path, papers: Path) -> None:
    assert listed(paper_reader("list", papers, "--json", home=home)) == {MORNING, EVENING, "Harbour Lantern"}
    assert listed(paper_reader("list", papers, "--json", "--paper", EVENING, home=home)) == {EVENING}


def test_notices_are_of_one_paper(home: Path, papers: Path) -> None:
    def found(paper: str) -> list[object]:
        done = paper_reader("notices", papers, "--paper", paper, "--json", home=home)
        return list(json.loads(printed(done)))

    assert len(found(EVENING)) == 1
    assert found(MORNING) == []


def test_the_setting_chooses_where_it_fits_and_is_passed_over_where_it_does_not(
    home: Path, papers: Path, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'paper = "{EVENING}"\n', encoding="utf-8")
    assert "晚上的事" in printed(paper_reader(papers, "--config", config, home=home))
    assert "A lamp goes out" in printed(paper_reader(papers / "lantern", "--config", config, home=home))
    done = paper_reader(papers, "--config", config, "--paper", MORNING, home=home)
    assert "早上的事" in printed(done)


def test_an_empty_library_is_empty_whatever_the_name(home: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = paper_reader("list", tmp_path / "none", "--paper", "x", "--lang", "en", home=home)
    assert done.returncode == 1
    assert "no edition here" in said(done)
