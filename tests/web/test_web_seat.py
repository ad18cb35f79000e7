from __future__ import annotations

import asyncio
import json

import pytest

from reader.ssh.house_rules import HouseRules
from reader.ssh.refusal import Refusal
from reader.web.browser import WebGuest, browser_terminal
from reader.web.browser_message import NotAMessage
from reader.web.web_channel import WebChannel
from reader.web.web_seat import REFUSED, WebSeat
from tests.web.test_web_channel import Browser


class Sitting:
    """A seat that no visit has begun on, and the browser it belongs to."""

    def __init__(self, rules: HouseRules) -> None:
        self.browser = Browser()
        self.channel = WebChannel(self.browser, self.browser.hang_up)
        self.keys = 0
        guest, terminal = WebGuest("198.51.100.1"), browser_terminal({}, "zh")
        self.seat = WebSeat(self.channel, guest, terminal, "zh", rules, self.took)

    def took(self) -> None:
        self.keys += 1

    async def farewell(self) -> tuple[int, str]:
        await asyncio.wait_for(self.channel.send(), 5)
        assert self.browser.farewell is not None
        return self.browser.farewell[0], self.browser.farewell[1].decode()


@pytest.fixture
async def sitting() -> Sitting:
    return Sitting(HouseRules())


async def test_keys_are_counted_and_sizes_are_not(sitting: Sitting) -> None:
    assert sitting.seat.take('["stdin", "j"]') is None
    assert sitting.seat.take('["resize", {"width": 90, "height": 30}]') is None
    assert sitting.seat.take('["blur"]') is None
    assert sitting.keys == 1


async def test_a_ping_is_to_be_sent_back(sitting: Sitting) -> None:
    assert sitting.seat.take('["ping", "12"]') == "12"


async def test_nonsense_is_not_taken(sitting: Sitting) -> None:
    with pytest.raises(NotAMessage):
        sitting.seat.take('["exec", "sh"]')


@pytest.mark.parametrize("message", [["ping", "1"], ["focus"], ["resize", {"width": 9, "height": 9}]])
async def test_messages_without_keys_wear_the_allowance_down_too(message: list[object]) -> None:
    sitting = Sitting(HouseRules(input_a_second=1, input_burst=1000))
    for _ in range(1000 // 20):
        sitting.seat.take(json.dumps(message))
    assert await sitting.farewell() == (REFUSED, Refusal.TOO_MUCH.wording.zh)


async def test_only_a_little_is_kept_of_what_is_typed_before_the_paper_is_there(sitting: Sitting) -> None:
    sitting.seat.take(json.dumps(["stdin", "j" * 4000]))
    sitting.seat.take(json.dumps(["stdin", "k" * 4000]))
    assert sitting.seat._early == b"j" * 4000


async def test_a_visitor_who_leaves_by_themselves_is_told_nothing(sitting: Sitting) -> None:
    sitting.seat.dismiss(None)
    assert await sitting.farewell() == (1000, "")


@pytest.mark.parametrize("reason", list(Refusal))
async def test_every_reason_fits_a_farewell_whole(sitting: Sitting, reason: Refusal) -> None:
    sitting.seat.dismiss(reason)
    assert await sitting.farewell() == (REFUSED, reason.wording.zh)
    assert len(reason.wording.en.encode()) <= 123
