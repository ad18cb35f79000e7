from __future__ import annotations

import pytest

from reader.edition.body import Block, ListItem, Paragraph, PhotoPlace, Quote, Rule, Subhead, Verse
from reader.importing.html_photo import HtmlPhoto
from reader.importing.html_setting import Item, Setting


def set_in(mode: str, *words: str | None) -> list[Block]:
    """The blocks of these words in a mode; None ends a line."""
    setting = Setting()
    setting.modes.append(mode)
    setting.items.append(Item(ordinal="3"))
    for word in words:
        if word is None:
            setting.run.end_line()
        else:
            setting.run.add(word)
    setting.flush()
    setting.end_verse()
    return [piece.block for piece in setting.pieces]


@pytest.mark.parametrize(
    ("mode", "blocks"),
    [
        ("", [Paragraph(0, "甲"), Paragraph(0, "乙")]),
        ("plain", [Paragraph(0, "甲"), Paragraph(0, "乙")]),
        ("address", [Paragraph(0, "甲"), Paragraph(0, "乙")]),
        ("heading", [Subhead(0, "甲乙")]),
        ("quote", [Quote(0, "甲乙", None)]),
        ("item", [ListItem(0, "甲乙", "3")]),
        ("pre", [Verse(0, ("甲", "乙"))]),
        ("verse", [Verse(0, ("甲", "乙"))]),
    ],
)
def test_what_text_stands_in_says_what_it_becomes(mode: str, blocks: list[Block]) -> None:
    assert set_in(mode, "甲", None, "乙") == blocks


def test_blanks_alone_are_no_block() -> None:
    assert set_in("", " ", None, "\n") == []


def test_a_photo_waits_for_the_end_of_its_paragraph() -> None:
    setting = Setting()
    setting.place(HtmlPhoto("a", None, None, None))
    setting.run.add("甲")
    setting.place(HtmlPhoto("b", None, None, None))
    assert setting.ends_with_photo
    setting.flush()
    assert [piece.block for piece in setting.pieces] == [
        PhotoPlace(0, "f1"),
        Paragraph(0, "甲"),
        PhotoPlace(0, "f2"),
    ]


def test_rules_do_not_follow_each_other() -> None:
    setting = Setting()
    setting.rule()
    setting.rule()
    assert [piece.block for piece in setting.pieces] == [Rule(0)]


def test_ids_go_to_the_next_block_once() -> None:
    setting = Setting()
    setting.ids += ["a", "b"]
    setting.emit(Paragraph(0, "甲"))
    setting.emit(Paragraph(0, "乙"))
    assert [piece.ids for piece in setting.pieces] == [("a", "b"), ()]


def test_what_a_figure_says_goes_to_its_last_photo() -> None:
    setting = Setting()
    setting.open_figure()
    setting.place(HtmlPhoto("a", None, None, None))
    setting.place(HtmlPhoto("b", None, "题", None))
    setting.figures[-1].captions += ["甲", "乙"]
    setting.figures[-1].credits.append("林一舟摄")
    setting.close_figure()
    assert setting.photos == [HtmlPhoto("a", None, None, None), HtmlPhoto("b", None, "题甲乙", "林一舟摄")]


def test_what_a_figure_says_twice_is_said_once() -> None:
    setting = Setting()
    setting.open_figure()
    setting.place(HtmlPhoto("a", None, "东桥", "林一舟"))
    setting.figures[-1].captions.append("东桥")
    setting.figures[-1].credits.append("林一舟")
    setting.close_figure()
    assert setting.photos == [HtmlPhoto("a", None, "东桥", "林一舟")]


def test_a_figure_without_photo_or_quote_leaves_its_words() -> None:
    setting = Setting()
    setting.emit(Quote(0, "话", None))
    setting.open_figure()
    setting.figures[-1].captions.append("甲")
    setting.figures[-1].credits.append("乙")
    setting.close_figure()
    assert [piece.block for piece in setting.pieces] == [
        Quote(0, "话", None),
        Paragraph(0, "甲"),
        Paragraph(0, "乙"),
    ]
