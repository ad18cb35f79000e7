from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from reader.edition.body import Paragraph, Subhead
from reader.importing.epub.chapters import Chapter, chapters
from reader.importing.epub.content import Content
from reader.importing.epub.navigation import Entry
from reader.importing.html_table import Piece


def a_text(path: str, *words: str, title: str | None = None) -> Content:
    """A text of these blocks: ``# …`` is a heading, ``… @x`` bears the id x."""
    pieces = []
    for word in words:
        text, _, name = word.partition("@")
        block = Subhead(0, text[2:].strip()) if text.startswith("# ") else Paragraph(0, text.strip())
        pieces.append(Piece(block, "p", "", (name,) if name else ()))
    return Content(path, tuple(pieces), {}, title, None, (), False, False, None, {})


def an_entry(label: str, target: str = "", *inner: Entry) -> Entry:
    path, _, fragment = target.partition("#")
    return Entry(label, path, fragment, inner)


def cut(entries: Sequence[Entry], texts: Sequence[Content]) -> list[tuple[str, str, str]]:
    return [(chapter.section, chapter.label, words_of(chapter)) for chapter in chapters(entries, texts)]


def words_of(chapter: Chapter) -> str:
    return "".join(getattr(piece.block, "text", "") for _, stretch in chapter.texts for piece in stretch)


def test_an_entry_is_an_article_and_one_with_entries_a_section() -> None:
    entries = (an_entry("要闻", "", an_entry("东桥", "a"), an_entry("西桥", "b")), an_entry("后记", "c"))
    assert cut(entries, (a_text("a", "甲"), a_text("b", "乙"), a_text("c", "丙"))) == [
        ("要闻", "东桥", "甲"),
        ("要闻", "西桥", "乙"),
        ("", "后记", "丙"),
    ]


def test_anchors_cut_one_text_into_several_articles() -> None:
    text = a_text("a", "前言", "甲 @one", "甲续", "乙 @two")
    entries = (an_entry("一", "a#one"), an_entry("二", "a#two"))
    assert cut(entries, [text]) == [("", "", "前言"), ("", "一", "甲甲续"), ("", "二", "乙")]


def test_an_anchor_that_is_not_there_is_the_beginning() -> None:
    assert cut((an_entry("一", "a#nowhere"),), [a_text("a", "甲", "乙")]) == [("", "一", "甲乙")]


def test_a_text_split_in_two_is_one_article() -> None:
    texts = (a_text("x_split_000.html", "# 甲"), a_text("x_split_001.html", "# 乙"), a_text("y.html", "丙"))
    assert cut((an_entry("一", "x_split_000.html"),), texts) == [("", "一", "甲乙丙")]


def test_a_text_the_contents_do_not_name_is_an_article_if_it_has_a_heading() -> None:
    entries = (an_entry("要闻", "", an_entry("一", "a"), an_entry("二", "c")),)
    texts = (a_text("a", "# 甲"), a_text("b", "# 乙", "词", title="乙题"), a_text("c", "# 丙"))
    assert cut(entries, texts) == [("要闻", "一", "甲"), ("要闻", "", "乙词"), ("要闻", "二", "丙")]
    assert chapters(entries, texts)[1].title == "乙题"


def test_a_title_that_all_texts_have_is_the_books() -> None:
    texts = [a_text(name, name, title="书") for name in "ab"]
    assert [chapter.title for chapter in chapters((), texts)] == [None, None]


def test_texts_before_the_first_entry_are_articles_each() -> None:
    texts = (a_text("a", "献词"), a_text("b", "版权"), a_text("c", "正文"))
    assert cut((an_entry("一", "c"),), texts) == [("", "", "献词"), ("", "", "版权"), ("", "一", "正文")]


def test_pages_of_an_article_that_a_recipe_followed_are_one_with_it() -> None:
    texts = (
        a_text("feed_0/article_0/index.html", "# 甲"),
        a_text("feed_0/article_0/link1/index.html", "# 次页"),
        a_text("feed_0/article_1/index.html", "# 乙"),
    )
    entries = (
        an_entry("要闻", "feed_0/index.html", an_entry("甲", texts[0].path), an_entry("乙", texts[2].path)),
    )
    assert cut(entries, texts) == [("要闻", "甲", "甲次页"), ("要闻", "乙", "乙")]


def test_the_page_of_a_part_is_kept_apart_from_its_first_chapter() -> None:
    entries = (an_entry("上篇", "a", an_entry("一", "b")),)
    assert cut(entries, (a_text("a", "题词"), a_text("b", "甲"))) == [
        ("上篇", "上篇", "题词"),
        ("上篇", "一", "甲"),
    ]


def test_a_part_that_begins_with_its_first_chapter_leaves_it_the_text() -> None:
    entries = (an_entry("上篇", "a", an_entry("一", "a"), an_entry("二", "b")),)
    assert cut(entries, (a_text("a", "甲"), a_text("b", "乙"))) == [
        ("上篇", "一", "甲"),
        ("上篇", "二", "乙"),
    ]


def test_deeper_entries_stay_within_their_article() -> None:
    entries = (an_entry("上篇", "", an_entry("一", "a", an_entry("一之二", "a#x"))),)
    assert cut(entries, [a_text("a", "甲", "乙 @x")]) == [("上篇", "一", "甲乙")]


def test_contents_in_another_order_than_the_texts_give_theirs() -> None:
    assert cut((an_entry("二", "b"), an_entry("一", "a")), (a_text("a", "甲"), a_text("b", "乙"))) == [
        ("", "二", "乙"),
        ("", "一", "甲"),
    ]


TARGETS = st.sampled_from(["", "a", "b", "c", "a#x", "a#y", "b#x", "b#z", "d", "c#x"])
ENTRIES = st.lists(
    st.recursive(
        TARGETS.map(lambda target: an_entry(target, target)),
        lambda inner: st.builds(
            lambda target, found: an_entry("篇", target, *found), TARGETS, st.lists(inner, max_size=3)
        ),
        max_leaves=6,
    ),
    max_size=6,
)
WORDS = st.sampled_from(["甲", "# 乙", "丙@x", "# 丁@y", "戊@z"])


@given(ENTRIES, st.lists(st.lists(WORDS, max_size=5), min_size=3, max_size=3))
def test_every_block_is_in_one_article_whatever_the_contents_say(
    entries: list[Entry], words: list[list[str]]
) -> None:
    texts = [a_text(name, *each) for name, each in zip("abc", words, strict=True)]
    found = chapters(entries, texts)
    pieces = [id(piece) for chapter in found for _, stretch in chapter.texts for piece in stretch]
    assert sorted(pieces) == sorted(id(piece) for text in texts for piece in text.pieces)
