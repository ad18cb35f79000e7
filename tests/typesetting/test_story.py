from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Kind
from reader.typesetting.article_copy import article_copy
from reader.typesetting.line import Line
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role
from reader.typesetting.story import Fullness, Story
from reader.typesetting.weight import Weight
from tests.typesetting.pages import SETTING, an_article, an_edition
from tests.typesetting.samples import LEAD, NUMBERS

PARAGRAPH = "渡口的船今天换了新的缆绳，船工试了三趟。"


def a_story(
    body: str = PARAGRAPH, *, weight: Weight = Weight.NORMAL, plain: bool = False, **fields: Any
) -> Story:
    is_labelled = bool(fields.pop("is_labelled", True))
    article = an_article(body=body, **fields)
    copy = article_copy(an_edition(article), article)
    setting = SETTING._replace(plain=plain)
    return Story("2024-12-23/a01", weight, copy, setting, more="▸ 下转", is_labelled=is_labelled)


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


FULL: dict[str, Any] = {
    "kicker": "水边的事",
    "headline": "渡口换缆",
    "deck": "——船工试了三趟",
    "byline": "□ 林一舟",
    "column": "街巷",
}


@pytest.mark.parametrize(
    ("fullness", "shown"),
    [
        (Fullness.HEADLINE, ["街巷", "渡口换缆"]),
        (Fullness.KICKER, ["街巷", "水边的事", "渡口换缆"]),
        (Fullness.DECK, ["街巷", "水边的事", "渡口换缆", "——船工试了三趟"]),
        (Fullness.ALL, ["街巷", "水边的事", "渡口换缆", "——船工试了三趟", "□ 林一舟"]),
    ],
)
def test_a_fuller_head_shows_more_of_it_in_the_order_of_print(fullness: Fullness, shown: list[str]) -> None:
    story = a_story(**FULL)
    assert [text.strip() for text in texts(story.head(38, fullness))] == shown
    assert story.head_rows(38, fullness) == len(shown)


def test_a_story_of_a_kind_that_shows_by_its_looks_is_not_labelled() -> None:
    shown = list(texts(a_story(kind=Kind.OPINION).head(38, Fullness.ALL)))
    assert any("言论" in text for text in shown)
    plain = a_story(kind=Kind.OPINION, is_labelled=False)
    assert not any("言论" in text for text in texts(plain.head(38, Fullness.ALL)))


def test_the_source_is_left_for_the_story_in_full() -> None:
    story = a_story(source="据河湾报社资料")
    shown = texts(story.head(38, Fullness.ALL)) + texts(story.body(24, 99))
    assert not any("河湾报社资料" in text for text in shown)


def test_dateline_and_summary_open_the_text() -> None:
    story = a_story(dateline="本报河湾电", summary="缆绳换了。")
    shown = texts(story.body(24, 99))
    first = next(text for text in shown if text.strip())
    assert "本报河湾电" in first or "缆绳换了" in first
    assert "".join(shown).count("缆绳换了。") == 1


@pytest.mark.parametrize("weight", [Weight.MAJOR, Weight.LEAD])
def test_the_headline_of_a_major_story_is_spaced_out_over_two_columns(weight: Weight) -> None:
    (line,) = a_story(weight=weight, headline="渡口换缆").head(51, Fullness.HEADLINE)
    assert line.text == "渡 口 换 缆"
    assert line.width == 11


@pytest.mark.parametrize(
    ("weight", "width", "plain"),
    [(Weight.NORMAL, 51, False), (Weight.MAJOR, 24, False), (Weight.LEAD, 51, True)],
)
def test_other_headlines_are_set_as_they_are(weight: Weight, width: int, plain: bool) -> None:
    (line,) = a_story(weight=weight, headline="渡口换缆", plain=plain).head(width, Fullness.HEADLINE)
    assert line.text == "渡口换缆"


def test_a_headline_of_several_lines_is_not_spaced_out() -> None:
    headline = "渡口的船今天换了新的缆绳船工试了三趟才肯收工回家吃饭去了"
    lines = a_story(weight=Weight.LEAD, headline=headline).head(44, Fullness.HEADLINE)
    assert len(lines) > 1
    assert "".join(texts(lines)).replace(" ", "") == headline


def test_the_text_is_set_as_far_as_asked_and_one_line_more() -> None:
    story = a_story("\n\n".join([PARAGRAPH] * 40))
    assert len(story.body(24, 5)) == 6
    assert len(story.body(24, 0)) == 1
    assert story.body(24, 9)[:6] == story.body(24, 5)


def test_a_text_that_ends_sooner_is_all_there() -> None:
    lines = a_story(PARAGRAPH).body(24, 99)
    assert len(lines) < 99
    assert "".join("".join(texts(lines)).split()) == PARAGRAPH


def test_of_a_story_of_ten_million_characters_no_more_is_read_than_is_asked_for() -> None:
    read = 0

    def pieces() -> Iterator[Piece]:
        nonlocal read
        yield Piece(Role.HEADLINE, "一条河的四季", "headline")
        for _ in range(500_000):
            read += 1
            yield Piece(Role.TEXT, PARAGRAPH, "body")

    story = Story("2024-12-23/long", Weight.LEAD, Copy(pieces(), 10_000_000), SETTING)
    assert len(story.body(24, 30)) == 31
    assert read < 60


def test_an_article_of_ten_megabytes_gives_its_first_lines() -> None:
    body = f"{LEAD}\n\n" * (10_000_000 // len(f"{LEAD}\n\n".encode()))
    lines = a_story(body).body(24, 40)
    assert len(lines) == 41
    assert "".join(texts(lines)).lstrip("\u3000").startswith(LEAD[:9])


def test_one_paragraph_of_a_megabyte_gives_its_first_lines_too() -> None:
    assert len(a_story(PARAGRAPH * 17_000).body(24, 40)) == 41


def test_texts_of_two_widths_do_not_disturb_each_other() -> None:
    story = a_story(f"{LEAD}\n\n{NUMBERS}")
    first = story.body(24, 3)
    wide = story.body(50, 99)
    assert story.body(24, 99)[:4] == first
    assert story.body(50, 99) == wide


@given(st.integers(18, 120), st.sampled_from(Fullness), st.sampled_from(Weight))
def test_no_line_of_a_head_is_wider_than_asked(width: int, fullness: Fullness, weight: Weight) -> None:
    story = a_story(weight=weight, **{**FULL, "headline": "“渡口”换缆绳，船工（老周）试了3.5趟"})
    lines = story.head(width, fullness)
    assert lines
    assert max(line.width for line in lines) <= width
    rows = [story.head_rows(width, each) for each in Fullness]
    assert rows == sorted(rows)
