"""Clippings as Markdown and as data: everything known is there, and nothing in it is read as markup."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.edition.printable import printable
from reader.exporting.clippings import (
    Clipping,
    Whereabouts,
    clipping_fields,
    clipping_markdown,
    clippings_markdown,
)

MARKED = dt.datetime(2025, 4, 6, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))


def a_clipping(**fields: Any) -> Clipping:
    return Clipping(
        **{
            "reference": "2025-04-05/p01-a03",
            "paper": "河湾晨报",
            "date": dt.date(2025, 4, 5),
            "section": "要闻",
            "headline": "老桥重开",
            "marked": MARKED,
            **fields,
        }
    )


def parsed(clipping: Clipping) -> list[Token]:
    return MarkdownIt("commonmark").parse("\n\n".join(clipping_markdown(clipping, "zh")))


def said(tokens: list[Token]) -> list[str]:
    """What a reader of the rendered document sees, a text for each inline stretch."""
    texts = []
    for token in tokens:
        if token.type == "inline":
            children = token.children or []
            texts.append("".join("\n" if child.type == "hardbreak" else child.content for child in children))
    return texts


def test_a_clipping_says_where_it_stood_what_was_noted_and_what_was_marked() -> None:
    clipping = a_clipping(
        page="01", byline="□ 林一舟", edition="晚报版", note="核对数字", excerpt="桥面换了新板。"
    )
    assert list(clipping_markdown(clipping, "zh")) == [
        "## 老桥重开",
        "河湾晨报 晚报版 · 2025-04-05 · 要闻 第01版 · □ 林一舟\\\n`2025-04-05/p01-a03` · 收藏于 2025-04-06",
        "> **批注**：核对数字",
        "桥面换了新板。",
    ]


def test_it_speaks_english_where_the_reader_does() -> None:
    blocks = list(clipping_markdown(a_clipping(page="2", note="check"), "en"))
    assert blocks[1].startswith("河湾晨报 · 2025-04-05 · 要闻, page 2\\\n")
    assert blocks[1].endswith("marked 2025-04-06")
    assert blocks[2] == "> **Note**: check"


def test_what_is_not_known_leaves_no_trace() -> None:
    assert list(clipping_markdown(a_clipping(section=""), "zh")) == [
        "## 老桥重开",
        "河湾晨报 · 2025-04-05\\\n`2025-04-05/p01-a03` · 收藏于 2025-04-06",
    ]


@pytest.mark.parametrize("whereabouts", list(Whereabouts))
def test_a_piece_that_cannot_be_had_says_so_in_both_languages(whereabouts: Whereabouts) -> None:
    clipping = a_clipping(whereabouts=whereabouts, excerpt="桥面换了新板。")
    is_lost = whereabouts not in {Whereabouts.FOUND, Whereabouts.UNASKED}
    for tongue in ("zh", "en"):
        blocks = list(clipping_markdown(clipping, tongue))
        assert any(block.startswith("*") for block in blocks) == is_lost
        assert blocks[-1] == "桥面换了新板。"


def test_the_full_text_stands_in_place_of_the_marked_paragraph() -> None:
    blocks = list(clipping_markdown(a_clipping(blocks=("第一段。", "第二段。"), excerpt="第一段。"), "zh"))
    assert blocks[-2:] == ["第一段。", "第二段。"]


def test_a_document_has_one_title_and_a_heading_for_each() -> None:
    blocks = list(clippings_markdown([a_clipping(), a_clipping(headline="新桥定名")], "zh"))
    assert [block for block in blocks if block.startswith("#")] == ["# 剪报", "## 老桥重开", "## 新桥定名"]


WORDS = st.text(alphabet="\\`*_[]<>&|~$#+-=.()!1 2字\u3000:/@'\"{}x\n", min_size=1, max_size=12).filter(
    lambda words: bool(words.strip())
)


@given(WORDS, WORDS, WORDS)
def test_headline_note_and_paragraph_read_as_they_were_written(headline: str, note: str, words: str) -> None:
    tokens = parsed(a_clipping(headline=headline, note=note, excerpt=words))
    texts = [" ".join(text.split()) for text in said(tokens)]
    assert texts[0] == " ".join(headline.split())
    assert texts[-2] == " ".join(f"批注：{note}".split()) or texts[-2].startswith("批注：")
    assert "".join(texts[-2].split()) == "".join(f"批注：{note}".split())
    assert "".join(texts[-1].split()) == "".join(words.split())
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h2"]
    assert sum(token.type == "blockquote_open" for token in tokens) == 1


@pytest.mark.parametrize("piece", ["p01-a03", "a`b", "``", "`", "a``b`c", "行\n行"])
def test_a_reference_is_code_whatever_stands_in_it(piece: str) -> None:
    tokens = parsed(a_clipping(reference=f"2025-04-05/{piece}"))
    (code,) = [
        child.content for token in tokens for child in token.children or [] if child.type == "code_inline"
    ]
    assert code == f"2025-04-05/{piece}".replace("\n", "␊")


def test_nothing_steers_a_terminal() -> None:
    clipping = a_clipping(headline="\x1b[31m红", note="\x9b2J", excerpt="a\u202eb", reference="x\x07")
    for block in clipping_markdown(clipping, "zh"):
        assert printable(block) == block


def test_as_data_every_key_is_there() -> None:
    fields = clipping_fields(a_clipping(note="核对", snippet="桥面"), is_full=False)
    assert fields == {
        "reference": "2025-04-05/p01-a03",
        "paper": "河湾晨报",
        "edition": None,
        "date": "2025-04-05",
        "section": "要闻",
        "page": None,
        "headline": "老桥重开",
        "byline": None,
        "note": "核对",
        "marked": "2025-04-06T09:30:00+08:00",
        "snippet": "桥面",
        "whereabouts": "unasked",
    }


def test_the_text_is_among_the_data_when_it_was_asked_for() -> None:
    assert clipping_fields(a_clipping(body="全文"), is_full=True)["text"] == "全文"
    assert clipping_fields(a_clipping(), is_full=True)["text"] is None
    assert clipping_fields(a_clipping(), is_full=False)["note"] is None
