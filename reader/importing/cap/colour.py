"""What a Chinese headline says of a warning: its colour, and what it warns of."""

from __future__ import annotations

import re

from reader.edition.notice import Level

_COLOURS = {
    "蓝": Level.BLUE,
    "藍": Level.BLUE,
    "黄": Level.YELLOW,
    "黃": Level.YELLOW,
    "橙": Level.ORANGE,
    "红": Level.RED,
    "紅": Level.RED,
}
_ONE = "([" + "".join(_COLOURS) + "])色"
# The colour may stand before what is warned of (橙色高温预警) or behind (高温橙色预警).
_WARNING = re.compile(_ONE + r"[^，。；、,;\s]{0,8}?(?:预警|預警|警报|警報|警戒|警告)")
_CHANGED = re.compile(
    r"(?:升级|降级|变更|更新|提升|上调|下调|调整|升|降)(?:为|至|成|到)[^，。；,;]{0,10}?" + _ONE
)
_EVENT = re.compile(
    r"(?:发布|發布|發佈|解除|更新|确认|变更|启动|撤销|取消|升级|降级)(?:了|为)?"
    r"([^，。；：、,;:\s\[【（(]{1,12}?)(?:["
    + "".join(_COLOURS)
    + r"]色|[ⅠⅡⅢⅣI]{1,3}V?级)?(?:预警|預警|警报|警報)"
)


def printed_level(text: str) -> Level | None:
    """Return the colour these words give a warning; of a change the new one, None for none or several."""
    changed = _CHANGED.findall(text)
    found = changed[-1:] or _WARNING.findall(text)
    levels = {_COLOURS[colour] for colour in found}
    return levels.pop() if len(levels) == 1 else None


def printed_event(headline: str) -> str | None:
    """Return what a headline says it warns of: of 河湾市气象台发布暴雨橙色预警 暴雨."""
    match = _EVENT.search(headline)
    return match[1] if match else None
