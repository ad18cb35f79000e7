"""The reader behind the system's own sshd, by its client on a real terminal: no server of ours takes part."""

from __future__ import annotations

import datetime as dt
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader.reading.hunt import MOST_READ
from tests.cli.paper import paper_reader, put
from tests.ssh.sshd import Sshd, sshd
from tests.ssh.visiting import a_library
from tests.terminal import Terminal, TerminalTimeout, clean_environment, reader_command

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "serve.md"


def program(folder: Path) -> Path:
    """Return a script that stands for the installed program."""
    path = folder / "paper-reader"
    words = " ".join(f"'{word}'" for word in reader_command())
    path.write_text(f'#!/bin/sh\nexec {words} "$@"\n', encoding="utf-8")
    path.chmod(0o755)
    return path


def recipe(mark: str) -> str:
    """Return a block of the guide."""
    match = re.search(
        rf"<!-- config: {mark} -->\n```\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL
    )
    assert match is not None
    return match[1]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    found = clean_environment(tmp_path / "home", EDITOR="touch", VISUAL="touch")
    return {name: found[name] for name in found if name not in ("TERM", "PATH", "LC_ALL", "COLORTERM")}


def forced(library: Path, tmp_path: Path, environment: dict[str, str], way: str) -> Iterator[Sshd]:
    """Run a server by one of the guide's two recipes, for this library."""
    command = f"{program(tmp_path)} --guest {library}"
    installed = "/opt/paper-reader/bin/paper-reader --guest /srv/papers"
    if way == "sshd_config":
        config = recipe("sshd").replace(installed, command).replace("Match User papers", "Match all")
        assert command in config
        with sshd(tmp_path, config, **environment) as server:
            yield server
    else:
        options = recipe("key").replace(installed, command).partition(" ssh-ed25519 ")[0]
        assert command in options
        with sshd(tmp_path, "", options.strip(), **environment) as server:
            yield server


@pytest.fixture(params=["sshd_config", "authorized_keys"])
def server(
    request: pytest.FixtureRequest, library: Path, tmp_path: Path, environment: dict[str, str]
) -> Iterator[Sshd]:
    yield from forced(library, tmp_path, environment, request.param)


def terminal(command: list[str], size: tuple[int, int] = (80, 24)) -> Terminal:
    """Run the client on a terminal."""
    environment = clean_environment(Path("home"), LANG="zh_CN.UTF-8")
    del environment["LC_ALL"]
    return Terminal(command, size=size, environment=environment)


def test_who_has_an_account_reads_by_naming_the_program(
    library: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    with (
        sshd(tmp_path, **environment) as server,
        terminal(server.ssh(f"{program(tmp_path)} {library}", options=["-t"])) as mine,
    ):
        mine.wait_for("渡口停摆")
        mine.press("l")
        mine.wait_for("从下周起")
        mine.press("q")
        assert mine.wait() == 0
        assert mine.output.rindex(b"\x1b[?1049l") > mine.output.rindex(b"\x1b[?1049h")
        assert b"\x1b[?25h" in mine.output[mine.output.rindex(b"\x1b[?1049l") - 200 :]
    assert (tmp_path / "home" / "state" / "paper-reader" / "state.json").exists()


def test_a_guest_reads_leaves_and_leaves_nothing(server: Sshd, tmp_path: Path) -> None:
    with terminal(server.ssh(options=["-t"])) as mine:
        mine.wait_for("渡口停摆")
        mine.press("l")
        mine.wait_for("从下周起")
        mine.press("q")
        assert mine.wait() == 0
        assert mine.output.rindex(b"\x1b[?1049l") > mine.output.rindex(b"\x1b[?1049h")
    assert not list((tmp_path / "home").rglob("*.json"))


def test_the_window_is_followed(server: Sshd) -> None:
    with terminal(server.ssh(options=["-t"]), (100, 30)) as mine:
        mine.wait_for("渡口停摆")
        mine.settle()
        mine.resize(60, 20)
        mine.wait_until(lambda: "渡口停摆" in mine.text and "读下去" in mine.lines[19], "the foot moved")


@pytest.mark.parametrize("command", ["sh", "cat /etc/passwd", "touch out; sh", "$(touch out)"])
def test_the_clients_command_is_not_run(server: Sshd, tmp_path: Path, command: str) -> None:
    with terminal(server.ssh(command, options=["-t"])) as mine:
        mine.wait_for("渡口停摆")
        mine.press("q")
        assert mine.wait() == 0
        assert b"root:" not in mine.output
    assert not list(tmp_path.rglob("out"))


def test_without_a_terminal_the_paper_is_printed(server: Sshd) -> None:
    done = subprocess.run(
        server.ssh("sh"), capture_output=True, input=b"touch out\n", check=False, timeout=60
    )
    assert "渡口停摆" in done.stdout.decode()
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("keys", ["e", "P", "\x1a", ":", "\x1c"])
def test_no_key_of_a_guest_leads_to_a_shell_or_a_file(
    server: Sshd, library: Path, tmp_path: Path, keys: str
) -> None:
    before = sorted(path for path in tmp_path.rglob("*") if "home" not in path.parts)
    texts = [path.read_bytes() for path in sorted(library.rglob("*.yaml"))]
    with terminal(server.ssh(options=["-t"])) as mine:
        mine.wait_for("渡口停摆")
        mine.press_and_settle(keys, patience=0.5)
        mine.press_and_settle("\x1b", quiet=0.5)  # not so close before the next that the two are one key
        mine.press("q")
        with suppress(TerminalTimeout):
            mine.wait(timeout=5)
        if mine.status is None:
            mine.press("q")
        assert mine.wait() == 0
    assert sorted(path for path in tmp_path.rglob("*") if "home" not in path.parts) == before
    assert [path.read_bytes() for path in sorted(library.rglob("*.yaml"))] == texts


def test_no_port_is_reached(server: Sshd) -> None:
    with socket.socket() as inner:
        inner.bind(("127.0.0.1", 0))
        inner.listen()
        inner.setblocking(False)
        command = server.ssh(options=["-W", f"127.0.0.1:{inner.getsockname()[1]}"])
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)
        assert done.returncode != 0
        with pytest.raises(BlockingIOError):  # nobody has knocked
            inner.accept()


