from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.archive.pinyin import Pinyin, are_letters

PINYIN = Pinyin()
COMMON = (
    "长治县城区预警解除居民物业换新天气重庆银行大会音乐说和着绿女略虐安全西先方案发阿鹅欧学校中国人上山下乡"
)


def heard(letters: str, text: str) -> list[str]:
    pattern = PINYIN.pattern(letters)
    return [match.group() for match in pattern.finditer(text)] if pattern else []


@pytest.mark.parametrize(
    "letters", ["changzhi", "zhangzhi", "cz", "zz", "chzh", "zhzh", "CZ", "ChangZhi", "chángzhì"]
)
def test_a_name_is_found_by_every_reading_of_its_characters(letters: str) -> None:
    assert heard(letters, "今年长治雪早。") == ["长治"]


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        ("zhongqing", "重庆"),
        ("chongqing", "重庆"),
        ("yinhang", "银行"),
        ("yinxing", "银行"),
        ("lvse", "绿色"),
        ("luse", "绿色"),
        ("lüse", "绿色"),
        ("LÜSE", "绿色"),
        ("nv", "女"),
        ("lve", "略"),
        ("lue", "略"),
        ("nüe", "虐"),
        ("xian", "西安"),
        ("xian", "县"),
        ("xi'an", "西安"),
        ("fangan", "方案"),
        ("aqsc", "安全生产"),
        ("czribao", "长治日报"),
        ("czrb", "长治日报"),
        ("zgrm", "中国人民"),
        ("changzhi", "長治"),
    ],
)
def test_letters_are_heard_as(letters: str, text: str) -> None:
    assert heard(letters, f"。{text}。") == [text]


@pytest.mark.parametrize(
    ("letters", "text"),
    [("changzhi", "常事"), ("xi'an", "县"), ("cz", "长，治"), ("cz", "长 治"), ("cz", "长z")],
)
def test_letters_are_not_heard_as(letters: str, text: str) -> None:
    assert heard(letters, text) == []


@pytest.mark.parametrize(
    "typed", ["", "a", "z", "长治", "5g", "aqi150", "a-b", "cz.", "'", "a'", "ж", "x" * 49, "naïf è"]
)
def test_what_is_no_pinyin_has_no_pattern(typed: str) -> None:
    assert not are_letters(typed)
    assert PINYIN.pattern(typed) is None


@pytest.mark.parametrize("typed", ["ii", "uvu", "internationalization", "ing"])
def test_letters_that_begin_no_syllable_are_not_heard(typed: str) -> None:
    assert PINYIN.ways(typed) == ()
    assert PINYIN.pattern(typed) is None


@pytest.mark.parametrize("word", ["长治", "重庆银行", "西安", "方案", "音乐大会", "绿色", "上山下乡", "安全"])
def test_a_match_stays_while_one_types_on(word: str) -> None:
    spelt = "".join(PINYIN.readings(character)[0] for character in word)
    initials = "".join(PINYIN.readings(character)[0][0] for character in word)
    for letters in (spelt, initials):
        for end in range(2, len(letters) + 1):
            assert heard(letters[:end], word), letters[:end]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(COMMON), min_size=1, max_size=5), st.data())
def test_any_readings_spelt_out_find_exactly_the_characters(word: list[str], data: st.DataObject) -> None:
    spelt = "".join(data.draw(st.sampled_from(PINYIN.readings(character))) for character in word)
    if len(spelt) < 2:
        return
    pattern = PINYIN.pattern(spelt)
    assert pattern is not None
    assert pattern.fullmatch("".join(word))


@settings(max_examples=150, deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyz'", max_size=60), st.text(st.sampled_from(COMMON), max_size=20))
def test_every_character_of_a_match_has_a_reading_that_was_typed(letters: str, text: str) -> None:
    pattern = PINYIN.pattern(letters)
    ways = PINYIN.ways(letters)
    for match in pattern.finditer(text) if pattern else ():
        assert any(
            len(way) == len(match.group())
            and all(char in PINYIN.characters(sound) for char, sound in zip(match.group(), way, strict=True))
            for way in ways
        )
        for character in match.group():
            assert PINYIN.readings(character)


@settings(max_examples=200, deadline=None)
@given(st.text("angeihzcsou'", max_size=60))
def test_no_letters_are_divided_without_end(letters: str) -> None:
    assert len(PINYIN.ways(letters)) <= 72
    for way in PINYIN.ways(letters):
        assert "".join(sound.letters for sound in way) == letters.replace("'", "")


def test_an_alphabet_leaves_the_same_matches_in_a_text_of_its_characters() -> None:
    text = "长治市的居民说，重庆的银行和西安的县城都下了雪。"
    small = Pinyin(set(text))
    for letters in ("changzhi", "cz", "xian", "zhongqing", "zq", "sh", "yh", "yinhang", "q"):
        pattern = small.pattern(letters)
        matches = [match.group() for match in pattern.finditer(text)] if pattern else []
        assert matches == heard(letters, text)


def test_a_text_without_such_characters_has_no_pattern() -> None:
    assert Pinyin(set("雪")).pattern("changzhi") is None


def test_the_readings_are_those_of_the_dictionaries() -> None:
    assert set(PINYIN.readings("长")) == {"chang", "zhang"}
    assert set(PINYIN.readings("治")) == {"zhi"}
    assert set(PINYIN.readings("绿")) == {"lv", "lu"}
    assert {"hang", "xing"} <= set(PINYIN.readings("行"))
    assert PINYIN.readings("，") == PINYIN.readings("a") == ()


def test_the_table_is_not_imported_before_latin_letters_are_searched_for() -> None:
    program = (
        "import sys\n"
        "from tests.archive.papers import an_article, an_edition, found\n"
        "found('物业 -雪 标题:换', an_edition(an_article('物业换了')))\n"
        "assert 'reader.archive.pinyin_table' not in sys.modules\n"
        "assert 'regex' not in sys.modules\n"
        "found('wy', an_edition(an_article('物业换了')))\n"
        "assert 'reader.archive.pinyin_table' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
