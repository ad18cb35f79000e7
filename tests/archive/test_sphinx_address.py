from __future__ import annotations

import pytest

from reader.archive.sphinx_address import Server, SphinxAddress, parse_address


def test_an_address_names_the_front_the_shards_in_their_order_and_the_table() -> None:
    address = parse_address("sphinx://front:9000/paper?shard=one:9001&shard=two:9002")
    assert address == SphinxAddress(
        Server("front", 9000), (Server("one", 9001), Server("two", 9002)), "paper"
    )
    assert (address.table, address.shard_table) == ("paper", "paper_shard")


def test_a_port_that_is_not_said_is_the_usual_one() -> None:
    address = parse_address("sphinx://front/paper?shard=one")
    assert (address.front.port, address.shards[0].port) == (9306, 9306)


def test_an_address_of_numbers_keeps_its_brackets() -> None:
    address = parse_address("sphinx://[::1]:9000/paper?shard=[::1]:9001")
    assert address.front == Server("::1", 9000)
    assert str(address.front) == "[::1]:9000"


@pytest.mark.parametrize(
    "written",
    [
        "embedded",
        "sphinx://front/paper",
        "sphinx://front?shard=one",
        "sphinx:///paper?shard=one",
        "sphinx://front/Paper?shard=one",
        "sphinx://front/pa-per?shard=one",
        "sphinx://front/paper?shards=one",
        "sphinx://front/paper?shard=",
        "sphinx://front/paper?shard=one&shard=one",
        "sphinx://front/paper?shard=one:port",
        "sphinx://front:99999/paper?shard=one",
        "sphinx://me@front/paper?shard=one",
        "sphinx://front/paper?shard=one/x",
        "mysql://front/paper?shard=one",
        "sphinx://[front/paper?shard=one",
    ],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_address(written)
