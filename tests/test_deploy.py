"""What the server is run with: the unit is one systemd takes, the container file builds what there is."""

from __future__ import annotations

import json
import pwd
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.options import parse
from reader.ssh.house_rules import HouseRules

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "docs" / "deploy"
UNIT = (DEPLOY / "paper-reader.service").read_text(encoding="utf-8")
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
README = (DEPLOY / "README.md").read_text(encoding="utf-8")


def settings(name: str) -> list[str]:
    """Return the values of a setting of the unit, in order."""
    return re.findall(rf"^{name}=(.*)$", UNIT, re.MULTILINE)


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("there is no systemd-analyze here")
    # The program is not installed where the unit has it: it is asked about one that is there.
    copy = tmp_path / "paper-reader.service"
    copy.write_text(UNIT.replace("/opt/paper-reader/bin/paper-reader", sys.executable), encoding="utf-8")
    done = subprocess.run([analyze, "verify", copy], capture_output=True, text=True, check=False)
    assert (done.returncode, [line for line in done.stderr.splitlines() if copy.name in line]) == (0, [])


def test_the_unit_starts_the_server_as_the_program_takes_it() -> None:
    command = shlex.split(settings("ExecStart")[0])
    assert Path(command[0]).name == "paper-reader"
    assert parse(command[1:]) == ("serve", ("/srv/papers",), {"workers": 2})


@pytest.mark.parametrize(
    "line",
    [
        "DynamicUser=yes",
        "StateDirectory=paper-reader",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "PrivateTmp=yes",
        "PrivateDevices=yes",
        "CapabilityBoundingSet=",
        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
        "SystemCallFilter=@system-service",
        "MemoryMax=2304M",
    ],
)
def test_the_unit_keeps_the_machine_out_of_reach(line: str) -> None:
    assert line in UNIT.splitlines()


def test_the_unit_waits_longer_than_the_workers_do() -> None:
    from reader.ssh.workers import _PATIENCE

    assert float(settings("TimeoutStopSec")[0]) > _PATIENCE


def test_what_cannot_be_served_is_not_started_again_and_again() -> None:
    from reader.cli.exit_status import WRONG

    assert settings("Restart") == ["on-failure"]
    assert settings("RestartPreventExitStatus") == [str(WRONG)]


def megabytes(workers: int) -> float:
    """Return what the guide says that so many full workers take: half as much again as is counted."""
    return workers * (150 + 3 * HouseRules().visitors) * 1.5


def test_the_memory_of_the_unit_is_enough_for_its_workers() -> None:
    workers = parse(shlex.split(settings("ExecStart")[0])[1:]).options["workers"]
    assert isinstance(workers, int)
    assert megabytes(workers) <= int(settings("MemoryMax")[0].removesuffix("M"))


def test_the_table_of_memory_is_what_it_says_of_a_worker() -> None:
    rows = re.findall(r"^\| (\d+) \| (\d+) \| (\d+)M \|$", README, re.MULTILINE)
    assert len(rows) >= 3
    for workers, visitors, memory in rows:
        assert int(visitors) == int(workers) * HouseRules().visitors
        assert megabytes(int(workers)) <= int(memory) < 1.2 * megabytes(int(workers))


def test_what_git_does_not_keep_is_not_sent_to_the_builder() -> None:
    left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {".git", ".venv", "**/__pycache__"} <= set(left_out)
    for line in re.findall(r"^COPY (?!--from)(.*) \S+$", CONTAINER, re.MULTILINE):
        assert not set(line.split()) & set(left_out)


@pytest.mark.parametrize("name", sorted(path.name for path in DEPLOY.glob("haproxy*.cfg")))
def test_haproxy_takes_its_files_without_a_warning(name: str, tmp_path: Path) -> None:
    haproxy = shutil.which("haproxy", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    openssl = shutil.which("openssl")
    if haproxy is None or openssl is None:
        pytest.skip("there is no HAProxy here, or no openssl")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes"),
            *("-keyout", key, "-out", certificate, "-subj", "/CN=localhost"),
        ],
        check=True,
        capture_output=True,
    )
    both = tmp_path / "paper.pem"
    both.write_text(certificate.read_text() + key.read_text())
    text = (DEPLOY / name).read_text(encoding="utf-8").replace("/etc/haproxy/paper.pem", str(both))
    try:
        pwd.getpwnam("haproxy")
    except KeyError:
        text = re.sub(r"^    (?:user|group) haproxy\n", "", text, flags=re.MULTILINE)
    copy = tmp_path / name
    copy.write_text(text, encoding="utf-8")
    done = subprocess.run([haproxy, "-c", "-f", copy], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert "ALERT" not in done.stderr


def test_the_state_is_where_the_unit_has_it_kept() -> None:
    environment = dict(word.split("=", 1) for word in settings("Environment")[0].split())
    assert environment["XDG_STATE_HOME"] == "%S"  # state_file() adds the name of the folder
    assert settings("StateDirectory") == ["paper-reader"]
    assert environment["XDG_CACHE_HOME"] == "%C"
    assert settings("CacheDirectory") == ["paper-reader"]


def test_the_unit_lets_the_index_be_made_at_low_priority() -> None:
    # What is allowed last counts: @resources, which is taken away before, has it.
    filters = settings("SystemCallFilter")
    assert filters.index("setpriority") > filters.index("~@privileged @resources")


def test_the_container_is_built_of_what_there_is() -> None:
    for line in re.findall(r"^COPY (?!--from)(.*) \S+$", CONTAINER, re.MULTILINE):
        for name in line.split():
            assert (ROOT / name).exists(), name


def test_the_container_names_images_and_no_host() -> None:
    assert re.findall(r"^FROM (\S+)", CONTAINER, re.MULTILINE) == ["python:3.12-slim"] * 2


def test_the_container_is_not_root_and_keeps_its_state_in_a_volume() -> None:
    lines = CONTAINER.splitlines()
    assert [line for line in lines if line.startswith("USER")] == ["USER 2222:2222"]
    assert "VOLUME /state" in lines
    assert re.search(r"^ENV (?:.*\n)*? +XDG_STATE_HOME=/state", CONTAINER, re.MULTILINE)
    # A volume can be written also where the container itself is read-only.
    assert "VOLUME /cache" in lines
    assert re.search(r"^ENV (?:.*\n)*? +XDG_CACHE_HOME=/cache", CONTAINER, re.MULTILINE)
    assert re.search(r"install -d -o reader .* /state /cache ", CONTAINER)
    assert lines.index("USER 2222:2222") < next(i for i, line in enumerate(lines) if line.startswith("CMD"))


def test_the_container_starts_the_server_as_the_program_takes_it() -> None:
    match = re.search(r"^CMD (.*)$", CONTAINER, re.MULTILINE)
    assert match is not None
    program, *arguments = json.loads(match[1])
    assert program == "paper-reader"
    assert parse(arguments) == ("serve", ("/papers",), {"workers": 1, "host": "*", "open": True})


def test_the_commands_it_shows_are_commands() -> None:
    shown = re.findall(r"paper-reader (serve [^`\n)]*)", README)
    assert len(shown) >= 2
    for words in shown:
        assert parse(shlex.split(words)).command == "serve"


def test_every_file_is_spoken_of() -> None:
    names = {path.name for path in DEPLOY.iterdir()} - {"README.md"}
    assert names <= set(re.findall(r"\]\(([\w.-]+)\)", README))
