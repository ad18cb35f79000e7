"""Libraries of thousands of editions: made-up news of the length and the characters of real news."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.papers import CHECKOUT, read

FIRST_DAY = dt.date(1924, 1, 1)
NAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"


class Press:
    """Makes articles of about 800 characters from sentences of the shipped editions, mixed at random.

    Of each sentence some characters are changed for others of the same text, so that pairs of characters are
    as many and as unevenly spread as in an archive, not only those of a few pages.
    """

    def __init__(self, seed: int = 2026) -> None:
        self._random = random.Random(seed)
        text = "".join(
            article.body
            for path in sorted((CHECKOUT / "editions").rglob("*.yaml"))
            for article in read(path).articles()
            if read(path).is_cjk
        )
        self._sentences = [part + "。" for part in text.replace("\n", "").split("。") if 10 < len(part) < 120]
        letters = [character for character in text if "\u4e00" <= character <= "\u9fff"]
        self._common = letters
        # Rarer characters too, fewer the rarer, as in any text.
        self._rare = [chr(code) for code in range(0x4E00, 0x9FA0)]

    def sentence(self) -> str:
        """Return a sentence nobody wrote."""
        rnd = self._random
        found = list(rnd.choice(self._sentences))
        for at, character in enumerate(found):
            if "\u4e00" <= character <= "\u9fff" and rnd.random() < 0.1:
                found[at] = (
                    rnd.choice(self._common)
                    if rnd.random() < 0.97
                    else self._rare[int(rnd.paretovariate(0.35)) % len(self._rare)]
                )
        return "".join(found)

    def body(self, length: int = 800) -> str:
        """Return a body of about so many characters, in paragraphs."""
        parts: list[str] = []
        size = 0
        while size < length:
            paragraph = "".join(self.sentence() for _ in range(3))
            size += len(paragraph)
            parts.append(paragraph)
        return "\n\n".join(parts)

    def edition(self, day: dt.date, articles: int, length: int = 800) -> str:
        """Return an edition as YAML."""
        rnd = self._random
        lines = [
            "format: 1",
            "paper: 终端日报",
            f"date: {day.isoformat()}",
            f"issue: '{day.toordinal()}'",
            "sections:",
        ]
        for number in range(articles):
            if number % 10 == 0:
                lines += [
                    f"  - name: 第{number // 10 + 1}叠",
                    f"    page: '{number // 10 + 1:02d}'",
                    "    articles:",
                ]
            name = rnd.choice(NAMES) + rnd.choice(self._common) + rnd.choice(self._common)
            lines.append(f"      - headline: '{self.sentence()[:14].strip('，。、“”‘’： ')}'")
            lines.append(f"        byline: □ 本报记者 {name}")
            lines.append("        body: |")
            body = self.body(length)
            lines += [f"          {line}" if line else "" for line in body.split("\n")]
        return "\n".join([*lines, "...", ""])


def days(count: int, first: dt.date = FIRST_DAY) -> Iterator[dt.date]:
    """Yield so many days, one after the other."""
    for number in range(count):
        yield first + dt.timedelta(days=number)


def make_library(root: Path, editions: int, articles: int, length: int = 800, seed: int = 2026) -> Path:
    """Write a library of so many editions, a day each, in folders by year and month; returns `root`."""
    press = Press(seed)
    for day in days(editions):
        folder = root / f"{day:%Y}" / f"{day:%m}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{day.isoformat()}.yaml").write_text(
            press.edition(day, articles, length), encoding="utf-8"
        )
    return root
