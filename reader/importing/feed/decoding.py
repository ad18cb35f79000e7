"""The bytes of a feed as text, also where it lies about its encoding or says nothing."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.importing.feed.recognition import EBCDIC, encoding_by_mark
from reader.importing.observation import Grade, Observation, cannot_import

_DECLARED = re.compile(rb"\s*<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']")
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*?\?>")
# Each holds the ones before it; whoever declares one often writes the next (WHATWG Encoding, 4.2).
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-cn": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
}
# What Python calls encodings and no document is written in.
_NO_ENCODINGS = {
    "unicode_escape",
    "raw_unicode_escape",
    "unicode-escape",
    "raw-unicode-escape",
    "idna",
    "punycode",
}
_SAY_ENCODING = Wording("不对就用 --encoding 说明", "if it is not, say so with --encoding")
_FEW = 0.02
"""The share of broken characters up to which a text is still in the encoding."""


class Decoded(NamedTuple):
    """A document as text, without declaration and byte order mark."""

    text: str
    observations: tuple[Observation, ...] = ()


def decoded(data: bytes, source: str, encoding: str | None = None) -> Decoded:
    """Return a document as text, in the encoding asked for, marked, declared, or found out.

    Raises:
        CannotImport: the encoding asked for is unknown, or the bytes are not in it.
    """
    if encoding is not None:
        return Decoded(_bare(_asked(data, source, encoding)))
    marked = encoding_by_mark(data)
    if marked and marked != EBCDIC:
        return Decoded(_bare(data.decode(marked, "replace")), ())
    # All of EBCDIC write the letters of a declaration alike, so that it can be read (XML 1.0, F.1).
    match = _DECLARED.match(data[:1024].decode(marked or "latin-1").encode("latin-1", "replace"))
    declared = match[1].decode("ascii").lower() if match else "utf-8"
    text = _read(data, _WIDER.get(declared, declared), "strict")
    if text is not None:
        return Decoded(_bare(text))
    text, found = _guessed(data, _WIDER.get(declared, declared))
    return Decoded(_bare(text), (_told(source, text, declared, found),))


def _told(source: str, text: str, declared: str, found: str) -> Observation:
    slips = text.count("\ufffd")
    if slips and _codec(found) in (_codec(declared), _codec(_WIDER.get(declared, declared))):
        what = Wording(
            "有 {slips} 处字节不合 {declared} 编码，显示为 \ufffd",
            "{slips} bytes are no {declared} and are shown as \ufffd",
        ).filled(slips=slips, declared=declared)
        return Observation(Grade.UNDECIDED, source, "", what, _SAY_ENCODING)
    what = Wording(
        "不是所声明的编码 {declared}，按 {found} 读", "it is not in {declared} as declared; read as {found}"
    ).filled(declared=declared, found=found)
    return Observation(Grade.GUESSED, source, "", what, _SAY_ENCODING)


def _asked(data: bytes, source: str, encoding: str) -> str:
    advice = Wording("换一个 --encoding，或不写", "name another --encoding, or none")
    try:
        return data.decode(_WIDER.get(encoding.lower(), encoding))
    except (LookupError, ValueError) as error:
        what = Wording("不能按 {encoding} 读", "it cannot be read as {encoding}").filled(encoding=encoding)
        raise cannot_import(source, "", what, advice) from error


def _codec(encoding: str) -> str:
    """Return Python's name of an encoding of text; empty where it knows none."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return ""
    return "" if name in _NO_ENCODINGS else name


def _read(data: bytes, encoding: str, errors: str) -> str | None:
    if not _codec(encoding):
        return None
    try:
        return data.decode(encoding, errors)
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes, declared: str) -> tuple[str, str]:
    """Return the text in the likeliest encoding: one with a few slips, Chinese, or what is left."""
    for encoding in ("utf-8", declared):
        text = _read(data, encoding, "replace")
        if text is not None and _is_mostly_sound(text):
            return text, encoding
    chinese = _read(data, "gb18030", "strict")
    if chinese is not None and _is_everyday_chinese(chinese):
        return chinese, "gb18030"
    return data.decode("cp1252", "replace"), "windows-1252"


def _is_mostly_sound(text: str) -> bool:
    foreign = sum(not character.isascii() for character in text)
    slips = text.count("\ufffd")
    return slips < foreign and slips <= max(3, foreign * _FEW)


def _is_everyday_chinese(text: str) -> bool:
    """Are most of the characters of GB 2312? Latin text taken for Chinese has rarer ones."""
    foreign = "".join(character for character in text if not character.isascii())
    everyday = len(foreign.encode("gb2312", "ignore")) // 2
    return everyday >= 0.9 * len(foreign)


def _bare(text: str) -> str:
    """Return a text without its declaration, its lines where they were."""
    return _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text.removeprefix("\ufeff"), count=1)
