"""Only printable text and the program's own sequences reach a terminal, whatever an edition carries."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

from tests.terminal import Terminal, clean_environment, reader_command

PLANTS = {
    "clipboard": r"\e]52;c;ZXZpbA==\a",
    "link": r"\e]8;;http://evil.example\e\\here\e]8;;\e\\",
    "title": r"\e]0;evil\a",
    "colour": r"\e[31;58;5;9m",
    "clearing": r"\e[2J\e[6n",
    "device": r"\eP+q544e\e\\",
    "c1": r"\x9b31m\x9d52;c;eA==\x9c\x85\x90",
    "c0": r"\0\a\b\v\f\x0e\x7f",
    "bidi": r"\u202e\u2066\u200f\u061c\u2069\u202c",
    "hidden": r"\ufeff\u2060\u00ad\u2028\U000e0041",
}
"""As YAML's double quotes write them."""

EVIL = "".join(PLANTS.values())

# What Textual 8.2 writes and we with it: colours and styles, the cursor's place, these modes, and
# the shape of the mouse's pointer by its name.
COLOUR = r"(?:[34]8;(?:2;\d+;\d+;\d+|5;\d+)|[34][0-79]|9[0-7]|10[0-7]|\d|2[1-9]|5[1-5])"
MODES = "7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048"
ALLOWED = re.compile(
    rf"\x1b\[(?:(?:{COLOUR}(?:;{COLOUR})*)?m|\d+;\d+H|H|\?(?:{MODES})[hl]|\?(?:2026|2048)\$p|>\d*u|<u)"
    r"|\x1b\]22;[a-z-]+\x07",
    re.ASCII,
)

EDITION = """\
format: 1
paper: "试纸{x}"
date: 2024-12-20
edition: "早{x}"
issue: "7{x}"
masthead: {{motto: "一字一句{x}", publisher: "社{x}", editor: "某{x}", lunar: "冬月{x}", pages: "4{x}"}}
notices:
  - id: fog-1
    event: "大雾{x}"
    headline: "大雾预警{x}"
    column: "公告{x}"
    level: yellow
    issuer: "气象台{x}"
    area: "全城{x}"
    effective: 2024-12-20T00:00
    expires: until-lifted
    text: "能见度低{x}"
    instruction: "慢行{x}"
  - id: fog-2
    event: "演练{x}"
    status: exercise
    effective: 2024-12-20T00:00
    expires: 2024-12-21T00:00
    supersedes: ["fog-1"]
    text: "只是演练{x}"
sections:
  - name: "要闻{x}"
    page: "1{x}"
    articles:
      - kicker: "引{x}"
        headline: "头条稳稳当当{x}"
        deck: "——副题{x}"
        column: "栏{x}"
        byline: "□ 记者{x}"
        authors: ["甲{x}", "乙{x}"]
        dateline: "本报讯{x}"
        source: "出处{x}"
        summary: "提要{x}"
        page: "1{x}"
        body: "{body}"
        photos:
          - {{id: p1, caption: "图说{x}", credit: "摄影{x}", alt: "画面{x}"}}
          - {{caption: "没有位置的图{x}"}}
          - {{file: "images/none.png", alt: "丢了的图{x}", credit: "绘图{x}"}}
        signoff: "（完）{x}"
        jump_to: {{page: "2{x}"}}
        cut: end
        correction: "更正{x}"
  - name: "副刊{x}"
    articles:
      - slug: "无题{x}"
        jump_from: {{page: "1{x}"}}
        body: "短文{x}"
      - headline: "第三篇{x}"
        kind: opinion
        body: "收尾的一篇{x}"
...
"""


BODY = [
    "第一段{x}",
    "### 小题{x}",
    "> 引语{x}\\n> — 说话人{x}",
    "- 条{x}",
    "1. 目{x}",
    "| 头{x} | 栏 |\\n| 格{x} | 子 |",
    "~ 诗行{x}",
    "![p1]",
    "---",
    "末段{x}",
]


def planted(text: str) -> str:
    return text.format(x=EVIL, body="\\n\\n".join(BODY).format(x=EVIL))


def trespassers(written: bytes) -> list[str]:
    """What in these bytes is neither printable text, nor a line's end, nor one of the program's sequences."""
    text = ALLOWED.sub("", written.decode("utf-8", "backslashreplace"))
    kinds = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    allowed = "\n\r\u200c\u200d"
    return [
        f"U+{ord(character):04X} in {text[max(0, at - 20) : at + 20]!r}"
        for at, character in enumerate(text)
        if unicodedata.category(character) in kinds and character not in allowed
    ]


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    file = tmp_path / "library" / "2024-12-20.yaml"
    file.parent.mkdir()
    file.write_text(planted(EDITION), encoding="utf-8")
    return file


