"""Every text of a YAML file with the stretch it is written in."""

from __future__ import annotations

from reader.loading.scalars import read_scalars

_TEXT = """\
format: 1
sections:
  - name: 要闻
    articles:
      - headline: '一'
        authors: [甲, "乙"]
      - headline: 二
"""


def test_texts_are_known_by_their_path() -> None:
    assert [(path, scalar.value) for path, scalar in read_scalars(_TEXT).texts.items()] == [
        ("format", "1"),
        ("sections[0].name", "要闻"),
        ("sections[0].articles[0].headline", "一"),
        ("sections[0].articles[0].authors[0]", "甲"),
        ("sections[0].articles[0].authors[1]", "乙"),
        ("sections[0].articles[1].headline", "二"),
    ]


def test_a_text_is_written_between_its_start_and_its_end() -> None:
    written = [_TEXT[scalar.start : scalar.end] for scalar in read_scalars(_TEXT).texts.values()]
    assert written == ["1", "要闻", "'一'", "甲", '"乙"', "二"]


def test_every_value_begins_on_a_line() -> None:
    openings = {opening.path: opening.line for opening in read_scalars(_TEXT).openings}
    assert openings["sections"] == 1
    assert openings["sections[0].articles[1]"] == 6
    assert openings["sections[0].articles[1].headline"] == 6


def test_characters_the_parser_refuses_stay_in_the_value_and_move_nothing() -> None:
    text = "a: 今\ufeff天\u2028雪\nb: |\n  冰\x07\n"
    texts = read_scalars(text).texts
    assert texts["a"].value == "今\ufeff天\u2028雪"
    assert texts["b"].value == "冰\x07\n"
    assert text[texts["b"].start] == "|"
