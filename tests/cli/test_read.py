from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.paper import paper_reader, printed, put, said
from tests.terminal import Terminal, clean_environment, reader_command


def test_without_a_terminal_the_edition_is_printed_as_show_does(home: Path, edition: Path) -> None:
    opened, shown = paper_reader(edition, home=home), paper_reader("show", edition, home=home)
    assert opened.returncode == 0
    assert opened.stdout == shown.stdout


def test_the_width_can_be_asked_for(home: Path, edition: Path) -> None:
    shown = paper_reader("show", edition, "--width=30", home=home)
    assert paper_reader(edition, "--width=30", home=home).stdout == shown.stdout
    assert paper_reader(edition, "--measure=30", home=home).stdout == shown.stdout


def test_without_a_path_the_library_asked_for_is_opened_else_ours(
    home: Path, library: Path, tmp_path: Path
) -> None:
    assert "新桥定名" in printed(paper_reader("--library", library, home=home))
    assert "新桥定名" in printed(paper_reader(home=home, PAPER_READER_LIBRARY=str(library)))
    here = tmp_path / "here"
    put(here / "editions", "2025-04-05", headline="就在这里")
    assert "就在这里" in printed(paper_reader(home=home, directory=here))
    assert "终端日报" in printed(paper_reader(home=home))


def test_a_library_that_is_named_must_be_there(home: Path) -> None:
    for done in (
        paper_reader("--library", home / "no", home=home),
        paper_reader(home=home, PAPER_READER_LIBRARY=str(home / "no")),
    ):
        assert done.returncode == 2
        assert said(done).startswith(f"{home / 'no'}:1:1: there is no such folder; ")


def test_a_newest_edition_that_is_broken_gives_way_and_says_why(home: Path, library: Path) -> None:
    broken = library / "2025-04-07.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("sections:", "sektions:"), encoding="utf-8")
    done = paper_reader(library, home=home)
    assert done.returncode == 0
    assert "渡口停摆" in printed(done)
    assert said(done).startswith(f"{broken}:")


def test_a_library_in_which_every_edition_is_broken_is_unreadable(home: Path, library: Path) -> None:
    for path in library.glob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("sections:", "sektions:"), encoding="utf-8")
    done = paper_reader(library, home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert {line.split(":")[0] for line in said(done).splitlines()} == {
        str(p) for p in library.glob("*.yaml")
    }
    assert "Traceback" not in said(done)


def test_a_newest_edition_there_twice_opens_and_names_both(home: Path, library: Path) -> None:
    twin = put(library, "2025-04-07", "a-twin.yaml")
    done = paper_reader(library, home=home)
    assert done.returncode == 0
    assert str(twin) in said(done)
    assert str(library / "2025-04-07.yaml") in said(done)


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_show_the_reader_gets_the_text_and_a_sentence(
    home: Path, edition: Path, term: str
) -> None:
    environment = clean_environment(home, TERM=term)
    with Terminal(reader_command(edition), size=(60, 200), environment=environment) as terminal:
        assert terminal.wait() == 0
        text = terminal.output.decode()
    assert "\x1b" not in text
    assert f"TERM={term}" in text
    assert "渡口停摆" in text


def test_a_terminal_of_another_encoding_gets_what_it_can_show_and_a_sentence(
    home: Path, edition: Path
) -> None:
    environment = clean_environment(home, PYTHONIOENCODING="latin-1", LC_ALL="en_US.ISO-8859-1")
    with Terminal(reader_command(edition), environment=environment) as terminal:
        assert terminal.wait() == 0
        assert b"\x1b" not in terminal.output
        assert b"UTF-8" in terminal.output
        assert b"2025?4?6?" in terminal.output


def test_text_on_a_terminal_is_as_wide_as_the_terminal_but_not_wider_than_80(
    home: Path, edition: Path
) -> None:
    def shown(columns: int) -> str:
        command = reader_command("show", edition)
        with Terminal(command, size=(columns, 40), environment=clean_environment(home)) as terminal:
            assert terminal.wait() == 0
            return terminal.output.decode().replace("\r\n", "\n")

    assert shown(40) == printed(paper_reader("show", edition, "--width=40", home=home))
    assert shown(200) == printed(paper_reader("show", edition, "--width=80", home=home))


def test_in_a_terminal_the_paper_opens(home: Path, edition: Path) -> None:
    with Terminal(reader_command(edition), environment=clean_environment(home)) as terminal:
        terminal.wait_for("渡口停摆")
        terminal.press("q")
        assert terminal.wait() == 0
    assert "Traceback" not in terminal.plain_output()


def test_an_unreadable_edition_never_opens_the_screen(home: Path, edition: Path) -> None:
    edition.write_text("format: 1\npaper: [", encoding="utf-8")
    with Terminal(reader_command(edition), environment=clean_environment(home)) as terminal:
        assert terminal.wait() == 2
        assert b"\x1b" not in terminal.output
        assert terminal.output.decode().startswith(f"{edition}:")
