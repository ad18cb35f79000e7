from __future__ import annotations

import errno
import socket
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from reader.ssh.listening import Listeners, addresses, listen, listen_apart

ROOT = Path(__file__).parents[2]
OTHER = """
import sys, time
from reader.ssh.listening import listen
listeners = listen("127.0.0.1", int(sys.argv[1]), int(sys.argv[2]))
print(listeners.where[0][1], flush=True)
time.sleep(float(sys.argv[3]))
"""


def another(port: int, workers: int, seconds: float = 60.0) -> tuple[subprocess.Popen[bytes], int]:
    """Listen in another process of the same user; return it with its port."""
    words = (str(port), str(workers), str(seconds))
    process = subprocess.Popen([sys.executable, "-c", OTHER, *words], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    return process, int(process.stdout.readline())


def accepted(one: socket.socket) -> list[socket.socket]:
    """Accept all who wait."""
    one.setblocking(False)
    found = []
    try:
        while True:
            found.append(one.accept()[0])
    except BlockingIOError:
        return found


def has_two_families() -> bool:
    try:
        listen("*", 0).close()
    except OSError:
        return False
    return {family for family, _, _ in addresses("*", 0)} == {socket.AF_INET, socket.AF_INET6}


def test_who_comes_is_shared_out_among_the_sockets_of_all_workers() -> None:
    listeners = listen("127.0.0.1", 0, 3)
    ((host, port),) = listeners.where
    clients = [socket.create_connection((host, port)) for _ in range(90)]
    rows = listeners._rows
    came = [accepted(row[0]) for row in rows]
    assert sum(len(one) for one in came) == 90
    assert all(one for one in came)
    for one in (*clients, *(client for some in came for client in some)):
        one.close()
    listeners.close()


def test_a_worker_has_its_own_sockets_only() -> None:
    listeners = listen("127.0.0.1", 0, 2)
    (mine,) = listeners.of(1)
    assert mine.fileno() >= 0
    assert [one.fileno() for one in listeners._rows[0]] == [-1]
    listeners.close()
    assert mine.fileno() == -1


def test_a_port_that_another_program_has_is_not_to_be_had() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            listen("127.0.0.1", taken.getsockname()[1])


@pytest.mark.parametrize("theirs", [1, 2])
@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "localhost"])
def test_a_port_is_not_shared_with_another_server_of_the_same_user(theirs: int, host: str) -> None:
    process, port = another(0, theirs)
    with pytest.raises(OSError, match="in use") as caught:
        listen(host, port, 2)
    assert caught.value.errno == errno.EADDRINUSE
    with socket.create_connection(("127.0.0.1", port)):
        pass  # it still listens
    process.kill()
    process.communicate()


def test_of_servers_that_start_together_only_one_has_the_port() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    outcomes: Counter[str] = Counter()
    kept: list[Listeners] = []

    def start() -> None:
        try:
            kept.append(listen("127.0.0.1", port, 2))
            outcomes["listens"] += 1
        except OSError as error:
            outcomes[errno.errorcode[error.errno or 0]] += 1

    threads = [threading.Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == {"listens": 1, "EADDRINUSE": 5}
    kept[0].close()


@pytest.mark.parametrize("workers", [1, 2])
def test_what_connections_leave_behind_does_not_keep_a_server_from_its_port(workers: int) -> None:
    listeners = listen("127.0.0.1", 0, workers)
    ((host, port),) = listeners.where
    clients = [socket.create_connection((host, port)) for _ in range(12)]
    for row in listeners._rows:
        for one in accepted(row[0]):
            one.close()  # who closes first is left with TIME_WAIT
    for client in clients[:6]:
        assert client.recv(1) == b""
        client.close()
    listeners.close()
    for again in (workers, 3 - workers):
        began = listen(host, port, again)
        assert began.where == [(host, port)]
        began.close()
    for client in clients:
        client.close()


def test_the_last_moments_of_a_server_that_was_killed_are_waited_for() -> None:
    process, port = another(0, 2, seconds=0.6)
    listeners = listen("127.0.0.1", port)
    process.communicate()
    assert process.returncode == 0
    listeners.close()


@pytest.mark.skipif(not has_two_families(), reason="there is no IPv6 here")
def test_a_name_with_two_addresses_has_one_port_at_both() -> None:
    listeners = listen("*", 0, 2)
    assert {host for host, _ in listeners.where} == {"0.0.0.0", "::"}
    (port,) = {port for _, port in listeners.where}
    assert [len(row) for row in listeners._rows] == [2, 2]
    for host in ("127.0.0.1", "::1"):
        with socket.create_connection((host, port)):
            pass
    listeners.close()


@pytest.mark.skipif(not has_two_families(), reason="there is no IPv6 here")
def test_a_port_taken_at_one_of_two_addresses_is_taken() -> None:
    with socket.socket(socket.AF_INET6) as taken:
        taken.bind(("::1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            listen("*", port)
    with socket.socket() as free:  # nothing of the other address is kept
        free.bind(("127.0.0.1", port))


def test_a_port_for_each_worker_is_the_next() -> None:
    ports: list[int] = []
    while not ports:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            first = free.getsockname()[1]
        try:
            listeners = listen_apart("127.0.0.1", first, 3)
        except OSError:
            continue
        ports = [port for _, port in listeners.where]
    assert ports == [first, first + 1, first + 2]
    listeners.close()


def test_free_ports_for_each_worker_differ() -> None:
    listeners = listen_apart("127.0.0.1", 0, 3)
    assert len(listeners.where) == 3
    listeners.close()


def test_a_workers_port_that_is_taken_is_told_by_its_number() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="in use") as caught:
            listen_apart("127.0.0.1", port - 1, 2)
    assert caught.value.filename == port
    with socket.socket() as free:
        free.bind(("127.0.0.1", port - 1))


def test_a_name_nobody_has_is_not_to_be_had() -> None:
    with pytest.raises(OSError, match=r"."):
        listen("nobody.invalid", 2222)


@pytest.mark.parametrize("host", ["", "*"])
def test_no_name_is_every_address_of_the_machine(host: str) -> None:
    assert "0.0.0.0" in {where for _, where, _ in addresses(host, 2222)}
