from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from reader.edition.body_text import body_text
from reader.importing.html_blocks import HtmlText, html_text
from reader.importing.nitf.tags import nitf_tags
from reader.importing.wire.markup import markup


def _set(content: str) -> HtmlText:
    return html_text(markup(fromstring(f"<body.content>{content}</body.content>"), nitf_tags))


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<block><p>One.</p><block><p>Two.</p></block></block>", "One.\n\nTwo."),
        ("<p>One.</p><hl2>Between</hl2><p>Two.</p>", "One.\n\n### Between\n\nTwo."),
        ("<bq><p>Said so.</p><credit>林一舟</credit></bq>", "> Said so.\n> — 林一舟"),
        ("<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b"),
        ('<ol seqnum="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"),
        ("<dl><dt>Term</dt><dd>What it is</dd></dl>", "Term\n\n- What it is"),
        ("<p>a</p><hr/><p>b</p>", "a\n\n---\n\nb"),
        ("<pre>one\n  two</pre>", "~ one\n~   two"),
        ("<p>one<br/>two, which is a longer line</p>", "one\n\ntwo, which is a longer line"),
        ("<fn><body.content><p>A footnote.</p></body.content></fn>", "A footnote."),
        ("<note><body.content><p>A note.</p></body.content></note>", "A note."),
        (
            "<nitf-table><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></nitf-table>",
            "| A | B |\n| 1 | 2 |",
        ),
        ("<block><byline>By Ann</byline><p>x</p><datasource>RNA</datasource></block>", "By Ann\n\nx\n\nRNA"),
        ("<p>The <org>City</org> paid <money unit='EUR'>5</money> <q>soon</q>.</p>", "The City paid 5 soon."),
        ("<p><num>1<frac><frac-num>1</frac-num>/<frac-den>2</frac-den></frac></num></p>", "11/2"),
        ("<p><ruby><rb>河</rb><rt>hé</rt></ruby>湾</p>", "河（hé）湾"),
        ("<strange><p>kept</p></strange>", "kept"),
        ("<p>a <strange>kept</strange> b</p>", "a kept b"),
        ("<p>a</p><script>bad()</script><style>x</style>", "a"),
    ],
)
def test_every_element_of_a_body_is_a_block_or_words_of_one(content: str, body: str) -> None:
    assert body_text(_set(content).blocks) == body


def _media(inner: str, kind: str = "image") -> HtmlText:
    return _set(f'<p>x</p><media media-type="{kind}">{inner}</media>')


def test_a_picture_has_its_caption_and_who_made_it() -> None:
    [photo] = _media(
        '<media-reference source="a.jpg" mime-type="image/jpeg" alternate-text="A bridge"/>'
        "<media-caption><p>The bridge.</p><p>Seen at noon.</p></media-caption>"
        "<media-producer>陈小满</media-producer>"
    ).photos
    assert photo.src == "a.jpg"
    assert photo.alt == "A bridge"
    assert photo.caption == "The bridge. Seen at noon."
    assert photo.credit == "陈小满"


def test_of_several_sizes_the_largest_is_taken() -> None:
    [photo] = _media(
        '<media-reference source="t.jpg" name="thumb" width="9000"/>'
        '<media-reference source="m.jpg" width="600"/><media-reference source="l.jpg" width="1200"/>'
        "<media-caption>c</media-caption>"
    ).photos
    assert photo.src == "l.jpg"


def test_the_credit_may_be_said_by_the_reference() -> None:
    [photo] = _media('<media-reference source="a.jpg" source-credit="RNA"/>').photos
    assert photo.credit == "RNA"


def test_a_picture_without_a_file_keeps_its_words() -> None:
    [photo] = _media("<media-reference/><media-caption>Words</media-caption>").photos
    assert photo.caption == "Words"


@pytest.mark.parametrize(
    "inner",
    [
        '<media-reference source="a.mp4" mime-type="video/mp4"/><media-caption>Words</media-caption>',
        "<media-caption>Words</media-caption>",
    ],
)
def test_what_no_paper_can_show_keeps_its_words(inner: str) -> None:
    found = _media(inner, "video")
    assert found.photos == ()
    assert body_text(found.blocks) == "x\n\nWords"


def test_a_medium_without_words_is_nothing() -> None:
    assert body_text(_media('<media-reference name="MetaKey"/>', "text").blocks) == "x"
    assert body_text(_media("<media-reference/>").blocks) == "x"


def test_words_out_of_place_in_a_medium_are_kept() -> None:
    [photo] = _media('<media-reference source="a.jpg"/>stray<p>words</p>').photos
    assert photo.caption is not None
    assert set(photo.caption.split()) == {"stray", "words"}


def test_a_medium_within_a_caption_keeps_its_words() -> None:
    inner = (
        '<media media-type="image"><media-reference source="b.jpg"/><media-caption>in</media-caption></media>'
    )
    [photo] = _media(
        f'<media-reference source="a.jpg"/><media-caption><p>out</p>{inner}</media-caption>'
    ).photos
    assert photo.caption == "out in"


def test_no_attribute_becomes_markup() -> None:
    [photo] = _media(
        '<media-reference source="a&quot;&gt;&lt;script&gt;.jpg" alternate-text="&lt;b&gt;"/>'
    ).photos
    assert photo.src == 'a"><script>.jpg'
    assert photo.alt == "<b>"
