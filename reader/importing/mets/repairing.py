"""Words broken at a line's end where the file does not mark it, put back together when one asks for it."""

from __future__ import annotations

from itertools import pairwise

from reader.importing.mets.alto import AltoFile
from reader.importing.mets.running_text import HYPHENS


def repaired(file: AltoFile) -> tuple[AltoFile, int]:
    """Return a file whose unmarked hyphens are marked as those of lines, and how many.

    Such a hyphen ends a line behind a letter, and the next line of the block goes on with a small letter.
    """
    words = list(file.words)
    count = 0
    for block in file.blocks:
        for at, after in pairwise(range(block.start, block.end)):
            word, following = words[at], words[after]
            if word.line != following.line and not word.hyphen and not word.half and len(word.content) > 1:
                mark, letter, begin = word.content[-1], word.content[-2], following.content[0]
                is_break = mark in HYPHENS and letter.isalpha() and begin.islower()
                if is_break:
                    words[at] = word._replace(hyphen=mark)
                    count += 1
    return file._replace(words=tuple(words)), count
