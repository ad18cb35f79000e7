"""`paper-reader proof`, as a process."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.typesetting.width import text_width
from tests.cli.paper import paper_reader, printed, said
from tests.copydesk.desk import FAULTY
from tests.copydesk.test_proof_fixing import FOLDED
from tests.terminal import Terminal, clean_environment, reader_command


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "2024-12-23.yaml"
    path.write_text(FAULTY, "utf-8")
    return path


def on_terminal(home: Path, *words: str | Path, **environment: str) -> Terminal:
    return Terminal(
        reader_command("--lang", "en", "proof", *words),
        environment=clean_environment(home, **environment),
        size=(100, 30),
    )


def test_without_a_terminal_it_names_check(home: Path, faulty: Path) -> None:
    done = paper_reader("proof", faulty, home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert said(done).strip().endswith(f"to proofread on; use paper-reader check {faulty}")


def test_it_wants_one_file(home: Path, tmp_path: Path, faulty: Path) -> None:
    assert paper_reader("proof", home=home).returncode == 2
    assert paper_reader("proof", faulty, faulty, home=home).returncode == 2
    done = paper_reader("proof", tmp_path, home=home)
    assert done.returncode == 2
    assert "this is a folder" in said(done)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_help_fits_a_terminal(home: Path, language: str) -> None:
    lines = printed(paper_reader("--lang", language, "proof", "--help", home=home)).splitlines()
    assert lines[0].split(maxsplit=1)[1] == "paper-reader proof FILE"
    assert any("--stylebook" in line for line in lines)
    assert [line for line in lines if text_width(line) > 80] == []


def test_it_opens_at_the_first_finding_and_ends_with_q(home: Path, faulty: Path) -> None:
    with on_terminal(home, faulty) as terminal:
        terminal.wait_for("accept")
        assert "Proof 2024-12-23.yaml" in terminal.lines[0]
        assert terminal.lines[0].split()[-1].startswith("1/")
        terminal.press("q")
        assert terminal.wait() == 0


def test_what_is_proofread_is_not_taken_for_read(home: Path, faulty: Path) -> None:
    with on_terminal(home, faulty) as terminal:
        terminal.wait_for("accept")
        terminal.press_and_settle("n")
        terminal.press_and_settle("y")
        terminal.press_and_settle("q")
        terminal.press("q")
        assert terminal.wait() == 0
    kept = [path.name for path in home.rglob("*") if path.is_file()]
    assert [name for name in kept if not name.endswith(".jsonl")] == []
    assert len(kept) == 1


def test_a_terminal_that_can_show_nothing_is_told_of_check(home: Path, faulty: Path) -> None:
    with on_terminal(home, faulty, TERM="dumb") as terminal:
        assert terminal.wait() == 2
        assert "use paper-reader check" in terminal.plain_output()


def test_a_file_that_is_no_edition_is_said_with_its_line(home: Path, faulty: Path) -> None:
    faulty.write_text(FAULTY.replace("headline", "headlin"), "utf-8")
    with on_terminal(home, faulty) as terminal:
        assert terminal.wait() == 2
        assert f"{faulty}:7:9:" in terminal.plain_output()


def test_an_edition_the_reader_refuses_is_proofread_all_the_same(home: Path, faulty: Path) -> None:
    faulty.write_text(FOLDED, "utf-8")
    with on_terminal(home, faulty) as terminal:
        terminal.wait_for("S-FORMAT")


def test_a_stylebook_can_be_named(home: Path, faulty: Path, tmp_path: Path) -> None:
    stylebook = tmp_path / "house.toml"
    stylebook.write_text('off = ["T-WIDTH"]\n', "utf-8")
    with on_terminal(home, faulty, "--stylebook", stylebook) as terminal:
        terminal.wait_for("Proof 2024-12-23.yaml")
        terminal.settle(quiet=0.5)
        assert "T-WIDTH" not in terminal.text
    stylebook.write_text('off = ["T-WIDHT"]\n', "utf-8")
    with on_terminal(home, faulty, "--stylebook", stylebook) as terminal:
        assert terminal.wait() == 2
        assert f"{stylebook}:1:" in terminal.plain_output()


def test_keys_that_name_no_command_are_refused(home: Path, faulty: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[keys]\naccpet = "f2"\n', "utf-8")
    with on_terminal(home, "--config", config, faulty) as terminal:
        assert terminal.wait() == 2
        assert "accpet" in terminal.plain_output()
    config.write_text('[keys]\naccept = "f2"\n', "utf-8")
    with on_terminal(home, "--config", config, faulty) as terminal:
        terminal.wait_for("f2 accept")
