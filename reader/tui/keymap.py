"""The keys of reading, each once: bindings, foot, help, palette and manual are made from this table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from textual.binding import Binding

from reader.edition.wording import Wording
from reader.tui.key import Group, Key, Need, offered

READING: tuple[Key, ...] = (
    Key(
        "read-on",
        "space,pagedown",
        "space PgDn",
        Group.READ,
        Wording("往下一屏；到篇末接下一篇", "A screen on; at the end, the next article"),
        Wording("读下去", "read on"),
    ),
    Key("read-back", "b,pageup", "b PgUp", Group.READ, Wording("往上一屏", "A screen back")),
    Key("line-down", "j,down", "j ↓", Group.READ, Wording("下一行", "A line down")),
    Key("line-up", "k,up", "k ↑", Group.READ, Wording("上一行", "A line up")),
    Key("top", "g,home", "g Home", Group.READ, Wording("到开头", "To the top")),
    Key("end", "G,end", "G End", Group.READ, Wording("到末尾", "To the end")),
    Key(
        "next-article",
        "right,l",
        "→ l",
        Group.GO,
        Wording("下一篇", "Next article"),
        Wording("下篇", "next"),
    ),
    Key(
        "previous-article",
        "left,h",
        "← h",
        Group.GO,
        Wording("上一篇", "Previous article"),
        Wording("上篇", "previous"),
    ),
    Key("next-section", "right_square_bracket", "]", Group.GO, Wording("下一版", "Next section")),
    Key("previous-section", "left_square_bracket", "[", Group.GO, Wording("上一版", "Previous section")),
    Key(
        "contents", "s", "s", Group.GO, Wording("目录开合", "Contents on or off"), Wording("目录", "contents")
    ),
    Key(
        "other-pane",
        "tab,shift+tab",
        "Tab",
        Group.GO,
        Wording(
            "在目录与正文之间；搜索时换范围", "Between contents and article; in a search, this edition or all"
        ),
    ),
    Key(
        "open",
        "enter",
        "Enter",
        Group.GO,
        Wording("打开；循转版行读下去", "Open; follow a jump line"),
        at_once=True,
    ),
    Key("back", "u", "u", Group.GO, Wording("回到先前读处", "Back in reading history")),
    Key("forward", "U", "U", Group.GO, Wording("再往前去", "Forward in reading history")),
    Key("previous-edition", "left_curly_bracket", "{", Group.GO, Wording("上一期", "Previous edition")),
    Key("next-edition", "right_curly_bracket", "}", Group.GO, Wording("下一期", "Next edition")),
    Key(
        "back-issues",
        "o",
        "o",
        Group.GO,
        Wording("往期：日历", "Back issues: the calendar"),
        Wording("往期", "back issues"),
        at_once=True,
    ),
    Key("newest-edition", "O", "O", Group.GO, Wording("最新一期", "Newest edition")),
    Key(
        "search",
        "slash",
        "/",
        Group.FIND,
        Wording("搜索本期，再按 Tab 搜往期", "Search this edition; Tab then searches all"),
        Wording("搜索", "search"),
        at_once=True,
    ),
    Key(
        "search-order",
        "ctrl+o",
        "ctrl+o",
        Group.FIND,
        Wording("搜索往期时按日期或按相关排", "Hits of all editions newest or best first"),
    ),
    Key("next-match", "n", "n", Group.FIND, Wording("下一处", "Next match")),
    Key("previous-match", "N", "N", Group.FIND, Wording("上一处", "Previous match")),
    Key(
        "leave",
        "escape",
        "Esc",
        Group.FIND,
        Wording("离开，回到原处", "Leave this, back to where I was"),
        at_once=True,
    ),
    Key(
        "page-view",
        "v",
        "v",
        Group.LOOK,
        Wording("版面：整版看，再按回到阅读", "Page view, and back to reading"),
        Wording("版面", "page"),
        at_once=True,
    ),
    Key("notices", "a", "a", Group.FIND, Wording("预警与公告", "Notices board"), Wording("预警", "notices")),
    Key("mark", "m", "m", Group.KEEP, Wording("收藏本篇，再按取消", "Mark this article, or unmark it")),
    Key(
        "note",
        "c",
        "c",
        Group.KEEP,
        Wording("写批注（没收藏的先收藏）", "Write a note to this article, which marks it"),
        at_once=True,
    ),
    Key("marks", "M", "M", Group.KEEP, Wording("收藏夹", "List of marks")),
    Key("copy", "y", "y", Group.KEEP, Wording("复制全文", "Copy the article"), needs=Need.CLIPBOARD),
    Key(
        "copy-reference",
        "Y",
        "Y",
        Group.KEEP,
        Wording("复制出处", "Copy its reference"),
        needs=Need.CLIPBOARD,
    ),
    Key("wider", "plus", "+", Group.LOOK, Wording("版心加宽", "Wider measure")),
    Key("narrower", "minus", "-", Group.LOOK, Wording("版心收窄", "Narrower measure")),
    Key("usual-measure", "equals_sign", "=", Group.LOOK, Wording("版心复原", "Usual measure")),
    Key("justified", "J", "J", Group.LOOK, Wording("两端对齐开合", "Justified lines on or off")),
    Key("theme", "t", "t", Group.LOOK, Wording("换主题", "Next theme")),
    Key("light-dark", "T", "T", Group.LOOK, Wording("明暗对换", "Light or dark")),
    Key(
        "pictures",
        "i",
        "i",
        Group.LOOK,
        Wording("显示或不显示图片", "Pictures on or off"),
        needs=Need.PICTURES,
    ),
    Key(
        "edit",
        "e",
        "e",
        Group.PROGRAM,
        Wording("用 $EDITOR 打开此处", "Open $EDITOR at this place"),
        needs=Need.EDITOR,
    ),
    Key(
        "proof",
        "P",
        "P",
        Group.PROGRAM,
        Wording("校对：逐条查改这一期", "Proofread this edition, finding by finding"),
        needs=Need.PROOF,
    ),
    Key("reload", "r", "r", Group.PROGRAM, Wording("重新读入文件", "Read the file again"), needs=Need.FILES),
    Key(
        "help",
        "question_mark",
        "?",
        Group.PROGRAM,
        Wording("帮助", "Help"),
        Wording("帮助", "help"),
    ),
    Key(
        "palette",
        "ctrl+p,colon",
        "ctrl+p :",
        Group.PROGRAM,
        Wording("命令面板", "Command palette"),
        at_once=True,
    ),
    Key(
        "suspend",
        "ctrl+z",
        "ctrl+z",
        Group.PROGRAM,
        Wording("挂起，用 fg 回来", "Suspend; fg comes back"),
        needs=Need.EDITOR,
    ),
    Key(
        "quit",
        "q",
        "q",
        Group.PROGRAM,
        Wording("退出（读到哪里都记着）", "Quit (your place is kept)"),
        needs=Need.PLACES,
        otherwise=Wording("退出", "Quit"),
    ),
)
"""The reading screen's keys, in the order help prints them."""

