from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader import __version__
from reader.cli.commands import COMMANDS
from reader.cli.main import run
from reader.cli.options import OPTIONS
from tests.cli.paper import paper_reader, printed, put, said
from tests.terminal import clean_environment, reader_command


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told(home: Path, option: str) -> None:
    done = paper_reader(option, home=home)
    assert (done.returncode, printed(done)) == (0, f"paper-reader {__version__}\n")


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_help_names_every_command_and_option_and_fits_80_cells(home: Path, tongue: str) -> None:
    from reader.typesetting.width import text_width

    done = paper_reader("--help", "--lang", tongue, home=home)
    text = printed(done)
    assert done.returncode == 0
    assert all(f"{command.name} {command.words}".strip() in text for command in COMMANDS)
    assert all(option.name in text for option in OPTIONS)
    assert max(map(text_width, text.splitlines())) <= 80


@pytest.mark.parametrize("command", [command.name for command in COMMANDS if command.name])
def test_every_command_has_a_help_of_its_own(home: Path, command: str) -> None:
    done = paper_reader(command, "--help", home=home)
    assert done.returncode == 0
    assert printed(done).startswith(f"Usage: paper-reader {command}")
    own = {option.name for option in OPTIONS if not option.commands or command in option.commands}
    others = [option.name for option in OPTIONS if option.name not in own]
    assert [name for name in others if re.search(rf"^  {name}\b", printed(done), re.MULTILINE)] == []


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, "用法"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, "用法"),
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "用法"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "Usage"),
        ({"LC_ALL": "POSIX"}, "Usage"),
        ({"LC_ALL": ""}, "Usage"),
    ],
    ids=str,
)
def test_the_interface_speaks_as_the_locale_does(home: Path, environment: dict[str, str], word: str) -> None:
    assert printed(paper_reader("--help", home=home, world=environment)).startswith(word)


def test_an_option_outweighs_the_locale_and_the_config_both(home: Path) -> None:
    config = home / "mine.toml"
    config.write_text('language = "zh"\n', encoding="utf-8")
    by_config = paper_reader("list", home / "no", "--config", config, home=home)
    assert "没有这个文件夹" in said(by_config)
    by_option = paper_reader("list", home / "no", "--config", config, "--lang=en", home=home)
    assert "there is no such folder" in said(by_option)


