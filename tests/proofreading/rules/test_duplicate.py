"""S-DUP: what is printed twice."""

from __future__ import annotations

import random

import pytest

from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by, paragraphs, put
from tests.proofreading.manuscripts import a_proof, findings, words

_ONE = (
    "东桥小学有学生1100名，参加课后服务的占九成，学校开设了合唱、剪纸、编程等课程，"
    "家长接回家的是一个轻松的孩子。"
)
_OTHER = "青砖、木梁、圆顶，七十年前建成的粮仓如今成了读书的去处，藏书三万册，地方文献第一次集中与读者见面。"


@pytest.mark.parametrize(
    "again",
    [
        _ONE,
        _ONE.replace("1100", "1200"),
        _ONE.replace("，", ",").replace("合唱、", ""),
        _ONE[:-1] + "！",
        _ONE.replace("课程", "课 程"),
    ],
)
def test_a_paragraph_printed_again_is_found_though_a_little_is_changed(again: str) -> None:
    assert words("S-DUP", f"{_ONE}\n\n{_OTHER}\n\n{again}") == [again]


@pytest.mark.parametrize(
    "other",
    [
        _OTHER,
        "校长林一舟说，" + _ONE,
        _ONE[:26],
        _ONE.replace(
            "合唱、剪纸、编程等课程，家长接回家的是一个轻松的孩子",
            "十四门课，每学期由学生自己挑选，不合适的可以再换",
        ),
        "- " + _ONE,
        "> " + _ONE,
    ],
)
def test_other_texts_reports_quotations_and_short_ones_are_not(other: str) -> None:
    assert words("S-DUP", f"{_ONE}\n\n{other}") == []


def test_another_work_or_another_dateline_makes_another_text() -> None:
    for gap in ("《河的十年》", "河湾12月20日电"):
        text = (
            f"记者从有关部门获悉，{gap}刊出以后受到读者欢迎，来信来电一直没有停过，许多读者问在哪里还能买到。"
        )
        other = text.replace("河的十年", "种树的人").replace("20日电", "21日电")
        assert words("S-DUP", f"{text}\n\n{other}") == []
        assert words("S-DUP", f"{text}\n\n{text}") == [text]


def test_an_article_printed_twice_is_told_once_at_its_headline() -> None:
    body = f"body: |\n  {_ONE}\n\n  {_OTHER}\n"
    (found,) = findings("S-DUP", f"- headline: 放学以后\n{body}- headline: 兴趣开始\n{body}")
    assert (found.words, found.finding.message.zh) == ("兴趣开始", "与“放学以后”是同一篇稿件")


def test_an_article_whose_paragraphs_were_broken_otherwise_is_the_same_article() -> None:
    half = _ONE.index("学校")
    first = f"- headline: 放学以后\nbody: |\n  {_ONE}\n\n  {_OTHER}\n"
    second = f"- headline: 兴趣开始\nbody: |\n  {_ONE[:half]}\n\n  {_ONE[half:]}\n\n  {_OTHER}\n"
    assert words("S-DUP", first + second) == ["兴趣开始"]


def test_advertisements_are_left_alone() -> None:
    body = f"kind: ad\nbody: |\n  {_ONE}\n\n  {_OTHER}\n"
    assert words("S-DUP", f"- headline: 放学以后\n{body}- headline: 放学以后\n{body}") == []


def test_english_is_compared_as_well() -> None:
    one = "The ferry between Tarrant Bay and Saltwick sailed again on Sunday, nine years after the last one."
    other = (
        "Volunteers planted three thousand oaks, limes and cherries on the former rubbish tip this weekend."
    )
    assert words("S-DUP", f"{one}\n\n{other}\n\n{one.replace('nine', 'ten')}") == [one.replace("nine", "ten")]
    assert words("S-DUP", f"{one}\n\n{other}") == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("seed", range(8))
def test_a_paragraph_copied_into_another_article_is_found_there(seed: int, language: str) -> None:
    clean = clean_edition(seed, language=language)
    assert found_by("S-DUP", clean) == []
    chance = random.Random(seed)
    proof = a_proof(clean)
    source = chance.choice(paragraphs(proof, 90 if language == "en" else 50))
    fields = sorted({one.field for one in paragraphs(proof) if one.field != source.field})
    field = chance.choice(fields)
    end = len(proof.texts[field].rstrip())
    spoiled = put(clean, field, end, end, "\n\n" + source.text)
    (finding,) = found_by("S-DUP", spoiled)
    first, second = sorted(
        [(source.field, source.offset(0)), (field, end + 2)], key=lambda one: _order(one[0])
    )
    assert first != second
    assert (finding.spot.field, finding.spot.start) == second


def _order(field: str) -> list[int]:
    return [int(number) for number in field.replace("]", "[").split("[") if number.isdigit()]
