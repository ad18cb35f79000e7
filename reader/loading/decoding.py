"""Bytes in, text out: one encoding, one kind of line end, nothing in it that no terminal may see."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.edition.printable import is_printable, printable
from reader.edition.wording import Wording
from reader.loading.position import COLUMN_BITS, packed, unpacked
from reader.loading.problem import ProblemList, shown

_MOST_CONTROLS = 10_000
"""A text with more of them is no text."""

# What libyaml refuses to read (YAML 1.2.2 §5.1) and, with U+0085, U+2028 and U+2029, what it takes for the
# end of a line although YAML 1.2 (§5.4) and every editor do not.
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Matches a character that the parser refuses, or takes for the end of a line."""


@dataclass(slots=True)
class Source:
    """The text of a file with ``\\n`` line ends, and its UTF-8 bytes for the parser.

    `is_clean` promises that no character in it has to be made visible. `shifts` holds, by line (from 0), the
    columns (from 0, in the file) of characters that were replaced by several, and how many were added.
    """

    text: str
    data: bytes
    is_clean: bool
    shifts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def in_file(self, at: int) -> int:
        """Return the position in the file of a position in `text`."""
        line, column = at >> COLUMN_BITS, unpacked(at)[1] - 1
        for replaced, added in self.shifts.get(line, ()):
            if column <= replaced:
                break
            column = max(column - added, replaced)
        return line << COLUMN_BITS | column

    def line(self, number: int) -> str:
        """Return a line of the text; the first is 1."""
        lines = self.text.split("\n", number)
        return lines[number - 1] if number <= len(lines) else ""


def decoded(data: bytes, encoding: str, problems: ProblemList) -> Source | None:
    """Return the text of a file, or None when it has none in this encoding; a BOM is dropped."""
    plain = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = str(plain, encoding)
    except UnicodeDecodeError as error:
        _refuse_bytes(plain, error, problems)
        return None
    except (LookupError, ValueError, UnicodeError):
        what = Wording("没有“{name}”这种编码", "there is no encoding “{name}”").filled(name=shown(encoding))
        problems.error(0, what, Wording("写 utf-8 或 gb18030", "write utf-8 or gb18030"))
        return None
    if "\x00" in text[:4]:
        _refuse_utf16(problems)
        return None
    is_utf8 = len(encoding) == 5 and encoding.lower() == "utf-8"
    if plain is data:  # in other encodings the mark has other bytes; a second one is text
        text = text.removeprefix("\ufeff")
    return _source(text, plain if is_utf8 else None, problems)


def _source(text: str, data: bytes | None, problems: ProblemList) -> Source | None:
    if "\r" in text:
        text, data = text.replace("\r\n", "\n").replace("\r", "\n"), None
    # One pass in C over the whole file spares a look at every single text. The two spaces are harmless and
    # common in Chinese text, but Python does not call them printable.
    line = text.replace("\n", "")
    is_clean = is_printable(line) or is_printable(line.replace("\u3000", "").replace("\xa0", ""))
    if is_clean or not UNREADABLE.search(text):
        return Source(text, text.encode() if data is None else data, is_clean)
    return _made_visible(text, problems)


def _made_visible(text: str, problems: ProblemList) -> Source | None:
    parts: list[str] = []
    shifts: dict[int, list[tuple[int, int]]] = {}
    line = line_start = done = 0
    for number, match in enumerate(UNREADABLE.finditer(text)):
        if number == _MOST_CONTROLS:
            what = Wording("文件里有上万个控制字符", "the file holds control characters by the ten thousand")
            problems.error(0, what, Wording("这不是文字：换一个文件", "this is no text: name another file"))
            return None
        start = match.start()
        breaks = text.count("\n", done, start)
        if breaks:
            line, line_start = line + breaks, text.rfind("\n", done, start) + 1
        picture = printable(match.group())
        if len(picture) > 1:
            shifts.setdefault(line, []).append((start - line_start, len(picture) - 1))
        parts += (text[done:start], picture)
        done = match.end()
    visible = "".join([*parts, text[done:]])
    return Source(visible, visible.encode(), False, shifts)


def _refuse_bytes(data: bytes, error: UnicodeDecodeError, problems: ProblemList) -> None:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or 0 in data[:4]:
        _refuse_utf16(problems)
        return
    before = data[: error.start].decode(error.encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    at = packed(line, len(before) - before.rfind("\n"))
    if error.encoding == "utf-8" and error.end == len(data) and "unexpected end" in error.reason:
        what = Wording("文件在一个字的中间断了", "the file stops inside a character")
        problems.error(at, what, Wording("取回完整的文件", "fetch the whole file again"))
        return
    byte = f"0x{data[error.start]:02X}"
    what = Wording("字节 {byte} 不是 {name}", "byte {byte} is not {name}").filled(
        byte=byte, name=error.encoding.upper()
    )
    if error.encoding == "utf-8" and _is_gb18030(data):
        advice = Wording(
            "它能按 GB18030 读出：存成 UTF-8，或加 --encoding gb18030",
            "it does decode as GB18030: save it as UTF-8, or add --encoding gb18030",
        )
    else:
        advice = Wording("把文件存成 UTF-8", "save the file as UTF-8")
    problems.error(at, what, advice)


def _refuse_utf16(problems: ProblemList) -> None:
    problems.error(
        0,
        Wording("文件是 UTF-16 或 UTF-32，不是 UTF-8", "the file is UTF-16 or UTF-32, not UTF-8"),
        Wording("存成 UTF-8", "save it as UTF-8"),
    )


def _is_gb18030(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
