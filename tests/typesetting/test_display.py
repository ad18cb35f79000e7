"""Heads printed large: where, how wide, and that every character keeps its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.article import Article, Kind, Prominence
from reader.typesetting.copy import article_copy
from reader.typesetting.display import ROOMY, head_rule, is_large, spaced_runs
from reader.typesetting.galley import Galley, Setting, Spot
from reader.typesetting.line import Line
from reader.typesetting.role import Role
from reader.typesetting.weight import Weight
from reader.typesetting.width import text_width
from tests.typesetting.samples import any_text, edition_of, mixed_text

WIDE = Setting(measure=60)


def spaced(text: str, room: int = 60, ambiguous: int = 1) -> str:
    return "".join(run.text for run in spaced_runs(text, 0, len(text), Role.HEADLINE, room, ambiguous))


def head(article: Article, setting: Setting = WIDE) -> list[Line]:
    """The lines above the body and its blank line."""
    lines = Galley(article_copy(edition_of(article), article), setting).lines(Spot(0, 0), 99)
    return lines[: next(number for number, line in enumerate(lines) if line.role is Role.TEXT)]


def an_article(prominence: Prominence | None = None, kind: Kind = Kind.NEWS) -> Article:
    return Article(
        id="bridge",
        kicker="渡口改桥",
        headline="河上新桥通车",
        deck="——摆渡人转行修船",
        byline="□ 田家",
        body="春夏秋冬。",
        prominence=prominence,
        kind=kind,
    )


# Spaced letters


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("河上新桥通车", "河 上 新 桥 通 车"),
        ("修旧灯 照夜路", "修 旧 灯   照 夜 路"),
        ("今天17时20分冬至", "今 天 17 时 20 分 冬 至"),
        ("“老把式”修船", "“老 把 式” 修 船"),
        ("渡口，还是桥？", "渡 口，还 是 桥？"),
        ("桥通了——人走了", "桥 通 了——人 走 了"),
        ("《Ferry Notes》停刊", "《Ferry Notes》停 刊"),
        ("GB 2312收字6763个", "GB 2312 收 字 6763 个"),
        ("A bridge is open", "A bridge is open"),
    ],
)
def test_a_cell_is_made_between_chinese_characters_and_never_inside_latin_or_numbers(
    text: str, shown: str
) -> None:
    assert spaced(text) == shown


def test_a_headline_that_would_not_fit_spaced_out_stays_as_it_is() -> None:
    assert spaced("河上新桥通车", 17) == "河 上 新 桥 通 车"
    assert spaced("河上新桥通车", 16) == "河上新桥通车"


@settings(max_examples=200)
@given(st.one_of(mixed_text, any_text), st.integers(20, 200), st.sampled_from([1, 2]))
def test_every_character_keeps_its_offset_and_what_is_made_has_none(
    text: str, room: int, ambiguous: int
) -> None:
    runs = spaced_runs(text, 0, len(text), Role.HEADLINE, room, ambiguous)
    at = 0
    for run in runs:
        if run.start is None:
            assert run.text == " "
        else:
            assert run.start == at
            assert run.text == text[at : at + len(run.text)]
            at += len(run.text)
    assert at == len(text)
    if len(runs) > 1:
        assert sum(text_width(run.text, ambiguous) for run in runs) <= room


# The head as a whole


def test_a_leading_article_has_air_around_its_headline_and_a_heavy_rule_below() -> None:
    assert [line.text for line in head(an_article(Prominence.LEAD))] == [
        *("渡口改桥", "", "河 上 新 桥 通 车", "——摆渡人转行修船", "", "□ 田家", "━" * 60),
    ]


def test_a_story_has_a_thin_rule_and_no_air() -> None:
    assert [line.text for line in head(an_article())] == [
        *("渡口改桥", "河 上 新 桥 通 车", "——摆渡人转行修船", "□ 田家", "─" * 60),
    ]


@pytest.mark.parametrize(
    "article", [an_article(Prominence.MINOR), an_article(None, Kind.BRIEF), an_article(None, Kind.LETTER)]
)
def test_a_brief_is_printed_as_any_line(article: Article) -> None:
    texts = [line.text for line in head(article)]
    assert texts[-4:] == ["渡口改桥", "河上新桥通车", "——摆渡人转行修船", "□ 田家"]


def test_the_page_outweighs_the_kind() -> None:
    assert head(an_article(Prominence.LEAD, Kind.BRIEF))[-1].role is Role.HEAD_RULE


@pytest.mark.parametrize("setting", [Setting(measure=ROOMY - 1), Setting(measure=60, plain=True)])
def test_a_narrow_pane_and_plain_output_know_nothing_of_all_this(setting: Setting) -> None:
    assert [line.text for line in head(an_article(Prominence.LEAD), setting)] == [
        *("渡口改桥", "河上新桥通车", "——摆渡人转行修船", "□ 田家"),
    ]


def test_a_head_without_a_body_has_no_rule() -> None:
    article = Article(id="bridge", headline="河上新桥通车", prominence=Prominence.LEAD)
    lines = Galley(article_copy(edition_of(article), article), WIDE).lines(Spot(0, 0), 9)
    assert [line.text for line in lines] == ["河 上 新 桥 通 车"]


@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize("measure", [56, 57, 60])
def test_a_rule_says_how_wide_the_terminal_draws_it_and_fits_the_measure(
    ambiguous: int, measure: int
) -> None:
    for weight in (Weight.NORMAL, Weight.LEAD):
        rule = head_rule(0, 3, weight, Setting(measure=measure, ambiguous=ambiguous))
        assert rule.width == text_width(rule.text, ambiguous) <= measure
        assert (rule.start, rule.end) == (3, 3)


def test_on_a_low_screen_no_head_is_large() -> None:
    assert not is_large(Weight.LEAD, WIDE._replace(screen=21))
    assert is_large(Weight.LEAD, WIDE._replace(screen=26))


def test_only_a_large_weight_in_a_wide_measure_is_large() -> None:
    assert [is_large(weight, WIDE) for weight in Weight] == [False, True, True, True]
