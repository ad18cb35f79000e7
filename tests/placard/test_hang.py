"""The placard hangs at once, is the page the reader paints, and gives way at any doubt."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from reader.placard.hang import folder
from tests.cli.paper import put
from tests.placard.starting import (
    BACK,
    IS_IMPORTED,
    OTHER_SCREEN,
    has_hung,
    page,
    placards,
    read_and_leave,
    start,
)
from tests.terminal import Terminal


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return put(tmp_path / "papers", "2025-04-05")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def hung_text(terminal: Terminal) -> str:
    """Return the screen as it is before Textual has it."""
    terminal.wait_until(lambda: len(terminal.output) > 500, "the page is there")
    assert IS_IMPORTED not in terminal.output
    terminal.settle(quiet=0.02)
    return page(terminal)


def test_the_second_start_shows_the_page_before_textual_does(home: Path, paper: Path) -> None:
    first = read_and_leave(home, paper)
    with start(home, paper) as terminal:
        assert hung_text(terminal) == first


def test_the_page_that_hangs_is_whole_to_its_foot(home: Path, paper: Path) -> None:
    read_and_leave(home, paper)
    with start(home, paper) as terminal:
        hung_text(terminal)
        hung = terminal.text
        terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
        terminal.settle(quiet=0.4)
        assert terminal.text == hung
        assert "%" in hung


def test_the_reader_takes_over_without_clearing_or_painting_the_page_again(home: Path, paper: Path) -> None:
    read_and_leave(home, paper)
    with start(home, paper) as terminal:
        before = hung_text(terminal)
        painted = len(terminal.output)
        terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
        terminal.settle(quiet=0.4)
        assert page(terminal) == before
        after = bytes(terminal.output[painted:])
        assert OTHER_SCREEN not in after
        assert b"\x1b[2J" not in after
        assert len(after) < painted / 2
        terminal.press("q")
        assert terminal.wait() == 0
        assert terminal.output.count(OTHER_SCREEN) == terminal.output.count(BACK) == 1


@pytest.mark.parametrize("keys", ["j", "\x1b[C", "  ", "s", "m", "t", "+", "\tjj", "/灯\r", "v", "?"])
def test_the_page_that_hangs_is_that_of_where_the_reader_left(home: Path, paper: Path, keys: str) -> None:
    read_and_leave(home, paper)
    with start(home, paper) as terminal:
        terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
        terminal.settle(quiet=0.4)
        terminal.press_and_settle(keys)
        if keys in ("v", "?"):
            terminal.press_and_settle(keys)
        elif keys.endswith("\r"):
            terminal.press_and_settle("\x1b")
        terminal.press("q")
        assert terminal.wait() == 0
    with start(home, paper) as terminal:
        before = hung_text(terminal)
        painted = len(terminal.output)
        terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
        terminal.settle(quiet=0.4)
        assert page(terminal) == before
        assert len(terminal.output) - painted < painted / 2, "the page was painted again"


def test_keys_pressed_while_it_hangs_are_the_readers(home: Path, paper: Path) -> None:
    read_and_leave(home, paper)
    with start(home, paper) as terminal:
        hung_text(terminal)
        for key in "/甲乙丙丁":
            terminal.press(key)
            time.sleep(0.01)
        terminal.wait_for("甲乙丙丁")
        terminal.press("\x1b")
        terminal.settle(quiet=0.3)
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("after", [0.0, 0.08, 0.4])
def test_whoever_ends_it_finds_the_terminal_as_it_was(
    home: Path, paper: Path, number: signal.Signals, after: float
) -> None:
    read_and_leave(home, paper)
    with start(home, paper) as terminal:
        before = terminal.modes()
        hung_text(terminal)
        assert terminal.modes() != before
        time.sleep(after)
        terminal.kill(number)
        assert terminal.wait() in (-number, 128 + number)
        terminal.settle(quiet=0.05)
        assert terminal.modes() == before
        assert terminal.output.count(OTHER_SCREEN) == terminal.output.count(BACK)
        assert b"Traceback" not in terminal.output


def test_a_program_that_is_told_to_end_keeps_what_was_read(home: Path, paper: Path) -> None:
    with start(home, paper) as terminal:
        terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
        terminal.settle(quiet=0.4)
        terminal.press_and_settle("m")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
    assert "marks" in (home / "state" / "paper-reader" / "state.json").read_text(encoding="utf-8")


class TestNoneHangs:
    def test_where_the_paper_has_changed(self, home: Path, paper: Path) -> None:
        read_and_leave(home, paper)
        put(paper.parent, "2025-04-05", headline="另一个标题")
        with start(home, paper) as terminal:
            terminal.wait_for("另一个标题")
            assert not has_hung(terminal)

    def test_where_a_newer_paper_has_come(self, home: Path, paper: Path) -> None:
        read_and_leave(home, paper.parent)
        assert placards(home)
        put(paper.parent, "2025-04-06", headline="新的一天")
        with start(home, paper.parent) as terminal:
            terminal.wait_for("新的一天")
            assert not has_hung(terminal)

    def test_where_the_terminal_is_of_another_size(self, home: Path, paper: Path) -> None:
        read_and_leave(home, paper)
        with start(home, paper, size=(90, 24)) as terminal:
            terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
            assert not has_hung(terminal)

    def test_where_the_settings_have_changed(self, home: Path, paper: Path) -> None:
        read_and_leave(home, paper)
        (home / "config" / "paper-reader").mkdir(parents=True)
        (home / "config" / "paper-reader" / "config.toml").write_text('language = "en"\n', encoding="utf-8")
        with start(home, paper) as terminal:
            terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
            assert not has_hung(terminal)

    def test_where_it_is_damaged(self, home: Path, paper: Path) -> None:
        first = read_and_leave(home, paper)
        (file,) = placards(home)
        data = bytearray(file.read_bytes())
        data[-9] ^= 1
        file.write_bytes(data)
        assert read_and_leave(home, paper) == first

    def test_where_it_is_anothers_to_read(self, home: Path, paper: Path) -> None:
        read_and_leave(home, paper)
        (file,) = placards(home)
        file.chmod(0o644)
        with start(home, paper) as terminal:
            terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
            assert not has_hung(terminal)

    def test_where_colours_are_unwanted(self, home: Path, paper: Path) -> None:
        read_and_leave(home, paper, NO_COLOR="1")
        assert placards(home) == []

    def test_for_a_guest(self, home: Path, paper: Path) -> None:
        read_and_leave(home, paper, "--guest")
        assert not (home / "cache").exists()

    def test_where_the_start_has_something_to_say(self, home: Path, paper: Path) -> None:
        (paper.parent / "2025-04-07.yaml").write_text("paper: [", encoding="utf-8")
        with start(home, paper.parent) as terminal:
            terminal.wait_until(lambda: IS_IMPORTED in terminal.output, "the reader has the terminal")
            terminal.settle(quiet=0.4)
            terminal.press("q")
            assert terminal.wait() == 0
        assert placards(home) == []


def test_placards_lie_where_caches_do() -> None:
    assert folder({"XDG_CACHE_HOME": "/var/cache/me"}) == "/var/cache/me/paper-reader/placards"
    assert folder({"HOME": "/me", "XDG_CACHE_HOME": "relative"}) == "/me/.cache/paper-reader/placards"


def test_the_first_stage_imports_nothing_but_the_standard_librarys_least(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = "import sys; import reader.__main__, reader.placard.held_terminal; print(*sorted(sys.modules))"
    command = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        f"import sys; sys.path.insert(0, {str(Path.cwd())!r}); {code}",
    ]
    found = set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())
    late = {
        *("typing", "re", "collections", "enum", "signal", "json", "pathlib", "dataclasses", "functools"),
        *(
            "contextlib",
            "datetime",
            "asyncio",
            "textual",
            "rich",
            "yaml",
            "platformdirs",
            "reader.cli",
            "logging",
        ),
    }
    assert found & late == set()
