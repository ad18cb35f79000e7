"""The shipped edition as a small EPUB, for the terminal's book readers to be measured on."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks import papers

_CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="paper.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
_PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head><body>{body}</body></html>'
)


def book(path: Path, folder: Path) -> Path:
    """Write the edition at this path as an EPUB 2 of one chapter an article, and return where."""
    edition = papers.read(path)
    chapters = {f"a{number}.xhtml": article for number, article in enumerate(edition.articles())}
    items = "".join(
        f'<item id="{name[:-6]}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters
    )
    spine = "".join(f'<itemref idref="{name[:-6]}"/>' for name in chapters)
    points = "".join(
        f'<navPoint id="n{at}" playOrder="{at}"><navLabel><text>{escape(article.title)}</text></navLabel>'
        f'<content src="{name}"/></navPoint>'
        for at, (name, article) in enumerate(chapters.items(), 1)
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(edition.paper)}</dc:title><dc:language>zh</dc:language>"
        f'<dc:identifier id="id">{edition.date}</dc:identifier></metadata>'
        f'<manifest>{items}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        f'<spine toc="ncx">{spine}</spine></package>'
    )
    file = folder / f"{path.stem}.epub"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("paper.opf", package)
        archive.writestr(
            "toc.ncx",
            '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/>'
            f"<docTitle><text>{escape(edition.paper)}</text></docTitle><navMap>{points}</navMap></ncx>",
        )
        for name, article in chapters.items():
            text = "".join(f"<p>{escape(part)}</p>" for part in article.body.split("\n\n"))
            body = f"<h1>{escape(article.title)}</h1>{text}"
            archive.writestr(name, _PAGE.format(title=escape(article.title), body=body))
    return file
