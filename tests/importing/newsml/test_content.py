from __future__ import annotations

import base64
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from reader.edition.body_text import body_text
from reader.importing.newsml.content import Content, content_of, text_form
from reader.importing.observation import Grade
from reader.importing.source import Source

NITF = "<nitf><body><body.content><p>一</p><hl2>二</hl2></body.content></body></nitf>"


def _content(inner: str, source: Source | None = None) -> Content:
    item = fromstring(f"<newsItem><contentSet>{inner}</contentSet></newsItem>")
    return content_of(item, source or Source(path=None), "1:1")


def _bodies(inner: str) -> list[str]:
    return [body_text(form.blocks) for form in _content(inner).forms]


@pytest.mark.parametrize(
    ("inner", "body"),
    [
        (f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>', "一\n\n### 二"),
        ("<inlineXML><body.content><p>一</p></body.content></inlineXML>", "一"),
        (
            '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>'
            "<title>t</title></head><body><h2>一</h2><p>二<br/></p><script>x</script></body></html></inlineXML>",
            "### 一\n\n二",
        ),
        ("<inlineXML><div><p>一</p></div><div>二</div></inlineXML>", "一\n\n二"),
        (
            "<inlineXML><idf><element type='body'>一</element><element>二</element></idf></inlineXML>",
            "一\n\n二",
        ),
        ("<inlineData contenttype='text/plain'>一\n\n二</inlineData>", "一\n\n二"),
        ("<inlineData>一 &amp;amp; 二</inlineData>", "一 &amp; 二"),
        (
            "<inlineData contenttype='text/html'>&lt;p&gt;一&lt;/p&gt;&lt;p&gt;二&lt;/p&gt;</inlineData>",
            "一\n\n二",
        ),
        ("<inlineData>&lt;p&gt;一&lt;/p&gt;</inlineData>", "一"),
        ("<unheardOf><a>一</a><a>二</a></unheardOf>", "一\n\n二"),
    ],
)
def test_a_text_is_read_in_whatever_form_it_comes(inner: str, body: str) -> None:
    assert _bodies(inner) == [body]


def test_nitf_within_escaped_text_is_read() -> None:
    assert body_text(text_form(NITF, "", "x").blocks) == "一\n\n### 二"
    assert body_text(text_form("<nitf><p>一", "", "x").blocks) == "一"
    assert body_text(text_form(NITF, "text/plain", "x").blocks) == NITF


def test_the_document_of_nitf_is_known_for_its_head() -> None:
    assert (
        len(_content(f"<inlineXML>{NITF}</inlineXML><inlineData><![CDATA[{NITF}]]></inlineData>").nitf) == 2
    )
    assert _content("<inlineXML><p>x</p></inlineXML>").nitf == ()


def test_only_vocabularies_nobody_knows_are_foreign() -> None:
    inner = "<inlineXML><idf><a>x</a></idf></inlineXML><inlineXML><p>y</p></inlineXML>"
    assert [form.is_foreign for form in _content(inner).forms] == [True, False]


def test_data_in_base64_is_read_and_other_encodings_are_told() -> None:
    words = base64.b64encode("河湾".encode()).decode()
    assert _bodies(f'<inlineData encoding="encd:base64">{words}</inlineData>') == ["河湾"]
    for encoding, data in (("base64", "!"), ("uuencode", words), ("base64", "/w==")):
        found = _content(f'<inlineData encoding="{encoding}">{data}</inlineData>')
        assert found.forms == ()
        assert [each.grade for each in found.told] == [Grade.UNDECIDED]


def test_the_best_picture_is_chosen() -> None:
    found = _content(
        '<remoteContent rendition="rnd:thumb" href="t.jpg" contenttype="image/jpeg" width="5000"/>'
        '<remoteContent rendition="rnd:highRes" href="h.jpg" contenttype="image/jpeg" width="1500"/>'
        '<remoteContent href="m.png" width="900"/>'
        '<remoteContent href="v.mp4" contenttype="video/mp4" width="9999"/>'
    )
    assert found.picture == "h.jpg"
    assert _content('<remoteContent href="v.mp4"/>').picture == ""


def test_a_text_in_a_file_beside_the_item_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<newsItem/>", encoding="utf-8")
    (tmp_path / "body.html").write_text("<p>一</p><p>二</p>", encoding="utf-8")
    (tmp_path / "nitf.xml").write_text(NITF, encoding="utf-8")
    source = Source(path=tmp_path / "a.xml")
    for href, kind, body in (
        ("./body.html", "text/html", "一\n\n二"),
        ("nitf.xml", "application/nitf+xml", "一\n\n### 二"),
    ):
        found = _content(f'<remoteContent href="{href}" contenttype="{kind}"/>', source)
        assert [body_text(form.blocks) for form in found.forms] == [body]


@pytest.mark.parametrize("href", ["none.html", "../a.html", "http://example.org/a.html", "bad.html", ""])
def test_a_text_that_is_not_beside_the_item_is_told_and_never_fetched(tmp_path: Path, href: str) -> None:
    (tmp_path / "a.xml").write_text("<newsItem/>", encoding="utf-8")
    (tmp_path / "bad.html").write_bytes(b"\xff\xfe\xfd")
    found = _content(
        f'<remoteContent href="{href}" contenttype="text/html"/>', Source(path=tmp_path / "a.xml")
    )
    assert found.forms == ()
    assert len(found.told) == (1 if href else 0)


def test_a_text_beside_the_item_is_not_needed_where_there_is_one_in_it(tmp_path: Path) -> None:
    inner = '<inlineData>一</inlineData><remoteContent href="none.html" contenttype="text/html"/>'
    assert _content(inner, Source(path=tmp_path / "a.xml")).told == ()


def test_an_item_without_content_has_none() -> None:
    found = content_of(fromstring("<newsItem/>"), Source(path=None), "")
    assert found == Content((), (), "", ())
