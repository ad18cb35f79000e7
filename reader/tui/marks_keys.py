"""The keys of the list of marks that it does not share with reading."""

from __future__ import annotations

from reader.edition.wording import Wording
from reader.tui.key import Group, Key, Need

MARKS: tuple[Key, ...] = (
    Key(
        "filter-marks",
        "slash",
        "/",
        Group.MARKS,
        Wording("筛选：标题、批注、报名、日期、文字", "Filter by title, note, paper, day or text"),
        Wording("筛选", "filter"),
        at_once=True,
    ),
    Key(
        "sort-marks",
        "s",
        "s",
        Group.MARKS,
        Wording("按报纸日期排，再按照收藏先后", "Sort by the paper's day, or by when marked"),
        Wording("换排序", "sort"),
    ),
    Key(
        "copy-clipping",
        "y",
        "y",
        Group.MARKS,
        Wording("复制这条剪报（Markdown）", "Copy this clipping as Markdown"),
        Wording("复制", "copy"),
        needs=Need.CLIPBOARD,
    ),
    Key(
        "copy-clippings",
        "Y",
        "Y",
        Group.MARKS,
        Wording("复制列出的全部剪报", "Copy every clipping listed"),
        Wording("全部复制", "copy all"),
        needs=Need.CLIPBOARD,
    ),
)
"""In the order help prints them."""

MARKS_FOOT: tuple[tuple[str, Wording], ...] = (
    ("open", Wording("打开", "open")),
    ("leave", Wording("返回", "back")),
    ("note", Wording("批注", "note")),
    ("filter-marks", Wording("筛选", "filter")),
    ("mark", Wording("取消收藏", "unmark")),
    ("sort-marks", Wording("换排序", "sort")),
    ("copy-clipping", Wording("复制", "copy")),
    ("copy-clippings", Wording("全部复制", "copy all")),
)
"""The commands the foot of the list names, most needed first."""
