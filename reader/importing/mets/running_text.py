"""Words of lines put back together as running text: broken words whole, lines joined."""

from __future__ import annotations

from collections.abc import Sequence

from reader.edition.joining import joined
from reader.importing.mets.alto import FIRST_HALF, SECOND_HALF, Word

HYPHENS = "-‐‑⸗¬\xad"
"""Characters that break a word at a line's end."""


def text_of(words: Sequence[Word]) -> str:
    """Return words as one running text.

    Halves of a word become what the file says they make (SUBS_CONTENT), once. A hyphen marked as one of the
    line (HYP) is dropped and the words are joined, unless a capital or a figure follows a small letter: then
    it is part of the word. Everything else is verbatim. Lines and words are joined by a blank, by none
    between Chinese or Japanese. Source: ALTO 4.4, StringType and HYP.
    """
    return _joined([text for line in _lines(words) for text in line])


def lines_of(words: Sequence[Word]) -> list[str]:
    """Return words line by line, broken words whole in the line they begin in."""
    return [_joined(line) for line in _lines(words)]


def goes_on(last: Word, first: Word) -> bool:
    """Does a word that ends one text go on in the word that begins the next: at a column's end?"""
    if last.half == FIRST_HALF:
        return _belong(last, first)
    return bool(last.hyphen) and first.content[0].islower()


def _joined(texts: list[str]) -> str:
    plain = " ".join(texts)
    return plain if not plain or max(plain) < "\u2e80" else joined(texts)


def _lines(words: Sequence[Word]) -> list[list[str]]:
    """Return lines of texts that a blank parts."""
    lines: list[list[str]] = []
    line, at, is_glued = -1, 0, False
    while at < len(words):
        word = words[at]
        is_close = at > 0 and words[at - 1].line == word.line and not word.is_apart
        text, step, will_glue = _set(words, at)
        if is_glued or is_close:
            lines[-1][-1] += text
        elif word.line == line:
            lines[-1].append(text)
        else:
            lines.append([text])
            line = word.line
        at, is_glued = at + step, will_glue
    return lines


def _set(words: Sequence[Word], at: int) -> tuple[str, int, bool]:
    """Return the text at a word, how many words it is of, and whether the next is part of it."""
    word = words[at]
    text, hyphen, step = word.content, word.hyphen, 1
    if word.half == FIRST_HALF:
        if at + 1 < len(words) and _belong(word, words[at + 1]):
            text, hyphen, step = _whole(word, words[at + 1]), words[at + 1].hyphen, 2
        else:  # the other half is elsewhere: both stay as printed
            return text if text[-1] in HYPHENS else text + hyphen, 1, False
    if not hyphen:
        return text, step, False
    bare, kept = (text[:-1], text) if text[-1] in HYPHENS else (text, text + hyphen)
    if at + step == len(words) or not bare:
        return kept, step, False
    begins = words[at + step].content[0]
    is_compound = (begins.isupper() or begins.isdigit()) and not bare.isupper()
    return kept if is_compound else bare, step, True


def _belong(first: Word, second: Word) -> bool:
    """Are these the two halves of one word?"""
    return second.half == SECOND_HALF and (first.whole == second.whole or not (first.whole and second.whole))


def _whole(first: Word, second: Word) -> str:
    """Return the word of two halves, with the marks around it that SUBS_CONTENT may lack."""
    whole = first.whole or second.whole
    printed = first.content + second.content
    bare = first.content.rstrip(HYPHENS) + second.content
    if not whole:
        return bare
    for each in (printed, bare):
        if whole in each:
            return each
    if whole[0].isalnum():
        whole = printed[: len(printed) - len(printed.lstrip(_marks(printed)))] + whole
    if whole[-1].isalnum():
        whole += printed[len(printed.rstrip(_marks(printed))) :]
    return whole


def _marks(text: str) -> str:
    """Return those characters of a text that are neither letters nor figures."""
    return "".join(character for character in text if not character.isalnum())
