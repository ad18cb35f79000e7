"""Repairs of editions spoiled by chance: nothing else changes, and nothing is left to repair."""

from __future__ import annotations

import codecs
import random
from pathlib import Path

import pytest

from reader.copydesk.manuscript import Manuscript
from tests.copydesk.repairs import repaired
from tests.proofreading.clean import clean_edition
from tests.proofreading.faults import spoiled


@pytest.mark.parametrize("style", ["literal", "plain", "single", "double", "mixed"])
@pytest.mark.parametrize("seed", range(4))
def test_repairs_change_what_they_say_and_leave_no_work(style: str, seed: int) -> None:
    text, faults = spoiled(clean_edition(seed, style=style), random.Random(seed))
    assert faults
    if seed % 2:
        text = text.replace("\n", "\r\n")
    data = (codecs.BOM_UTF8 if seed > 1 else b"") + text.encode()
    done = repaired(Manuscript(Path("edition.yaml"), data))
    assert done.made
    assert done.refused == 0
    assert done.left == []


FOLDED = """\
format: 1
paper: 河湾晨报
date: 2024-12-23
sections:
  - name: 要闻
    articles:
      - headline: >-
          老桥重开,
          车流如织
        body: >
          桥面换了新板,栏杆刷了三遍漆。

          夜里10时后只许行人过桥;白天双向通行,
          两头的路灯也亮了。
      - headline: 图书馆延长开放
        deck: 从下周起,每晚
          开到9点
        body: "从下周起,\\
          市图书馆每晚开到9点;\\n\\n周末照常,不变。"
...
"""


def test_texts_the_reader_would_not_take_are_repaired_as_exactly() -> None:
    done = repaired(Manuscript(Path("edition.yaml"), FOLDED.encode()))
    assert done.made == 9
    wide = FOLDED.translate(str.maketrans(",;", "，；"))
    # Folding puts a space between the two lines, which T-SPACE, with every rule on, takes away.
    assert done.manuscript.text == wide.replace("通行，\n          两头", "通行，两头")
