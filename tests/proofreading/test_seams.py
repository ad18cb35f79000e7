"""Seams: where one paragraph was cut in two."""

from __future__ import annotations

import random

import pytest

from reader.proofreading.seams import is_seam, seams
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, edition_yaml

_REST = "桥，把两岸的菜地淹了一半，村民连夜把牛羊赶上了山。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("雨下了一夜。天亮以后，村民看见河水漫过石", _REST),
        ("雨下了一天一夜，", "河水漫过石桥，把两岸的菜地淹了一半，村民连夜上了山。"),
        ("入夏以来的第一场雨下了一夜", "，河水漫过石桥，把两岸的菜地淹了一半，村民上了山。"),
        ("老人指着桥头的石碑说：“这座桥修了", "三年，全村人都出过力。”说完就走了。"),
        ("这座桥始建于明代，全长120", "米，宽6米，是县里最老的石桥，至今还能走车，桥下能行船。"),
        ("头班车早上6时从东桥开出，半个小时到终点汽车", "站。"),
    ],
)
def test_the_halves_of_a_sentence_are_one_paragraph(before: str, after: str) -> None:
    assert is_seam(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("雨下了一夜。", _REST),
        ("大雨过后", "本报讯　雨下了一夜，河水漫过石桥，把两岸的菜地淹了一半。"),
        ("从一场雨，到一座城", "雨下了一夜，河水漫过石桥，把两岸的菜地淹了一半。"),
        ("本报记者　林一舟", "雨下了一夜，河水漫过石桥，把两岸的菜地淹了一半。"),
        ("亲爱的读者，", "从今天起，本报每周三增出一个读书专版，欢迎来信来稿，谈谈你的看法。"),
        ("编辑同志：", "我家门口的路灯坏了一个月，晚上出门要打手电。"),
        ("主要做法有以下几条：", "一是分段包干，二是逐日记账，三是按月公示，谁来查都说得清。"),
        ("雨落在石磨上，", "也落在井绳上，"),
        ("问：种子为什么要存这么久？", "答：品种一旦消失，就再也找不回来了。"),
        ("地址：东桥街道文庙路8号，电话：0000-1234567", "欢迎各界人士在工作日前来参观，团体请提前一天预约。"),
    ],
)
def test_what_only_has_no_final_mark_is_no_seam(before: str, after: str) -> None:
    assert not is_seam(before, after)


@pytest.mark.parametrize(
    "after",
    [
        "了解情况以后，他连夜赶到河边，和村民一起把牛羊赶上了山。",
        "的确，桥修好以后，两岸的人来往多了，集市也热闹了起来。",
    ],
)
def test_words_that_only_look_like_endings_begin_a_paragraph(after: str) -> None:
    assert not is_seam("大水过后的第一个早晨", after)


@pytest.mark.parametrize(
    ("before", "after", "is_one"),
    [
        ("The ferry sailed again on Sunday, nine years after the", "last boat was sold.", True),
        (
            "The ferry sailed again. About a hundred people waited on the quay at",
            "Tarrant Bay to see it.",
            True,
        ),
        ("Dear Sir,", "the clock on the town hall has been fast since the summer, and nobody minds.", False),
        ("Ferry returns to Tarrant Bay", "The ferry between Tarrant Bay and Saltwick sailed again.", False),
        ("The ferry sailed again on Sunday.", "last boat was sold.", False),
    ],
)
def test_english_halves_are_joined_with_a_space(before: str, after: str, is_one: bool) -> None:
    found = list(seams(a_proof(edition_yaml(f"{before}\n\n{after}"))))
    assert bool(found) is is_one
    assert all(seam.joining().text == " " for seam in found)


def test_a_photo_between_the_halves_keeps_them_apart() -> None:
    photo = "photos:\n  - id: flood\n    caption: 大水。\nbody: |\n"
    text = f"{photo}  雨下了一夜。天亮以后，村民看见河水漫过石\n\n  ![flood]\n\n  {_REST}"
    (seam,) = seams(a_proof(edition_yaml(text)))
    assert seam.is_apart


@pytest.mark.parametrize("between", ["### 大水", "---", "- 一项", "| 甲 | 乙 |", "~ 一行诗"])
def test_anything_else_between_them_parts_them(between: str) -> None:
    text = f"雨下了一夜。天亮以后，村民看见河水漫过石\n\n{between}\n\n{_REST}"
    assert list(seams(a_proof(edition_yaml(text)))) == []


def test_most_cuts_of_good_paragraphs_are_seen_and_no_whole_one_is_taken_for_half() -> None:
    chance = random.Random(1)
    seen = made = 0
    for seed in range(20):
        proof = a_proof(clean_edition(seed))
        assert list(seams(proof)) == []
        for passage in proof.passages():
            text = passage.text
            if passage.role.value == "paragraph" and len(text) > 60:
                at = chance.randrange(20, len(text) - 3)
                if text[at - 1] not in "。！？；：…—”）" and text[at] not in "。！？；：…—”）":
                    made += 1
                    seen += is_seam(text[:at], text[at:])
    assert made > 300
    assert seen / made > 0.85
