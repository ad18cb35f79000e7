"""Manuscripts on the copy desk to try things on."""

from __future__ import annotations

from pathlib import Path

from reader.copydesk.examine import Examined, examine
from reader.copydesk.ignored_file import Ignored
from reader.copydesk.manuscript import Manuscript
from reader.proofreading.stylebook import Stylebook

FAULTY = """\
format: 1
paper: 河湾晨报
date: 2024-12-23
sections:
  - name: 要闻
    articles:
      - headline: 老桥重开,车流如织
        byline: '□ 本报记者 林一舟'
        body: |
          老桥昨天重新通车,桥面换了新板,
          栏杆刷了三遍漆。

          夜里10时后只许行人过桥;白天双向通行。
      - id: library
        headline: "图书馆延长开放(试行)"
        body: |
          从下周起,市图书馆每晚开到9点。
...
"""
"""An edition with seven half-width marks in three styles of text."""


def a_manuscript(text: str = FAULTY, *, path: Path = Path("2024-12-23.yaml")) -> Manuscript:
    """Return the manuscript of an edition's YAML; it need not be on disk."""
    return Manuscript(path, text.encode())


def examined(text: str = FAULTY, *ignored: Ignored, rules: tuple[str, ...] = ()) -> Examined:
    """Return what is found in an edition's YAML, by these rules or by all that are on."""
    from reader.proofreading.rules import BY_ID

    stylebook = Stylebook(on=frozenset(rules), off=frozenset(BY_ID) - set(rules)) if rules else Stylebook()
    return examine(a_manuscript(text), stylebook, ignored=ignored, with_pictures=False)
