"""What a first page depends on is in its circumstances, and nothing of what changes with every window."""

from __future__ import annotations

import pytest

from reader.placard.circumstances import circumstances

ENVIRON = {"TERM": "xterm-256color", "HOME": "/readers", "LANG": "zh_CN.UTF-8", "SHLVL": "2"}


def told(arguments: tuple[str, ...] = (), size: tuple[int, int] = (80, 24), **more: str) -> str | None:
    return circumstances(arguments, ENVIRON | more, size, "0.1.0")


@pytest.mark.parametrize(
    "other",
    [
        told(("editions",)),
        told(size=(81, 24)),
        told(size=(80, 25)),
        told(LANG="en_US.UTF-8"),
        told(LC_ALL="C.UTF-8"),
        told(TERM="xterm"),
        told(COLORTERM="truecolor"),
        told(PAPER_READER_THEME="dark"),
        told(PAPER_READER_LIBRARY="/papers"),
        told(XDG_CONFIG_HOME="/etc/xdg"),
        told(TMUX="/tmp/tmux"),
        told(SSH_CONNECTION="::1 1 ::1 22"),
        told(TZ="UTC"),
        told(HOME="/root"),
        circumstances((), ENVIRON, (80, 24), "0.2.0"),
    ],
)
def test_what_decides_the_page_makes_other_circumstances(other: str | None) -> None:
    assert other is not None
    assert other != told()


@pytest.mark.parametrize(
    "same",
    [
        told(SHLVL="3"),
        told(OLDPWD="/"),
        told(EDITOR="vi"),
        told(XDG_SESSION_ID="9"),
        told(TERM_SESSION_ID="w0t1"),
    ],
)
def test_what_changes_with_every_window_makes_the_same(same: str | None) -> None:
    assert same == told()


def test_of_what_only_has_to_be_there_the_value_is_left_out() -> None:
    assert told(TMUX="/tmp/1") == told(TMUX="/tmp/2")
    assert told(SSH_TTY="/dev/pts/1") == told(SSH_TTY="/dev/pts/2")


@pytest.mark.parametrize(
    "arguments", [("--theme", "dark"), ("-V",), ("show", "a.yaml"), ("a.yaml", "--guest")]
)
def test_none_hangs_out_where_more_is_asked_for_than_a_paper(arguments: tuple[str, ...]) -> None:
    assert told(arguments) is None


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}])
def test_none_hangs_out_where_the_start_says_something_or_has_no_page(more: dict[str, str]) -> None:
    assert told((), (80, 24), **more) is None
