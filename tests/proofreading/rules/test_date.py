"""E-DATE: dates the calendar or the edition speaks against."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.loading.scalars import read_scalars
from reader.proofreading.rules import BY_ID
from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, findings, findings_in, fixes, words

_FRESH = "- headline: 雪\n  dateline: 河湾12月22日电\n  body: 下了。\n" * 3
"""Articles that bear out the date of the edition, the 23rd."""


def _grave(example: str, date: str = "2024-12-23") -> list[str]:
    found = findings("E-DATE", example, date=date)
    return [one.words for one in found if one.finding.severity is Severity.WARNING]


def _known(example: str) -> list[str]:
    return [one.words for one in findings("E-DATE", example) if one.finding.severity is Severity.INFO]


@pytest.mark.parametrize(
    "text", ["名单6月31日公布。", "1998年2月29日生。", "今年13月5日开工。", "On June 31 it ended."]
)
def test_a_day_that_does_not_exist_is_found(text: str) -> None:
    assert len(_grave(text)) == 1


@pytest.mark.parametrize(
    "text", ["2月29日是闰日。", "二月三十日是农历说法。", "农历二月30日祭祖。", "12月31日封账。"]
)
def test_days_that_may_exist_are_left_alone(text: str) -> None:
    assert words("E-DATE", text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("12月18日（星期四），长跑。", [("星期四", "星期三")]),
        ("2024年12月18日（周二）上午。", [("周二", "周三")]),
        ("星期四（12月18日）长跑。", [("星期四", "星期三")]),
        ("12月22日是星期天，长跑。", []),
        ("2008年8月8日（星期六）开幕。", [("星期六", "星期五")]),
        ("On Tuesday, December 23, it snowed.", [("Tuesday", "Monday")]),
        ("On Tues., Dec. 23, 2024, it snowed.", [("Tues.", "Mon.")]),
        ("On Monday, 23 December, it snowed.", []),
    ],
)
def test_a_weekday_is_held_against_the_calendar(text: str, right: list[tuple[str, str]]) -> None:
    assert fixes("E-DATE", text) == right


def test_a_weekday_without_a_year_is_only_information_where_the_year_is_unsure() -> None:
    for text in ("1998年的雪很大。12月18日（星期四），长跑。", "9月9日（星期四）开学。"):
        assert _grave(text) == []
        assert _known(text) == ["星期四"]


def test_a_weekday_of_a_year_that_cannot_be_told_is_left_alone() -> None:
    assert words("E-DATE", "当年12月18日（星期四），长跑。") == []


@pytest.mark.parametrize(
    ("article", "place"),
    [
        ("dateline: 河湾12月25日电\nbody: 路通了。", "12月25日"),
        ("source: 河湾晚报2024年12月24日\nbody: 路通了。", "2024年12月24日"),
        ("body: 本报河湾2024年12月25日讯 路通了。", "2024年12月25日"),
    ],
)
def test_an_article_from_after_the_edition_is_found(article: str, place: str) -> None:
    assert _grave(f"headline: 雪后\n{article}") == [place]


@pytest.mark.parametrize(
    ("article", "place"),
    [
        ("body: 本报讯 12月25日，长跑举行。", "12月25日"),
        ("photos:\n  - caption: 12月25日，人们在扫雪。", "12月25日"),
        ("body: 本报河湾12月24日讯 路通了。", "12月24日"),
    ],
)
def test_it_counts_when_the_other_articles_bear_the_edition_out(article: str, place: str) -> None:
    late = "- headline: 雪后\n  " + article.replace("\n", "\n  ") + "\n"
    assert _grave(_FRESH + late) == [place]
    assert _grave(late) == []
    assert _known(late) == [place]


def test_an_edition_all_of_whose_articles_are_later_is_itself_in_doubt() -> None:
    found = findings("E-DATE", _FRESH, date="2024-12-20")
    doubt = [one for one in found if one.finding.spot.field == "date"]
    assert len(doubt) == 1
    assert doubt[0].finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 12月25日起，公园免票。",
        "本报讯 长跑将于12月28日举行。",
        "本报讯 记者获悉，路通了。12月28日长跑。",
        "本报讯 12月25日前，须交齐材料。",
        "据新华社北京12月22日电 路通了。",
        "12月25日，长跑在河湾举行。",
    ],
)
def test_plans_and_what_is_no_report_are_left_alone(text: str) -> None:
    assert words("E-DATE", text) == []


def test_new_year_is_no_time_travel() -> None:
    assert words("E-DATE", "本报讯 12月31日，长跑举行。", date="2025-01-01") == []
    assert _grave("headline: 雪\ndateline: 河湾1月2日电\nbody: 下了。", date="2024-12-31") == ["1月2日"]


def test_old_news_of_the_papers_own_is_information() -> None:
    text = "本报讯 12月18日，长跑举行。"
    assert _known(text) == ["12月18日"]
    assert words("E-DATE", text, stale_days=5) == []
    assert words("E-DATE", text.replace("18", "20")) == []


def test_a_warning_in_force_before_the_paper_is_read_is_information() -> None:
    text = "决定自2024年12月{day}日0时启动重污染天气黄色预警。"
    assert _known(text.format(day=23)) == ["2024年12月23日"]
    assert words("E-DATE", text.format(day=24)) == []
    assert words("E-DATE", text.format(day=23).replace("预警", "工程")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("昨日（22日），长跑。", []),
        ("昨天（12月21日），雪停了。", []),  # sent on the 22nd
        ("昨日（19日），长跑。", ["昨日（19日）"]),
        ("12月20日（昨日），长跑。", ["12月20日（昨日）"]),
        ("明天（24日）有雪。", []),
        ("明天（26日）有雪。", ["明天（26日）"]),
        ("本月31日前交齐。", []),
        ("今日上午（23日）开工。", []),
        ("Yesterday (Dec. 20) it snowed.", ["Yesterday (Dec. 20"]),
        ("Today, December 23, it snowed.", []),
    ],
)
def test_yesterday_and_its_date_go_together(text: str, found: list[str]) -> None:
    assert words("E-DATE", text) == found


def test_yesterday_may_be_seen_from_the_day_the_article_was_sent() -> None:
    assert words("E-DATE", "本报河湾12月20日讯 昨日（19日），长跑。") == []


def test_a_day_the_month_has_not_is_found() -> None:
    assert words("E-DATE", "本月31日前交齐。", date="2024-11-23") == ["本月31日"]
    assert words("E-DATE", "本月31日，长跑举行。", date="2024-11-01") == []  # sent in October


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_clean_editions_have_no_wrong_date_and_a_wrong_weekday_is_found_where_it_stands(
    seed: int, language: str
) -> None:
    text = clean_edition(seed, language=language)
    proof = a_proof(text)
    assert [
        one for one in findings_in(proof, [BY_ID["E-DATE"]]) if one.finding.severity is Severity.WARNING
    ] == []
    day = proof.edition.date - dt.timedelta(days=2)
    if language == "en":
        wrong = f"On {day + dt.timedelta(days=1):%A}, {day.day} {day:%B} {day.year}, it snowed."
    else:
        wrong = f"{day.year}年{day.month}月{day.day}日（星期{'二三四五六日一'[day.weekday()]}），下雪。"
    spoilt = re.sub(r"(body: \|\n +)", lambda found: found.group() + wrong, text, count=1)
    found = [
        one
        for one in findings_in(a_proof(spoilt), [BY_ID["E-DATE"]])
        if one.finding.severity is Severity.WARNING
    ]
    assert len(found) == 1
    value = read_scalars(spoilt).texts[found[0].finding.spot.field].value
    assert value[: found[0].finding.spot.end].startswith(wrong[:3])
    assert found[0].fixed == (f"{day:%A}" if language == "en" else f"星期{'一二三四五六日'[day.weekday()]}")


def test_a_weekday_put_right_is_not_found_again() -> None:
    text = "12月18日（星期四），长跑。2024年12月20日周一上午，登山。"
    for word, right in fixes("E-DATE", text):
        assert right is not None
        text = text.replace(word, right)
    assert text == "12月18日（星期三），长跑。2024年12月20日周五上午，登山。"
    assert words("E-DATE", text) == []


def test_a_date_over_a_line_end_is_read() -> None:
    assert words("E-DATE", "长跑于2024年12月\n18日（星期四）举行。") == ["星期四"]


def test_the_years_of_another_article_do_not_make_a_weekday_unsure() -> None:
    articles = (
        "- headline: 旧事\n  body: 1998年的雪很大。\n- headline: 长跑\n  body: 12月18日（星期四），长跑。\n"
    )
    assert _grave(articles) == ["星期四"]


def test_notices_and_titles_are_read_too() -> None:
    notice = (
        "notices:\n  - id: a\n    event: 停水\n    effective: 2024-12-24T08:00\n    expires: until-lifted\n"
    )
    assert _grave(notice + "    text: 12月24日（星期三）停水。") == ["星期三"]
    assert _grave("headline: 12月24日（星期三）停水\nbody: 请储水。") == ["星期三"]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), st.integers(0, 6))
def test_of_the_seven_weekdays_one_is_right(day: dt.date, number: int) -> None:
    text = f"{day.year}年{day.month}月{day.day}日（星期{'一二三四五六日'[number]}），长跑。"
    assert bool(words("E-DATE", text)) is (number != day.weekday())


@given(st.integers(0, 9), st.integers(1, 9))
def test_what_is_not_later_than_the_edition_is_never_too_late(ago: int, ahead: int) -> None:
    edition = dt.date(2024, 12, 23)
    sent, late = edition - dt.timedelta(days=ago), edition + dt.timedelta(days=ahead)
    article = "headline: 雪\ndateline: 河湾{0.month}月{0.day}日电\nbody: 下了。"
    assert _grave(article.format(sent)) == []
    assert len(_grave(article.format(late))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The council meets on December 23, a Monday.",
        "It ran from Monday to Friday, December 20, and on Sunday.",
        "In 1998 it snowed in May 10 times.",
        "The vote is on 2 January; the count ends on Friday, 3 January.",
        "Sales rose in December 2024.",
    ],
)
def test_english_dates_that_are_right_or_none_are_left_alone(text: str) -> None:
    assert words("E-DATE", text) == []
