"""What the command that serves visitors does not do, and how it says so."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from pathlib import Path

import asyncssh
import pytest

from reader.ssh.listening import listen
from tests.cli.paper import paper_reader, printed, said
from tests.cli.serving import serving
from tests.ssh.visiting import connect, sit_down, until

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


def test_a_folder_without_a_paper_is_not_served(home: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = paper_reader("serve", tmp_path / "empty", "--lang", "en", home=home)
    assert done.returncode == 2
    assert "no edition that can be read" in said(done)


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
    done = paper_reader("serve", library, "--host-key", path, "--lang", "en", home=home)
    assert done.returncode == 2
    assert "others can read this host key" in said(done)
    assert "chmod 600" in said(done)


def test_a_host_key_that_is_none_is_refused(library: Path, home: Path) -> None:
    path = home / "key"
    path.write_text("no key")
    path.chmod(0o600)
    done = paper_reader("serve", library, "--host-key", path, home=home)
    assert done.returncode == 2
    assert f"{path}" in said(done)


# -- ports ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("kind", [(), ("--web",)], ids=["ssh", "web"])
def test_a_port_of_another_reading_room_is_not_shared(
    library: Path, home: Path, kind: tuple[str, ...], workers: str
) -> None:
    with serving(library, home, *kind, workers=2) as first:
        options = (*kind, "--port", str(first.port), "--workers", workers, "--lang", "en")
        done = paper_reader("serve", library, *options, home=home)
        assert done.returncode == 2
        assert said(done).strip().splitlines()[-1] == (
            f"paper-reader: cannot listen on 127.0.0.1:{first.port}: Address already in use; "
            "choose another --host or --port"
        )
        assert "is open" not in said(done)
        with socket.create_connection(("127.0.0.1", first.port)):
            pass


def test_a_port_stays_taken_while_a_worker_is_being_replaced(library: Path, home: Path) -> None:
    with serving(library, home) as first:
        for worker in first.workers():
            os.kill(worker, signal.SIGKILL)  # twice within five seconds: the next takes its time
        first.event("open", 2)
        for worker in first.workers():
            os.kill(worker, signal.SIGKILL)
        with pytest.raises(OSError, match="in use"):
            listen("127.0.0.1", first.port)


async def test_started_again_at_once_it_has_its_port_again(library: Path, home: Path) -> None:
    port = 0
    for kill in (False, True, False):
        with serving(library, home, workers=2, port=port) as server:
            port = server.port
            connection = await connect(port)
            visitor = await sit_down(connection)
            await until(lambda visitor=visitor: visitor.shows("新桥定名"))
            if kill:
                server.process.kill()  # its workers notice a moment later
                server.process.wait()
            else:
                await asyncio.to_thread(server.stop)
            connection.close()


def test_a_port_of_a_monitor_that_is_taken_is_named_before_anything_is_open(
    library: Path, home: Path
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        options = ("--port", "0", "--monitor", str(port - 1), "--workers", "2", "--lang", "en")
        done = paper_reader("serve", library, *options, home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert f"cannot listen on 127.0.0.1:{port}: Address already in use; choose another --monitor" in said(
        done
    )
    assert len(said(done).splitlines()) == 1


@pytest.mark.parametrize(("port", "workers"), [("65535", "2"), ("65500", "64")])
def test_more_monitors_than_ports_are_wrong_use(library: Path, home: Path, port: str, workers: str) -> None:
    options = ("--port", "0", "--monitor", port, "--workers", workers, "--lang", "en")
    done = paper_reader("serve", library, *options, home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert f"--monitor {port} is too high for {workers} workers" in said(done)
    assert f"say {65_536 - int(workers)} at most" in said(done)
    assert len(said(done).splitlines()) == 1


def test_the_last_port_will_do_for_one_worker(library: Path, home: Path) -> None:
    with serving(library, home, "--monitor", "65535") as server:
        assert server.event("monitor")["port"] == 65_535


# -- the host key ---------------------------------------------------------------------------------


def test_a_state_folder_that_cannot_be_made_is_named_and_no_port_is_blamed(
    library: Path, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    options = ("--port", "0", "--lang", "en")
    done = paper_reader("serve", library, *options, home=home, XDG_STATE_HOME=str(tmp_path / "state"))
    assert (done.returncode, printed(done)) == (2, "")
    assert str(tmp_path / "state") in said(done)
    assert "the host key cannot be read or made" in said(done)
    assert "listen" not in said(done)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_host_key_that_may_not_be_read_is_named(library: Path, home: Path) -> None:
    path = home / "key"
    path.write_bytes(asyncssh.generate_private_key("ssh-ed25519").export_private_key())
    path.chmod(0)
    done = paper_reader("serve", library, "--host-key", path, "--port", "0", "--lang", "en", home=home)
    assert done.returncode == 2
    assert f"{path}: the host key cannot be read or made: Permission denied" in said(done)


def test_a_host_key_in_a_folder_that_is_not_there_is_not_made(library: Path, home: Path) -> None:
    path = home / "mistyped" / "key"
    done = paper_reader("serve", library, "--host-key", path, "--port", "0", "--lang", "en", home=home)
    assert done.returncode == 2
    assert f"{path.parent}: there is no such folder for the host key" in said(done)
    assert not path.parent.exists()


def test_a_new_host_key_is_said_out_loud_and_only_once(library: Path, home: Path) -> None:
    for is_new in (True, False):
        with serving(library, home, "--host-key", home / "key", "--lang", "en"):
            words = (home / "said.txt").read_text(encoding="utf-8")
        assert (f"a new host key was made, {home / 'key'}" in words) is is_new


@pytest.mark.parametrize("options", ['from="10.1.2.3"', 'no-pty,command="x"'])
def test_a_key_with_options_is_refused_by_file_and_line(library: Path, home: Path, options: str) -> None:
    key = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
    path = home / "keys"
    path.write_text(f"{key}{options} {key}")
    done = paper_reader("serve", library, "--keys", path, "--port", "0", "--lang", "en", home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert f"{path}:2:1: there are options before this key" in said(done)
