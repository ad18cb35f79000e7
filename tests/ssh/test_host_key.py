from __future__ import annotations

import os
import shutil
import stat
import subprocess
import threading
from pathlib import Path

import asyncssh
import pytest

from reader.ssh.host_key import HostKeyError, fingerprint, host_key


def test_a_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "state" / "host_key"
    made = host_key(path)
    key = made.data
    assert made.is_new
    assert b"OPENSSH PRIVATE KEY" in key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert host_key(path) == (key, False)
    assert fingerprint(key).startswith("SHA256:")
    assert [one.name for one in path.parent.iterdir()] == ["host_key"]


def test_servers_that_start_together_share_the_key_that_was_first(tmp_path: Path) -> None:
    path = tmp_path / "host_key"
    keys: list[bytes] = []
    threads = [threading.Thread(target=lambda: keys.append(host_key(path).data)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(keys) == {path.read_bytes()}


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "host_key"
    host_key(path)
    path.chmod(0o644)
    with pytest.raises(HostKeyError) as caught:
        host_key(path)
    assert "chmod 600" in caught.value.advice.en


def test_what_is_no_key_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "host_key"
    path.write_text("my notes")
    path.chmod(0o600)
    with pytest.raises(HostKeyError):
        host_key(path)
    assert path.read_text() == "my notes"


def test_the_folder_of_a_key_is_not_made_where_it_may_be_mistyped(tmp_path: Path) -> None:
    with pytest.raises(HostKeyError) as caught:
        host_key(tmp_path / "mistyped" / "host_key", makes_folder=False)
    assert caught.value.path == tmp_path / "mistyped"
    assert "no such folder" in caught.value.what.en
    assert not list(tmp_path.iterdir())
    assert host_key(tmp_path / "host_key", makes_folder=False).is_new


def test_a_folder_is_no_host_key(tmp_path: Path) -> None:
    with pytest.raises(HostKeyError) as caught:
        host_key(tmp_path)
    assert "not a file" in caught.value.what.en
    assert "chmod" not in caught.value.advice.en


def test_the_public_half_is_told_from_the_private_one(tmp_path: Path) -> None:
    path = tmp_path / "host_key.pub"
    path.write_bytes(asyncssh.generate_private_key("ssh-ed25519").export_public_key())
    path.chmod(0o644)
    with pytest.raises(HostKeyError) as caught:
        host_key(path)
    assert "public key" in caught.value.what.en
    assert ".pub" in caught.value.advice.en


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="there is no ssh-keygen")
@pytest.mark.parametrize("form", ["RFC4716", "PEM", "PKCS8"])
@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_a_passphrase_is_named_as_the_trouble(tmp_path: Path, form: str, mode: int) -> None:
    path = tmp_path / "host_key"
    made = ("ssh-keygen", "-q", "-t", "ecdsa", "-m", form, "-N", "a ferry", "-f", str(path))
    subprocess.run(made, check=True)
    path.chmod(mode)
    with pytest.raises(HostKeyError) as caught:
        host_key(path)
    assert "passphrase" in caught.value.what.en
    assert "ssh-keygen -p" in caught.value.advice.en


def test_a_link_to_nothing_is_not_filled(tmp_path: Path) -> None:
    path = tmp_path / "host_key"
    path.symlink_to(tmp_path / "lost")
    with pytest.raises(HostKeyError) as caught:
        host_key(path)
    assert "No such file" in caught.value.what.en
    assert not (tmp_path / "lost").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(HostKeyError, match="denied") as caught:
        host_key(tmp_path / "a" / "host_key")
    assert caught.value.path == tmp_path / "a"


def test_what_lies_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(HostKeyError) as caught:
        host_key(tmp_path / "state" / "host_key")
    assert str(caught.value.path).startswith(str(tmp_path / "state"))