def printed(tmp_path: Path, *arguments: str | Path) -> tuple[int, bytes]:
    done = subprocess.run(
        reader_command(*arguments),
        env=clean_environment(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "sequence", ["\x1b[0;38;2;1;2;3m", "\x1b[3;14H", "\x1b[?2026h", "\x1b[>1u", "报纸\r\n"]
)
def test_the_programs_own_sequences_pass(sequence: str) -> None:
    assert trespassers(sequence.encode()) == []


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS.keys())
def test_every_plant_would_be_noticed(plant: str) -> None:
    raw = plant.replace(r"\e", r"\x1b").replace(r"\0", r"\x00").encode().decode("unicode_escape")
    assert trespassers(f"前{raw}后".encode())


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_the_reader_sends_no_planted_sequence(edition: Path, tmp_path: Path, tongue: str) -> None:
    with Terminal(
        reader_command("--lang", tongue, edition), size=(80, 24), environment=clean_environment(tmp_path)
    ) as terminal:
        terminal.wait_for("头条稳稳当当")
        terminal.settle()
        for keys in (
            " " * 12,  # through the whole paper
            "g",
            "a",  # the board, and through it
            "jj  ",
            "\x1b",
            "?",
            "  \x1b",
            "m",
            "M",
            "\x1b",
            "/",
            "末段\r",
            "nN",
            "\x1b",
            "/[",
            "\x1b",
            "\tjj\r",
            "]",
            "[",
            "ss",
            "+-=",
            "r",
            "tT",
            "\x10",  # the palette
            "\x1b",
        ):
            terminal.press(keys)
            # A lone Esc is told from the beginning of a sequence only after a tenth of a second.
            terminal.settle(quiet=0.2 if keys.endswith("\x1b") else 0.08)
        terminal.resize(44, 12)
        terminal.settle()
        terminal.resize(140, 45)
        terminal.settle()
        assert "␛]52;c;" in terminal.plain_output()
        terminal.press("q")
        assert terminal.wait() == 0
        assert trespassers(bytes(terminal.output)) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "FILE"],
        ["show", "FILE", "--width", "30"],
        ["show", "FILE", "2024-12-20/p02-a01"],
        ["show", "FILE", "--format", "json"],
        ["show", "FILE", "--format", "markdown"],
        ["list", "LIBRARY"],
        ["list", "LIBRARY", "--json"],
        ["notices", "LIBRARY"],
        ["notices", "LIBRARY", "--json"],
        ["notices", "LIBRARY", "--at", "2024-12-20T08:00"],
        ["FILE"],
        ["check", "FILE"],
        ["check", "LIBRARY", "--format", "json"],
    ],
    ids=" ".join,
)
def test_printed_text_carries_no_planted_sequence(
    edition: Path, tmp_path: Path, arguments: list[str]
) -> None:
    places: dict[str, str | Path] = {"FILE": edition, "LIBRARY": edition.parent}
    _, written = printed(tmp_path, *(places.get(word, word) for word in arguments))
    assert trespassers(written) == []
    assert written


def test_what_was_planted_is_shown_instead(edition: Path, tmp_path: Path) -> None:
    status, written = printed(tmp_path, "show", edition, "--width", "1000")
    assert status == 0
    assert "␛]52;c;ZXZpbA==␇" in written.decode()
    assert "⟦U+202E⟧" in written.decode()


REFUSED = {
    "unknown key": '"headl{x}ine": 一',
    "unknown kind": 'kind: "news{x}"',
    "id": 'id: "a{x}"',
    "photo's file": 'photos: [{{file: "/etc/{x}"}}]',
    "corrects": 'corrects: "2024{x}"',
    "prominence": 'prominence: "huge{x}"',
    "cut": 'cut: "half{x}"',
    "jump": 'jump_to: {{article: "no{x}where"}}',
    "a bare escape": "summary: a\x1b]52;c;eA==\x07",
    "an alias": "summary: *a\x9b31m",
    "a tag": "summary: !evil\u202e a",
}


@pytest.mark.parametrize("field", REFUSED.values(), ids=REFUSED.keys())
def test_a_message_about_a_bad_edition_carries_no_planted_sequence(field: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text(
        "format: 1\npaper: 试纸\ndate: 2024-12-20\nsections:\n  - name: 要闻\n    articles:\n"
        f"      - headline: 好端端的\n        {field.format(x=EVIL)}\n...\n",
        encoding="utf-8",
    )
    commands: list[list[str | Path]] = [
        ["show", file],
        ["list", tmp_path],
        ["show", file, "--format", "json"],
        ["check", file],
    ]
    for arguments in commands:
        _, written = printed(tmp_path, *arguments)
        assert trespassers(written) == []


@pytest.mark.parametrize("key", ["format", "date", "timezone", "language", "paper"])
def test_a_message_about_the_head_carries_no_planted_sequence(key: str, tmp_path: Path) -> None:
    head = {"format": "1", "paper": "试纸", "date": "2024-12-20", key: f'"{EVIL}"'}
    lines = [f"{name}: {value}" for name, value in head.items()]
    file = tmp_path / "bad.yaml"
    file.write_text("\n".join([*lines, "sections: []", "...", ""]), encoding="utf-8")
    commands: list[list[str | Path]] = [["show", file], [file], ["list", tmp_path], ["notices", tmp_path]]
    for arguments in commands:
        _, written = printed(tmp_path, *arguments)
        assert trespassers(written) == []


def test_a_name_of_a_file_can_steer_nothing_either(edition: Path, tmp_path: Path) -> None:
    named = edition.parent / "2024\x1b]52;c;eA==\x07\u202e-12.yaml"
    edition.rename(named)
    missing = tmp_path / "no\x1b[31m\x9bhere.yaml"
    commands: list[list[str | Path]] = [
        ["check", edition.parent, missing],
        ["list", edition.parent],
        ["list", edition.parent, "--json"],
        ["show", named],
        ["show", missing],
        ["show", named, "2024-12-20/\x1b[31mnone"],
        ["--lang\x1b[31m"],
        ["notices", missing],
    ]
    for arguments in commands:
        _, written = printed(tmp_path, *arguments)
        assert trespassers(written) == []
