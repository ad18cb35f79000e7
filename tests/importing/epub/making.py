"""EPUBs of every kind for the tests, valid and broken; all in them is made up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="{path}" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""

DTD = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 24
_TYPES = {
    "xhtml": "application/xhtml+xml",
    "html": "application/xhtml+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
}
_TYPES |= {"ncx": "application/x-dtbncx+xml", "css": "text/css", "ttf": "font/ttf", "svg": "image/svg+xml"}


class Point(NamedTuple):
    """An entry of the contents."""

    label: str
    href: str
    points: tuple[Point, ...] = ()
    extra: str = ""


def page(body: str, *, title: str = "", dtd: str = "") -> str:
    """Return a text of a book."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{dtd}<html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>{title}</title></head><body>{body}</body></html>"
    )


def ncx(points: Sequence[Point]) -> str:
    """Return the contents as EPUB 2 has them."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">'
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"'
        ' xmlns:calibre="http://calibre.kovidgoyal.net/2009/metadata"><head/>'
        f"<docTitle><text>x</text></docTitle><navMap>{''.join(map(_nav_point, points))}</navMap></ncx>"
    )


def _nav_point(point: Point) -> str:
    inner = "".join(map(_nav_point, point.points))
    content = f'<content src="{point.href}"/>' if point.href else ""
    return (
        f"<navPoint><navLabel><text>{point.label}</text></navLabel>{content}{point.extra}{inner}</navPoint>"
    )


def nav(points: Sequence[Point]) -> str:
    """Return the contents as EPUB 3 has them."""
    landmarks = '<nav epub:type="landmarks"><ol><li><a href="a.xhtml">正文</a></li></ol></nav>'
    return page(f'{landmarks}<nav epub:type="toc"><h1>目录</h1>{_list(points)}</nav>').replace(
        "<html ", '<html xmlns:epub="http://www.idpf.org/2007/ops" '
    )


def _list(points: Sequence[Point]) -> str:
    if not points:
        return ""
    items = (
        (f'<a href="{point.href}">{point.label}</a>' if point.href else f"<span>{point.label}</span>")
        + _list(point.points)
        for point in points
    )
    return "<ol>" + "".join(f"<li>{item}</li>" for item in items) + "</ol>"


def package(
    names: Sequence[str],
    spine: Sequence[str],
    *,
    metadata: str = "",
    guide: str = "",
    title: str = "河湾晚报",
    date: str = "2024-05-06",
) -> str:
    """Return the package document that lists these files; their ids are their names."""
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="{_TYPES.get(name.rpartition(".")[2], "text/plain")}"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if name == 'nav.xhtml' else ''}/>"
        for name in names
    )
    refs = "".join(f'<itemref idref="{name}"/>' for name in spine)
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"<dc:title>{title}</dc:title><dc:language>zh-CN</dc:language><dc:date>{date}</dc:date>{metadata}"
        f'</metadata><manifest>{items}</manifest><spine toc="toc.ncx">{refs}</spine>'
        f"<guide>{guide}</guide></package>"
    )


def zipped(files: Mapping[str, str | bytes], *, stored: bool = False) -> bytes:
    """Return a zip archive of these files, the mimetype first."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, data in files.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def book(
    texts: Mapping[str, str | bytes],
    points: Sequence[Point] = (),
    *,
    version: int = 3,
    others: Mapping[str, str | bytes] | None = None,
    metadata: str = "",
    guide: str = "",
    title: str = "河湾晚报",
    date: str = "2024-05-06",
) -> bytes:
    """Return a book whose reading order is that of its texts; `others` are files beside them."""
    contents = {"nav.xhtml": nav(points)} if version == 3 else {"toc.ncx": ncx(points)}
    files = {**texts, **(others or {}), **(contents if points else {})}
    opf = package(list(files), list(texts), metadata=metadata, guide=guide, title=title, date=date)
    return zipped(
        {
            "META-INF/container.xml": CONTAINER.format(path="OEBPS/content.opf"),
            "OEBPS/content.opf": opf,
            **{f"OEBPS/{name}": data for name, data in files.items()},
        }
    )


# -- newspapers as calibre's recipes make them ------------------------------------------------------------

TOP_BAR = (
    '<div class="calibre_navbar1" data-calibre-rescale="70">| <a href="../article_1/index.html">下一篇</a> | '
    '<a href="../index.html#article_0">栏目菜单</a> | <a href="../../index.html#feed_0">主菜单</a> | '
    "<hr/></div>"
)


def bottom_bar(url: str) -> str:
    """Return what a recipe puts under an article."""
    return (
        '<div class="calibre_navbar"><hr/><p>This article was downloaded by <strong>calibre</strong> from '
        f'<a href="{url}" rel="calibre-downloaded-from">{url}</a></p><br/><br/> | '
        '<a href="../index.html#article_0">Section menu</a> | '
        '<a href="../../index.html">Main menu</a> | </div>'
    )


def recipe_paper(
    sections: Mapping[str, Sequence[tuple[str, str]]],
    *,
    title: str = "河湾晚报 [Mon, 06 May 2024]",
    extra: str = "",
    texts: Mapping[str, str] | None = None,
    others: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a newspaper: sections, and in them the headline and the markup of each article."""
    feeds = "".join(
        f'<li id="feed_{number}"><a class="feed" href="feed_{number}/index.html">{name}</a></li>'
        for number, name in enumerate(sections)
    )
    files: dict[str, str | bytes] = {
        "index.html": page(
            f'<div><p><img src="mastheadImage.jpg" alt="masthead"/></p><p>Mon, 06 May 2024</p>'
            f'<ul class="calibre_feed_list">{feeds}</ul></div>'
        )
    }
    points = []
    for number, (name, articles) in enumerate(sections.items()):
        items = "".join(
            f'<li id="article_{at}"><a class="article" href="article_{at}/index.html">{headline}</a></li>'
            for at, (headline, _) in enumerate(articles)
        )
        files[f"feed_{number}/index.html"] = page(
            f'<div class="calibre_navbar">| <a href="../index.html">Main menu</a> |</div>'
            f'<h2 class="calibre_feed_title">{name}</h2><ul class="calibre_article_list">{items}</ul>'
        )
        inner = []
        for at, (headline, markup) in enumerate(articles):
            path = f"feed_{number}/article_{at}/index.html"
            url = f"https://news.example/{number}/{at}"
            files[path] = page(TOP_BAR + markup + bottom_bar(url), title=headline)
            inner.append(Point(headline, path, (), extra))
        points.append(Point(name, f"feed_{number}/index.html", tuple(inner)))
    return book(
        {**files, **(texts or {})},
        points if len(points) > 1 else points[0].points,
        version=2,
        others={"mastheadImage.jpg": b"\xff\xd8\xff", **(others or {})},
        metadata="<dc:creator>calibre</dc:creator><dc:publisher>calibre</dc:publisher>"
        '<opf:meta name="calibre:publication_type" content="periodical:newspaper:河湾晚报"/>',
        title=title,
        date="2024-05-05T16:10:00+00:00",
    )
