from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.body import ListItem, Paragraph, PhotoPlace, Quote, Subhead, Table
from reader.importing.feed.item import Words
from reader.importing.feed.words import address, flat, letters_of, line, listed, said

BASE = "https://hewan.example/news/1"


def test_html_is_read_as_blocks() -> None:
    found = said(Words("<h2>一</h2><p>二</p><ul><li>三</li></ul><blockquote>四</blockquote>", is_html=True))
    assert [type(block) for block in found.blocks] == [Subhead, Paragraph, ListItem, Quote]
    assert found.letters == "一二三四"
    assert found.line == "一二三四"


def test_plain_text_is_parted_at_blank_lines_and_joined_within_them() -> None:
    found = said(Words("第一行\n第二行\n\n  another\r\n  paragraph < 3"))
    assert [getattr(block, "text", "") for block in found.blocks] == ["第一行第二行", "another paragraph < 3"]


def test_where_lines_are_kept_each_is_a_paragraph() -> None:
    assert len(said(Words("一\n二\r\n三", keeps_lines=True)).blocks) == 3


def test_tags_in_plain_text_are_text() -> None:
    assert said(Words("<b>粗</b>")).letters == "<b>粗</b>"
    assert line(Words("a < b\n c")) == "a < b c"


def test_the_cells_of_a_table_count_as_text() -> None:
    found = said(
        Words("<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table>", is_html=True)
    )
    assert isinstance(found.blocks[0], Table)
    assert found.letters == "甲乙12"


def test_addresses_of_photos_are_made_whole() -> None:
    found = said(Words('<p>文<img src="../a.jpg" alt="桥"></p>', is_html=True, base=BASE))
    assert found.photos[0].src == "https://hewan.example/a.jpg"
    assert any(isinstance(block, PhotoPlace) for block in found.blocks)


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("/a", "https://hewan.example/a"),
        ("b?c=d", "https://hewan.example/news/b?c=d"),
        ("//cdn.example/a.jpg", "https://cdn.example/a.jpg"),
        ("http://x.example/ä", "http://x.example/ä"),
        ("https://x.example/a\n b", "https://x.example/ab"),
        ("mailto:a@hewan.example", "mailto:a@hewan.example"),
        ("", ""),
    ],
)
def test_an_address_is_made_whole_by_its_base(written: str, whole: str) -> None:
    assert address(written, BASE) == whole


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "vbscript:x",
        "data:text/html,<b>",
        "DATA:x",
        "file:///etc/passwd",
        "http://[::",
        "about:blank",
    ],
)
def test_an_address_that_runs_or_holds_something_is_none(written: str) -> None:
    assert address(written) == ""
    assert address(written, BASE) == ""


def test_an_address_of_another_scheme_does_not_come_in_by_its_base() -> None:
    assert address("x", "javascript:alert(1)//") in ("", "x")


def test_lines_are_put_in_a_row_and_other_blanks_kept() -> None:
    assert flat(" 本报记者　林一舟  \n   摄 ") == "本报记者　林一舟 摄"


def test_names_are_parted_as_their_script_parts_them() -> None:
    assert listed(["林一舟", "", "周小满"]) == "林一舟、周小满"
    assert listed(["A. Reed", "B. Moss"]) == "A. Reed, B. Moss"
    assert listed([]) == ""


def test_the_dots_of_an_excerpt_do_not_count() -> None:
    assert letters_of(" 河湾市 图书馆\n[…]") == "河湾市图书馆"
    assert letters_of("a b...") == "ab"


@given(st.text(max_size=60))
def test_plain_text_keeps_every_character_that_is_no_blank(text: str) -> None:
    for keeps_lines in (False, True):
        found = said(Words(text, keeps_lines=keeps_lines))
        shown = "".join(getattr(block, "text", "") for block in found.blocks)
        assert "".join(shown.split()) == "".join(text.split())


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_address_is_read_or_none(written: str, base: str) -> None:
    whole = address(written, base)
    assert whole == "" or whole.isprintable() or not whole.isascii()
    assert not whole.lower().startswith(("javascript:", "data:", "vbscript:"))