def test_no_port_is_listened_on(server: Sshd) -> None:
    command = server.ssh(options=["-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:1"])
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert done.returncode != 0
    assert b"remote port forwarding failed" in done.stderr


def test_no_file_is_had_by_sftp(server: Sshd) -> None:
    command = server.ssh("sftp", options=["-s"])
    opening = b"\0\0\0\x05\x01\0\0\0\x03"  # SSH_FXP_INIT, version 3; a server answers with SSH_FXP_VERSION
    done = subprocess.run(command, capture_output=True, input=opening, check=False, timeout=60)
    assert not done.stdout.startswith(b"\0")


def test_a_new_edition_is_announced_to_who_reads(server: Sshd, library: Path) -> None:
    with terminal(server.ssh(options=["-t"])) as mine:
        mine.wait_for("渡口停摆")
        mine.settle()
        for day in ("07", "08", "09"):  # the one that is there at the first look is not told of
            put(library, f"2025-04-{day}", headline="灯会开场")
            with suppress(TerminalTimeout):
                mine.wait_for("新的一期到了", timeout=7)
                break
        assert "新的一期到了" in mine.text
        assert "渡口停摆" in mine.text
        mine.press("q")
        assert mine.wait() == 0


def test_a_guest_searches_the_index_that_was_made_for_guests(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    library = tmp_path / "library"
    text = put(library, "2025-04-06", headline="渡口停摆").read_text(encoding="utf-8")
    first = dt.date(2020, 1, 1)
    for number in range(MOST_READ + 1):  # so many that nobody would read them for a search
        day = (first + dt.timedelta(days=number)).isoformat()
        (library / f"{day}.yaml").write_text(text.replace("2025-04-06", day), encoding="utf-8")
    put(library, "2025-04-05", headline="灯会开场")
    cache = tmp_path / "guests"
    (tmp_path / "home").mkdir()
    made = paper_reader("index", str(library), home=tmp_path / "home", XDG_CACHE_HOME=str(cache))
    assert made.returncode == 0
    set_env = " ".join(f'"{name}={value}"' for name, value in environment.items() if "XDG_CACHE" not in name)
    installed = "/opt/paper-reader/bin/paper-reader --guest /srv/papers"
    config = recipe("sshd").replace(installed, f"{program(tmp_path)} --guest {library}")
    config = (
        config.replace("Match User papers", "Match all") + f"    SetEnv XDG_CACHE_HOME={cache} {set_env}\n"
    )
    with sshd(tmp_path, config) as server, terminal(server.ssh(options=["-t"]), (120, 30)) as mine:
        mine.wait_for("渡口停摆")
        mine.press("/灯会")
        mine.wait_for("本期没有")
        mine.press("\t")
        mine.wait_for("▸全部 1")
        mine.press("\x1b")
    assert "SetEnv XDG_CACHE_HOME=/var/cache/papers" in GUIDE.read_text(encoding="utf-8")
