"""Where a text breaks off for another page, and where one comes from another."""

from __future__ import annotations

from reader.importing.page_text.shapes import jump_of, parted_jump


def is_from_elsewhere(text: str) -> bool:
    """Is this a line that says where a text comes from, or a text that begins with one: （上接第1版）…?"""
    landed = jump_of(text)
    if landed is None and (parted := parted_jump(text)) is not None and not parted[0]:
        landed = jump_of(parted[1])
    return landed is not None and landed[0] == "from"


def goes_elsewhere(text: str) -> bool:
    """Is this a line that says where a text goes on, or a text that ends with one: …（下转第2版）?"""
    landed = jump_of(text)
    if landed is None and (parted := parted_jump(text)) is not None and not parted[2]:
        landed = jump_of(parted[1])
    return landed is not None and landed[0] == "to"
