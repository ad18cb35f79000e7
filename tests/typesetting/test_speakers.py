"""Who speaks: signs in any body, names in an interview, and what only looks like a name."""

from __future__ import annotations

import pytest

from reader.typesetting.body_copy import body_pieces
from reader.typesetting.copy import Copy
from reader.typesetting.galley import Galley, Line, Setting, Spot
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role
from reader.typesetting.speakers import NOBODY, speakers_of

SIGNS = (
    "摆渡四十年。\n\n问：桥通了，船怎么办？\n\n答：船还修。\n\n"
    "河水涨落，渡口总要有人看着，修船的人也总要有活做。\n\n问：修给谁？\n\n答：修给河。"
)
NAMES = "记者：桥通了？\n\n田家桥：通了。\n\n记者：船呢？\n\n田家桥：还修。"
ENGLISH = (
    "Q: Is the bridge open?\n\nA: It is, since six this morning, and the ferry has gone to bed.\n\n"
    "Q: For good?\n\nA: Ask the river."
)


def pieces(body: str, is_interview: bool = False) -> list[Piece]:
    return list(body_pieces(body, "body", 0, "zh", None, is_interview))


def lines(body: str, setting: Setting, is_interview: bool = False) -> list[Line]:
    copy = Copy(iter(pieces(body, is_interview)), len(body))
    return Galley(copy, setting).lines(Spot(0, 0), 99)


def shown(body: str, measure: int = 40, is_interview: bool = False, is_cjk: bool = True) -> list[str]:
    return [line.text for line in lines(body, Setting(measure=measure, is_cjk=is_cjk), is_interview)]


def test_question_and_answer_signs_are_found_in_any_body() -> None:
    assert speakers_of(SIGNS, is_interview=False).names == {"问", "答"}
    assert speakers_of(SIGNS, is_interview=False).asking == {"问"}
    assert speakers_of(ENGLISH, is_interview=False).asking == {"Q"}


def test_a_question_without_an_answer_is_no_dialogue() -> None:
    assert speakers_of("问：桥通了？\n\n问：真的？", is_interview=False) == NOBODY


def test_names_speak_in_an_interview_only_and_at_least_twice() -> None:
    assert speakers_of(NAMES, is_interview=True).names == {"记者", "田家桥"}
    assert speakers_of(NAMES, is_interview=False) == NOBODY
    assert speakers_of("记者：桥通了？\n\n田家桥：通了。", is_interview=True) == NOBODY


def test_the_first_to_speak_asks_where_nobody_is_called_a_reporter() -> None:
    assert speakers_of(NAMES.replace("记者", "河东"), is_interview=True).asking == {"河东"}


@pytest.mark.parametrize("words", ["他说", "通知如下", "老人表示", "2024", "桥通了，他问"])
def test_what_quotes_somebody_is_no_name(words: str) -> None:
    body = f"{words}：甲。\n\n{words}：乙。\n\n田家桥：丙。\n\n田家桥：丁。"
    assert words not in speakers_of(body, is_interview=True).names


def test_the_name_is_a_run_of_its_own_and_every_offset_is_kept() -> None:
    named = [
        line for line in lines(SIGNS, Setting(measure=40)) if line.runs and line.runs[0].role is Role.KEY
    ]
    assert [line.runs[0].text for line in named] == ["问：", "答：", "问：", "答："]
    for line in named:
        assert [run.start for run in line.runs] == [0, 2]


def test_what_is_said_stands_beside_the_name_and_a_question_after_a_blank_line() -> None:
    assert shown(SIGNS) == [
        "　　摆渡四十年。",
        "",
        "问：桥通了，船怎么办？",
        "答：船还修。",
        "    　　河水涨落，渡口总要有人看着，修船",
        "    的人也总要有活做。",
        "",
        "问：修给谁？",
        "答：修给河。",
    ]


def test_english_answers_hang_too() -> None:
    assert shown(ENGLISH, is_cjk=False)[:3] == [
        "Q: Is the bridge open?",
        "A: It is, since six this morning, and",
        "   the ferry has gone to bed.",
    ]


def test_a_long_name_does_not_push_its_words_to_the_right() -> None:
    body = NAMES.replace("田家桥", "老摆渡人田家桥").replace(
        "还修。", "还修，修好了就停在岸边，等有人要过河。"
    )
    assert shown(body, is_interview=True)[-1].startswith("    ")
    assert not shown(body, is_interview=True)[-1].startswith("     ")


def test_a_narrow_column_and_plain_output_set_it_as_any_paragraph() -> None:
    assert shown(SIGNS, 20)[1].strip() == ""
    assert shown(SIGNS, 20)[2] == "　问：桥通了，船怎"
    plain = [line.text for line in lines(SIGNS, Setting(measure=40, plain=True))]
    assert plain[1] == "　　问：桥通了，船怎么办？"


def test_justified_answers_keep_their_name_and_their_offsets() -> None:
    body = SIGNS.replace("答：船还修。", "答：" + "船还修，修好了就停在岸边，等有人要过河。" * 3)
    found = [line for line in lines(body, Setting(measure=41, justified=True)) if line.text.startswith("答")]
    assert found[0].runs[0].role is Role.KEY
    assert (
        "".join(run.text for run in found[0].runs if run.start is not None)
        == body[body.index("答") : body.index("答") + found[0].end]
    )


def test_a_subhead_ends_what_somebody_says() -> None:
    body = SIGNS.replace("河水涨落", "### 后来\n\n河水涨落")
    assert any(line.startswith("　　河水涨落") for line in shown(body))


def test_an_aside_in_brackets_is_the_papers_own() -> None:
    assert shown(SIGNS + "\n\n（摆渡人为虚构人物。）")[-1] == "　　（摆渡人为虚构人物。）"
