from __future__ import annotations

from pathlib import Path

import asyncssh
import pytest

from reader.ssh.access import Access, AccessError, hashed, read_keys, read_passwords, verified


@pytest.fixture(scope="module")
def kept() -> str:
    return hashed("一行一行")


def test_with_neither_keys_nor_passwords_anybody_may_enter(kept: str) -> None:
    assert Access().is_open
    assert not Access(passwords={"a": kept}).is_open
    assert not Access(keys=b"x").is_open


def test_a_password_is_known_by_its_hash_alone(kept: str) -> None:
    assert "一行" not in kept
    assert verified("一行一行", kept)
    assert not verified("一行", kept)
    assert hashed("一行一行") != kept


@pytest.mark.parametrize("kept", ["", "scrypt", "scrypt:x:y", "plain:AAAA:AAAA", "a:b:c:d", "scrypt::"])
def test_what_is_no_hash_admits_nobody(kept: str) -> None:
    assert not verified("", kept)


def test_a_name_is_admitted_with_its_own_password_only(kept: str) -> None:
    access = Access(passwords={"林": kept})
    assert access.admits("林", "一行一行")
    assert not access.admits("林", "")
    assert not access.admits("陈", "一行一行")
    assert not access.admits("陈", "")


def test_a_key_is_known_if_it_is_listed(tmp_path: Path) -> None:
    mine, other = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    path = tmp_path / "keys"
    path.write_bytes(b"# readers\n\n" + mine.export_public_key())
    access = Access(keys=read_keys(path))
    assert access.knows(mine.convert_to_public())
    assert not access.knows(other.convert_to_public())
    assert not Access().knows(mine.convert_to_public())


@pytest.mark.parametrize(("text", "line"), [("", 1), ("# none\n", 1), ("\nssh-ed25519 nothing\n", 2)])
def test_a_file_without_good_keys_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "keys"
    path.write_text(text)
    with pytest.raises(AccessError) as caught:
        read_keys(path)
    assert caught.value.line == line


@pytest.mark.parametrize(
    "options",
    ['from="10.1.2.3"', 'no-pty,command="ls -l"', "restrict", "cert-authority", 'expiry-time="20990101"'],
)
def test_a_key_with_options_is_refused_with_its_line(tmp_path: Path, options: str) -> None:
    key = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
    path = tmp_path / "keys"
    path.write_text(f"# readers\n{key}{options} {key}")
    with pytest.raises(AccessError) as caught:
        read_keys(path)
    assert caught.value.line == 3
    assert "options" in caught.value.what.en


@pytest.mark.parametrize("kind", ["ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"])
def test_a_key_may_have_a_comment_that_looks_like_options(tmp_path: Path, kind: str) -> None:
    key = asyncssh.generate_private_key(kind)
    line = key.export_public_key().decode().strip()
    path = tmp_path / "keys"
    path.write_text(f"{line} lin@河湾, no-pty\n", encoding="utf-8")
    assert Access(keys=read_keys(path)).knows(key.convert_to_public())


def test_passwords_are_read_by_name(tmp_path: Path, kept: str) -> None:
    path = tmp_path / "passwords"
    path.write_text(f"# readers\n林:{kept}\n\nchen:{kept}\n", encoding="utf-8")
    assert read_passwords(path) == {"林": kept, "chen": kept}


@pytest.mark.parametrize(("text", "line"), [("", 1), ("a:secret\n", 1), ("# x\nnothing\n", 2)])
def test_a_file_without_good_passwords_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "passwords"
    path.write_text(text)
    with pytest.raises(AccessError) as caught:
        read_passwords(path)
    assert caught.value.line == line
    assert "--hash-password" in caught.value.advice.en
