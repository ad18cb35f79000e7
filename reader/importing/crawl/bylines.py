"""Who wrote an article, where its file says so beyond doubt."""

from __future__ import annotations

import re

_BULLETS = "□■◎○●◇◆☆★▲△"
_HOUSE = r"(?:本报|本刊|本社|本网|新华社|中新社|全媒体|融媒体)"
_CALLED = r"(?:驻[\u4e00-\u9fff]{2,6})?(?:见习|实习|特约|特派|首席|摄影)?(?:记者|通讯员|评论员|特派员|实习生)"
_ROLE = rf"{_HOUSE}?{_CALLED}"
_NAME = (
    r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3}"
)
_SHORT = r"[\u4e00-\u9fff]{2,3}"
_LABEL = r"(?:作者|撰文|执笔|文字|文|图|摄影|图文|文图|采写)\s*[:：/／|｜]"
_LINE = re.compile(
    rf"(?:{_ROLE}[\s\u3000：:]+\S.{{0,60}}|{_HOUSE}{_CALLED}\S{{2,12}}|{_LABEL}\s*\S.{{0,60}}"
    r"|\S.{0,30}[/／]\s?(?:文|图|摄)|By [A-Z].{1,60})\Z"
)
_OFFICE = re.compile(rf"{_HOUSE}(?:{_CALLED})\Z")
_BULLET_LINE = re.compile(rf"[{_BULLETS}]\s*\S.{{0,60}}\Z")
_PROSE = re.compile(r"[。！？；，]|报道[:：]")
_HEAD = re.compile(rf"[^。：:（(]{{0,30}}?[（(]\s*(?P<names>(?:{_ROLE})[^）)。]{{2,60}})[）)]")
_REPORT = re.compile(rf"[^。：:（(]{{0,30}}?(?P<names>{_ROLE}[^。：:（(]{{2,40}}?)\s*报道[:：]")
_CLOSING = re.compile(
    rf"[（(]\s*(?:(?:{_ROLE}|作者|执笔|据|本报|摘自|原载|采写).{{1,80}}"
    rf"|(?!.*[完续略转接图表]\s*[）)]\Z)(?:{_SHORT})(?:[\s\u3000、，]+(?:{_SHORT})){{0,5}})\s*[）)]\Z"
)
_NOT_NAMES = re.compile(
    rf"{_ROLE}|{_LABEL}|[{_BULLETS}]|[/／]\s?(?:文|图|摄)|\bBy\b|[（(]|[）)]|摄影报道|参与采写|报道|整理|采写|摄影|作者[为系]?"
)
_BETWEEN = re.compile(r"[\s\u3000、，,;；/／和]+")
_WHOLE_NAME = re.compile(rf"(?:{_NAME})\Z")


def is_byline(line: str) -> bool:
    """Is this line between headline and text nothing but who wrote it (``□ 本报记者 林一舟``)?"""
    if _PROSE.search(line):
        return False
    if _OFFICE.match(line):
        return True
    return bool((_LINE.match(line) or _BULLET_LINE.match(line)) and names_in(line))


def is_signoff(paragraph: str) -> bool:
    """Is this last paragraph nothing but a signature or a source, in brackets?"""
    return _CLOSING.match(paragraph) is not None


def names_in(credit: str) -> tuple[str, ...]:
    """Return the names in a byline, without what people are called there; none where they cannot be told."""
    found: list[str] = []
    spaced = _NOT_NAMES.sub("、", credit)
    # A name of two characters is often spaced out to the width of three.
    spaced = re.sub(
        r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]{1,2}([\u4e00-\u9fff])(?![\u4e00-\u9fff])",
        r"\1\2",
        spaced,
    )
    parts = re.split(r"[、，,;；/／]+", spaced)
    for part in parts:
        words = part.strip()
        if _WHOLE_NAME.match(words):
            found.append(words)
        else:
            found += [word for word in _BETWEEN.split(words) if _WHOLE_NAME.match(word)]
    return tuple(dict.fromkeys(found))


def names_at_head(paragraph: str) -> tuple[str, ...]:
    """Return the names that the opening of an article gives: ``本报河湾3月1日电（记者林一舟）…``."""
    match = _HEAD.match(paragraph[:120]) or _REPORT.match(paragraph[:120])
    return names_in(match["names"]) if match else ()
