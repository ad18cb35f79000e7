"""Sittings of proofreading to try things in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from reader.copydesk.proof_sitting import ProofSitting
from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook
from tests.copydesk.desk import FAULTY

WIDTH_ONLY = Stylebook(off=frozenset(BY_ID) - {"T-WIDTH"})
"""A house that looks for half-width marks: what is found does not change with other rules."""
EVERYTHING = Stylebook(on=frozenset(BY_ID))
NAME = "2024-12-23.yaml"
_OPEN: list[ProofSitting] = []
MORNING = dt.datetime(2026, 3, 14, 10, 0, tzinfo=dt.UTC)

LARGE = f"# {'灯' * 100_000}\n"
"""Put before an edition, it makes the file one that is not read again after each change."""

STYLES = """\
format: 1
paper: 河湾晨报
date: 2024-12-23
sections:
  - name: '要闻,综合'
    articles:
      - headline: 老桥重开,车流如织
        byline: '□ 记者''林一舟''报道,早班'
        deck: "——桥头\\u3000开了,店里亮了"
        body: |
          老桥昨天重新通车,桥面换了新板。

          夜里10时后只许行人过桥;白天双向通行。
        photos:
          - caption: 桥头的人群(早上)
            alt: "桥"
      - id: library
        headline: 图书馆延长开放
        body: |2
            从下周起,市图书馆每晚开到9点,周末照旧。
        signoff: >-
          (林一舟)
...
"""
"""An edition with half-width marks in all five styles of text, one of them where the format allows none."""


def put(folder: Path, text: str = FAULTY, name: str = NAME) -> Path:
    """Write an edition's YAML into a folder, to the byte."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(text.encode())
    return path


def sat(path: Path, **more: Any) -> ProofSitting:
    """Return a sitting over the edition at this path, everything in it found, its journal beside it."""
    more.setdefault("journals", path.parent / "state")
    sitting = ProofSitting(path, more.pop("stylebook", WIDTH_ONLY), clock=lambda: MORNING, **more)
    sitting.settle()
    _OPEN.append(sitting)
    return sitting


def close_all() -> None:
    """End every sitting a test has begun: an open one holds its journal."""
    while _OPEN:
        _OPEN.pop().close()


def found(sitting: ProofSitting) -> list[str]:
    """Return rule and Chinese message of every row of the list, with how many it stands for."""
    return [
        f"{row.here.rule} {row.here.message.zh}"
        + (f" ×{len(row.fold.findings)}" if len(row.fold.findings) > 1 and row.is_fold else "")
        for row in sitting.state.listed.rows
    ]


def said(sitting: ProofSitting) -> str:
    """Return what the sitting said last, in Chinese."""
    return sitting.state.said.words.zh if sitting.state.said is not None else ""
