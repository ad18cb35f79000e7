"""A newspaper of 40 articles from EPUB, beside unzipping it and parsing it with the standard library."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from functools import partial
from html.parser import HTMLParser

from benchmarks.papers import long_text
from benchmarks.table import Figure, interleaved, ms, print_table, ratio, timed
from reader.importing.epub import EPUB
from reader.importing.imported import Imported, Wishes
from reader.importing.source import Source

ARTICLES = 40
SIZES = ((8_000, 9), (100_000, 3))
"""Bytes of text in an article, and how often it is run."""
SLOWEST = 1.0
_WISHES = Wishes(now=dt.datetime(2025, 3, 1, tzinfo=dt.UTC))
_CONTAINER = '<container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>'


def newspaper(size: int) -> bytes:
    """Return a newspaper as calibre's recipes make them: 40 articles of `size` bytes in four sections."""
    files: dict[str, str] = {}
    points = ""
    for section in range(4):
        inner = ""
        for number in range(ARTICLES // 4):
            path = f"feed_{section}/article_{number}/index.html"
            words = "".join(f"<p>　　{text}</p>" for text in long_text(size))
            files[path] = (
                '<html xmlns="http://www.w3.org/1999/xhtml"><body><div class="calibre_navbar">| '
                f"<a href='x'>Next</a> |</div><h1>第{number}条</h1>{words}</body></html>"
            )
            inner += (
                f'<navPoint><navLabel><text>第{number}条</text></navLabel><content src="{path}"/></navPoint>'
            )
        points += f"<navPoint><navLabel><text>第{section}版</text></navLabel>{inner}</navPoint>"
    items = "".join(f'<item id="{path}" href="{path}" media-type="application/xhtml+xml"/>' for path in files)
    refs = "".join(f'<itemref idref="{path}"/>' for path in files)
    opf = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>河湾晚报 [23 Dec 2024]</dc:title></metadata>"
        f'<manifest>{items}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        f'</manifest><spine toc="ncx">{refs}</spine></package>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("content.opf", opf)
        archive.writestr("toc.ncx", f"<ncx><navMap>{points}</navMap></ncx>")
        for path, markup in files.items():
            archive.writestr(path, markup)
    return buffer.getvalue()


class _Words(HTMLParser):
    """The least one can do with HTML: keep its text."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _bare(data: bytes) -> list[str]:
    """Unzip every text and have it parsed, and nothing else."""
    words = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            parser = _Words()
            parser.feed(archive.read(name).decode())
            words += parser.words
    return words


def _imported(data: bytes) -> int:
    results = list(EPUB.read(Source(path=None, given=data), _WISHES))
    edition = next(result.edition for result in results if isinstance(result, Imported))
    return sum(len(article.body) for article in edition.articles())


def main() -> None:
    """Print the time of an import of each size, and its ratio to the bare parser's."""
    figures = []
    for size, runs in SIZES:
        data = newspaper(size)
        assert _imported(data) > ARTICLES * size / 4
        measures = {"import": timed(partial(_imported, data)), "bare": timed(partial(_bare, data))}
        taken = interleaved(runs, measures)
        figures.append(
            Figure(
                f"{ARTICLES} articles of {size // 1000} kB",
                ms(taken["import"]),
                ms(taken["bare"]),
                ratio(taken["import"], taken["bare"]),
                f"< {SLOWEST:.0f} s" if size == SIZES[0][0] else "",
                max(taken["import"]) < SLOWEST if size == SIZES[0][0] else None,
            )
        )
    print_table("EPUB to an edition, beside zipfile and html.parser over the same bytes", figures)


if __name__ == "__main__":
    main()
