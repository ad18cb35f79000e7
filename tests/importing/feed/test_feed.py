from __future__ import annotations

import html
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.importing.feed.feed import FEED
from reader.importing.importer import most_like, sample_of
from reader.importing.importers import IMPORTERS
from reader.importing.observation import CannotImport
from reader.importing.source import Source
from tests.importing.checked import WISHES, imports, imports_of, sorted_out
from tests.importing.feed.made import article, atom, everything, html_item, json_feed, opml, rss


@pytest.mark.parametrize(
    "data", [rss("<title>a</title>"), atom("<title>a</title>"), json_feed({"title": "a"}), opml("")]
)
def test_the_table_of_importers_knows_a_feed(data: bytes) -> None:
    assert most_like(IMPORTERS, sample_of(Source(path=None, given=data))) is FEED


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotImport):
        sorted_out(FEED.read(Source(path=tmp_path), WISHES))


def test_file_and_standard_input_are_one(tmp_path: Path) -> None:
    data = rss(html_item("<p>昨日上午，市民过桥。</p>"))
    (tmp_path / "a.rss").write_bytes(data)
    assert imports_of(FEED, tmp_path / "a.rss")[0] == imports(FEED, data)[0]


def test_a_feed_in_gb_2312_is_read() -> None:
    text = rss("<title>老桥重开</title>").decode().replace("utf-8", "gb2312")
    assert article(text.encode("gb2312")).headline == "老桥重开"


WORDS = st.text("河湾市图书馆老桥重开昨日abcdefXYZ0123，。！（）“”", min_size=1, max_size=8)
INLINE = st.sampled_from(["b", "i", "em", "span", "a", "font", "u", "code"])
BLOCK = st.sampled_from(["p", "div", "section", "h2", "h3", "blockquote", "center", "ul", "ol"])
LAW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def markup(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return HTML and the pieces of text in it, in order."""
    pieces: list[str] = []
    parts: list[str] = []
    for number in range(draw(st.integers(1, 5))):
        block = draw(BLOCK)
        inner = []
        for _ in range(draw(st.integers(1, 3))):
            words = draw(WORDS)
            pieces.append(words)
            tag = draw(INLINE)
            said = f"<{tag}>{html.escape(words)}</{tag}>"
            inner.append(f"<li>{said}</li>" if block in ("ul", "ol") else said)
        parts.append(f"<{block}>{''.join(inner)}</{block}>")
        if draw(st.booleans()):
            alt = draw(WORDS)
            pieces.append(alt)
            parts.append(f'<img src="https://hewan.example/{number}.jpg" alt="{html.escape(alt)}">')
        if draw(st.booleans()):
            parts.append("<script>var hidden = '<p>'</script>")
    return "".join(parts), pieces


def _without_blanks(text: str) -> str:
    return re.sub(r"\s+", "", text)


@LAW
@given(markup(), WORDS, st.sampled_from(["rss", "description", "atom", "xhtml", "json"]))
def test_every_word_of_an_item_is_in_the_article(made: tuple[str, list[str]], title: str, form: str) -> None:
    text, pieces = made
    named = f"<title>{html.escape(title)}</title>"
    data = {
        "rss": rss(html_item(text, html.escape(title))),
        "description": rss(f"{named}<description>{html.escape(text)}</description>"),
        "atom": atom(f'{named}<content type="html">{html.escape(text)}</content>'),
        "xhtml": atom(f'{named}<content type="xhtml">{_xhtml(text)}</content>'),
        "json": json_feed({"title": title, "content_html": text}),
    }[form]
    found = everything(article(data))
    for piece in [*pieces, title]:
        assert _without_blanks(piece) in found
    assert "hidden" not in found


def _xhtml(text: str) -> str:
    whole = re.sub(r"(<img[^>]*)>", r"\1/>", text).replace("'<p>'", "'p'")
    return f'<div xmlns="http://www.w3.org/1999/xhtml">{whole}</div>'


@LAW
@given(st.lists(WORDS, min_size=1, max_size=4, unique=True))
def test_every_text_of_an_item_is_in_the_article(said: list[str]) -> None:
    names = ["description", "content:encoded", "itunes:summary", "itunes:subtitle"]
    parts = [f"<{name}>{words}</{name}>" for name, words in zip(names, said, strict=False)]
    found = everything(article(rss("<title>老桥</title>" + "".join(parts))))
    assert [words for words in said if words.rstrip("…") not in found] == []


@LAW
@given(st.lists(st.text(max_size=40), max_size=6))
def test_whatever_the_texts_are_the_edition_can_be_written_and_read(texts: list[str]) -> None:
    title, body, *others = [*texts, "", ""]
    item = {
        "title": title,
        "content_html": body,
        "summary": others[0] if others else "",
        "tags": others,
        "id": title,
    }
    for data in (json_feed(item, item, title=body), rss(html_item(html.escape(body), html.escape(title)))):
        try:
            editions, _ = imports(FEED, data)
        except CannotImport:
            continue
        assert len(editions) == 1


@LAW
@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"<rss><channel><item>", b"<feed><entry>", b'{"items":[{', b"<opml>"]),
)
def test_any_bytes_are_imported_or_refused(junk: bytes, opening: bytes) -> None:
    with suppress(CannotImport):
        imports(FEED, opening + junk)


@pytest.mark.parametrize("data", [rss("<title>a</title>"), atom("<title>a</title>"), opml("")])
def test_a_feed_behind_a_comment_of_any_length_is_known(data: bytes) -> None:
    before, mark, after = data.partition(b"?>")
    long = before + mark + b"<!--" + b" x" * 35_000 + b"-->" + after
    assert most_like(IMPORTERS, sample_of(Source(path=None, given=long))) is FEED


def test_a_list_behind_a_long_comment_is_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_bytes(rss("<title>老桥重开</title>"))
    data = b"<!--" + b" x" * 35_000 + b"-->" + opml('<outline text="a" xmlUrl="a.rss"/>').partition(b"?>")[2]
    (tmp_path / "list.opml").write_bytes(data)
    (edition,), _ = imports_of(FEED, tmp_path / "list.opml")
    assert [each.headline for each in edition.articles()] == ["老桥重开"]
