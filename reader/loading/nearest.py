"""The word somebody most likely meant."""

from __future__ import annotations

from collections.abc import Iterable

from reader.edition.wording import Wording


def nearest(
    word: str, known: Iterable[str], chinese: dict[str, str] | None = None, *, likeness: float = 0.6
) -> str | None:
    """Return the known word nearest to this one, or None; `chinese` says what known words are called.

    `likeness`, from 0 to 1, is how alike they have to be: twice the letters they share, of those they have.
    """
    import difflib

    names = list(known)
    lower = word.strip().lower().replace("-", "_")
    folded = {name.lower().replace("-", "_"): name for name in names}
    if lower in folded:
        return folded[lower]
    for name, called in (chinese or {}).items():
        if word and (word in called or called in word):
            return name
    # Long words are cut: the time taken grows with the square of their length.
    close = difflib.get_close_matches(lower[:60], folded, 1, likeness)
    return folded[close[0]] if close else None


def did_you_mean(word: str | None, otherwise: Wording) -> Wording:
    """Return advice that names the word meant, or the other advice when none is near."""
    if word is None:
        return otherwise
    return Wording("是不是想写 {word}", "did you mean {word}?").filled(word=word)
