"""By which means pictures are shown, by what a terminal says of itself in the environment."""

from __future__ import annotations

import pytest

from reader.settings import SETTINGS
from reader.tui.picture_plan import Means, Plan, plan

TRUE = {"COLORTERM": "truecolor"}
OFF, BLOCKS, KITTY, SIXEL = Means.OFF, Means.BLOCKS, Means.KITTY, Means.SIXEL


@pytest.mark.parametrize(
    ("environ", "means"),
    [
        ({"TERM": "xterm-kitty", **TRUE}, KITTY),
        ({"TERM": "xterm-ghostty", **TRUE}, KITTY),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1", **TRUE}, KITTY),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "ghostty", **TRUE}, KITTY),
        ({"TERM": "xterm-kitty"}, BLOCKS),
        ({"TERM": "foot", **TRUE}, SIXEL),
        ({"TERM": "foot-extra"}, SIXEL),
        ({"TERM": "mlterm-256color"}, SIXEL),
        ({"TERM": "contour", **TRUE}, SIXEL),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm", **TRUE}, SIXEL),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", **TRUE}, SIXEL),
        ({"TERM": "xterm-256color", **TRUE}, BLOCKS),
        ({"TERM": "xterm-256color"}, BLOCKS),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, BLOCKS),
        ({"TERM": "xterm-direct"}, BLOCKS),
        ({"TERM": "alacritty", **TRUE}, BLOCKS),
        ({"TERM": "xterm"}, OFF),
        ({"TERM": "vt220"}, OFF),
        ({"TERM": "linux", **TRUE}, OFF),
        ({"TERM": "dumb"}, OFF),
        ({}, OFF),
        ({"TERM": "xterm-kitty", "NO_COLOR": "1", **TRUE}, OFF),
        ({"TERM": "xterm-kitty", "NO_COLOR": "", **TRUE}, KITTY),
        ({"TERM": "tmux-256color", "TMUX": "/x,1,0", "KITTY_WINDOW_ID": "1", **TRUE}, BLOCKS),
        ({"TERM": "screen-256color", "TERM_PROGRAM": "WezTerm"}, BLOCKS),
        ({"TERM": "screen", "TMUX": "/x,1,0"}, OFF),
        ({"TERM": "xterm-256color", "TMUX": "/x,1,0", "TERM_PROGRAM": "iTerm.app", **TRUE}, BLOCKS),
    ],
)
def test_a_terminal_is_taken_at_its_word(environ: dict[str, str], means: Means) -> None:
    assert plan("auto", environ) == Plan(means, means)


@pytest.mark.parametrize("sign", [{"SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22"}, {"SSH_TTY": "/dev/pts/3"}])
def test_over_ssh_a_picture_comes_only_when_asked_for(sign: dict[str, str]) -> None:
    environ = {"TERM": "xterm-kitty", **TRUE, **sign}
    assert plan("auto", environ) == Plan(OFF, KITTY)
    assert plan("blocks", environ).means is BLOCKS


@pytest.mark.parametrize("means", [BLOCKS, KITTY, SIXEL])
def test_a_means_that_is_named_is_taken(means: Means) -> None:
    assert plan(means, {"TERM": "xterm-256color", "TMUX": "x", **TRUE}) == Plan(means, means, True)


def test_off_is_off_until_the_reader_asks() -> None:
    assert plan("off", {"TERM": "xterm-kitty", **TRUE}) == Plan(OFF, KITTY)


@pytest.mark.parametrize("wish", ["blocks", "kitty", "sixel"])
def test_no_colours_are_no_pictures_whatever_is_wished(wish: str) -> None:
    assert plan(wish, {"TERM": "xterm-kitty", "NO_COLOR": "1", **TRUE}) == Plan(OFF, OFF, True)


def test_eight_colours_are_not_forced_to_be_a_picture_where_they_are_the_consoles() -> None:
    assert plan("blocks", {"TERM": "linux"}).means is OFF
    assert plan("blocks", {"TERM": "xterm"}).means is BLOCKS


def test_kitty_without_true_colour_is_blocks_for_its_placeholders_need_it() -> None:
    assert plan("kitty", {"TERM": "xterm-kitty"}).means is BLOCKS


def test_every_choice_of_the_setting_is_a_plan() -> None:
    setting = next(setting for setting in SETTINGS if setting.name == "pictures")
    assert {str(choice) for choice in setting.choices} == {"auto", *Means}
    for choice in setting.choices:
        assert isinstance(plan(str(choice), {"TERM": "xterm-256color"}), Plan)
