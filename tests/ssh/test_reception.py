from __future__ import annotations

import pytest

from reader.ssh.house_rules import HouseRules
from reader.ssh.reception import Reception, address_key
from reader.ssh.refusal import Refusal


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_visitors_enter_until_the_room_is_full() -> None:
    reception = Reception(HouseRules(visitors=2, visitors_of_address=0))
    assert [reception.enter(f"10.0.0.{number}") for number in range(3)] == [None, None, Refusal.FULL]
    reception.leave("10.0.0.0")
    assert reception.enter("10.0.0.9") is None
    assert reception.visitors == 2


def test_from_one_address_only_so_many_enter() -> None:
    reception = Reception(HouseRules(visitors_of_address=1))
    assert reception.enter("10.0.0.1") is None
    assert reception.enter("10.0.0.1") is Refusal.ADDRESS_FULL
    assert reception.enter("10.0.0.2") is None
    reception.leave("10.0.0.1")
    assert reception.enter("10.0.0.1") is None


def test_who_knocks_too_often_waits_for_a_minute() -> None:
    clock = Clock()
    reception = Reception(HouseRules(connections_a_minute=2), clock)
    assert reception.knock("10.0.0.1") is None
    clock.now = 30.0
    assert reception.knock("10.0.0.1") is None
    assert reception.knock("10.0.0.1") is Refusal.TOO_FAST
    assert reception.knock("10.0.0.2") is None
    clock.now = 60.0
    assert reception.knock("10.0.0.1") is None
    assert reception.knock("10.0.0.1") is Refusal.TOO_FAST


def test_connections_are_counted_until_they_hang_up() -> None:
    reception = Reception(HouseRules(connections=1))
    assert reception.knock("10.0.0.1") is None
    assert reception.knock("10.0.0.2") is Refusal.FULL
    reception.hang_up()
    assert reception.knock("10.0.0.2") is None


def test_when_it_closes_nobody_is_let_in() -> None:
    reception = Reception(HouseRules())
    reception.is_closing = True
    assert reception.knock("10.0.0.1") is Refusal.CLOSING
    assert reception.enter("10.0.0.1") is Refusal.CLOSING


def test_zero_lifts_a_limit() -> None:
    reception = Reception(
        HouseRules(visitors=0, visitors_of_address=0, connections=0, connections_a_minute=0)
    )
    assert {reception.knock("10.0.0.1") for _ in range(2000)} == {None}
    assert {reception.enter("10.0.0.1") for _ in range(2000)} == {None}


def test_ever_new_addresses_do_not_fill_the_memory() -> None:
    reception = Reception(HouseRules(connections=0))
    for number in range(10_050):
        reception.knock(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}")
    assert len(reception._knocks) == 10_000


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("2001:db8::1", "2001:db8::"),
        ("2001:db8::2:3:4:5", "2001:db8::"),
        ("fe80::1%eth0", "fe80::"),
        ("a name", "a name"),
    ],
)
def test_a_network_of_ipv6_counts_as_one_address(address: str, key: str) -> None:
    assert address_key(address) == key
