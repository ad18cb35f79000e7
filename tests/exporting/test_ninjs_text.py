from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.edition.body_text import plain_paragraphs
from reader.exporting.ninjs_text import body_plain


def test_every_block_has_its_words_and_none_of_our_marks() -> None:
    body = (
        "一段，\n接着写。\n\n### 小标题\n\n> 说的话\n> — 林一舟\n\n- 点\n3. 三\n\n| 甲 | 乙 |\n| 1 | 2 |\n\n"
        "~ 一行\n~ 二行\n\n![f1]\n\n---\n\n\\- 不是列表"
    )
    assert body_plain(body).split("\n\n") == [
        "一段，接着写。",
        "小标题",
        "说的话\n— 林一舟",
        "- 点",
        "3. 三",
        "甲\t乙\n1\t2",
        "一行\n二行",
        "- 不是列表",
    ]


def test_a_body_without_words_is_empty() -> None:
    assert body_plain("") == ""
    assert body_plain("![f1]\n\n---") == ""


@given(st.lists(st.text(alphabet="ab 河湾-#>~|.1", min_size=1, max_size=12)))
def test_paragraphs_come_out_as_they_were_put_in(paragraphs: list[str]) -> None:
    words = [text.strip() for text in paragraphs if text.strip()]
    assert body_plain(plain_paragraphs(words)) == "\n\n".join(words)
