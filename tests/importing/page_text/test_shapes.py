"""What single lines look like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Jump, Kind
from reader.importing.page_text.shapes import (
    Signed,
    is_box_label,
    is_byline,
    is_caption,
    is_complete,
    is_credit,
    is_dateline,
    is_deck,
    is_label,
    is_like_label,
    is_prose,
    is_report,
    jump_of,
    label_kind,
    parted_jump,
    signed,
    source_of,
    stands_alone,
)


@pytest.mark.parametrize(
    "line",
    [
        "□ 本报记者 林一舟",
        "□本报记者 林一舟 本报通讯员 何川",
        "　□ 本报记者 林一舟　　□ 本报见习记者 何川".strip(),
        "■ 林一舟",
        "本报记者 林一舟 何川",
        "本报记者林一舟",
        "记者：林一舟",
        "河湾日报记者 林一舟",
        "本报首席记者 林一舟",
        "文/林一舟 图/何川",
        "文/图 林一舟",
        "作者：林一舟",
        "（记者 林一舟 通讯员 何川）",
        "By Jane Doe",
        "BY JANE DOE",
        "By the editors",
        "— Jane Doe",
    ],
)
def test_a_byline_is_one(line: str) -> None:
    assert is_byline(line)
    assert stands_alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "记者节座谈会在河湾举行",
        "编辑部召开新年座谈会",
        "记者在现场看到,船很多。",
        "编辑同志：",
        "By noon the river had risen.",
        "By the time they came it was dark",
        "林一舟",
        "渡口开了",
    ],
)
def test_what_only_begins_like_a_byline_is_none(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "text",
    [
        "好。",
        "好！",
        "好?",
        "好……",
        "“好。”",
        "（好。）",
        "说:",
        "好；",
        "(图见二版)",
        "好。(林一舟)",
        "Good.",
    ],
)
def test_a_whole_paragraph_is_complete(text: str) -> None:
    assert is_complete(text)


@pytest.mark.parametrize(
    "text", ["好", "好,", "好、", "“两头热闹”", "成为老", "发展(见图", "Good", "《渡口》"]
)
def test_a_paragraph_without_a_final_mark_is_not(text: str) -> None:
    assert not is_complete(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("开了。(林一舟)", Signed("开了。", "(林一舟)")),
        ("开了。 （林一舟 何川）", Signed("开了。", "（林一舟 何川）")),
        ("“开了。”（记者 林一舟）", Signed("“开了。”", "（记者 林一舟）")),
        ("(林一舟)", Signed("", "(林一舟)")),
        ("开了。(据新华社)", Signed("开了。", "(据新华社)")),
        ("The ferry is open. (Reuters)", Signed("The ferry is open.", "(Reuters)")),
        ("The ferry is open. (Jane Doe)", Signed("The ferry is open.", "(Jane Doe)")),
        ("县里的书记(林一舟)", None),
        ("开了。(完)", None),
        ("开了。(一)", None),
        ("开了。", None),
        ("开了。(下转第2版)", None),
        ("开了。)", None),
    ],
)
def test_a_signature_is_parted_from_its_paragraph(text: str, wanted: Signed | None) -> None:
    assert signed(text, is_last=True) == wanted


def test_inside_a_text_only_a_known_surname_signs() -> None:
    assert signed("开了。(林一舟)", is_last=False) is not None
    assert signed("开了。(渡口)", is_last=False) is None


@pytest.mark.parametrize(
    ("line", "way", "page"),
    [
        ("（下转第2版）", "to", "2"),
        ("下转二版", "to", "2"),
        ("【下转第十版】", "to", "10"),
        ("（下转第二十一版）", "to", "21"),
        ("（上接第01版）", "from", "01"),
        ("(紧接1版《渡口》)", "from", "1"),
        ("Continued on A4", "to", "A4"),
        ("(Continued from Page 1)", "from", "1"),
        ("See FERRY, A5", "to", "A5"),
    ],
)
def test_a_jump_line_says_which_way_and_which_page(line: str, way: str, page: str) -> None:
    assert jump_of(line) == (way, Jump(page=page))


@pytest.mark.parametrize("line", ["第2版", "下转", "他把船转第2版的人", "Continued", "（见第2版）"])
def test_what_names_no_way_is_no_jump_line(line: str) -> None:
    assert jump_of(line) is None


def test_a_jump_line_at_either_end_of_a_paragraph_is_parted_from_it() -> None:
    assert parted_jump("过河的人比往（下转第2版）") == ("过河的人比往", "（下转第2版）", "")
    assert parted_jump("（上接第1版）年多。") == ("", "（上接第1版）", "年多。")
    assert parted_jump("过河（下转第2版）的人") is None


@pytest.mark.parametrize(
    "line", ["天气预警", "信息发布台", "停水通知", "通告", "大风预警信息", "PUBLIC NOTICE", "温馨提示"]
)
def test_labels_of_public_information_are_known(line: str) -> None:
    assert is_box_label(line)


@pytest.mark.parametrize("line", ["渡口", "预警解除之后的一天", "通知单"])
def test_other_lines_are_none(line: str) -> None:
    assert not is_box_label(line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("报言", Kind.OPINION),
        ("【社论】", Kind.OPINION),
        ("图片新闻", Kind.PHOTO),
        ("简讯", Kind.BRIEF),
        ("链接", None),
    ],
)
def test_a_label_tells_the_kind_of_piece(line: str, kind: Kind | None) -> None:
    assert is_label(line)
    assert label_kind(line) is kind


def test_a_short_line_of_characters_only_could_be_a_label() -> None:
    assert is_like_label("河湾夜话")
    assert not is_like_label("河湾的夜话说了很多")
    assert not is_like_label("夜话:一")


@pytest.mark.parametrize("line", ["——河湾见闻", "— 河湾见闻", "--河湾见闻"])
def test_a_line_that_opens_with_a_dash_is_a_deck(line: str) -> None:
    assert is_deck(line)


@pytest.mark.parametrize(
    "line",
    [
        "新华社河湾2月3日电",
        "本报河湾2月3日讯",
        "新华社河湾2月3日电（记者 林一舟）",
        "2025年02月03日06:15 来源：河湾晚报",
        "RIVERBEND, Feb. 3 (AP) —",
    ],
)
def test_a_dateline_is_one(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    ["林一舟 摄", "本报记者 林一舟 摄", "（林一舟 摄影报道）", "新华社记者 林一舟摄", "Photo by Jane Doe"],
)
def test_a_credit_is_one(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "text",
    ["图为渡口晨景。", "2月3日,小学生在放风筝。", "▲晨渡", "近日，渡口开了。", "Pictured: the old ferry"],
)
def test_a_caption_opens_with_a_day_or_says_what_is_shown(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    ["本报讯 渡口开了", "本报讯（记者 林一舟）渡口", "新华社河湾2月3日电 渡口", "RIVERBEND (AP) — The ferry"],
)
def test_a_report_is_told_by_its_opening(text: str) -> None:
    assert is_report(text)


def test_a_source_on_a_line_of_its_own_is_taken_without_its_label() -> None:
    assert source_of("来源：河湾通讯社") == "河湾通讯社"
    assert source_of("Source: Riverbend Wire") == "Riverbend Wire"
    assert source_of("来源不明的船") is None


def test_running_text_has_sentences() -> None:
    assert is_prose("渡口开了,人多。")
    assert is_prose("The bell at the old ferry rang at noon")
    assert not is_prose("渡口开了")
    assert not is_prose("Ferry bell rings")


@given(st.text(max_size=120).filter(lambda text: bool(text.strip())))
def test_any_line_is_looked_at_without_a_fault_and_no_signature_loses_a_character(line: str) -> None:
    line = line.strip()
    stands_alone(line)
    parted = signed(line, is_last=True)
    if parted is not None:
        assert "".join((parted.text + parted.signature).split()) == "".join(line.split())
