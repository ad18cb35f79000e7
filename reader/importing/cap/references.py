"""Identifiers of alerts: made into ids of notices, and found in `references`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from reader.edition.printable import printable_line

_NOT_IN_IDS = re.compile(r"[\s/\[\]]+")
# What an exporter writes for the characters an identifier must not hold (CAP 1.2 §3.2.1), and for the
# quotation marks that some put round one.
_ESCAPED = {"%2C": ",", "%3C": "<", "%26": "&", "%22": '"', "%27": "'", "%25": "%"}
_ESCAPED |= {"%E2%80%9C": "“", "%E2%80%9D": "”"}
_ESCAPE = re.compile("|".join(_ESCAPED))
_UNESCAPED = re.compile("[,<&\"'“”]|%(?=2C|3C|26|22|27|25|E2%80%9[CD])")
_BY_CHARACTER = {character: code for code, character in _ESCAPED.items()}

# The end of a triple ``sender,identifier,sent``: a comma and a time, which nothing else in it looks like.
_SENT = re.compile(
    r"\s*,\s*[\"']?\d{4}-?\d\d-?\d\d[Tt ]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?\s*(?:[Zz]|[-+]\d\d:?\d\d)?[\"']?"
)
_QUOTED = re.compile("[\"'“](.*)[\"'”]\\Z", re.DOTALL)


def notice_id(identifier: str) -> str:
    """Return an identifier as the id of a notice: what an id cannot hold becomes a hyphen."""
    plain = _ESCAPE.sub(lambda match: _ESCAPED[match.group()], printable_line(identifier))
    return _NOT_IN_IDS.sub("-", plain.strip()) or "alert"


def identifier_of(notice: str) -> str:
    """Return the id of a notice as an identifier, from which `notice_id` makes the same id.

    Source: CAP 1.2 §3.2.1, an identifier holds no blanks, commas, ``<`` or ``&``.
    """
    return _UNESCAPED.sub(lambda match: _BY_CHARACTER[match.group()], notice)


def referred(words: str, known: Container[str] = ()) -> tuple[str, ...]:
    """Return the identifiers of the messages that `references` names, in order, each once.

    They are triples ``sender,identifier,sent`` parted by blanks (CAP 1.2 §3.2.1). Read are also triples with
    blanks behind the commas, in quotation marks or parted by semicolons, pairs without a time, and bare
    identifiers; of a pair both are taken when both are among the `known` identifiers.
    """
    return tuple(dict.fromkeys(filter(None, _identifiers(" ".join(words.split()), known))))


def _identifiers(words: str, known: Container[str]) -> Iterator[str]:
    done = 0
    for end in _SENT.finditer(words):
        yield from _before_time(words[done : end.start()], known)
        done = end.end()
    yield from _bare(words[done:], known)


def _before_time(words: str, known: Container[str]) -> Iterator[str]:
    """Yield what stands before a time: a sender and an identifier, and before them bare ones, if any."""
    words = words.lstrip(" \t\r\n;|").rstrip()
    quoted = re.match(r"([\"'])(.*?)\1\s*,\s*(.*)\Z", words, re.DOTALL)
    if quoted:
        yield _clean(quoted[3])
        return
    sender, comma, identifier = words.partition(",")
    *bare, _ = sender.split() or [""]
    # A sender holds no blanks; words before it are identifiers only if they are known as such.
    yield from (word for word in bare if _clean(word) in known)
    yield _clean(identifier if comma else sender)


def _bare(words: str, known: Container[str]) -> Iterator[str]:
    for token in re.split(r"[\s;|]+", words):
        fields = [field for field in map(_clean, token.split(",")) if field]
        if len(fields) > 1 and all(field in known for field in fields):
            yield from fields
        elif fields:
            yield fields[1] if len(fields) > 1 else fields[0]


def _clean(identifier: str) -> str:
    identifier = identifier.strip()
    quoted = _QUOTED.match(identifier)
    return quoted[1].strip() if quoted else identifier
