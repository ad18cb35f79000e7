"""A working title for a piece that prints none: its first words, as a desk would slug it."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[。！？!?；;…]|\.(?:\s|\Z)")
_DAY = re.compile(r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|近日|日前|今日|昨日|今天|昨天|连日来)[，,]\s*")
_CLAUSE = re.compile(r"\s*[，,：:]\s*")
_HAN = re.compile("[\u3400-\u9fff]")
_QUOTES = str.maketrans("", "", '“”‘’"「」『』（）()')
_LONGEST = 30
_SHORT = 20
_WORDS = 8


def working_title(text: str) -> str:
    """Return the first words of a text without day and marks: a short sentence whole, else its first clause.

    Chinese has up to 30 characters, other languages eight words.
    """
    sentence = _SENTENCE.split(_DAY.sub("", text, count=1) if _DAY.match(text) else text, maxsplit=1)[0]
    sentence = " ".join(sentence.translate(_QUOTES).split())
    clauses = [clause for clause in _CLAUSE.split(sentence) if clause]
    if not clauses:
        return " ".join(text.split())[:_SHORT].strip()
    if not _HAN.search(sentence):
        return " ".join(sentence.split()[:_WORDS]).rstrip(",:;—– ")
    return " ".join(clauses) if len(sentence) <= _SHORT else clauses[0][:_LONGEST]
