"""The keys of the page view that it does not share with reading."""

from __future__ import annotations

from reader.edition.wording import Wording
from reader.tui.key import Group, Key

PAGE: tuple[Key, ...] = (
    Key("story-left", "left,h", "← h", Group.PAGE, Wording("左边的稿件", "The story to the left")),
    Key("story-right", "right,l", "→ l", Group.PAGE, Wording("右边的稿件", "The story to the right")),
    Key("story-up", "up,k", "↑ k", Group.PAGE, Wording("上面的稿件", "The story above")),
    Key("story-down", "down,j", "↓ j", Group.PAGE, Wording("下面的稿件", "The story below")),
    Key("next-story", "tab", "Tab", Group.PAGE, Wording("依轻重到下一篇稿件", "The next story by weight")),
    Key(
        "previous-story",
        "shift+tab",
        "Shift+Tab",
        Group.PAGE,
        Wording("依轻重到上一篇稿件", "The story before it by weight"),
    ),
    Key("next-page", "right_square_bracket", "]", Group.PAGE, Wording("后一版", "Next page")),
    Key("previous-page", "left_square_bracket", "[", Group.PAGE, Wording("前一版", "Previous page")),
    Key(
        "page-on",
        "space,pagedown",
        "space PgDn",
        Group.PAGE,
        Wording("往下一屏；到版底接后一版", "A screen on; at the foot, the next page"),
    ),
    Key(
        "page-back",
        "b,pageup",
        "b PgUp",
        Group.PAGE,
        Wording("往上一屏；到版头接前一版", "A screen back; at the head, the page before"),
    ),
)
"""The page view's own keys; of the reading screen's it knows those that make sense there."""

PAGE_FOOT: tuple[tuple[tuple[str, ...], Wording], ...] = (
    (("page-view",), Wording("回到阅读", "back")),
    (("open",), Wording("读全文", "read")),
    (("story-left", "story-up", "story-right", "story-down"), Wording("选稿件", "choose")),
    (("help",), Wording("帮助", "help")),
    (("previous-page", "next-page"), Wording("换版", "turn")),
    (("search",), Wording("搜索", "search")),
    (("notices",), Wording("预警", "notices")),
)
"""The commands the page view's foot names, those of one hint together, most needed first."""
