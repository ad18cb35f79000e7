from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ssh.visitor_terminal import LARGEST, SMALLEST, fitting, visitor_terminal


def test_a_terminal_is_what_the_client_says() -> None:
    told = {"LANG": "zh_CN.UTF-8", "COLORTERM": "truecolor", "PATH": "/bin", "LD_PRELOAD": "x"}
    terminal = visitor_terminal("xterm-256color", (120, 40, 0, 0), told)
    assert (terminal.term, terminal.columns, terminal.rows) == ("xterm-256color", 120, 40)
    assert terminal.environ == {
        "LANG": "zh_CN.UTF-8",
        "COLORTERM": "truecolor",
        "TERM": "xterm-256color",
    }


@pytest.mark.parametrize("term", [None, "", "dumb", "unknown", "x" * 100, "xterm\x1b", "终端"])
def test_what_is_no_terminal_cannot_be_drawn_on(term: str | None) -> None:
    assert visitor_terminal(term, (80, 24), {}).is_dumb


@pytest.mark.parametrize(
    ("size", "believed"),
    [((0, 0), (80, 24)), ((1, 1), SMALLEST), ((10**9, 10**9), LARGEST), ((100, 30), (100, 30))],
)
def test_a_size_is_believed_within_bounds(size: tuple[int, int], believed: tuple[int, int]) -> None:
    assert fitting(*size) == believed


@pytest.mark.parametrize(
    ("environ", "tongue"),
    [
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN"}, "zh"),
        ({"PAPER_READER_LANG": "zh", "LANG": "en_US"}, "zh"),
        ({"LANG": "C.UTF-8"}, "usual"),
        ({"LANG": "POSIX"}, "usual"),
        ({}, "usual"),
    ],
)
def test_the_interface_speaks_what_the_visitor_asks_for(environ: dict[str, str], tongue: str) -> None:
    terminal = visitor_terminal("xterm", (80, 24), environ)
    for usual in ("zh", "en"):
        wanted = usual if tongue == "usual" else tongue
        assert terminal.tongue("zh" if usual == "zh" else "en") == wanted


def test_colour_is_off_where_the_visitor_says_so() -> None:
    assert visitor_terminal("xterm", (80, 24), {"NO_COLOR": "1"}).is_colourless
    assert not visitor_terminal("xterm", (80, 24), {}).is_colourless


@given(
    st.text(max_size=80) | st.none(),
    st.tuples(st.integers(0, 2**32), st.integers(0, 2**32)),
    st.dictionaries(
        st.sampled_from(["LANG", "TERM", "NO_COLOR", "X"]), st.text(max_size=80) | st.binary(max_size=80)
    ),
)
def test_nothing_a_client_says_is_more_than_plain_words(
    term: str | None, size: tuple[int, int], environ: dict[str, str | bytes]
) -> None:
    terminal = visitor_terminal(term, size, environ)
    assert all(value.isascii() and len(value) <= 64 for value in terminal.environ.values())
    assert "X" not in terminal.environ
    assert SMALLEST[0] <= terminal.columns <= LARGEST[0]
    assert terminal.tongue("zh") in ("zh", "en")
