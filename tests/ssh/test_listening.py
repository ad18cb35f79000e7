from __future__ import annotations

import socket

import pytest

from reader.ssh.listening import addresses, listen, reserve


def test_workers_listen_beside_each_other_on_the_port_that_was_reserved() -> None:
    reserved = reserve("127.0.0.1", 0)
    first, second = listen(reserved), listen(reserved)
    ports = {one.getsockname()[1] for one in (*reserved, *first, *second)}
    assert len(ports) == 1
    for _ in range(8):
        with socket.create_connection(("127.0.0.1", ports.pop() if len(ports) > 1 else next(iter(ports)))):
            pass
    for one in (*reserved, *first, *second):
        one.close()


def test_a_port_that_another_program_has_is_not_to_be_had() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            reserve("127.0.0.1", taken.getsockname()[1])


def test_a_name_nobody_has_is_not_to_be_had() -> None:
    with pytest.raises(OSError, match=r"."):
        reserve("nobody.invalid", 0)


@pytest.mark.parametrize("host", ["", "*"])
def test_no_name_is_every_address_of_the_machine(host: str) -> None:
    assert "0.0.0.0" in {where for _, where, _ in addresses(host, 2222)}
