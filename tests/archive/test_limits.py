from __future__ import annotations

import pytest

from reader.archive.clause import Words
from reader.archive.folding import Folding
from reader.archive.limits import limit
from reader.archive.pinyin import Pinyin
from reader.edition.article import Kind
from tests.archive.papers import a_notice, an_article, an_edition, names

EDITION = an_edition(
    an_article(name="news"),
    an_article(name="essay", kind=Kind.OPINION, page="3"),
    notices=(a_notice(),),
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("版:要闻", ["news", "essay"]),
        ("版:闻", ["news", "essay"]),
        ("版:yw", ["news", "essay"]),
        ("版:yaowen", ["news", "essay"]),
        ("版:YAO", ["news", "essay"]),
        ("版:1", ["news"]),
        ("版:０１", ["news"]),
        ("版:第1版", ["news"]),
        ("版:03", ["essay"]),
        ("版:公告", ["notice:fog-1"]),
        ("版:副刊", []),
        ("-版:1", ["essay", "notice:fog-1"]),
        ("-版:要闻", ["notice:fog-1"]),
        ("类型:言论", ["essay"]),
        ("类型:opinion", ["essay"]),
        ("KIND:Op", ["essay"]),
        ("类型:公告", ["notice:fog-1"]),
        ("-类型:notice", ["news", "essay"]),
        ("类型:言论 类型:消息", []),
        ("日期:2024-12-23", ["news", "essay", "notice:fog-1"]),
        ("日期:2024-12..", ["news", "essay", "notice:fog-1"]),
        ("日期:..2024-12-22", []),
        ("日期:2025", []),
        ("-日期:2025 类型:op 版:3", ["essay"]),
    ],
)
def test_a_limit_leaves(words: str, expected: list[str]) -> None:
    assert names(words, EDITION) == expected


def test_a_limit_without_words_marks_nothing_and_shows_how_the_text_begins() -> None:
    from tests.archive.papers import found

    edition = an_edition(an_article("大雪封山。", kicker="天气"))
    (hit,) = found("类型:消息", edition)
    assert hit.spans == ()
    assert hit.snippet == "大雪封山。"
    assert hit.snippet_spans == ()


def test_words_are_no_limit() -> None:
    with pytest.raises(TypeError):
        limit(Words(position=0, text="雪"), Folding(), Pinyin)
