from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.folding import FoldedText, Folding

ODD = st.text(
    st.sampled_from("aAÅßﬁⅢ㎏㈱ÉİſΣς长治，,。…“”ＡＢ１２　 ①½ｶﾞ龍龙ｱあ한각\U00020000\u0345"), max_size=30
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＡＱＩ１５０", "aqi150"),
        ("Terminal", "TERMINAL"),
        ("，：（）", ",:()"),
        ("预警　解除", "预警 解除"),
        ("“管家”", '"管家"'),
        ("it’s", "it's"),
        ("㎡", "M2"),
        ("Ⅲ级", "iii级"),
        ("Straße", "STRASSE"),
        ("阿依古丽•努尔", "阿依古丽·努尔"),
        ("‐–−", "---"),
        ("ｱｲ", "アイ"),
        ("⼀", "一"),
    ],
)
def test_what_a_reader_takes_for_the_same_folds_alike(one: str, other: str) -> None:
    folding = Folding()
    assert folding.fold(one) == folding.fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("长", "常"), ("发", "發"), ("——", "--"), ("…", "..."), ("e", "é")]
)
def test_what_is_another_character_stays_another(one: str, other: str) -> None:
    folding = Folding()
    assert folding.fold(one) != folding.fold(other)


@given(st.text(max_size=40) | ODD)
def test_folding_twice_changes_nothing(text: str) -> None:
    folding = Folding()
    assert folding.fold(folding.fold(text)) == folding.fold(text)


@given(st.text(max_size=20) | ODD, st.text(max_size=20) | ODD)
def test_each_character_folds_by_itself(before: str, after: str) -> None:
    folding = Folding()
    assert folding.fold(before + after) == folding.fold(before) + folding.fold(after)


def test_a_long_text_folds_as_its_stretches_do() -> None:
    text = "物业（管家）AQI Ⅲ级，" * 12_000
    assert Folding().fold(text) == "物业(管家)aqi iii级," * 12_000


def test_chinese_running_text_keeps_its_length() -> None:
    text = "“大雪”——今冬第一场，下了一夜……气温降到－８℃以下。".replace("℃", "度")
    assert len(Folding().fold(text)) == len(text)


@given(ODD)
def test_every_folded_offset_leads_back_to_the_character_it_came_from(text: str) -> None:
    folding = Folding()
    folded = FoldedText(text, folding)
    at = 0
    for index, character in enumerate(text):
        form = folding.fold(character)
        assert folded.offset(at) == index
        assert all(folded.offset(at + inside) is None for inside in range(1, len(form)))
        at += len(form)
    assert at == len(folded.folded)
    assert folded.offset(at) == len(text)


def test_a_text_that_folds_to_itself_is_kept_once() -> None:
    text = "".join(["一场大雪", "下了一夜"])
    folded = FoldedText(text, Folding())
    assert folded.folded is folded.text


def test_two_foldings_share_nothing() -> None:
    one, other = Folding(), Folding()
    one.fold("长治")
    assert ord("长") in one
    assert not other
