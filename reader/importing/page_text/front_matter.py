"""The front matter of a Markdown document: plain keys and values between two lines of dashes."""

from __future__ import annotations

import re
from typing import NamedTuple

_FENCE = re.compile(r"(?:---|\+\+\+)[ \t]*\Z")
_KEY = re.compile(r"([A-Za-z_\u3400-\u9fff][\w\u3400-\u9fff -]{0,40}?)[ \t]*[:=：](?:[ \t]+(.*)|)\Z")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)\Z")
_NAMES = {
    "newspaper": "paper", "publication": "paper", "报纸": "paper", "报名": "paper", "日期": "date",
    "pubdate": "date", "published": "date", "标题": "headline", "title": "headline", "主题": "headline",
    "subtitle": "deck", "副题": "deck", "引题": "kicker", "author": "authors", "by": "authors",
    "作者": "authors", "lang": "language", "description": "summary", "abstract": "summary", "摘要": "summary",
    "excerpt": "summary", "category": "section", "categories": "section", "版名": "section", "栏目": "column",
    "来源": "source", "署名": "byline", "page-number": "page", "版次": "page",
}  # fmt: skip
_KEYS_WORDS = (
    "paper date edition issue language timezone section page headline kicker deck byline "
    "authors dateline source summary column slug signoff"
)
KEYS = frozenset(_KEYS_WORDS.split())
"""Keys that are fields of the format; a document may name some of them otherwise."""


class FrontMatter(NamedTuple):
    """What a document says before it begins."""

    values: dict[str, tuple[str, ...]]
    """By the format's key, or the document's own where the format has none."""
    text: str
    """The document behind it."""
    lines: int
    """How many lines it takes."""

    def one(self, key: str) -> str | None:
        """Return the value of a key, several joined."""
        return ", ".join(self.values[key]) if self.values.get(key) else None


def front_matter(text: str) -> FrontMatter:
    """Return the front matter of a document and the rest; none where what stands there is something else."""
    lines = text.split("\n")
    nothing = FrontMatter({}, text, 0)
    if not _FENCE.match(lines[0]):
        return nothing
    values: dict[str, tuple[str, ...]] = {}
    key = ""
    for number, line in enumerate(lines[1:200], 1):
        if line.rstrip() in (lines[0].rstrip(), "..."):
            return FrontMatter(values, "\n".join(lines[number + 1 :]), number + 1) if values else nothing
        item, pair = _ITEM.match(line), _KEY.match(line)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if item and key:
            values[key] = (*values[key], _bare(item[1]))
        elif pair:
            key = _NAMES.get(pair[1].lower(), pair[1].lower() if pair[1].lower() in KEYS else pair[1])
            values[key] = (*values.get(key, ()), *_values(pair[2] or ""))
        elif key and line[:1] in " \t":
            values[key] = (*values[key], line.strip())
        else:
            return nothing
    return nothing


def _values(words: str) -> tuple[str, ...]:
    words = words.strip()
    if words.startswith("[") and words.endswith("]"):
        return tuple(_bare(each) for each in words[1:-1].split(",") if each.strip())
    bare = _bare(words)
    return (bare,) if bare and bare not in ("|", ">", "|-", ">-") else ()


def _bare(words: str) -> str:
    words = words.strip()
    return words[1:-1] if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'" else words
