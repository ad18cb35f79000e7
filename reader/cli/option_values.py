"""The words behind an option become its value, or a refusal that says what may stand there."""

from __future__ import annotations

import re

from reader.cli.option import Option
from reader.cli.wrong_use import WrongUse
from reader.edition.printable import printable_line
from reader.edition.wording import Wording

Given = str | int | bool
"""What an option gives."""


def bytes_meant(words: str) -> int | None:
    """Return a size in bytes: ``500K``, ``32M``, ``1G`` (powers of 1024) or a bare number; None for none."""
    size = re.fullmatch(r"(\d{1,12})([KMG]?)(?:i?B)?", words.strip(), re.IGNORECASE | re.ASCII)
    return int(size[1]) * 1024 ** " KMG".index(size[2].upper() or " ") if size and int(size[1]) else None


def value_of(option: Option, value: str | None) -> Given:
    """Return what an option gives by the words behind it; by none, a switch is on.

    Raises:
        WrongUse: it cannot be given this.
    """
    if value is None:
        return True
    shown = printable_line(value)
    what = Wording(f"{option.name} 不能是 {shown}", f"{option.name} cannot be {shown}")
    if option.choices and value not in option.choices:
        listed = ", ".join(option.choices)
        raise WrongUse(what, Wording(f"写 {listed} 之一", f"write one of {listed}"))
    if option.high:
        number = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else -1
        if not option.low <= number <= option.high:
            bounds = f"{option.low}–{option.high}"
            raise WrongUse(what, Wording(f"写 {bounds} 之间的整数", f"write a whole number in {bounds}"))
        return number
    if option.name == "--max-size":
        size = bytes_meant(value)
        if size is None:
            raise WrongUse(what, Wording("写字节数，如 32M", "write a number of bytes, as 32M"))
        return size
    if option.name == "--encoding":
        return _encoding(value, what)
    return value


def _encoding(value: str, what: Wording) -> str:
    import codecs

    advice = Wording("写编码名，如 utf-8、gb18030", "write the name of an encoding, as utf-8 or gb18030")
    try:
        "a".encode(value)  # refuses rot13 and zlib, which are codecs but of no text
        return codecs.lookup(value).name
    except (LookupError, ValueError) as error:
        raise WrongUse(what, advice) from error
