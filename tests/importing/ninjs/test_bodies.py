from __future__ import annotations

import pytest

from reader.edition.body_text import body_text
from reader.importing.ninjs.bodies import form_of, nitf_head
from reader.importing.ninjs.properties import Properties, Worded
from reader.importing.source import Source
from reader.importing.wire.pictures import PictureBox

NITF = (
    '<?xml version="1.0" encoding="GBK"?><nitf><head><title>t</title></head><body><body.head><hedline>'
    "<hl1>大桥</hl1></hedline></body.head><body.content><p>一</p><hl2>二</hl2></body.content></body></nitf>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (Worded("html", "", "<p>一</p><p>二</p>"), "一\n\n二"),
        (Worded("", "", "<p>一</p><p>二</p>"), "一\n\n二"),
        (Worded("", "text/html", "一 &lt; 二"), "一 < 二"),
        (Worded("xhtml", "application/xhtml+xml", "<div>一</div>"), "一"),
        (Worded("text", "", "一 <p> 二"), "一 <p> 二"),
        (Worded("", "text/plain", "<nitf>一"), "<nitf>一"),
        (Worded("", "", "一 &amp; 二"), "一 &amp; 二"),
        (Worded("nitf", "", NITF), "一\n\n### 二"),
        (Worded("", "text/vnd.IPTC.NITF", NITF), "一\n\n### 二"),
    ],
)
def test_a_body_is_read_by_its_type_else_by_its_look(body: Worded, text: str) -> None:
    assert body_text(form_of(body, "x").blocks) == text


def test_a_vocabulary_nobody_knows_is_told_from_html() -> None:
    assert form_of(Worded("ttnitf", "application/xml", "<T><B>一</B></T>"), "x").is_foreign
    assert not form_of(Worded("x", "application/xhtml+xml", "<p>一</p>"), "x").is_foreign


def test_broken_nitf_keeps_its_words() -> None:
    assert "一" in body_text(form_of(Worded("nitf", "", "<nitf><p>一"), "x").blocks)


def test_the_head_of_a_body_in_nitf_is_read() -> None:
    box = PictureBox(Source(path=None))
    story = nitf_head(Properties({"body_nitf": NITF}), "x", box)
    assert story is not None
    assert story.article.headline == "大桥"
    assert nitf_head(Properties({"body_text": "x"}), "x", box) is None
    assert nitf_head(Properties({"body_nitf": "<nitf>"}), "x", box) is None
