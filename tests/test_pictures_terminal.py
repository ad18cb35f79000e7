"""Pictures on a real pseudo-terminal: what is sent to it, that nothing is asked of it, and no key is lost."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import PIL.Image
import pytest

from tests.archive.pictures import as_bytes, put_picture, two_halves
from tests.terminal import Terminal, clean_environment, reader_command
from tests.tui.papers import POND, a_paper, an_article, long_article, put

MESSAGE = re.compile(rb"\x1b_G([^;\x1b]*)(?:;[A-Za-z0-9+/=]*)?\x1b\\")
SIXELS = re.compile(rb"\x1b\[(\d+);(\d+)H\x1bP0;1;0q\"1;1;(\d+);(\d+)[ -~]*\x1b\\")
QUESTIONS = [b"\x1b[c", b"\x1b[0c", b"\x1b[16t", b"\x1b[14t", b"a=q"]
CELL = (10, 20)
KITTY = {"TERM": "xterm-kitty"}
FOOT = {"TERM": "foot"}
PLACEHOLDER = "\U0010eeee".encode()


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition whose second article has a picture in the middle of a long text."""
    photo = {"id": "p", "file": "images/halves.png", "alt": "两半", "caption": "左红右蓝。"}
    article = long_article(headline="红与蓝", photos=[photo])
    article["body"] = f"{POND}\n\n![p]\n\n{article['body']}"
    put_picture(tmp_path / "paper" / "images" / "halves.png", as_bytes(two_halves((300, 200))))
    return put(tmp_path / "paper", a_paper([an_article("没有图的一篇"), article, an_article("最后一篇")]))


def opened(
    edition: Path, environment: dict[str, str], *arguments: str, cell: tuple[int, int] = CELL
) -> Terminal:
    home = edition.parent.parent / "home"
    return Terminal(
        reader_command("--lang", "zh", *arguments, edition),
        size=(100, 30),
        cell=cell,
        environment=clean_environment(home, **environment),
    )


def messages(data: bytes) -> list[dict[str, str]]:
    return [dict(pair.split("=") for pair in keys.decode().split(",")) for keys in MESSAGE.findall(data)]


def to_picture(terminal: Terminal, mark: bytes) -> None:
    terminal.wait_for("没有图的一篇")
    terminal.settle()
    terminal.press("l")
    terminal.wait_until(lambda: mark in terminal.output, f"{mark!r} came")
    terminal.settle()


def left(terminal: Terminal) -> bytes:
    terminal.press("q")
    assert terminal.wait() == 0
    written = bytes(terminal.output)
    assert [question for question in QUESTIONS if question in written] == []
    return written


def test_kitty_gets_a_picture_before_its_placeholders_and_is_freed_of_it_at_the_end(edition: Path) -> None:
    with opened(edition, KITTY) as terminal:
        to_picture(terminal, PLACEHOLDER)
        written = left(terminal)
    first, *_, placed, gone = messages(written)
    assert first["a"] == "t"
    assert placed["a"] == "p"
    assert gone == {"a": "d", "d": "I", "q": "2", "i": first["i"]}
    assert written.index(b"a=p,U=1") < written.index(PLACEHOLDER)
    assert written.index(b"a=d,d=I") < written.index(b"\x1b[?1049l")
    # Every message is whole, and nothing of one is left over.
    assert MESSAGE.sub(b"", written).count(b"\x1b_") == 0


def test_kitty_gets_a_picture_once_however_it_is_scrolled(edition: Path) -> None:
    with opened(edition, KITTY) as terminal:
        to_picture(terminal, PLACEHOLDER)
        for key in "jjjjjjjjkkgG g":
            terminal.press(key)
            terminal.settle(quiet=0.05)
        written = left(terminal)
    assert [message["a"] for message in messages(written) if "a" in message] == ["t", "p", "d"]


def test_turning_pictures_off_frees_kitty_of_them(edition: Path) -> None:
    with opened(edition, KITTY) as terminal:
        to_picture(terminal, PLACEHOLDER)
        terminal.press("i")
        terminal.wait_until(lambda: "不显示图片".encode() in terminal.output, "the foot said so")
        assert messages(bytes(terminal.output))[-1]["a"] == "d"
        left(terminal)


def test_after_the_editor_kitty_gets_the_picture_again(edition: Path) -> None:
    # Between the two it has left the screen pictures belong to, and freed itself of them.
    with opened(edition, {**KITTY, "EDITOR": "true"}) as terminal:
        to_picture(terminal, PLACEHOLDER)
        terminal.press("e")
        terminal.wait_until(lambda: terminal.output.count(b"a=p,U=1") == 2, "it came again")
        terminal.settle(quiet=0.3)
        written = left(terminal)
    numbers = {message["i"] for message in messages(written) if "i" in message}
    gone = {message["i"] for message in messages(written) if message.get("a") == "d"}
    assert len(numbers) == 2
    assert gone == numbers


def sixels(data: bytes) -> list[tuple[int, ...]]:
    return [tuple(map(int, found)) for found in SIXELS.findall(data)]


def test_sixels_are_drawn_a_row_at_a_time_where_the_picture_stands(edition: Path) -> None:
    with opened(edition, FOOT) as terminal:
        to_picture(terminal, b"\x1bP0;1;0q")
        written = left(terminal)
    drawn = sixels(written)
    rows = [row for row, *_ in drawn]
    assert rows == list(range(rows[0], rows[0] + len(rows)))
    assert {high for *_, high in drawn} == {CELL[1]}
    assert len({(column, wide) for _, column, wide, _ in drawn}) == 1
    assert SIXELS.sub(b"", written).count(b"\x1bP") == 0
    assert written.count(b"\x1b7") == written.count(b"\x1b8") > 0


