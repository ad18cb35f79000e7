"""The text of a saved file: UTF-8, or GB 18030 where it is not."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.importing.observation import CannotImport, cannot_import

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENOUGH = 3
"""So many Chinese characters that read well as UTF-8 are no accident of another encoding."""

_NO_TEXT = Wording("这不是文本文件", "this is no text")
_UNKNOWN = Wording("没有“{name}”这种编码", "there is no encoding “{name}”")
_NOT_IN = Wording("第 {at} 个字节不是 {name}", "byte {at} is not {name}")
_FETCH_AGAIN = Wording("重新抓取这个文件", "fetch this file again")
_SAY_ENCODING = Wording(
    "用 --encoding 说明编码，如 gb18030", "say its encoding with --encoding, as in gb18030"
)


class Decoded(NamedTuple):
    """The text of a file, with ``\\n`` at the ends of its lines."""

    text: str
    is_guessed: bool = False
    """Was its encoding told from its bytes alone (it is GB 18030)?"""
    is_cut: bool = False
    """Does the file stop inside a character? What is left of it is not in the text."""


def decoded(data: bytes, source: str, encoding: str | None) -> Decoded:
    """Return the text of a file; `encoding` outweighs what the bytes look like.

    Raises:
        CannotImport: no text in that encoding, or in any of these.
    """
    if encoding is not None:
        return Decoded(_lines(_in_encoding(data, source, encoding)))
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_lines(_in_encoding(data[len(mark) :], source, name)))
    if b"\0" in data:
        raise cannot_import(source, "", _NO_TEXT, _FETCH_AGAIN)
    try:
        return Decoded(_lines(data.decode()))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        if error.reason == "unexpected end of data" and error.end == len(data) and not before.isascii():
            return Decoded(_lines(before), is_cut=True)
        if sum(not character.isascii() for character in before) >= _ENOUGH:
            raise _refusal(source, error.start, "UTF-8") from error
    try:
        return Decoded(_lines(data.decode("gb18030")), is_guessed=True)
    except UnicodeDecodeError as error:
        raise _refusal(source, error.start, "UTF-8 / GB18030") from error


def _in_encoding(data: bytes, source: str, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _refusal(source, error.start, encoding.upper()) from error
    except (LookupError, ValueError) as error:
        raise cannot_import(source, "", _UNKNOWN.filled(name=encoding), _SAY_ENCODING) from error


def _refusal(source: str, at: int, name: str) -> CannotImport:
    return cannot_import(source, "", _NOT_IN.filled(at=at + 1, name=name), _SAY_ENCODING)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
