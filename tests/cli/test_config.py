from __future__ import annotations

import tomllib
from pathlib import Path

from reader.settings import SETTINGS
from tests.cli.paper import paper_reader, printed, put, said


def test_every_setting_is_told_with_its_value_and_where_it_is_from(home: Path, library: Path) -> None:
    config = home / "mine.toml"
    config.write_text('measure = 44\ntheme = "dark"\n[keys]\nquit = "x"\n', encoding="utf-8")
    done = paper_reader(
        "config", "--config", config, "--ambiguous=2", home=home, PAPER_READER_LIBRARY=str(library)
    )
    lines = printed(done).splitlines()
    assert (done.returncode, said(done)) == (0, "")

    def line_of(name: str) -> str:
        return next(line for line in lines if name in line and "=" in line)

    assert all(line_of(setting.name) for setting in SETTINGS)
    assert "measure = 44" in line_of("measure")
    assert "# config file;" in line_of("measure")
    assert "# option;" in line_of("ambiguous_width")
    assert "# environment;" in line_of("library =")
    assert "# default;" in line_of("gutter")
    assert 'quit = "x"' in line_of("quit") or '"quit" = "x"' in line_of("quit")


def test_what_is_printed_below_the_paths_is_a_config_file(home: Path) -> None:
    text = printed(paper_reader("config", "--measure=50", home=home))
    table = tomllib.loads(text.split("\n\n", 1)[1])
    assert table["measure"] == 50
    assert set(table) == {setting.name for setting in SETTINGS} - {"library", "paper"}


def test_the_stylebook_of_the_library_is_named(home: Path, library: Path) -> None:
    assert "stylebook    none" in printed(paper_reader("config", "--library", library, home=home))
    (library / "stylebook.toml").write_text("", encoding="utf-8")
    text = printed(paper_reader("config", "--library", library, "--lang", "zh", home=home))
    assert any(line.split() == ["体例", str(library / "stylebook.toml")] for line in text.splitlines())


def test_the_files_in_use_are_named(home: Path) -> None:
    text = printed(paper_reader("config", home=home))
    assert f"{home / 'config' / 'paper-reader' / 'config.toml'} (not there)" in text
    assert str(home / "state" / "paper-reader" / "state.json") in text
    assert str(home / "cache" / "paper-reader") in text
    assert list(home.iterdir()) == []


def test_the_library_is_named_with_why(home: Path, library: Path, tmp_path: Path) -> None:
    shipped = printed(paper_reader("config", home=home))
    assert "the editions that come with the program" in shipped
    here = tmp_path / "here"
    put(here / "editions", "2025-04-05")
    assert "editions (the folder editions here)" in printed(paper_reader("config", home=home, directory=here))
    named = printed(paper_reader("config", "--library", library, home=home, directory=here))
    assert f"{library} (option)" in named


def test_an_editions_folder_here_counts_only_with_an_edition(home: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    (here / "editions").mkdir(parents=True)
    text = printed(paper_reader("config", home=home, directory=here))
    assert "come with the program" in text


def test_in_chinese_it_is_chinese(home: Path) -> None:
    text = printed(paper_reader("config", "--lang", "zh", home=home))
    assert "配置文件" in text
    assert "默认；" in text or "默认;" in text
