from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from reader.ssh.host_key import HostKeyError, fingerprint, host_key


def test_a_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "state" / "host_key"
    key = host_key(path)
    assert b"OPENSSH PRIVATE KEY" in key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert host_key(path) == key
    assert fingerprint(key).startswith("SHA256:")
    assert [one.name for one in path.parent.iterdir()] == ["host_key"]


def test_servers_that_start_together_share_the_key_that_was_first(tmp_path: Path) -> None:
    path = tmp_path / "host_key"
    keys: list[bytes] = []
    threads = [threading.Thread(target=lambda: keys.append(host_key(path))) for _ in range(4)]
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


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OSError, match="denied"):
        host_key(tmp_path / "a" / "host_key")
