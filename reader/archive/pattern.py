"""Regular expressions of strangers: compiled within bounds, run within a time, holding up no other thread."""

from __future__ import annotations

import re
import time
from typing import Protocol, cast

from reader.edition.wording import Wording

PATIENCE = 0.5
"""Seconds a search may spend in regular expressions, all texts together."""

_MOST_UNROLLED = 500_000  # characters of pattern; some 100 MB
_REPEAT = re.compile(r"\{\s*(\d+)\s*(?:,[^}]*)?\}")

_TOO_MANY = Wording("重复次数太大", "repeats too often")
_TOO_DEEP = Wording("括号嵌套太深", "is nested too deeply")
_FAULT = Wording("正则表达式有误：{reason}", "the regular expression cannot be read: {reason}")
_REASONS = {
    "missing )": "缺少“)”",
    "unbalanced parenthesis": "多了“)”",
    "unterminated character set": "“[”没有用“]”结束",
    "nothing to repeat": "重复符号前面没有内容",
    "multiple repeat": "重复符号叠用",
    "bad escape (end of pattern)": "末尾的“\\”后面没有字符",
    "min repeat greater than max repeat": "最少次数大于最多次数",
    "bad character range": "字符范围前大后小",
    "unknown property": "没有这种字符属性",
    "unknown extension": "“(?”后面的写法不认识",
}


class Compiled(Protocol):
    """A compiled regular expression, of which only this is used."""

    def finditer(self, text: str, /, *, timeout: float, concurrent: bool) -> list[re.Match[str]]:
        """Find all matches; raises TimeoutError after `timeout` seconds."""


class BadPattern(ValueError):
    """A regular expression that cannot be read; `position` is the offset of the fault in it."""

    def __init__(self, position: int, what: Wording) -> None:
        self.position = position
        self.what = what
        super().__init__(what.en)


class OutOfTime(Exception):
    """The time for regular expressions is used up."""


def compiled(source: str) -> Compiled:
    """Return the compiled pattern: any case, ``^`` and ``$`` at line ends too.

    The `regex` package runs it, because it can be stopped after a time and lets other threads run meanwhile,
    which `re` cannot. Counted repeats are unrolled when compiled, so their product is bounded beforehand:
    ``a{100000000}`` would take all of a machine's memory.

    Raises:
        BadPattern: it is no regular expression, or one too large to compile.
    """
    _refuse_explosion(source)
    import regex

    try:
        return cast(Compiled, regex.compile(source, regex.IGNORECASE | regex.MULTILINE))
    except regex.error as fault:
        reason = str(fault.msg)
        raise BadPattern(
            fault.pos or 0, _FAULT.filled(reason=Wording(_REASONS.get(reason, reason), reason))
        ) from None
    except RecursionError:
        raise BadPattern(0, _FAULT.filled(reason=_TOO_DEEP)) from None
    except Exception as fault:  # a fault of the compiler on words it did not foresee is the pattern's here
        raise BadPattern(0, _FAULT.filled(reason=str(fault) or type(fault).__name__)) from None


def _refuse_explosion(source: str) -> None:
    product = 1
    for repeat in _REPEAT.finditer(source):
        product *= max(1, int(repeat[1]))
        if product * len(source) > _MOST_UNROLLED:
            raise BadPattern(repeat.start(), _FAULT.filled(reason=_TOO_MANY))


class TimeLimit:
    """The time left for regular expressions in one search; only matching counts, not what lies between."""

    def __init__(self, seconds: float = PATIENCE) -> None:
        self._left = seconds

    def matches(self, pattern: Compiled, text: str) -> list[tuple[int, int]]:
        """Return start and end of every match that is not empty.

        Raises:
            OutOfTime: the time of this limit is used up.
        """
        if self._left <= 0:
            raise OutOfTime
        began = time.monotonic()
        try:
            found = pattern.finditer(text, timeout=self._left, concurrent=True)
            return [match.span() for match in found if match.end() > match.start()]
        except TimeoutError:
            self._left = 0
            raise OutOfTime from None
        finally:
            self._left -= time.monotonic() - began
