"""Libraries made at random from few characters, so that all is found often, and what they are held to."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.archive.archive_search import HEARD_IN, Order
from reader.archive.back_issues import BackIssues
from reader.archive.filed import Filed, FiledPiece, filed
from reader.archive.folding import Folding
from reader.archive.pattern import TimeLimit
from reader.archive.pinyin import Pinyin
from reader.archive.plan import Plan
from reader.archive.query import Query, parse_query
from reader.archive.searchable import FoldedCopy, PieceFacts
from reader.edition.reference import Reference
from reader.loading.load import load_edition

HAN = "长治市日报新区管家物业雪天路人民工厂的一了是在有和"
WORDS = ("GDP", "AI", "App", "Wi-Fi", "Terminal", "term", "ß", "Ⅲ", "５Ｇ", "ﬁne", "naïve", "ΑΘΗΝΑ")
MARKS = "，。、；：？！“”（）《》——…· \u3000%％"
FIRST = dt.date(2024, 1, 1)
KINDS = ("news", "feature", "opinion", "brief")


class Maker:
    """Makes texts and editions; the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def text(self, length: int) -> str:
        """Return so many characters or a few more: Han, digits, words, marks."""
        rnd = self.random
        parts: list[str] = []
        while sum(map(len, parts)) < length:
            chance = rnd.random()
            if chance < 0.72:
                parts.append("".join(rnd.choices(HAN, k=rnd.randint(1, 9))))
            elif chance < 0.82:
                parts.append(str(rnd.randint(0, 2026)))
            elif chance < 0.9:
                parts.append(rnd.choice(WORDS))
            else:
                parts.append(rnd.choice(MARKS))
        return "".join(parts).strip() or "雪"

    def edition(self, day: dt.date, articles: int, *, paper: str = "终端日报", length: int = 120) -> str:
        """Return an edition as YAML, with a notice now and then."""
        rnd = self.random
        lines = ["format: 1", f"paper: {paper}", f"date: {day.isoformat()}"]
        if rnd.random() < 0.3:
            lines += ["notices:", "  - id: n1", "    event: 大雾", f"    headline: {_quoted(self.text(8))}",
                      f"    effective: {day.isoformat()}T08:00", "    expires: until-lifted",
                      f"    text: {_quoted(self.text(30))}"]  # fmt: skip
        lines.append("sections:")
        for number in range(1, 3):
            lines += [
                f"  - name: {('要闻', '县区')[number - 1]}",
                f"    page: '{number:02d}'",
                "    articles:",
            ]
            for _ in range(max(1, articles // 2)):
                lines.append(f"      - headline: {_quoted(self.text(10))}")
                lines.append(f"        kind: {rnd.choice(KINDS)}")
                if rnd.random() < 0.5:
                    lines.append(f"        deck: {_quoted(self.text(8))}")
                lines.append(f"        byline: {_quoted('□ 记者 ' + self.text(3))}")
                lines.append("        body: |")
                for _ in range(rnd.randint(1, 4)):
                    # A letter first: no mark of the format is meant.
                    lines += [f"          {'雪' + self.text(length // 3)}", ""]
        return "\n".join([*lines, "...", ""])

    def library(self, root: Path, editions: int, articles: int = 6, **fields: object) -> list[Path]:
        """Write so many editions, a day each, and return their paths."""
        paths = []
        for number in range(editions):
            day = FIRST + dt.timedelta(days=number * 3)
            path = root / f"{day:%Y}" / f"{day:%m}" / f"{day.isoformat()}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.edition(day, articles, **fields), encoding="utf-8")  # type: ignore[arg-type]
            paths.append(path)
        return paths

    def stretch(self, text: str, longest: int = 8) -> str:
        """Return 1 to `longest` characters of a text, without white space at their ends."""
        length = self.random.randint(1, longest)
        start = self.random.randrange(max(1, len(text) - length))
        return text[start : start + length].strip()

    def query(self, texts: list[str]) -> str:
        """Return a query of some sort, its words drawn from these texts or, sometimes, made up."""
        rnd = self.random

        def word() -> str:
            drawn = self.stretch(rnd.choice(texts)) if rnd.random() < 0.85 else self.text(rnd.randint(1, 4))
            return "".join(part for part in drawn if part not in '"“”＂ \u3000/-:：') or "雪"

        def phrase() -> str:
            drawn = self.stretch(rnd.choice(texts), 12)
            return "".join(part for part in drawn if part not in '"“”＂') or "雪"

        sort = rnd.randrange(10)
        if sort < 4:
            return word()
        if sort == 4:
            return f"{word()} {word()}"
        if sort == 5:
            return f'"{phrase()}"'
        if sort == 6:
            return f"{word()} -{word()}"
        if sort == 7:
            return f"{rnd.choice(('标题', 'byline', '作者', 'title'))}:{word()}"
        if sort == 8:
            limit = ("日期:2024-02..2024-03", "版:要闻", "版:02", "-版:县区", "类型:opinion", "-类型:news",
                     "类型:预警", "-日期:2024-01")  # fmt: skip
            return f"{word()} {rnd.choice(limit)}"
        return f'-{word()} "{phrase()}" {word()}'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def everything(root: Path, paths: Iterable[Path]) -> list[tuple[str, Filed]]:
    """Return every edition as it is filed, with its path in the library."""
    found = []
    for path in paths:
        name = path.relative_to(root).as_posix()
        found.append((name, filed(name, load_edition(path))))
    return found


def by_brute_force(query: Query, editions: Iterable[tuple[str, Filed]]) -> set[tuple[str, str]]:
    """Return path and piece of all that fulfil a query: every text of every piece looked through."""
    folding, pinyin = Folding(), Pinyin()
    plan = Plan(query, folding, lambda: pinyin, TimeLimit(60), HEARD_IN)
    return {
        (path, piece.piece)
        for path, file in editions
        for piece in file.pieces
        if not query.is_empty and plan.hit(_facts(file, piece), _copy(piece, folding), 0) is not None
    }


def holding(words: str, editions: Iterable[tuple[str, Filed]]) -> set[tuple[str, str]]:
    """Return path and piece of all with a text that holds these words, both folded: no code of a search."""
    folding = Folding()
    return {
        (path, piece.piece)
        for path, file in editions
        for piece in file.pieces
        if any(folding.fold(words) in folding.fold(text) for text in piece.texts)
    }


def found(issues: BackIssues, words: str, order: Order = Order.DATE) -> list[tuple[str, str]]:
    """Return path and piece of every hit, in order."""
    return [
        (hit.path.relative_to(issues.root).as_posix(), hit.reference.piece)
        for hit in issues.find(parse_query(words), order)
    ]


def texts_of(editions: Iterable[tuple[str, Filed]]) -> list[str]:
    """Return every text there is that is not empty."""
    return [text for _, file in editions for piece in file.pieces for text in piece.texts if text.strip()]


def _facts(file: Filed, piece: FiledPiece) -> PieceFacts:
    return PieceFacts(
        reference=Reference(file.date, piece.piece),
        title=piece.title,
        section=piece.section,
        page=piece.page,
        kind=piece.kind,
        date=file.date,
    )


def _copy(piece: FiledPiece, folding: Folding) -> FoldedCopy:
    return FoldedCopy(piece.texts, piece.parts, piece.opening, folding)


def queries(seed: int, count: int, texts: list[str]) -> Iterator[str]:
    """Yield so many queries, every one readable."""
    maker = Maker(seed)
    for _ in range(count):
        yield maker.query(texts)