def test_of_a_picture_half_scrolled_off_only_the_rows_in_sight_are_drawn(edition: Path) -> None:
    with opened(edition, FOOT) as terminal:
        to_picture(terminal, b"\x1bP0;1;0q")
        whole = sixels(bytes(terminal.output))
        top = whole[0][0]
        seen = b""
        for _ in range(top + 3):
            seen = terminal.press_and_settle("j", quiet=0.1).data
        rows = [row for row, *_ in sixels(seen)]
        assert 0 < len(rows) < len(whole)
        assert min(rows) >= 2
        assert rows == sorted(rows)
        left(terminal)


def test_no_sixels_are_drawn_over_the_palette(edition: Path) -> None:
    with opened(edition, FOOT) as terminal:
        to_picture(terminal, b"\x1bP0;1;0q")
        terminal.press_and_settle("\x10", quiet=0.3)
        assert sixels(terminal.press_and_settle("g", quiet=0.3).data) == []
        terminal.press_and_settle("\x1b", quiet=0.3)
        assert sixels(bytes(terminal.output))
        left(terminal)


def test_sixels_come_back_when_a_sheet_over_the_paper_is_gone(edition: Path) -> None:
    with opened(edition, FOOT) as terminal:
        to_picture(terminal, b"\x1bP0;1;0q")
        assert sixels(terminal.press_and_settle("?", quiet=0.3).data) == []
        assert sixels(terminal.press_and_settle("\x1b", quiet=0.3).data)
        left(terminal)


def test_a_terminal_that_does_not_tell_its_pixels_gets_half_blocks_for_sixels(edition: Path) -> None:
    with opened(edition, FOOT, cell=(0, 0)) as terminal:
        to_picture(terminal, b"48;2;30;30;200m")
        assert b"\x1bP" not in left(terminal)


def test_a_terminal_that_stops_telling_its_pixels_gets_half_blocks_from_then_on(edition: Path) -> None:
    with opened(edition, FOOT) as terminal:
        to_picture(terminal, b"\x1bP0;1;0q")
        terminal.settle()
        before = len(terminal.output)
        terminal.resize(100, 34)
        terminal.wait_until(lambda: b"48;2;30;30;200m" in terminal.output[before:], "half blocks came")
        terminal.settle()
        left(terminal)


def test_a_terminal_of_256_colours_gets_half_blocks_in_those(edition: Path) -> None:
    with opened(edition, {"TERM": "xterm-256color", "COLORTERM": ""}) as terminal:
        to_picture(terminal, b"48;5;160m")
        assert b"48;2;" not in left(terminal)


@pytest.mark.parametrize(
    "environment",
    [
        {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"},
        {"TERM": "linux", "COLORTERM": ""},
        {"NO_COLOR": "1"},
        {"TERM": "xterm", "COLORTERM": ""},
    ],
    ids=["ssh", "linux", "no colour", "eight colours"],
)
def test_where_pictures_stay_away_their_words_are_there(edition: Path, environment: dict[str, str]) -> None:
    with opened(edition, environment) as terminal:
        to_picture(terminal, "左红右蓝".encode())
        assert "─ 图片 ─" in terminal.text
        assert "▀" not in terminal.text
        left(terminal)


def test_over_ssh_pictures_come_when_they_are_asked_for(edition: Path) -> None:
    with opened(edition, {"SSH_TTY": "/dev/pts/9"}, "--pictures", "blocks") as terminal:
        to_picture(terminal, b"48;2;30;30;200m")
        left(terminal)


def test_no_key_is_lost_while_a_picture_is_made(edition: Path) -> None:
    noise = PIL.Image.effect_noise((5000, 4000), 90)
    put_picture(edition.parent / "images" / "halves.png", as_bytes(noise, "BMP"))
    with opened(edition, KITTY) as terminal:
        terminal.wait_for("没有图的一篇")
        terminal.settle()
        terminal.press("l")
        terminal.wait_for("图片载入中")
        for key in "jjkk":
            terminal.press(key)
        terminal.press("/abcdefgh")
        terminal.wait_for("搜索 › abcdefgh")
        terminal.press("\x1b")
        terminal.wait_until(lambda: PLACEHOLDER in terminal.output, "the picture came")
        terminal.settle(quiet=0.3)
        left(terminal)


def test_a_paper_is_left_at_once_while_a_picture_is_made(edition: Path) -> None:
    with opened(edition, KITTY) as terminal:
        terminal.wait_for("没有图的一篇")
        terminal.press("lq")
        assert terminal.wait() == 0


@pytest.mark.parametrize("means", ["blocks", "kitty"])
def test_where_the_extra_is_missing_it_is_named(edition: Path, means: str) -> None:
    code = (
        "import sys; sys.modules['textual_image'] = None\n"
        f"sys.argv = ['paper-reader', '--lang', 'en', '--pictures', '{means}', {str(edition)!r}]\n"
        "from reader.__main__ import main; sys.exit(main())"
    )
    environment = clean_environment(edition.parent.parent / "home", **KITTY)
    with Terminal([sys.executable, "-c", code], size=(100, 30), environment=environment) as terminal:
        terminal.wait_for("没有图的一篇")
        terminal.wait_for("pip install textual-image")
        terminal.press("l")
        terminal.wait_for("未装扩展")
        terminal.press("i")
        terminal.wait_for("pip install textual-image")
        assert MESSAGE.search(left(terminal)) is None
