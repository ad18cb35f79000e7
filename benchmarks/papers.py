"""What the readers are given to read: the shipped edition, and long and huge ones made from its text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.loading.load import load_edition

CHECKOUT = Path(__file__).parents[1]
SEED = CHECKOUT.parent / "shared" / "data" / "seed-edition.yaml"
"""A real page, where the checkout has it beside it."""

LONG_HEADLINE = "长文一字不落"


def newest_edition() -> Path:
    """Return the newest of the shipped editions in Chinese."""
    return max((CHECKOUT / "editions" / "terminal-daily").rglob("*.yaml"), key=lambda path: path.name)


def read(path: Path) -> Edition:
    """Return the edition in this file, however large it is."""
    return load_edition(path, limit=sys.maxsize).edition


def first_headline(path: Path) -> str:
    """Return as much of the first headline as surely stands on one line."""
    return next(read(path).articles()).title[:5]


def plain_text(path: Path, folder: Path) -> Path:
    """Write the edition's titles and bodies as plain text, for pagers, and return where."""
    file = folder / f"{path.stem}.txt"
    texts = (f"{article.title}\n\n{article.body}\n" for article in read(path).articles())
    file.write_text("\n".join(texts), encoding="utf-8")
    return file


def paragraphs() -> list[str]:
    """Return every paragraph of the shipped edition's bodies, each on one line."""
    bodies = (article.body for article in read(newest_edition()).articles())
    return ["".join(part.split("\n")) for body in bodies for part in body.split("\n\n") if part.strip()]


def long_text(size: int) -> Iterator[str]:
    """Yield paragraphs of running text, `size` bytes of UTF-8 in all and a little more."""
    source = [text for text in paragraphs() if len(text) > 40 and text[0].isalpha()]
    written = turn = 0
    while written < size:
        text = f"第{turn}段，{source[turn % len(source)]}"
        written += len(text.encode())
        turn += 1
        yield text


def long_article(folder: Path, size: int, *, first: bool = False) -> Path:
    """Write an edition with one article of `size` bytes, after a short one unless it is to be first."""
    short = {"headline": "先读短的", "body": "这一篇很短。"}
    long = {"headline": LONG_HEADLINE, "body": "\n\n".join(long_text(size))}
    file = folder / f"long-{size}{'-first' if first else ''}.yaml"
    return _write(file, [("要闻", [long] if first else [short, long])])


def long_plain_text(folder: Path, size: int) -> Path:
    """Write the same long text for pagers, and return where."""
    file = folder / f"long-{size}.txt"
    file.write_text("\n\n".join(long_text(size)) + "\n", encoding="utf-8")
    return file


def thousandfold(path: Path, folder: Path) -> Path:
    """Write the edition with all its sections a thousand times over."""
    once = [
        (section.name, [_fields(article) for article in section.articles]) for section in read(path).sections
    ]
    return _write(folder / f"{path.stem}-1000.yaml", once * 1000)


def _fields(article: Article) -> dict[str, str]:
    fields = {name: getattr(article, name) for name in ("kicker", "headline", "deck", "byline", "body")}
    return {"headline": article.title} | {name: words for name, words in fields.items() if words}


def _write(file: Path, sections: Iterable[tuple[str, list[dict[str, str]]]]) -> Path:
    """Write an edition as people do: one line a field, the body a literal block."""
    with file.open("w", encoding="utf-8") as out:
        out.write("format: 1\npaper: 试纸\ndate: 2024-12-20\nsections:\n")
        for name, articles in sections:
            out.write(f"  - name: {json.dumps(name, ensure_ascii=False)}\n    articles:\n")
            for article in articles:
                for number, (key, words) in enumerate(article.items()):
                    out.write(f"      {'- ' if number == 0 else '  '}{key}: {_scalar(key, words)}\n")
        out.write("...\n")
    return file


def _scalar(key: str, words: str) -> str:
    if key == "body":
        return "|\n" + "\n".join(f"          {line}" if line else "" for line in words.split("\n"))
    return json.dumps(words, ensure_ascii=False)  # what JSON quotes, YAML reads


def feed(path: Path, folder: Path) -> Path:
    """Write the edition as an RSS feed, for feed readers, and return where."""
    edition = read(path)
    items = (
        f"<item><title>{escape(article.title)}</title><guid>{number}</guid>"
        f"<link>http://localhost/{number}</link><description>{escape(article.body)}</description></item>"
        for number, article in enumerate(edition.articles())
    )
    file = folder / f"{path.stem}.xml"
    file.write_text(
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{escape(edition.paper)}</title><link>http://localhost/</link>{''.join(items)}</channel></rss>",
        encoding="utf-8",
    )
    return file
