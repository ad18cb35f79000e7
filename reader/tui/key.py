"""What a key is: a command with an id, the keys that give it, and what it does in words."""

from __future__ import annotations

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

    @property
    def action(self) -> str:
        """The name of the screen's action, as Textual calls it."""
        return self.id.replace("-", "_")
