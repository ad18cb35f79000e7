"""Diffs made from changes."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.cli.unified_diff import unified_diff
from reader.loading.pieces import Piece, applied
from tests.cli.faulty import FAULTY, WIDE

_PATH = Path("paper/a.yaml")
_TEXTS = st.lists(st.sampled_from(["雪\n", "雪。\n", "", "\n", "a\r\n", "b"]), max_size=24).map("".join)


def marks(text: str) -> list[Piece]:
    """Return the pieces that widen the marks of a text."""
    wide = {",": "，", ";": "；", "(": "（", ")": "）"}
    return [
        Piece(at, at + 1, wide[mark])
        for at, mark in enumerate(text)
        if mark in wide and ord(text[at - 1]) > 255
    ]


def patched(text: str, diff: list[str]) -> str:
    """Return a text with a diff applied to it as `patch` does, by line numbers alone."""
    lines = re.findall("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
    made: list[str] = []
    done = 0
    body = iter(zip(diff[2:], [*diff[3:], ""], strict=False))
    for line, following in body:
        if head := re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n", line):
            at = int(head[1]) - (head[2] != "0")
            made += lines[done:at]
            done = at
            assert len(made) == int(head[3]) - (head[4] != "0")
            continue
        words = line[1:].removesuffix("\n") if following.startswith("\\") else line[1:]
        if line[0] in " -":
            assert lines[done] == words
            done += 1
        if line[0] in " +":
            made.append(words)
    return "".join([*made, *lines[done:]])


def test_a_diff_names_the_file_as_patch_and_git_take_it() -> None:
    assert list(unified_diff("a\nb\n", [Piece(2, 3, "c")], _PATH)) == [
        "--- a/paper/a.yaml\n",
        "+++ b/paper/a.yaml\n",
        "@@ -1,2 +1,2 @@\n",
        " a\n",
        "-b\n",
        "+c\n",
    ]
    assert next(unified_diff("a", [Piece(0, 1, "b")], Path("a.yaml").absolute())).startswith("--- a/")


def test_a_last_line_without_an_end_is_told() -> None:
    assert list(unified_diff("a\nb", [Piece(2, 3, "c")], _PATH))[-4:] == [
        "-b\n",
        "\\ No newline at end of file\n",
        "+c\n",
        "\\ No newline at end of file\n",
    ]


def test_three_lines_stand_around_and_changes_near_each_other_together() -> None:
    text = "".join(f"{number}\n" for number in range(1, 31))
    places = [text.index(f"\n{number}\n") + 1 for number in (5, 11, 20)]
    diff = list(unified_diff(text, [Piece(at, at, "x") for at in places], _PATH))
    assert [line for line in diff if line.startswith("@@")] == ["@@ -2,13 +2,13 @@\n", "@@ -17,7 +17,7 @@\n"]


def test_what_changes_nothing_makes_no_diff() -> None:
    assert list(unified_diff("a\nb\n", [], _PATH)) == []
    assert list(unified_diff("a\nb\n", [Piece(0, 1, "a"), Piece(2, 2, "")], _PATH)) == []


@given(_TEXTS, st.data())
def test_a_diff_makes_the_one_text_into_the_other(text: str, data: st.DataObject) -> None:
    bounds = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    words = st.sampled_from(["", "", "冰", "\n", "冰\n霜", "雪。\n"])
    pieces = [
        Piece(start, end, data.draw(words)) for start, end in zip(bounds[::2], bounds[1::2], strict=False)
    ]
    # Between a carriage return and its line feed there is no place for anything.
    pieces = [
        one for one in pieces if "\r" not in (text[one.start - 1 : one.start], text[one.end - 1 : one.end])
    ]
    after = applied(text, pieces)
    diff = list(unified_diff(text, pieces, _PATH))
    assert patched(text, diff) == after
    assert (diff == []) == (text == after)


def test_git_applies_it(tmp_path: Path) -> None:
    text = FAULTY.replace("\n", "\r\n")
    path = tmp_path / "paper" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(text.encode())
    diff = "".join(unified_diff(text, marks(text), _PATH))
    applied_by_git = subprocess.run(
        ["git", "apply", "-"], cwd=tmp_path, input=diff.encode(), check=False, capture_output=True
    )
    assert applied_by_git.returncode == 0, applied_by_git.stderr
    assert path.read_bytes() == WIDE.replace("\n", "\r\n").encode()


def test_ten_thousand_changes_are_told_in_one_go() -> None:
    text = "雪,霜,冰。\n" * 10_000
    diff = list(unified_diff(text, marks(text), _PATH))
    assert len(diff) == 20_003
    assert patched(text, diff) == text.replace(",", "，")
