"""Newspapers to proofread: of any size from the sentences of clean ones, or from a file of paragraphs."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.edition.body import is_marked
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof

PARAGRAPHS = 100
"""So many paragraphs of a file make one edition."""
_FINAL = re.compile("[。！？…：；.!?:;][”’』」）)》]*\\Z")
_SENTENCE = re.compile("[^。！？]+[。！？]+[”’）]?")
_HEAD = """format: 1
paper: 河湾晨报
date: {date}
language: zh-CN
sections:
  - name: 要闻
    articles:
"""


def sized(size: int, *, faults: bool = False) -> bytes:
    """Return an edition of about `size` bytes; with faults, every comma in it is a half-width one.

    Its paragraphs are sentences of clean editions put together by chance, so that no two are alike.
    """
    chance = random.Random(size)
    known = sorted(set(_sentences()))
    parts, written = [_HEAD.format(date="2024-12-23")], 0
    while written < size:
        paragraphs = ["".join(chance.sample(known, 5)) for _ in range(8)]
        body = "\n\n".join(f"          {text}" for text in paragraphs)
        if faults:
            body = body.replace("，", ",")
        headline = f"{chance.choice(known)[:9].strip('。！？，“”')}（之{len(parts)}）"
        parts.append(f"      - headline: “{headline}”\n        body: |\n{body}\n")
        written += len(parts[-1].encode())
    return "".join([*parts, "...\n"]).encode()


def _sentences() -> Iterator[str]:
    for seed in range(24):
        for passage in a_proof(clean_edition(seed)).prose():
            if passage.text.count("“") == passage.text.count("”"):
                for sentence in _SENTENCE.findall(passage.text):
                    if sentence.count("“") == sentence.count("”") and sentence[0] not in "”’）":
                        yield sentence


def of_file(path: Path) -> Iterator[str]:
    """Yield editions in YAML of the paragraphs in a text file, one a line, so many an edition.

    A line without a final mark is taken for a subhead; such lines in a row are one, for in the file they are
    headline, deck and byline, and one that ends an edition goes to the next.
    """
    blocks: list[str] = []
    heads: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if not text:
            continue
        if not _FINAL.search(text):
            heads.append(text)
            continue
        if heads:
            blocks.append(f"### {' '.join(heads)}")
            heads.clear()
        blocks.append(f"\\{text}" if is_marked(text) else text)
        if len(blocks) >= PARAGRAPHS:
            yield _edition(blocks)
            blocks.clear()
    if blocks:
        yield _edition(blocks)


def _edition(blocks: Sequence[str]) -> str:
    body = "\n\n".join(f"          {text}" for text in blocks)
    return f"{_HEAD.format(date='2024-12-23')}      - headline: 今日要闻\n        body: |\n{body}\n...\n"