SECTION_KEYS = Key(
    "section",
    "1,2,3,4,5,6,7,8,9",
    "1–9",
    Group.GO,
    Wording("第 N 版", "Section N"),
)
"""The nine keys that take their own digit along."""


def bindings(keymap: Iterable[Key], rebound: Mapping[str, str] | None = None) -> list[Binding]:
    """Return Textual's bindings for these keys; `rebound` gives other keys by id."""
    other = rebound or {}
    return [
        Binding(
            other.get(key.id, key.keys), key.action, key.words.en, id=key.id, show=False, priority=key.at_once
        )
        for key in keymap
    ]


def section_bindings() -> list[Binding]:
    """Return the bindings of ``1`` to ``9``."""
    return [
        Binding(digit, f"section({digit})", SECTION_KEYS.words.en, id=f"section-{digit}", show=False)
        for digit in SECTION_KEYS.keys.split(",")
    ]


FOOT = ("read-on", "next-article", "search", "notices", "help", "back-issues", "contents", "previous-article")
"""The commands the foot names, in the order in which they give way to a narrow screen, last first."""


def foot_keys(lacks: Collection[Need] = ()) -> list[Key]:
    """Return the keys of the foot, most needed first."""
    by_id = {key.id: key for key in READING}
    return offered((by_id[id] for id in FOOT), lacks)


def quit_keys(rebound: Mapping[str, str]) -> frozenset[str]:
    """Return the keys that leave the reader, as Textual names them."""
    usual = next(key.keys for key in READING if key.id == "quit")
    return frozenset(rebound.get("quit", usual).split(","))


def shown(key: Key, rebound: Mapping[str, str] | None = None) -> str:
    """Return how print writes the keys of a command, a reader's own keys first of all."""
    if rebound and key.id in rebound:
        return rebound[key.id].replace(",", " ")
    return key.shown