@pytest.mark.parametrize("command", ["serch", "proof", "shwo"])
def test_an_unknown_command_is_wrong_use_and_names_those_there_are(home: Path, command: str) -> None:
    done = paper_reader(command, "x", home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert said(done).count("\n") == 1
    assert any(known.name and known.name in said(done).split(";")[1] for known in COMMANDS)


def test_a_file_named_like_a_command_opens_by_its_path(home: Path) -> None:
    put(home, "2025-04-05", "show")
    assert "老桥重开" in printed(paper_reader("./show", home=home, directory=home))
    assert "老桥重开" in printed(paper_reader("--", "show", home=home, directory=home))
    assert paper_reader("show", home=home, directory=home).returncode == 2


@pytest.mark.parametrize(
    "make",
    ["missing", "folder without editions", "fifo", "loop", "device", "binary", "empty", "long", "control"],
)
def test_what_cannot_be_read_is_one_line_with_place_and_advice(home: Path, tmp_path: Path, make: str) -> None:
    path = tmp_path / "edition.yaml"
    match make:
        case "folder without editions":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "loop":
            path.symlink_to(path)
        case "device":
            path = Path("/dev/zero")
        case "binary":
            path.write_bytes(bytes(range(256)))
        case "empty":
            path.write_bytes(b"")
        case "long":
            path = tmp_path / ("x" * 5000)
        case "control":
            path = tmp_path / "\x1b]0;no\x07\n.yaml"
    done = paper_reader("show", path, home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert all(re.match(r".+:\d+:\d+: .+; .+", line) for line in said(done).splitlines())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", said(done))


def test_a_bad_config_stops_everything_but_help(home: Path, edition: Path) -> None:
    config = home / "bad.toml"
    config.write_text("measure = 7\nmasure = 60\n", encoding="utf-8")
    done = paper_reader("show", edition, home=home, PAPER_READER_CONFIG=str(config))
    assert done.returncode == 2
    assert [line.split(": ")[0] for line in said(done).splitlines()] == [f"{config}:1:1", f"{config}:2:1"]
    assert paper_reader("--help", home=home, PAPER_READER_CONFIG=str(config)).returncode == 0


def test_a_config_that_is_named_must_be_there(home: Path, edition: Path) -> None:
    for done in (
        paper_reader("show", edition, "--config", home / "no.toml", home=home),
        paper_reader("show", edition, home=home, PAPER_READER_CONFIG=str(home / "no.toml")),
    ):
        assert done.returncode == 2
        assert said(done).startswith(f"{home / 'no.toml'}:1:1: ")


def test_a_fault_of_our_own_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> int:
        raise RuntimeError("a \x1b[31mfault\nof two lines")

    monkeypatch.setattr("reader.cli.main._perform", broken)
    assert run(["list"], {}) == 2
    told = capsys.readouterr().err
    assert told.startswith("paper-reader: the program itself failed: RuntimeError: a ␛[31mfault; ")
    assert told.count("\n") == 1
    assert "Traceback" not in told


def test_an_exception_that_cannot_even_be_told_is_one_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Unspeakable(Exception):
        def __str__(self) -> str:
            raise ValueError

    def broken(*_: object) -> int:
        raise Unspeakable

    monkeypatch.setattr("reader.cli.main._perform", broken)
    assert run(["list"], {}) == 2
    assert capsys.readouterr().err.startswith("paper-reader: the program itself failed: Unspeakable; ")


def test_for_finding_it_the_traceback_can_be_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> int:
        raise RuntimeError("a fault")

    monkeypatch.setattr("reader.cli.main._perform", broken)
    assert run(["list"], {"PAPER_READER_DEBUG": "1"}) == 2
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("error", [RecursionError, MemoryError, KeyError])
def test_no_exception_ever_comes_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: type[Exception]
) -> None:
    def broken(*_: object) -> int:
        raise error

    monkeypatch.setattr("reader.cli.main._perform", broken)
    assert run([], {}) == 2
    assert error.__name__ in capsys.readouterr().err


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.cli.main._perform", interrupted)
    assert run([], {}) == 130
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_goes_away_is_no_fault(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    put(tmp_path, "2025-04-05", "long.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("白天双向通行", "白天双向通行，" * 100_000), encoding="utf-8")
    with subprocess.Popen(
        reader_command("show", path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=clean_environment(home),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141


def test_an_interrupt_from_the_keyboard_is_130_and_silent(home: Path, tmp_path: Path) -> None:
    fifo_like = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"
    code = (
        f"import sys; sys.argv[1:] = ['list']\n"
        f"import reader.cli.main as m\ndef late(*_):\n    {fifo_like}\n    import time; time.sleep(5)\n"
        "m._perform = late\nfrom reader.__main__ import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env=clean_environment(home),
        check=False,
        timeout=30,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["--help"], ["list", "--json"], ["schema"]])
def test_a_full_disk_is_said(home: Path, library: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            reader_command(*arguments),
            stdout=full,
            stderr=subprocess.PIPE,
            env=clean_environment(home, PAPER_READER_LIBRARY=str(library)),
            check=False,
            timeout=30,
        )
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "No space left" in done.stderr.decode()


def test_a_closed_output_is_said(home: Path, edition: Path) -> None:
    command = " ".join(reader_command("show", edition)) + " >&-"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, env=clean_environment(home), check=False, timeout=30
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1


def test_the_schema_is_printed_as_json(home: Path) -> None:
    import json

    done = paper_reader("schema", home=home)
    assert done.returncode == 0
    assert json.loads(printed(done))["properties"].keys() >= {"format", "paper", "date", "sections"}


def test_nothing_is_started_for_ever(home: Path) -> None:
    """A pipe without a writer must not be waited for, neither as an edition nor as a config."""
    fifo = home / "pipe"
    os.mkfifo(fifo)
    began = time.monotonic()
    for arguments in (["show", fifo], [fifo], ["list", home], ["config", "--config", fifo]):
        assert paper_reader(*arguments, home=home).returncode in {1, 2}
    assert time.monotonic() - began < 60
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
