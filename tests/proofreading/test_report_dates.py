"""The days articles report from, and the trust in the edition's own."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.proofreading.report_dates import Calendar, Kind, calendar_of
from tests.proofreading.manuscripts import a_proof, edition_yaml


def _calendar(example: str, date: str = "2024-12-23") -> Calendar:
    return calendar_of(a_proof(edition_yaml(example, date=date)))


@pytest.mark.parametrize(
    ("example", "kind", "day"),
    [
        ("dateline: 河湾12月22日电\nbody: 路通了。", Kind.FIELD, 22),
        ("dateline: RIVER BEND, Dec. 22\nbody: It snowed.", Kind.FIELD, 22),
        ("body: 本报河湾12月22日讯 路通了。", Kind.HEAD, 22),
        ("body: 据新华社北京12月22日电（记者林一舟）路通了。", Kind.HEAD, 22),
        ("body: 路通了。（新华社北京12月22日电）", Kind.HEAD, 22),
        ("body: RIVER BEND, Dec. 22 — It snowed.", Kind.HEAD, 22),
        ("body: 本报讯 12月21日，路通了。12月20日还不通。", Kind.OPENING, 21),
        ("photos:\n  - caption: 12月22日，人们在扫雪。", Kind.CAPTION, 22),
    ],
)
def test_an_article_says_which_day_it_reports_from(example: str, kind: Kind, day: int) -> None:
    (report,) = _calendar(f"headline: 雪\n{example}").reports
    assert (report.kind, report.day) == (kind, dt.date(2024, 12, day))


@pytest.mark.parametrize(
    "body",
    [
        "12月22日，路通了。",
        "本报讯 12月22日起，路通了。",
        "本报讯 路将于12月22日通车。",
        "12月22日电视播出。",
        "法官12月22日讯问了他。",
        "It snowed on Dec. 22.",
    ],
)
def test_a_day_that_is_merely_spoken_of_is_none(body: str) -> None:
    assert _calendar(f"headline: 雪\nbody: {body}").reports == []


def test_an_edition_is_trusted_while_most_articles_bear_it_out() -> None:
    fresh = "- headline: 雪\n  dateline: 河湾12月22日电\n  body: 下了。\n"
    late = fresh.replace("22", "25")
    assert _calendar(fresh).is_trusted
    assert _calendar("今天下雪。").is_trusted
    assert _calendar(fresh * 2 + late).is_trusted
    assert not _calendar(fresh + late).is_trusted
    assert not _calendar(fresh * 9 + late * 3).is_trusted


def test_an_edition_is_in_doubt_when_three_speak_against_it_and_fewer_for_it() -> None:
    late = "- headline: 雪\n  dateline: 河湾12月25日电\n  body: 下了。\n"
    assert not _calendar(late * 2).is_doubtful
    assert _calendar(late * 3).is_doubtful
    assert not _calendar(late * 3 + late.replace("25", "22") * 3).is_doubtful


def test_a_day_named_with_its_year_bears_the_edition_out_too() -> None:
    assert _calendar("自2024年12月23日起，公园免票。").fresh == 1
    assert _calendar("自2024年11月23日起，公园免票。").fresh == 0
