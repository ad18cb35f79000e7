"""The one list of exporters."""

from __future__ import annotations

from collections.abc import Iterable

from reader.edition.edition import Edition
from reader.edition.wording import Wording
from reader.exporting.edition_json import edition_fields
from reader.exporting.edition_yaml import edition_yaml
from reader.exporting.epub import edition_epub
from reader.exporting.exporter import Circumstances, Exporter
from reader.exporting.html import edition_html
from reader.exporting.markdown import edition_markdown
from reader.exporting.ninjs import edition_ninjs
from reader.exporting.rss import edition_rss
from reader.exporting.text import edition_text, plain_setting


def _yaml(edition: Edition, _: Circumstances) -> bytes:
    return edition_yaml(edition).encode()


def _json(edition: Edition, _: Circumstances) -> bytes:
    import json

    return (json.dumps(edition_fields(edition), ensure_ascii=False, indent=2) + "\n").encode()


def _text(edition: Edition, about: Circumstances) -> bytes:
    setting = plain_setting(edition, about.width, about.ambiguous)
    return _ended(edition_text(edition, about.standings, about.as_of, setting))


def _markdown(edition: Edition, about: Circumstances) -> bytes:
    return (
        "\n\n".join([*edition_markdown(edition, about.standings, about.as_of), ""]).rstrip().encode() + b"\n"
    )


def _rss(edition: Edition, about: Circumstances) -> bytes:
    return edition_rss(edition, about.standings).encode()


def _cap(edition: Edition, _: Circumstances) -> bytes:
    from reader.exporting.cap import edition_cap

    return edition_cap(edition)


def _ended(lines: Iterable[str]) -> bytes:
    return "".join(line + "\n" for line in lines).encode()


EXPORTERS: tuple[Exporter, ...] = (
    Exporter("yaml", Wording("本格式的 YAML", "YAML of the edition format"), ".yaml", _yaml, (".yml",)),
    Exporter("json", Wording("JSON，同 show", "JSON, as show prints it"), ".json", _json),
    Exporter("text", Wording("排好版的纯文本", "plain text, typeset"), ".txt", _text),
    Exporter("markdown", Wording("Markdown", "Markdown"), ".md", _markdown, (".markdown",)),
    Exporter("html", Wording("单个 HTML 文件", "one HTML file"), ".html", edition_html, (".htm",)),
    Exporter("epub", Wording("EPUB 3 电子书", "EPUB 3 book"), ".epub", edition_epub, is_binary=True),
    Exporter("ninjs", Wording("ninjs 3", "ninjs 3"), ".ninjs", edition_ninjs),
    Exporter("rss", Wording("RSS 2.0", "RSS 2.0"), ".rss", _rss),
    Exporter("cap", Wording("CAP 1.2 预警，只有公告", "CAP 1.2 alerts, notices only"), ".cap", _cap),
)
"""Every exporter there is, in the order help shows them."""
