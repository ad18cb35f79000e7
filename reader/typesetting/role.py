"""What a stretch of set text is; how it looks is for the front ends to say."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The part a piece, a line or a run plays in the paper. Roles carry no colours."""

    COLUMN = "column"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    SOURCE = "source"
    SUMMARY = "summary"
    SUBHEAD = "subhead"
    TEXT = "text"
    QUOTE = "quote"
    SPEAKER = "speaker"
    LIST = "list"
    TABLE_HEAD = "table_head"
    TABLE = "table"
    VERSE = "verse"
    CAPTION = "caption"
    CREDIT = "credit"
    PHOTO = "photo"
    RULE = "rule"
    HEAD_RULE = "head_rule"
    """The heavy rule under the head of a leading article."""
    SIGNOFF = "signoff"
    JUMP = "jump"
    CUT = "cut"
    CORRECTION = "correction"
    NOTICE_LEVEL = "notice_level"
    NOTICE_FACT = "notice_fact"
    LABEL = "label"
    KEY = "key"
    """The name of a fact ("Issued by:"), which the layout puts before it."""
