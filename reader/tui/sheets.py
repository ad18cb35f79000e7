"""The sheets of the program's own: the notices board and the help, as copy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from reader.edition.wording import Tongue, Wording
from reader.tui import sayings
from reader.tui.desk import Desk
from reader.tui.key import Need
from reader.tui.keymap import shown
from reader.tui.manual import manual
from reader.typesetting.copy import Copy, Piece, notice_copy
from reader.typesetting.role import Role
from reader.typesetting.width import text_width

KEY_CELLS = 14
"""The cells kept for the keys in the help."""

ABOUT_SEARCH = (
    Wording(
        "几个词之间用空格隔开，每个词都要有；“短语”加引号，原样查找；词前加 - 表示不要。",
        "Words parted by spaces must all be there; “a phrase” in quotes is found as it is; "
        "- before a word leaves it out.",
    ),
    Wording(
        "标题:、作者:、版:、类型:、日期: 只在那一处找，如 标题:供暖。/……/ 是正则表达式。",
        "headline:, byline:, section:, kind: and date: look in that place only, as in headline:heating. "
        "/…/ is a regular expression.",
    ),
    Wording(
        "先搜本期；Tab 换成全部往期，新的在前，ctrl+o 改按相关排。打开往期的一篇，那一期也打开；Esc 回原处。",
        "This edition is searched first; Tab changes to all editions, newest first, ctrl+o to best first. "
        "A hit opens in its own edition; Esc leads back to where you were.",
    ),
    Wording(
        "字母也按拼音找：wy、wuye 都找得到“物业”。全角半角、大写小写不分。",
        "Latin letters also match pinyin: wy and wuye both find 物业. "
        "Case and width of letters do not matter.",
    ),
)
ABOUT_MOUSE = Wording(
    "鼠标：点目录、点搜索结果、点转版行即打开；滚轮翻动。",
    "Mouse: click a story, a result or a jump line to open it; the wheel scrolls.",
)
COPYING_MOUSE = Wording(
    "鼠标：点目录、点搜索结果、点转版行即打开；滚轮翻动；按住拖过文字即复制，不带排版的空格和换行。",
    "Mouse: click a story, a result or a jump line to open it; the wheel scrolls; drag over text to copy it "
    "without the layout's spaces and line ends.",
)
ABOUT_SIGNS = Wording(
    "目录里：○ 未读　● 正在读　✓ 读过　★ 收藏　! 生效的预警　– 其他公告。"
    "往期日历里：● 有报　◆ 打开着的一期。",
    "In the contents: ○ unread, ● open, ✓ read, ★ marked, ! a warning in force, – another notice. "
    "In the back issues: ● an edition, ◆ the open one.",
)


def help_copy(tongue: Tongue, rebound: Mapping[str, str], lacks: Collection[Need] = ()) -> Copy:
    """Return the help: the keys from the table, then what the search and the mouse understand.

    What needs something that the reader lacks is left out.
    """
    pieces: list[Piece] = []
    for group, keys in manual(lacks).items():
        pieces.append(Piece(Role.SUBHEAD, group.wording.say(tongue)))
        for key in keys:
            name = shown(key, rebound)
            lead = name + " " * max(1, KEY_CELLS - text_width(name))
            pieces.append(Piece(Role.NOTICE_FACT, key.words.say(tongue), lead=lead, hang=KEY_CELLS))
    pieces.append(Piece(Role.SUBHEAD, Wording("搜索", "Searching").say(tongue)))
    pieces += [Piece(Role.LIST, words.say(tongue), lead="· ", hang=2) for words in ABOUT_SEARCH]
    mouse = ABOUT_MOUSE if Need.CLIPBOARD in lacks else COPYING_MOUSE
    pieces.append(Piece(Role.SUBHEAD, Wording("还有", "And").say(tongue)))
    pieces += [Piece(Role.LIST, words.say(tongue), lead="· ", hang=2) for words in (ABOUT_SIGNS, mouse)]
    return _copy(pieces)


def board_copy(desk: Desk) -> Copy:
    """Return the notices board: every notice known, with its state and its full text."""
    at, _ = desk.judged_at()
    edition = desk.session.edition
    standings = desk.board.standings(at)

    def pieces() -> Iterator[Piece]:
        for number, standing in enumerate(standings):
            if number:
                yield Piece(Role.RULE, "")
            for piece in notice_copy(standing, edition, desk.tongue).all():
                # Counted anew: each notice counts its own characters from nought.
                yield Piece(piece.role, piece.text, piece.field, piece.lead, piece.hang, piece.link)

    if not standings:
        return _copy([Piece(Role.TEXT, desk.say(sayings.NO_NOTICES))])
    return _copy(pieces())


def problems_copy(lines: Iterable[str]) -> Copy:
    """Return what is wrong with a file, a line each, as copy."""
    return _copy([Piece(Role.LIST, line, lead="· ", hang=2) for line in lines])


def _copy(pieces: Iterable[Piece]) -> Copy:
    every = list(pieces)
    return Copy(every, sum(len(piece.text) for piece in every))
