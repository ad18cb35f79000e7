"""What the command that serves visitors does not do, and how it says so."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import asyncssh
import pytest

from tests.cli.paper import paper_reader, printed, said

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("host", ["0.0.0.0", "*", "::"])
def test_it_is_not_open_to_everybody_by_accident(library: Path, home: Path, host: str) -> None:
    done = paper_reader("serve", library, "--host", host, "--lang", "en", home=home)
    assert done.returncode == 2
    assert "anybody could enter, from anywhere" in said(done)
    assert "--open" in said(done)
    assert not (home / "state").exists()


def test_behind_a_proxy_no_address_is_local(library: Path, home: Path) -> None:
    done = paper_reader("serve", library, "--proxy-protocol", "127.0.0.1", "--lang", "en", home=home)
    assert done.returncode == 2
    assert "anybody could enter, from anywhere" in said(done)


def test_a_proxy_that_is_no_address_is_refused(library: Path, home: Path) -> None:
    options = ("--open", "--proxy-protocol", "10.0.0.1,front", "--lang", "en")
    done = paper_reader("serve", library, *options, home=home)
    assert done.returncode == 2
    assert "10.0.0.0/24" in said(done)


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_without_the_extra_it_names_the_extra(library: Path, home: Path, tmp_path: Path, tongue: str) -> None:
    (tmp_path / "asyncssh.py").write_text("raise ImportError('it is not installed')")
    done = paper_reader("serve", library, "--lang", tongue, home=home, PYTHONPATH=f"{tmp_path}:{ROOT}")
    assert (done.returncode, printed(done)) == (2, "")
    assert "pip install 'asyncssh>=2.24,<3'" in said(done)
    assert len(said(done).splitlines()) == 1


def test_a_port_that_is_taken_is_named(library: Path, home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = paper_reader("serve", library, "--port", str(port), "--lang", "en", home=home)
    assert done.returncode == 2
    assert f"cannot listen on 127.0.0.1:{port}" in said(done)


def test_a_host_that_is_none_of_ours_is_named(library: Path, home: Path) -> None:
    done = paper_reader("serve", library, "--host", "192.0.2.1", "--open", "--lang", "en", home=home)
    assert done.returncode == 2
    assert "cannot listen on 192.0.2.1:2222" in said(done)


@pytest.mark.parametrize("option", ["--keys", "--passwords"])
@pytest.mark.parametrize("content", [None, "", "# nobody\n", "words\n", "\x00\x01\n"])
def test_a_file_of_who_may_enter_that_is_not_one_is_refused(
    library: Path, home: Path, option: str, content: str | None
) -> None:
    path = home / "who"
    if content is not None:
        path.write_text(content)
    done = paper_reader("serve", library, option, path, "--port", "0", home=home)
    assert done.returncode == 2
    assert str(path) in said(done)
    assert "Traceback" not in said(done)


def test_a_password_file_that_is_not_utf_8_is_refused(library: Path, home: Path) -> None:
    path = home / "who"
    path.write_bytes(b"\xff\xfe\n")
    done = paper_reader("serve", library, "--passwords", path, "--port", "0", home=home)
    assert done.returncode == 2
    assert str(path) in said(done)


def test_a_log_that_cannot_be_written_is_named(library: Path, home: Path) -> None:
    path = home / "nowhere" / "log"
    done = paper_reader("serve", library, "--log", path, "--port", "0", home=home)
    assert done.returncode == 2
    assert str(path) in said(done)


def refusal(home: Path, place: Path, *more: str) -> str:
    """Return the one line with which a place is not served."""
    done = paper_reader("serve", place, "--port", "0", "--lang", "en", *more, home=home)
    assert (done.returncode, printed(done)) == (2, "")
    (line,) = said(done).splitlines()
    return line


def test_a_folder_without_a_paper_is_not_served(home: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert refusal(home, tmp_path / "empty").startswith(
        f"{tmp_path / 'empty'}: there is no edition in this folder; name a folder"
    )


def test_a_place_that_is_not_there_is_said_not_to_be_there(home: Path, tmp_path: Path) -> None:
    assert refusal(home, tmp_path / "nowhere") == (
        f"{tmp_path / 'nowhere'}: there is no such folder or file; correct the path"
    )


def test_of_a_broken_edition_it_is_said_where_and_how_to_mend_it(home: Path, tmp_path: Path) -> None:
    (tmp_path / "2025-04-05.yaml").write_text("paper: [oops\n")
    line = refusal(home, tmp_path / "2025-04-05.yaml")
    assert line.startswith(f"{tmp_path / '2025-04-05.yaml'}:1:8: a bracket is not closed")


def test_of_several_broken_editions_the_newest_is_named_and_the_command_for_all(
    home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "my papers"
    folder.mkdir()
    for day in ("05", "06"):
        (folder / f"2025-04-{day}.yaml").write_text("paper: [oops\n")
    line = refusal(home, folder)
    assert line.startswith(f"{folder}: none of these 2 editions can be read, the newest is ")
    assert f"{folder / '2025-04-06.yaml'}:1:8: a bracket is not closed" in line
    assert line.endswith(f"; see all with paper-reader check '{folder}'")


def test_an_edition_larger_than_is_allowed_is_said_to_be_too_large(edition: Path, home: Path) -> None:
    edition.write_text(edition.read_text(encoding="utf-8") + "# a long remark\n" * 70_000, encoding="utf-8")
    line = refusal(home, edition, "--max-size", "1")
    assert "--max-size" in line or "1 MiB" in line


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
@pytest.mark.parametrize("name", ["papers", "papers/2025-04-05.yaml"])
def test_a_place_that_may_not_be_read_is_said_to_be_closed(home: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "2025-04-05.yaml").write_text("format: 1\n")
    (tmp_path / name).chmod(0)
    assert "Permission denied" in refusal(home, tmp_path / name) or "may not" in refusal(
        home, tmp_path / name
    )
    (tmp_path / name).chmod(0o700)


def test_no_password_has_no_hash(home: Path) -> None:
    done = paper_reader("serve", "--hash-password", home=home, given=b"\n")
    assert (done.returncode, printed(done)) == (2, "")


@pytest.mark.parametrize("options", [("--keep-places",), ("--places", "places")])
def test_places_are_not_kept_of_who_is_not_known(library: Path, home: Path, options: tuple[str, ...]) -> None:
    done = paper_reader("serve", library, *options, "--lang", "en", home=home)
    assert done.returncode == 2
    assert "nobody is known without a key" in said(done)
    assert not (home / "places").exists()


def test_a_folder_of_places_that_cannot_be_made_is_named(library: Path, home: Path) -> None:
    key = asyncssh.generate_private_key("ssh-ed25519")
    (home / "keys").write_bytes(key.export_public_key())
    (home / "places").write_text("a file")
    done = paper_reader("serve", library, "--keys", home / "keys", "--places", home / "places", home=home)
    assert done.returncode == 2
    assert str(home / "places") in said(done)


def test_a_host_key_that_others_can_read_is_not_used(library: Path, home: Path) -> None:
    path = home / "key"
    path.write_bytes(asyncssh.generate_private_key("ssh-ed25519").export_private_key())
    path.chmod(0o644)
    done = paper_reader("serve", library, "--host-key", path, "--port", "0", "--lang", "en", home=home)
    assert done.returncode == 2
    assert "others can read this host key" in said(done)
    assert "chmod 600" in said(done)


def test_a_host_key_that_is_none_is_refused(library: Path, home: Path) -> None:
    path = home / "key"
    path.write_text("no key")
    path.chmod(0o600)
    done = paper_reader("serve", library, "--host-key", path, "--port", "0", home=home)
    assert done.returncode == 2
    assert f"{path}" in said(done)


@pytest.mark.parametrize("options", ['from="10.1.2.3"', 'no-pty,command="x"'])
def test_a_key_with_options_is_refused_by_file_and_line(library: Path, home: Path, options: str) -> None:
    key = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
    path = home / "keys"
    path.write_text(f"{key}{options} {key}")
    done = paper_reader("serve", library, "--keys", path, "--port", "0", "--lang", "en", home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert f"{path}:2:1: there are options before this key" in said(done)
