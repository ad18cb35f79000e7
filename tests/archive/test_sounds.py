"""Titles are found by how they can be read aloud, whichever reading is meant."""

from __future__ import annotations

import re

import pytest

from reader.archive.pinyin import Pinyin
from reader.archive.sounds import Sounds


@pytest.fixture(scope="module")
def sounds() -> Sounds:
    return Sounds(Pinyin())


def passes(sounds: Sounds, letters: str, title: str) -> bool:
    """Would FTS5 let the title through? Says it with the few words of its language that are used."""
    terms = sounds.terms([title])

    def holds(question: str) -> bool:
        word = re.fullmatch(r'"([^"]+)"( \*)?', question)
        assert word is not None, question
        return any(term.startswith(word[1]) if word[2] else term == word[1] for term in terms)

    ways = [way.strip("()").split(" AND ") for way in sounds.match(letters).split(" OR ") if way]
    return any(all(map(holds, way)) for way in ways)


@pytest.mark.parametrize(
    "letters",
    ["changzhi", "zhangzhi", "chang", "cha", "cz", "czrb", "changzhirib", "changzhiribao", "zr", "czribao"],
)
def test_a_name_is_found_by_every_way_to_type_it(sounds: Sounds, letters: str) -> None:
    assert passes(sounds, letters, "今天的长治日报")


@pytest.mark.parametrize("letters", ["shanghai", "cr", "bao'chang", "zhichang"])
def test_what_is_not_read_so_is_not_found(sounds: Sounds, letters: str) -> None:
    assert not passes(sounds, letters, "长治日报")


def test_what_parts_characters_parts_their_sounds(sounds: Sounds) -> None:
    assert not passes(sounds, "changzhi", "长，治")


def test_every_title_passes_that_the_letters_match(sounds: Sounds) -> None:
    pinyin = Pinyin()
    titles = ["物业换了家", "绿色的西安", "县里的先安", "重庆银行", "女足", "吕梁", "一行白鹭"]
    for letters in (
        "wuye",
        "wy",
        "xian",
        "xi'an",
        "lv",
        "lvse",
        "lu",
        "cq",
        "chongqing",
        "nvzu",
        "nz",
        "yihang",
        "yh",
    ):
        pattern = pinyin.pattern(letters)
        for title in titles:
            if pattern is not None and pattern.search(title):
                assert passes(sounds, letters, title), (letters, title)


def test_terms_hold_letters_and_digits_only(sounds: Sounds) -> None:
    terms = sounds.terms(["长治日报创刊，物业！", "GDP增长"])
    assert all(term.isascii() and term.isalnum() for term in terms)
    assert sounds.terms(["GDP 2024", ""]) == set()


def test_what_is_no_pinyin_asks_for_nothing(sounds: Sounds) -> None:
    assert sounds.match("vvvv") == "" or "vvvv" not in sounds.match("vvvv")
    assert sounds.match("5g") == ""
