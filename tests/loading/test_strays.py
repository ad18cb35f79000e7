from __future__ import annotations

import pytest

from reader.loading.fields import ARTICLE
from reader.loading.position import packed
from reader.loading.problem import ProblemList
from reader.loading.strays import tell_strays
from reader.loading.words import Mapping, Word


def told(**texts: str) -> tuple[set[str], list[str]]:
    """Return the keys meant by those of an article, and what was told, each with its column."""
    node = Mapping(0)
    for column, (key, text) in enumerate(texts.items(), 1):
        node.keys[key] = packed(1, column)
        node.nodes[key] = Word(text, packed(1, 50), 0)
    problems = ProblemList()
    meant = tell_strays(node, ARTICLE, problems)
    return meant, [
        f"{problem.column} {problem.what.en}; {problem.advice.en}" for problem in problems.in_file_order()
    ]


def test_known_keys_are_no_strays() -> None:
    assert told(headline="题", body="文") == (set(), [])


def test_a_stray_near_a_key_means_it() -> None:
    assert told(headlin="题") == (
        {"headline"},
        ["1 an article has no key “headlin”; did you mean headline?"],
    )


def test_a_stray_like_no_key_means_none() -> None:
    assert told(headline="题", weather="晴") == (set(), ["2 an article has no key “weather”; remove it"])


def test_a_key_of_another_record_is_sent_there() -> None:
    meant, (message,) = told(instruction="出门添衣")
    assert "it belongs to a notice" in message
    assert meant == set()


def test_a_key_by_its_chinese_name_means_that_key() -> None:
    assert told(主题="题")[0] == {"headline"}


def test_full_width_spaces_are_told_before_any_unknown_key() -> None:
    meant, messages = told(**{"headline": "题", "\u3000\u3000deck": "副"})
    assert meant == {"deck"}
    assert messages == ["2 full-width spaces are used to indent; use ordinary spaces"]


def test_what_is_empty_for_their_sake_is_not_told_too() -> None:
    assert told(**{"jump_to": "", "\u3000page": "2"})[0] == {"page", "jump_to"}
    assert told(**{"headline": "题", "\u3000page": "2"})[0] == {"page"}


@pytest.mark.parametrize("key", ["headline：东桥", "headline： 东桥，甲"])
def test_a_full_width_colon_inside_a_key_is_told_at_the_colon(key: str) -> None:
    assert told(**{key: "文"}) == (
        {"headline"},
        ["9 a full-width colon “：” stands after “headline”; write an ASCII colon and a space, “headline: ”"],
    )
