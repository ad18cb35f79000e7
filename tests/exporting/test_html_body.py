from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Article, Kind, Photo
from reader.edition.body import blocks
from reader.edition.body_text import body_text
from reader.edition.printable import printable
from reader.exporting.html_body import (
    body_html,
    escaped,
    photo_html,
    text_html,
    unplaced_photos,
)
from reader.loading.load import load_edition
from reader.typesetting.body_copy import body_pieces
from tests.exporting.markup import outline, parsed, seen, without_blanks
from tests.shipped import PATHS


def html_of(body: str, **more: object) -> str:
    return body_html(Article(id="p01-a01", headline="老桥重开", body=body, **more), "zh")  # type: ignore[arg-type]


@given(st.text())
def test_escaped_text_is_read_as_itself_in_elements_and_attributes(text: str) -> None:
    element = parsed(f'<p title="{escaped(text)}">{escaped(text)}</p>')[0]
    assert (element.text or "") == printable(text)
    assert element.get("title", "").split() == printable(text).split()


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "a & b", "&amp;", "]]>", "\"'", "<!--", "\x00\x1b[0m"]
)
def test_what_looks_like_markup_is_words(text: str) -> None:
    element = parsed(html_of(text))
    assert outline(element) == ["p"]
    assert seen(element) == printable(text)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("一段。\n\n二段。", "<p>一段。</p>\n<p>二段。</p>"),
        ("### 小标题", "<h4>小标题</h4>"),
        ("> 桥通了。\n> — 林一舟", "<blockquote><p>桥通了。</p><footer>—— 林一舟</footer></blockquote>"),
        ("> 桥通了。", "<blockquote><p>桥通了。</p></blockquote>"),
        ("- 甲\n- 乙", "<ul><li>甲</li><li>乙</li></ul>"),
        ("- 甲\n\n- 乙", "<ul><li>甲</li><li>乙</li></ul>"),
        ("1. 甲\n2. 乙", "<ol><li>甲</li><li>乙</li></ol>"),
        ("3. 甲\n4. 乙\n9. 丙", '<ol start="3"><li>甲</li><li>乙</li><li value="9">丙</li></ol>'),
        ("1. 甲\n1. 乙", '<ol><li>甲</li><li value="1">乙</li></ol>'),
        ("0. 甲", '<ol start="0"><li>甲</li></ol>'),
        ("- 甲\n1. 乙", "<ul><li>甲</li></ul>\n<ol><li>乙</li></ol>"),
        ("007. 甲", '<ul class="numbered"><li>007. 甲</li></ul>'),
        ("１. 甲", '<ul class="numbered"><li>１. 甲</li></ul>'),
        ("~ 春江\n~ 夜\n~\n~ 潮", '<p class="verse">春江<br/>夜</p>\n<p class="verse">潮</p>'),
        ("~   低一格", '<p class="verse">\u00a0\u00a0低一格</p>'),
        ("---", "<hr/>"),
        ("\\- 不是表", "<p>- 不是表</p>"),
        ("", ""),
        (">", ""),
        ("~", ""),
    ],
)
def test_each_block_has_its_element(body: str, html: str) -> None:
    assert html_of(body) == html


def test_the_first_row_heads_the_columns_and_short_rows_are_filled() -> None:
    assert html_of("| 线路 | |\n| 甲 | 乙 | 丙 |") == (
        '<table><thead><tr><th scope="col">线路</th><td></td><td></td></tr></thead>'
        "<tbody><tr><td>甲</td><td>乙</td><td>丙</td></tr></tbody></table>"
    )


def test_a_table_of_one_row_has_no_empty_body() -> None:
    assert outline(parsed(html_of("| 甲 | 乙 |"))) == ["table", "thead", "tr", "th", "th"]


def test_a_table_without_a_word_is_none() -> None:
    assert html_of("| | |\n| | |") == ""


def test_subheads_take_the_level_they_are_given() -> None:
    article = Article(id="a", headline="题", body="### 小标题")
    assert [body_html(article, "zh", level)[:3] for level in (2, 5, 6, 9)] == ["<h2", "<h5", "<h6", "<h6"]


