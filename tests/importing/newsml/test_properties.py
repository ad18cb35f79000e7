from __future__ import annotations

from xml.etree.ElementTree import fromstring

from reader.importing.newsml.properties import (
    child,
    children,
    code,
    descendants,
    language_of_item,
    name_of,
    names_of,
    place_of,
    role_of,
    words,
)
from reader.importing.safe_xml import parse_xml

META = fromstring(
    """<m xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:x="urn:x"><!-- c -->
    <itemClass qcode="ninat:text"/><pubStatus uri="http://cv/stat/canceled"/><service literal="News"/>
    <provider qcode="np:RNA"><name> 河湾<b>通讯社</b> </name></provider><provider>Plain words</provider>
    <headline/><headline role="hl:sub">副题</headline><x:title>题</x:title><language tag="zh-CN"/></m>"""
)


def test_children_are_found_by_local_names_whatever_their_namespace() -> None:
    assert len(children(META, "provider")) == 2
    assert len(children(META)) == 9
    assert words(META, "title") == "题"
    assert child(META, "none") is None
    assert children(None, "a") == []


def test_the_first_child_with_words_is_taken() -> None:
    assert words(META, "headline") == "副题"
    assert words(META, "nothing", "title") == "题"
    assert words(None, "title") is None


def test_a_code_is_read_from_qcode_uri_and_literal() -> None:
    assert code(META, "itemClass") == "text"
    assert code(META, "pubStatus") == "canceled"
    assert code(META, "service") == "news"
    assert code(META, "none") == ""


def test_a_party_is_called_by_its_name_its_literal_or_its_words() -> None:
    assert names_of(META, "provider", "service") == ["News", "河湾通讯社", "Plain words"]
    assert name_of(fromstring('<a qcode="x:y"/>')) is None
    assert name_of(fromstring("<a><related>not a name</related></a>")) is None


def test_a_role_is_a_code() -> None:
    assert role_of(children(META, "headline")[1]) == "sub"
    assert role_of(fromstring('<a roleuri="http://x/Caption"/>')) == "caption"
    assert role_of(META) == ""


def test_the_language_of_the_content_outweighs_that_of_the_item() -> None:
    root = fromstring('<newsItem xml:lang="en"/>')
    assert language_of_item(root, META) == "zh-CN"
    assert language_of_item(root, None) == "en"
    assert language_of_item(META, None) is None


def test_descendants_are_found_at_any_depth() -> None:
    assert len(list(descendants(META, "name", "b"))) == 2


def test_a_place_is_known_of_what_was_read_from_a_file() -> None:
    assert place_of(parse_xml(b"\n <a/>", "x")) == "2:2"
    assert place_of(META) == ""
