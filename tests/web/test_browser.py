from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.wording import Tongue
from reader.web.browser import address_behind, browser_terminal, is_own_page, is_this_machine, tongue_of


@pytest.mark.parametrize(
    ("accepted", "tongue"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("ZH", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("de;q=0.3, zh-TW;q=0.4", "zh"),
        ("fr", "en"),
        ("zh;q=0, en;q=0.1", "en"),
        ("zh;q=nan, en;q=0.1", "en"),
        ("zh;q=9, en;q=0.1", "en"),
        ("zh;q=x, en;q=0.1", "en"),
    ],
)
def test_the_language_liked_best_is_taken(accepted: str, tongue: Tongue) -> None:
    assert tongue_of(accepted, "zh") == tongue
    assert tongue_of(accepted, "en") == tongue


@pytest.mark.parametrize("accepted", ["", "*", "*;q=0.5", ",,,"])
@pytest.mark.parametrize("usual", ["zh", "en"])
def test_without_a_wish_it_is_the_houses(accepted: str, usual: Tongue) -> None:
    assert tongue_of(accepted, usual) == usual


@given(st.text())
def test_any_header_comes_to_one_of_our_languages(accepted: str) -> None:
    assert tongue_of(accepted, "zh") in ("zh", "en")


def test_a_browser_is_a_terminal_of_all_colours() -> None:
    terminal = browser_terminal({"width": "120", "height": "40"}, "en")
    assert (terminal.columns, terminal.rows) == (120, 40)
    assert terminal.environ["COLORTERM"] == "truecolor"
    assert terminal.tongue("zh") == "en"
    assert not terminal.is_dumb


@pytest.mark.parametrize(
    ("width", "columns"),
    [("1000000000", 80), ("99999", 500), ("-5", 80), ("0", 80), ("1", 2), ("٣", 80), ("1e3", 80), ("", 80)],
)
def test_a_size_that_is_none_is_not_believed(width: str, columns: int) -> None:
    assert browser_terminal({"width": width}, "zh").columns == columns


@pytest.mark.parametrize(
    ("origin", "host", "is_own"),
    [
        (None, "127.0.0.1:8000", True),
        ("http://127.0.0.1:8000", "127.0.0.1:8000", True),
        ("https://Paper.Example", "paper.example", True),
        ("http://127.0.0.1:8001", "127.0.0.1:8000", False),
        ("https://elsewhere.example", "127.0.0.1:8000", False),
        ("null", "127.0.0.1:8000", False),
        ("", "127.0.0.1:8000", False),
        ("http://[", "[", False),
        ("file://", "", False),
    ],
)
def test_only_our_own_page_may_open_a_line(origin: str | None, host: str, is_own: bool) -> None:
    assert is_own_page(origin, host) is is_own


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:1", "127.8.9.1", "[::1]:8000"])
def test_this_machine_has_names(host: str) -> None:
    assert is_this_machine(host)


@pytest.mark.parametrize(
    "host", ["", "paper.example", "localhost.example", "10.0.0.1", "[::1", "0.0.0.0", "["]
)
def test_a_name_made_to_point_here_is_not_ours(host: str) -> None:
    assert not is_this_machine(host)


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.9, 198.51.100.1", "198.51.100.1"),
        ("2001:db8::7", "2001:db8::7"),
        ("", "127.0.0.1"),
        ("198.51.100.1, unknown", "127.0.0.1"),
        ("198.51.100.1,", "127.0.0.1"),
    ],
)
def test_the_nearest_proxys_word_counts(forwarded: str, address: str) -> None:
    assert address_behind(forwarded, "127.0.0.1") == address


@given(st.text())
def test_an_address_is_an_address(forwarded: str) -> None:
    ipaddress.ip_address(address_behind(forwarded, "127.0.0.1"))
