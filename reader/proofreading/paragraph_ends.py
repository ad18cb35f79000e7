"""How a paragraph of prose ends, and how one looks that was broken off before its end."""

from __future__ import annotations

import re

from reader.proofreading.passage import HAN, is_han_text

_FINAL = frozenset("。！？…：；.!?:;—－～|")
_CLOSING = "”’」』）》】〉\"')] 　"
_QUOTES = "”’」』\"' 　"
_OPENING = frozenset("“‘「『（《【〈(")
_ASKING = _OPENING | frozenset("，、,")
_CREDIT = re.compile(r"[（(\[【][^（）()\[\]【】]{1,60}[）)\]】]\Z")
_BULLETS = frozenset("●○■□▲△◆◇★☆※·•*①②③④⑤⑥⑦⑧⑨⑩")
_CONTACT = re.compile("电话|邮编|邮政编码|网址|邮箱|热线|传真|地址|https?:|www\\.|@")
_ORDINAL = re.compile(
    "[（(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[）)]?[、．.]|第[一二三四五六七八九十]{1,2}[，、]"
)
_BRACKETED = re.compile("（[^（）]*）|\\([^()]*\\)")
_STOP_INSIDE = re.compile("；|[！？](?![—－])")
_SIGNED = re.compile(
    "(?:摄|摄影|报道|供稿|供图|绘|制图|整理|文[/／]图|[/／][文图摄])\\Z"
    "|[—－]{1,3}\\s*[^，。—－]{1,15}\\Z"  # ——编者
    f"|[。！？”][ 　]+[{HAN}]{{2,4}}(?:[ 　、]+[{HAN}]{{2,4}})*\\Z"  # names behind the last mark
    f"|[。！？”](?:本报|记者|通讯员|特约)[{HAN} 　]{{2,16}}\\Z"
)
_NEEDS_MORE = re.compile("[与或将把被从并且但该每各这那和及使让而]\\Z")
_OPENS_PROSE = re.compile(
    "(?:近日|日前|目前|今年|去年|同时|此外|另外|其中|其次|首先|最后|当天|当日|昨日|昨天|今天|随后|如今|现在|不过|然而"
    "|据.{2,12}|截至.{2,12}|\\d{1,2}月\\d{1,2}日.{0,4}|连日来|近年来|.{1,3}以来|长期以来|与此同时|在此基础上"
    "|[^，]{2,14}(?:说|表示|认为|指出|强调|介绍|介绍说|告诉记者|了解到|获悉))[，,]"
    "|本报讯|本报.{2,10}[讯电]|新华社.{2,12}电"
)
"""How sentences begin, and headings never do."""
_LATIN_STOP = re.compile(r"[.!?][”’\"')]* ")
_LATIN_MORE = re.compile(
    r"(?:[a-z]-|\b(?:a|an|the|and|or|but|of|to|in|on|at|by|for|from|with|that|which|who|as|is|are|was|were"
    r"|its|his|her|their))\Z"
)

_SOME, _SENTENCE, _LONG = 12, 30, 40
"""Characters: what has to be there for a weak, a fair and no further sign of prose."""


def is_ended(text: str) -> bool:
    """Does a paragraph end as one may: with a final mark, a lead-in's colon, a credit or a signature?"""
    text = text.rstrip()
    if not text or text[-1] in _FINAL:
        return True
    if text[-1] in _ASKING:
        return False
    if _SIGNED.search(text, max(0, len(text) - 40)):
        return True
    bare = text.rstrip(_QUOTES)
    while match := _CREDIT.search(bare):
        bare = bare[: match.start()].rstrip(_QUOTES)
    return bare.rstrip(_CLOSING)[-1:] in _FINAL or not bare


def wants_more(text: str) -> bool:
    """Does it end with what no paragraph ends with: a comma, an opening quotation mark or bracket?"""
    return text[-1:] in _ASKING


def is_prose(text: str) -> bool:
    """Is it running text, as against a list's entry, an address, or a line of the paper's own?"""
    return text[:1] not in _BULLETS and "●" not in text and _CONTACT.search(text) is None


def is_broken_off(text: str, least: int = _SENTENCE) -> bool:
    """Does the text look like a sentence broken off, even with nothing known of what comes after it?

    Headings, decks, signatures and names end without a mark too. What tells prose from them is a stop inside,
    a length of `least` characters with a comma, or an end that asks for more. Errs on the side of no.
    """
    text = text.rstrip()
    if is_ended(text) or not is_prose(text):
        return False
    if not is_han_text(text):
        return _is_latin_broken_off(text)
    if wants_more(text):
        return len(text) >= _SOME
    if text[-1] in "）)":
        return False
    bare = _BRACKETED.sub("", text)
    if "。" in bare:
        return len(text) >= _SOME
    if _STOP_INSIDE.search(bare):
        return len(text) >= _SENTENCE
    if "，" not in bare and "," not in bare:
        return False
    if _NEEDS_MORE.search(text) or _OPENS_PROSE.match(text):
        return len(text) >= _SOME
    return len(text) >= least and _ORDINAL.match(text) is None


def is_surely_broken_off(text: str) -> bool:
    """As `is_broken_off`, of a text that may be a heading with paragraphs after it."""
    return is_broken_off(text, _LONG)


def _is_latin_broken_off(text: str) -> bool:
    if wants_more(text) or _LATIN_MORE.search(text):
        return len(text) >= _LONG
    return len(text) >= 2 * _SENTENCE and _LATIN_STOP.search(text) is not None and text[-1] not in _CLOSING