def test_who_speaks_in_an_interview_stands_out() -> None:
    html = html_of("问：桥何时通？\n\n答：明天。\n\n（完）", kind=Kind.INTERVIEW)
    assert html.split("\n") == [
        '<p class="question"><b>问：</b>桥何时通？</p>',
        '<p class="answer"><b>答：</b>明天。</p>',
        "<p>（完）</p>",
    ]


def test_an_english_paper_has_english_words_about_its_photos_and_quotes() -> None:
    article = Article(id="a", headline="Bridge", body="> Open.\n> — Lin\n\n![x]")
    html = body_html(article, "en")
    assert "<footer>— Lin</footer>" in html
    assert '<p class="frame">[photo] x</p>' in html


PHOTO = Photo(id="b", file="img/b.png", caption="桥 & 河", credit="林一舟 摄", alt="一座桥")


def test_a_photo_stands_where_the_body_places_it() -> None:
    element = parsed(
        body_html(
            Article(id="a", body="前\n\n![b]\n\n后", photos=(PHOTO,)), "zh", address=lambda photo: "x.png"
        )
    )
    assert outline(element) == ["p", "figure.photo", "img", "figcaption", "span.credit", "p"]
    image = element.find(".//img")
    assert image is not None
    assert (image.get("src"), image.get("alt")) == ("x.png", "一座桥")
    assert without_blanks(seen(element)) == "前一座桥桥&河林一舟摄后"


def test_without_a_picture_its_words_stand_in_a_frame() -> None:
    assert photo_html(PHOTO, "zh") == (
        '<figure class="photo"><p class="frame">［图片］一座桥</p>'
        '<figcaption>桥 &amp; 河 <span class="credit">林一舟 摄</span></figcaption></figure>'
    )
    assert "［图片］img/b.png" in photo_html(Photo(file="img/b.png"), "zh")
    assert (
        photo_html(Photo(caption="桥"), "zh") == '<figure class="photo"><figcaption>桥</figcaption></figure>'
    )


def test_a_photo_of_which_nothing_is_said_is_none_but_its_place_keeps_its_name() -> None:
    assert photo_html(Photo(id="b"), "zh") == ""
    assert "［图片］b" in html_of("![b]", photos=(Photo(id="b"),))


def test_a_picture_without_words_is_still_said_to_be_one() -> None:
    assert 'alt="新闻图片"' in photo_html(Photo(file="b.png"), "zh", lambda photo: photo.file)


def test_an_address_cannot_leave_its_attribute() -> None:
    image = parsed(photo_html(PHOTO, "zh", lambda _: '"><script>')).find(".//img")
    assert image is not None
    assert image.get("src") == '"><script>'


@pytest.mark.parametrize(
    ("body", "placed"),
    [("![b]", True), ("\\![b]", False), ("见 ![b] 图", False), ("![b]\n文", True), ("", False)],
)
def test_a_photo_is_placed_only_by_a_line_of_its_own(body: str, placed: bool) -> None:
    assert (unplaced_photos(Article(id="a", body=body, photos=(PHOTO,))) == []) == placed


def test_a_notice_has_the_blocks_of_a_body() -> None:
    assert text_html("今夜有大风。\n\n- 关窗", "zh") == "<p>今夜有大风。</p>\n<ul><li>关窗</li></ul>"


LINES = st.text(st.sampled_from("桥河ab<>&\"'#>-~|![]1. \\—:：问答　"), max_size=8)
BODIES = st.lists(
    st.builds(
        str.__add__,
        st.sampled_from(["", "### ", "> ", "- ", "3. ", "| ", "~ ", "![x]", "---", "> — ", "~"]),
        LINES,
    ),
    max_size=8,
).map("\n".join)


def printed(body: str) -> str:
    """Every word a reader of this body meets, as the typesetter is given it."""
    pieces = body_pieces(body, "body", 0, "zh")
    return without_blanks("".join(piece.lead.lstrip("·") + piece.text for piece in pieces))


@given(BODIES)
def test_no_character_of_any_body_is_lost(body: str) -> None:
    assert without_blanks(seen(parsed(html_of(body)))) == printed(body)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parents[2].name}-{path.stem}")
def test_no_character_of_a_shipped_body_is_lost(path: object) -> None:
    for article in load_edition(path).edition.articles():  # type: ignore[arg-type]
        body = body_text(block for block in blocks(article.body))
        assert without_blanks(seen(parsed(text_html(body, "zh")))) == printed(article.body)
