"""Each editor is told file, line and column the way it understands."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.editing import editor_command

PATH = Path("papers") / "2026-03-14.yaml"
FILE = str(PATH)


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+call cursor(7,3)", FILE]),
        ("nvim -u NONE", ["nvim", "-u", "NONE", "+call cursor(7,3)", FILE]),
        ("nano", ["nano", "+7,3", FILE]),
        ("emacs -nw", ["emacs", "-nw", "+7:3", FILE]),
        ("hx", ["hx", f"{FILE}:7:3"]),
        ("micro", ["micro", f"{FILE}:7:3"]),
        ("code", ["code", "--wait", "--goto", f"{FILE}:7:3"]),
        ("/usr/bin/vi", ["/usr/bin/vi", "+call cursor(7,3)", FILE]),
        ("ed", ["ed", "+7", FILE]),
        ("'my editor' --fast", ["my editor", "--fast", "+7", FILE]),
    ],
)
def test_an_editor_is_told_the_place_in_its_own_way(editor: str, command: list[str]) -> None:
    assert editor_command({"EDITOR": editor}, PATH, 7, 3) == command


def test_visual_comes_before_editor() -> None:
    assert editor_command({"VISUAL": "vim", "EDITOR": "nano"}, PATH, 1, 1) == [
        "vim",
        "+call cursor(1,1)",
        FILE,
    ]


@pytest.mark.parametrize("environ", [{}, {"EDITOR": ""}, {"EDITOR": "  "}, {"VISUAL": "", "EDITOR": ""}])
def test_without_an_editor_there_is_no_command(environ: dict[str, str]) -> None:
    assert editor_command(environ, PATH, 1, 1) is None


def test_a_path_with_blanks_stays_one_argument() -> None:
    command = editor_command({"EDITOR": "vim"}, Path("my papers") / "a b.yaml", 1, 1)
    assert command is not None
    assert command[-1] == str(Path("my papers") / "a b.yaml")
