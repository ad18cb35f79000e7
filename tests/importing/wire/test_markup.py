from __future__ import annotations

from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from reader.edition.body_text import body_text
from reader.importing.html_blocks import html_text
from reader.importing.safe_xml import parse_xml
from reader.importing.wire.markup import any_tags, holds_only_elements, html_tags, line_of, markup


def test_xhtml_is_written_as_it_is_without_programs() -> None:
    root = fromstring(
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><p class="a">1 &lt; 2<br/>&amp; 3</p>'
        "<script>bad()</script><style>p {}</style><!-- no --><hr/></body></html>"
    )
    assert markup(root, html_tags) == ('<html><body><p class="a">1 &lt; 2<br>&amp; 3</p><hr></body></html>')


def test_elements_in_which_markup_would_be_text_are_made_others() -> None:
    root = fromstring("<div><textarea>a &lt; b</textarea><p.x>c</p.x></div>")
    assert markup(root, html_tags) == "<div><pre>a &lt; b</pre><span>c</span></div>"


def test_the_inner_markup_leaves_the_element_out() -> None:
    assert markup(fromstring("<div>a<b>c</b>d</div>"), html_tags, is_inner=True) == "a<b>c</b>d"


def test_unknown_elements_part_blocks_where_no_words_stand_between_them() -> None:
    root = fromstring("<x><y><z>one</z><z>two</z></y><y>three <z>four</z> five</y></x>")
    assert body_text(html_text(markup(root, any_tags)).blocks) == "one\n\ntwo\n\nthree four five"


def test_only_elements_means_no_words_between() -> None:
    assert holds_only_elements(fromstring("<a> <b/>\n<b/> </a>"))
    assert not holds_only_elements(fromstring("<a>x<b/></a>"))
    assert not holds_only_elements(fromstring("<a><b/>x</a>"))
    assert not holds_only_elements(fromstring("<a>x</a>"))


def test_a_line_keeps_words_of_elements_apart() -> None:
    assert line_of(fromstring("<by><p>林一舟</p><t>本报记者</t></by>")) == "林一舟 本报记者"
    assert line_of(fromstring("<by>By <p>Ann</p>,\n staff</by>")) == "By Ann, staff"
    assert line_of(fromstring("<by> </by>")) is None
    assert line_of(None) is None


def test_deep_nesting_costs_no_stack() -> None:
    root = parse_xml(b"<a>" * 490 + b"words" + b"</a>" * 490, "x")
    assert "words" in markup(root, any_tags)
    assert "words" in markup(root, html_tags)


@given(st.text(alphabet="ab<>&\"'河 \n", max_size=40))
def test_no_text_becomes_markup(text: str) -> None:
    element = fromstring("<x><y/></x>")
    element.text = text
    element[0].text = text
    element[0].tail = text
    found = "".join(
        "".join(getattr(b, "text", "") for b in html_text(markup(element, any_tags)).blocks).split()
    )
    assert found == "".join(text.split()) * 3
