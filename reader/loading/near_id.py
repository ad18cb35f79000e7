"""Is one id a slip of the pen for another? Numbers and letters of a series are none: wind-1 is not wind-2."""

from __future__ import annotations

from collections.abc import Iterable


def slip_for(written: str, known: Iterable[str]) -> str | None:
    """Return the known id that this one is a slip for, or None: most unknown ids are of other editions."""
    return next((other for other in known if is_slip(written, other)), None)


def is_slip(written: str, meant: str) -> bool:
    """Do two ids differ by their case, or by one letter left out, doubled, wrong or exchanged with the next?

    A difference in figures, at the very end, or in a whole word or character of Chinese is a meaning.
    """
    first, second = written.lower().replace("_", "-"), meant.lower().replace("_", "-")
    if first == second:
        return written != meant
    start = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        start += 1
    left, right = first[start:], second[start:]
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    if not all(mark == "-" or (mark.isascii() and mark.isalpha()) for mark in left + right):
        return False
    after = len(first) - start - len(left)
    if len(left) == len(right) == 1:
        return _is_inside_a_word(first, start)
    if len(left) + len(right) == 1:
        return after > 0
    return len(left) == 2 and left == right[::-1]


def _is_inside_a_word(word: str, at: int) -> bool:
    around = word[max(at - 1, 0) : at] + word[at + 1 : at + 2]
    return any(mark.isascii() and mark.isalpha() for mark in around)
