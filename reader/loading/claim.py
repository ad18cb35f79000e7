"""Does a file mean to be an edition at all? One that does not is told so, and nothing else."""

from __future__ import annotations

import re

from reader.edition.wording import Wording
from reader.loading.problem import ProblemList
from reader.loading.words import Mapping, Node

CLAIMS = frozenset({"format", "paper", "sections"})
"""Keys an edition begins with; a file that has none of them at its top level is something else."""


def claims_in(text: str) -> bool:
    """Does a text that YAML cannot read have one of these keys where an edition would have it?"""
    return re.search(r"""^[\s"'{]*(?:format|paper|sections)["']?\s*[:：]""", text, re.MULTILINE) is not None


def claims(words: Node) -> bool:
    """Do the words of a document have one of these keys?"""
    return type(words) is Mapping and any(key.strip("\u3000 ") in CLAIMS for key in words.keys)


def refuse_stranger(problems: ProblemList) -> None:
    """Refuse a file that is no edition; what else is wrong with it as an edition is forgotten."""
    problems.forget()
    what = Wording("这不是版面文件", "this is not an edition")
    problems.error(0, what, Wording("版面文件以 format: 1 开头", "an edition begins with format: 1"))
