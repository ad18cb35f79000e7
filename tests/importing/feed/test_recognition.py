from __future__ import annotations

import pytest

from reader.importing.feed.recognition import Form, encoding_by_mark, form_of, likeness, root_of
from reader.importing.importer import Likeness, Sample
from tests.importing.feed.made import atom, json_feed, opml, rss


def like(data: bytes, name: str = "-") -> Likeness:
    return likeness(Sample(name, data[:65_536]))


RDF = b"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://hewan.example/"><title>t</title></channel></rdf:RDF>"""


@pytest.mark.parametrize("data", [rss(), atom(), json_feed(), opml(""), RDF])
def test_every_form_of_feed_is_known_by_its_content(data: bytes) -> None:
    assert like(data) is Likeness.SURE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
@pytest.mark.parametrize("data", [rss(), atom(), json_feed(), opml("")])
def test_a_feed_is_known_in_every_width_of_unicode(data: bytes, encoding: str) -> None:
    assert like(data.decode().encode(encoding)) is Likeness.SURE


@pytest.mark.parametrize(
    "before",
    [
        "\n\n  ",
        '<?xml version="1.0"?><?xml-stylesheet href="a.xsl" type="text/xsl"?>',
        "<!-- a <feed> of <nitf> -->\n",
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd">',
        "<!DOCTYPE rss [ <!ELEMENT rss ANY> ]>\n",
        '<?xml version="1.0"?>\n<!-- one --><!-- two -->\n<!DOCTYPE rss>\n',
    ],
)
def test_what_may_stand_before_the_root_is_passed_over(before: str) -> None:
    assert root_of(f'{before}<rss version="0.91">')[0] == "rss"
    assert like(f'{before}<rss version="0.91"><channel/></rss>'.encode()) is Likeness.SURE


def test_the_prefix_of_the_root_does_not_matter() -> None:
    assert like(b'<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>') is Likeness.SURE
    assert root_of("<a:Feed x=\"1>2\" y='<'>") == ("feed", " x=\"1>2\" y='<'")


@pytest.mark.parametrize(
    "other",
    [
        '<nitf version="-//IPTC//DTD NITF 3.6//EN"><head/></nitf>',
        '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a</identifier></alert>',
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"/>',
        '<mets xmlns="http://www.loc.gov/METS/"/>',
        '<package xmlns="http://www.idpf.org/2007/opf"/>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF>',
        '<feed xmlns="http://hewan.example/cattle"><hay/></feed>',
        "<!DOCTYPE html><html><head><title>rss</title></head></html>",
        "<channel><stream/></channel>",
        '{"uri": "a", "headline": "b", "version": "1"}',
        '{"type": "FeatureCollection"}',
        "format: 1\npaper: 河湾晨报\n",
        "<",
        "",
    ],
)
def test_other_formats_are_not_taken(other: str) -> None:
    assert like(other.encode(), "paper.xml") is Likeness.NONE
    assert like(other.encode(), "paper.json") is Likeness.NONE


def test_a_folder_is_no_feed() -> None:
    assert likeness(Sample("feeds", b"", ("a.rss",), is_folder=True)) is Likeness.NONE


def test_the_version_of_a_json_feed_may_have_its_slashes_escaped() -> None:
    assert like(rb'{"version": "https:\/\/jsonfeed.org\/version\/1", "items": []}') is Likeness.SURE


def test_a_json_feed_whose_version_comes_late_is_known_by_its_other_keys() -> None:
    assert like(b'{"home_page_url": "https://hewan.example/", "items": [') is Likeness.CONTENT
    assert like(b'{"items": [', "feed.json") is Likeness.NAME
    assert like(b'{"items": [', "-") is Likeness.NONE


def test_a_warning_of_the_server_before_the_feed_does_not_hide_it() -> None:
    assert like(b"Warning: something in line 3\n" + rss()) is Likeness.CONTENT
    assert like(b"<br /><b>Warning</b>: something\n" + rss()) is Likeness.CONTENT


def test_a_broken_beginning_is_taken_by_the_name_only() -> None:
    assert like(b"<<rs version", "news.rss") is Likeness.NAME
    assert like(b"<<rs version", "news.xml") is Likeness.NONE


def test_cdf_is_known_by_what_is_in_its_channel() -> None:
    assert like(b'<CHANNEL HREF="https://hewan.example/"><ITEM/></CHANNEL>') is Likeness.CONTENT


def test_the_form_is_told_from_the_first_bytes() -> None:
    assert form_of(rss()) is Form.XML
    assert form_of(b"\xef\xbb\xbf  " + json_feed()) is Form.JSON
    assert form_of(opml("").decode().encode("utf-16")) is Form.OPML
    assert form_of(b"") is Form.XML


def test_an_encoding_is_told_by_its_mark_or_the_width_of_a_character() -> None:
    assert encoding_by_mark("\ufeff<".encode("utf-16-le")) == "utf-16"
    assert encoding_by_mark("<?xml".encode("utf-16-be")) == "utf-16-be"
    assert encoding_by_mark("<?xml".encode("utf-32-le")) == "utf-32-le"
    assert encoding_by_mark(b"<?xml") == ""
