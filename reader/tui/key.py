"""What a key is: a command with an id, the keys that give it, and what it does in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from reader.edition.wording import Wording


class Group(StrEnum):
    """The heading a key stands under in the help."""

    READ = "read"
    GO = "go"
    FIND = "find"
    KEEP = "keep"
    MARKS = "marks"
    LOOK = "look"
    PAGE = "page"
    CALENDAR = "calendar"
    PROOF = "proof"
    PROGRAM = "program"

    @property
    def wording(self) -> Wording:
        """The heading in words."""
        return _GROUP_WORDS[self]


_GROUP_WORDS = {
    Group.READ: Wording("阅读", "Reading"),
    Group.GO: Wording("走到", "Going"),
    Group.FIND: Wording("查找", "Finding"),
    Group.KEEP: Wording("留存", "Keeping"),
    Group.MARKS: Wording("收藏夹里", "In the list of marks"),
    Group.LOOK: Wording("样子", "Looks"),
    Group.PAGE: Wording("版面上", "On the page"),
    Group.CALENDAR: Wording("往期日历上", "In the back issues"),
    Group.PROOF: Wording("校对时", "In proof mode"),
    Group.PROGRAM: Wording("程序", "The program"),
}


class Need(StrEnum):
    """What a command needs that not every reader is given: a visitor is not, nor is a guest."""

    EDITOR = "editor"
    """To have $EDITOR opened."""
    PROOF = "proof"
    """To proofread, and so to write the edition's file."""
    FILES = "files"
    """To see to the files of the library: to have one read again, to know what is wrong with one."""
    CLIPBOARD = "clipboard"
    """To put a text on the terminal's clipboard."""
    PICTURES = "pictures"
    """To be shown pictures."""
    PLACES = "places"
    """To be remembered when they come again."""


class Key(NamedTuple):
    """A command of the reader: what it is called, which keys give it, what it does.

    `id` is what a reader rebinds it by, `keys` are Textual's key names parted by commas, `shown` is how
    print writes them, `words` say what it does and `hint` the same in a word for the foot ("" keeps it out).
    """

    id: str
    keys: str
    shown: str
    group: Group
    words: Wording
    hint: Wording = Wording("", "")
    at_once: bool = False
    """Is it done before the keys behind it are handed on? For what opens or closes a field."""
    needs: Need | None = None
    """Who lacks this is not offered the command; their key says why it does nothing."""
    otherwise: Wording = Wording("", "")
    """What it does for who lacks what it needs; "" offers it to none of them."""

    @property
    def action(self) -> str:
        """The name of the screen's action, as Textual calls it."""
        return self.id.replace("-", "_")


def offered(keymap: Iterable[Key], lacks: Collection[Need]) -> list[Key]:
    """Return the commands that do something for a reader who lacks this, in words that hold for them."""
    there = (key if key.needs not in lacks else key._replace(words=key.otherwise) for key in keymap)
    return [key for key in there if key.words.en]
