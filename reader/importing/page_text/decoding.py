"""The text of a file of which nobody says how it is encoded."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation, cannot_import
from reader.importing.source import Source

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The most frequent characters of Chinese text, simplified and traditional: where one of two decodings has
# more of them, it is the right one.
_FREQUENT = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里"
)
_FREQUENT_TRADITIONAL = frozenset(
    "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡"
)
_LATIN_SHARE = 0.9

_READ_AS = Wording("不是 UTF-8，按 {codec} 读", "it is not UTF-8; read as {codec}")
_SAY_ENCODING = Wording("不对就用 --encoding 说明", "if it is not, say so with --encoding")
_NOT_THIS = Wording(
    "不是 {codec} 编码：第 {byte} 字节读不通", "it is not {codec}: byte {byte} cannot be read"
)
_UNKNOWN = Wording("没有“{codec}”这种编码", "there is no encoding “{codec}”")
_GIVE_ONE = Wording("用 --encoding 写明编码，如 gb18030", "name the right one with --encoding, as gb18030")
_CUT_CHARACTER = Wording("文件末尾断在一个字中间", "the file ends inside a character")
_GET_WHOLE = Wording("取一份完整的文件", "get a whole copy of the file")


class Decoded(NamedTuple):
    """A text, and what there is to tell about how it was read."""

    text: str
    observations: tuple[Observation, ...] = ()


def decoded(source: Source) -> Decoded:
    """Return the text of a source: as its encoding was asked for, as its mark says, as UTF-8, else guessed.

    What is guessed (GB 18030, Big5, Windows-1252) is told.

    Raises:
        CannotImport: it cannot be read, or not in this encoding; with the place.
    """
    data = source.data()
    if source.encoding is not None:
        return Decoded(_asked(data, source.encoding, source.name))
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], codec, source.name)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _guessed(data, error, source.name)


def _asked(data: bytes, codec: str, name: str) -> str:
    # Who says GB 2312 often means what holds it and more (WHATWG Encoding 4.2).
    codec = "gb18030" if codec.lower().replace("-", "").replace("_", "") in ("gb2312", "gbk") else codec
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise _unreadable(data, codec, error, name) from error
    except (LookupError, ValueError) as error:
        raise cannot_import(name, "", _UNKNOWN.filled(codec=codec), _GIVE_ONE) from error
    return text.removeprefix("\ufeff")


def _strict(data: bytes, codec: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(codec))
    except UnicodeDecodeError as error:
        cut = _cut_at_end(data, codec, error, name)
        if cut is None:
            raise _unreadable(data, codec, error, name) from error
        return cut


def _cut_at_end(data: bytes, codec: str, error: UnicodeDecodeError, name: str) -> Decoded | None:
    """Return the text of a file that stops inside its last character, with the replacement "
    "character there."""
    if error.start < len(data) - 3 or error.reason not in ("unexpected end of data", "truncated data"):
        return None
    place = _place(data[: error.start])
    told = Observation(Grade.UNDECIDED, name, place, _CUT_CHARACTER, _GET_WHOLE)
    return Decoded(data.decode(codec, "replace"), (told,))


def _guessed(data: bytes, error: UnicodeDecodeError, name: str) -> Decoded:
    if error.start and (cut := _cut_at_end(data, "utf-8", error, name)) is not None:
        return cut
    found = {codec: text for codec in ("gb18030", "big5") if (text := _decodes(data, codec)) is not None}
    latin = _decodes(data, "cp1252") if _is_latin(data) else None
    if found and (latin is None or max(map(_weight, found.values())) > 0):
        codec = max(found, key=lambda each: _weight(found[each]))
        text = found[codec]
    elif latin is not None:
        codec, text = "windows-1252", latin
    else:
        raise _unreadable(data, "UTF-8", error, name) from error
    told = Observation(Grade.GUESSED, name, "", _READ_AS.filled(codec=codec), _SAY_ENCODING)
    return Decoded(text, (told,))


def _decodes(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _weight(text: str) -> int:
    """Return how often the most frequent characters stand in the head of a text."""
    head = text[:20_000]
    return max(
        sum(character in frequent for character in head) for frequent in (_FREQUENT, _FREQUENT_TRADITIONAL)
    )


def _is_latin(data: bytes) -> bool:
    head = data[:20_000]
    return sum(byte < 0x80 for byte in head) > _LATIN_SHARE * len(head)


def _unreadable(data: bytes, codec: str, error: UnicodeDecodeError, name: str) -> Exception:
    what = _NOT_THIS.filled(codec=codec, byte=error.start + 1)
    return cannot_import(name, _place(data[: error.start]), what, _GIVE_ONE)


def _place(before: bytes) -> str:
    """Return line and column, in bytes, of the byte behind these."""
    line_feed = b"\n"
    return f"{before.count(line_feed) + 1}:{len(before) - before.rfind(line_feed)}"
