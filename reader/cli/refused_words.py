"""What is said of a word on the command line that is one too many, or no command and no file."""

from __future__ import annotations

from reader.cli.commands import COMMANDS, READ
from reader.cli.options import Request, command_named
from reader.cli.wrong_use import WrongUse
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.loading.nearest import nearest


def too_many(request: Request, title: str, advice: Wording) -> WrongUse:
    """A word too many; after what is no command, that first word is the mistake."""
    if request.command == READ:
        first = printable_line(request.words[0])
        what = Wording(
            f"{first} 不是命令，PATH 又只能有一个", f"{first} is no command, and only one PATH can be opened"
        )
        return WrongUse(what, _nearest_command(request.words[0]))
    extra = printable_line(request.words[len(command_named(request.command).words.split())])
    return WrongUse(Wording(f"{title} 不接受 {extra}", f"{title} does not take {extra}"), advice)


def no_such_command(word: str) -> WrongUse:
    """Return the refusal of a word that names no command and no file, with the nearest command."""
    shown = printable_line(word)
    what = Wording(f"没有命令或文件 {shown}", f"there is no command or file {shown}")
    return WrongUse(what, _nearest_command(word))


def _nearest_command(word: str) -> Wording:
    known = [command.name for command in COMMANDS if command.name]
    near = nearest(word, known)
    if near is None:
        listed = ", ".join(known)
        return Wording(f"命令有 {listed}", f"the commands are {listed}")
    return Wording(f"最相近的命令是 {near}", f"the nearest command is {near}")
