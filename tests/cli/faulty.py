"""Editions with faults to be proofread, and files checked without a process of their own."""

from __future__ import annotations

from pathlib import Path

from reader.cli.call import Call, called
from reader.cli.check_desk import CheckDesk
from reader.cli.check_files import File, files_of
from reader.cli.checked import Checked
from reader.cli.options import parse
from reader.cli.output import Output
from reader.edition.wording import Tongue
from tests.cli.test_output import Stream
from tests.copydesk import desk

FAULTY = desk.FAULTY.replace("□ ", "").replace(
    "...\n", '    page: "01"\nissue: "0041"\nmasthead:\n  editor: 周远山\n...\n'
)
"""An edition with seven half-width marks in three styles of text, and no other fault."""

WIDE = FAULTY.translate(str.maketrans(",;", "，；")).replace("(试行)", "（试行）")
"""The faulty edition with its seven half-width marks put right."""

FOLDED = FAULTY.replace("        body: |\n          从下周起", "        body: >-\n          从下周起")
"""The faulty edition with a folded text, which is an error of the format and is read all the same."""


def put_faulty(folder: Path, name: str = "2024-12-23.yaml", text: str = FAULTY) -> Path:
    """Write the faulty edition, or another, into a folder; line ends stay as they are."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def a_call(*arguments: str | Path, tongue: Tongue = "en", is_terminal: bool = False) -> tuple[Call, Stream]:
    """Return the call of a command line and the stream its output goes to."""
    out = Stream(is_terminal=is_terminal)
    output = Output(tongue, out, Stream())
    return called(parse([str(word) for word in arguments]), output, {}), out


def checked(*arguments: str | Path) -> Checked:
    """Return what is found in the one file that arguments of `check` name; as a rule by T-WIDTH alone."""
    words = list(arguments)
    if not any(str(word).startswith("--only") for word in words):
        words += ["--only", "T-WIDTH,S-FORMAT"]
    call, _ = a_call("check", *words)
    (file,) = files_of(call).files
    return look(call, file)


def look(call: Call, file: File) -> Checked:
    """Return what a call finds in a file."""
    desk = CheckDesk(call)
    copy = desk.take(file)
    return copy if isinstance(copy, Checked) else desk.look(copy)
