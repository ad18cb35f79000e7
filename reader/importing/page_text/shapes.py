"""What a line of a page looks like: byline, column label, jump line, signature, credit, running text."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.edition.article import Jump, Kind
from reader.importing.page_text.names import are_names, are_staff, has_role

_CLOSERS = "”’」』）)】》〉\"'"
_FINAL = frozenset("。！？…!?.;；:：")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]+")

LABELS: dict[str, Kind | None] = {
    "报言": Kind.OPINION, "社论": Kind.OPINION, "短评": Kind.OPINION, "时评": Kind.OPINION,
    "评论": Kind.OPINION, "本报评论": Kind.OPINION, "本报评论员": Kind.OPINION, "评论员文章": Kind.OPINION,
    "今日谈": Kind.OPINION, "今日论语": Kind.OPINION, "言论": Kind.OPINION, "来论": Kind.OPINION,
    "编者按": Kind.OPINION, "编后": Kind.OPINION, "快评": Kind.OPINION, "锐评": Kind.OPINION,
    "杂谈": Kind.OPINION, "漫谈": Kind.OPINION, "观点": Kind.OPINION,
    "OPINION": Kind.OPINION, "EDITORIAL": Kind.OPINION,
    "图片新闻": Kind.PHOTO, "图片报道": Kind.PHOTO, "图闻": Kind.PHOTO, "摄影报道": Kind.PHOTO,
    "简讯": Kind.BRIEF, "简明新闻": Kind.BRIEF, "一句话新闻": Kind.BRIEF, "短讯": Kind.BRIEF,
    "要闻速览": Kind.BRIEF, "IN BRIEF": Kind.BRIEF,
    "通讯": Kind.FEATURE, "特写": Kind.FEATURE, "新闻特写": Kind.FEATURE, "人物": Kind.FEATURE,
    "访谈": Kind.INTERVIEW, "对话": Kind.INTERVIEW, "人物访谈": Kind.INTERVIEW,
    "读者来信": Kind.LETTER, "来信": Kind.LETTER, "LETTERS": Kind.LETTER,
    "更正": Kind.CORRECTION, "更正启事": Kind.CORRECTION, "CORRECTION": Kind.CORRECTION,
    "广告": Kind.AD, "启事": Kind.AD, "公益广告": Kind.AD, "ADVERTISEMENT": Kind.AD,
    "链接": None, "新闻链接": None, "延伸阅读": None, "文件摘登": None, "导读": None, "记者手记": None,
}  # fmt: skip
"""Labels of columns by name, with the kind of piece that stands under them."""

_BOX_LABEL = re.compile(
    r"(?:.{0,10}(?:预警|警报|预警信息|信息发布台?|发布台|通告|公告|通知|公示|停[水电气暖]\S{0,4}|便民提示|温馨提示|提示)"
    r"|.{0,10}(?:预警|警报)(?:信号)?\s*[(（](?:[蓝黄橙红藍黃紅]色?|[ⅠⅡⅢⅣIV一二三四1-4]{1,3}\s*级)[)）]"
    r"|(?:WEATHER |PUBLIC )?(?:ALERTS?|WARNINGS?|NOTICES?)"
    r"|(?:(?:WATER|POWER|ELECTRICITY|GAS|HEATING)(?: SUPPLY)? (?:INTERRUPTION|OUTAGE|CUT|SUSPENSION)"
    r"|ROAD CLOSURE)S?(?: NOTICE)?)\Z",
    re.IGNORECASE,
)
_LONGEST_BOX_LABEL = 16
_LONGEST_LATIN_BOX_LABEL = 40
_BYLINE = (
    re.compile(r"[□■●◆◎○☐▲◇★※][\s\u3000]*\S[^。！？]{0,60}\Z"),
    re.compile(
        r"(?:(?:文字?|图|摄影|作者|撰文|采写|编译|执笔)\s*[/／:：|｜]|(?:文[/／、]图|图[/／、]文|文图)[\s\u3000:：|｜]+)"
        r"\s*[^。，,！？]{2,40}\Z"
    ),
    re.compile(r"[(（](?:本报|本网)?(?:见习|实习)?(?:记者|通讯员)[^()（）。]{2,40}[)）]\Z"),
    re.compile(
        r"(?:By|BY) (?:[A-Z][\w.'’ ,-]{2,80}|(?:the|our) (?:\w+ ){0,2}(?:editors?|staff|desk"
        r"|reporters?|correspondents?))\Z"
    ),
    re.compile(r"[—–]{1,2}\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}\Z"),
)
_ROLES = re.compile(
    r"(?:本报|本网|本刊|本台|新华社|[\u4e00-\u9fff]{2,6}(?:日报|晚报|报|网|社))?[\s\u3000]*(?:首席|特约|见习|实习|全媒体|驻\S{1,8}?)?"
    r"(?:记者|記者|通讯员|通訊員|评论员|特派员|特约撰稿人|编辑)[\s\u3000]*[:：]?[\s\u3000]*[^，,。！？；;“”《》]{2,40}(?<![:：])\Z"
)
_DECK = re.compile(r"(?:—{1,2}|―{1,2}|--|──)\s*\S")
_DATELINE = (
    re.compile(
        r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\u3000]*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
        r"(?:[\s\u3000|｜]*(?:来源|稿源|作者|编辑)[:：][\s\u3000]*[^\s。]{1,20}){1,3}\Z"
    ),
    re.compile(
        r"(?:新华社|本报|中新社|[\u4e00-\u9fff]{2,5}社)?[\u4e00-\u9fff]{0,12}\d{1,2}月\d{1,2}日[电讯](?:\s*[(（][^()（）]{2,40}[)）])?\Z"
    ),
    re.compile(
        r"[A-Z][A-Z .,'’-]{2,40}(?:, [A-Z][a-z]+\.? \d{1,2})? ?(?:\([A-Za-z ]{2,20}\))? ?[—–-]{1,2}\Z"
    ),
)
_SOURCE = re.compile(r"(?:来源|稿源|稿件来源|消息来源|Source)[:：]\s*(\S[^。]{0,60})\Z")
_CREDIT = re.compile(
    r"(?:[(（]\s*)?(?:(?:本报|本网|新华社|实习|见习)?(?:记者|通讯员)[\s\u3000]*)?[\u4e00-\u9fff·][\u4e00-\u9fff·、\s\u3000]{0,24}"
    r"[\s\u3000]*(?:摄影报道|摄影|摄|供图|图|发)(?:\s*[)）])?\Z|(?:Photo|PHOTO|Photograph)(?: by"
    r"|:) ?[A-Z][\w .,'’/-]{2,60}\Z"
)
_CREDIT_AT_END = re.compile(
    r"(?:[。！？”]\s*[(（]?|[\s\u3000(（])(?:本报|本网|新华社|实习|见习)*(?:记者|通讯员|记者站)?[\s\u3000]*"
    r"[\u4e00-\u9fff·][\u4e00-\u9fff·、\s\u3000]{0,14}[\s\u3000]*(?:摄影报道|摄影|摄|供图)[)）]?\Z"
)
_PAGE = r"(?:第?\s*([A-Z]?[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*版)"
_JUMP = re.compile(
    rf"[(（【\[]?\s*(?:(下转|转|紧转|上接|紧接|接)\s*{_PAGE}(?:[^()（）\]】\n]{{0,20}})?"
    r"|(Continued (?:on|from)|See [A-Z]+,)\s*(?:Page |page |p\. ?)?([A-Z]?\d{1,3}))\s*[)）】\]]?\Z"
)
_REPORT = re.compile(
    r"(?:本报|本報|本网|本刊|本台)(?:讯|訊|综合消息|\S{0,12}\d+日[电讯])|(?:据)?(?:新华社|中新社|人民网)\S{0,12}\d+日[电讯]"
    r"|(?:本报|本网)?(?:见习|实习)?(?:记者|通讯员)\s*\S{2,12}\s*(?:报道|摄)"
    r"|[A-Z][A-Z .,'’-]{2,30} ?\([A-Z][A-Za-z ]{1,20}\) ?[—–-]"
)
_JUMP_INSIDE = re.compile(
    rf"[(（【\[]\s*(下转|转|紧转|上接|紧接|接)\s*{_PAGE}[^()（）\]】\n]{{0,20}}[)）】\]]"
    r"|[(\[](Continued (?:on|from)) (?:Page |page |p\. ?)?([A-Z]?\d{1,3})[)\]]"
)
_LONGEST_SIGNATURE = 50
_AGENCIES = frozenset({"Reuters", "AP", "AFP", "Staff", "Xinhua"})
_BARE_SIGNED = re.compile(
    r"(.*[。！？”])(?:[\s\u3000]+|(?=本报|新华社))((?:本报|新华社|见习|实习)*(?:记者"
    r"|通讯员)[\s\u3000]*[^，,。！？；;]{2,30})\Z|(.*[.!?”\"])\s+(—\s?[A-Z][\w.'’ -]{2,40})\Z",
    re.DOTALL,
)
_SIGNATURE_WORDS = re.compile(
    r"(?:本报|本网|新华社|据|来源|摘自|作者|文[/／:：]|图[/／:：]|图文|综合|整理|转自|原载|选自|责任编辑|责编)|"
    r".*(?:报道|供稿|整理|摄|供图|编译|来稿)\Z"
)
_NO_SIGNATURE_WORDS = "下同 完 待续 未完待续 略 左 右 图 上 下 笑 掌声 节选 摘要 有删节 上图 下图 左图 右图"
_NO_SIGNATURE = frozenset(_NO_SIGNATURE_WORDS.split())
_CAPTION = re.compile(
    r"[(（]?(?:图为|图[①-⑩一二三四1-9]|上图|下图|左图|右图|题图|资料图|▲|▼|◀|▶|(?:日前|近日|昨日|今日|昨天|今天|连日来|当日)[，,]"
    r"|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚|清晨|凌晨)?[，,]|(?:Above|Pictured|Photo|From left)\b)"
)
_CHINESE_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九十")}


class Signed(NamedTuple):
    """A paragraph and the signature at its end."""

    text: str
    signature: str


def is_complete(text: str) -> bool:
    """Does a paragraph end as paragraphs do, with a final mark, before what closes a quotation or bracket?"""
    stripped = text.rstrip(_CLOSERS + " \u3000")
    if not stripped or stripped[-1] in _FINAL or (text[0] in "(（【[" and text[-1] in ")）】]"):
        return True
    if len(stripped) < len(text) and text[-1] in ")）" and signed(text, is_last=True) is not None:
        return True
    return ends_in_credit(text)


def ends_in_credit(text: str) -> bool:
    """Does a caption end with whose the photo is: 孩子们在滑雪。 本报记者 林一舟 摄?"""
    match = _CREDIT_AT_END.search(text, max(0, len(text) - _LONGEST_SIGNATURE))
    return match is not None and (match.group()[0] in "。！？”" or text[match.start() - 1] in "。！？”")


def is_prose(text: str) -> bool:
    """Is this running text, a sentence or more?"""
    if _HAN.search(text):
        return len(text) >= 24 or any(mark in text[:-1] for mark in "，,。；！？") or text[-1] in "。！？；"
    return len(_LATIN_WORD.findall(text)) >= 8 or text[-1] in ".!?"


def is_report(text: str) -> bool:
    """Does a text open as a report does: 本报讯, a dateline, its reporters?"""
    return _REPORT.match(text) is not None


def is_box_label(text: str) -> bool:
    """Is this a label over a box of public information: 天气预警, 信息发布台, 停水通知?"""
    longest = _LONGEST_LATIN_BOX_LABEL if text.isascii() else _LONGEST_BOX_LABEL
    return len(text) <= longest and text[-1:] not in _FINAL and _BOX_LABEL.match(text) is not None


def is_label(text: str) -> bool:
    """Is this the label of a column by its name?"""
    return _bare(text) in LABELS


def _bare(label: str) -> str:
    return label.strip("【】[]［］〔〕■□●◆ ")


def label_kind(text: str) -> Kind | None:
    """Return the kind of piece that stands under a label, None for plain news."""
    return LABELS.get(_bare(text))


def is_like_label(text: str) -> bool:
    """Could this be the label of a column, short and without any mark?"""
    return len(text) <= 8 and all(map(_HAN.match, text))


def is_byline(text: str) -> bool:
    """Does this line say who wrote the piece?"""
    if len(text) > 100:
        return False
    return any(form.match(text) for form in _BYLINE) or (_ROLES.match(text) is not None and are_staff(text))


def is_deck(text: str) -> bool:
    """Does this line begin with the dash that marks a deck?"""
    return len(text) <= 60 and _DECK.match(text) is not None and not is_byline(text)


def is_dateline(text: str) -> bool:
    """Is this a dateline on a line of its own?"""
    return len(text) <= 80 and any(form.match(text) for form in _DATELINE)


def is_credit(text: str) -> bool:
    """Does this line say whose the photo is?"""
    return len(text) <= 60 and _CREDIT.match(text) is not None


def is_caption(text: str) -> bool:
    """Could this paragraph be the caption of a photo: it opens with a day or says what is shown?"""
    return len(text) <= 300 and (_CAPTION.match(text) is not None or "图为" in text)


def source_of(text: str) -> str | None:
    """Return the source that a line of its own names."""
    match = _SOURCE.match(text) if len(text) <= 80 else None
    return match[1].strip() if match else None


def jump_of(text: str) -> tuple[str, Jump] | None:
    """Return which jump (``to`` or ``from``) a line of its own is, and where it leads."""
    match = _JUMP.match(text) if len(text) <= 60 else None
    if match is None:
        return None
    verb, page, latin, latin_page = match.groups()
    is_from = "接" in verb if verb else latin.endswith("from")
    return ("from" if is_from else "to"), Jump(page=_page(page or latin_page))


def parted_jump(text: str) -> tuple[str, str, str] | None:
    """Return the text before a bracketed jump line, the jump line, and the text behind it."""
    if not any(word in text for word in ("版", "Continued")):
        return None
    match = _JUMP_INSIDE.search(text)
    if match is None or (match.start() and match.end() < len(text)):
        return None
    return text[: match.start()].rstrip(), match.group(), text[match.end() :].lstrip()


def signed(text: str, *, is_last: bool) -> Signed | None:
    """Return a paragraph parted from the signature at its end, None where it has none.

    Where more of the piece may follow (`is_last` False) only what cannot be anything else is one.
    """
    text = text.rstrip()
    if text[-1:] in (")", "）"):
        start = max(text.rfind("(", -_LONGEST_SIGNATURE), text.rfind("（", -_LONGEST_SIGNATURE))
        if start < 0:
            return None
        before, signature = text[:start].rstrip(), text[start:]
        is_one = _is_signature(signature[1:-1].strip(), is_strict=not is_last)
        return Signed(before, signature) if is_one and (not before or is_complete(before)) else None
    start = max(0, len(text) - _LONGEST_SIGNATURE)
    bare = _BARE_SIGNED.match(text[start:]) if is_last and len(text) > 20 else None
    if bare is None:
        return None
    return Signed(text[:start] + (bare[1] or bare[3]), bare[2] or bare[4])


def stands_alone(line: str) -> bool:
    """Is this line no part of running text, whatever stands beside it?"""
    if len(line) > 100:
        return False
    return (
        is_byline(line)
        or is_label(line)
        or is_box_label(line)
        or is_deck(line)
        or is_dateline(line)
        or jump_of(line) is not None
        or source_of(line) is not None
    )


def _is_signature(inside: str, *, is_strict: bool) -> bool:
    """Do the words in these brackets say who wrote, sent or took it?"""
    if not inside or inside in _NO_SIGNATURE or jump_of(inside) or any(mark in inside for mark in "()（）"):
        return False
    if has_role(inside) or _SIGNATURE_WORDS.match(inside) or are_names(inside, is_strict=is_strict):
        return True
    return not is_strict and inside in _AGENCIES


def _page(words: str) -> str:
    """Return a page as references write it: ``第二版`` is page 2."""
    if words[0] not in _CHINESE_DIGITS:
        return words.translate({0xFF10 + digit: str(digit) for digit in range(10)})
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return str(_CHINESE_DIGITS[ones[:1] or "零"])
    return str((_CHINESE_DIGITS[tens[:1]] if tens else 1) * 10 + (_CHINESE_DIGITS[ones[:1]] if ones else 0))
