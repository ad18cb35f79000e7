"""The keys of the back issues' calendar."""

from __future__ import annotations

from reader.edition.wording import Wording
from reader.tui.key import Group, Key, Need

CALENDAR: tuple[Key, ...] = (
    Key("day-before", "left,h", "← h", Group.CALENDAR, Wording("前一天", "The day before")),
    Key("day-after", "right,l", "→ l", Group.CALENDAR, Wording("后一天", "The day after")),
    Key(
        "week-before",
        "up,k",
        "↑ k",
        Group.CALENDAR,
        Wording("上一星期；在列表里是上一行", "The week before; in the list, a row up"),
    ),
    Key(
        "week-after",
        "down,j",
        "↓ j",
        Group.CALENDAR,
        Wording("下一星期；在列表里是下一行", "The week after; in the list, a row down"),
    ),
    Key(
        "month-before",
        "left_square_bracket,pageup",
        "[ PgUp",
        Group.CALENDAR,
        Wording("上个月", "The month before"),
    ),
    Key(
        "month-after",
        "right_square_bracket,pagedown",
        "] PgDn",
        Group.CALENDAR,
        Wording("下个月", "The month after"),
    ),
    Key(
        "year-before",
        "less_than_sign",
        "<",
        Group.CALENDAR,
        Wording("上一年", "The year before"),
    ),
    Key(
        "year-after",
        "greater_than_sign",
        ">",
        Group.CALENDAR,
        Wording("下一年", "The year after"),
    ),
    Key(
        "list-of-day",
        "tab,shift+tab",
        "Tab",
        Group.CALENDAR,
        Wording("在日历与这一天的列表之间", "Between the days and the list of the day"),
    ),
    Key(
        "next-paper",
        "p",
        "p",
        Group.CALENDAR,
        Wording("换一种报纸", "The next paper of the library"),
    ),
    Key(
        "library-faults",
        "exclamation_mark",
        "!",
        Group.CALENDAR,
        Wording("读不了和重复的文件", "Files that cannot be read, or are there twice"),
        needs=Need.FILES,
    ),
)
"""What only the calendar knows; ``{`` ``}``, ``g`` ``G``, Enter and Esc do there what they do elsewhere."""
