from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Article, Photo
from reader.edition.edition import Edition, Section
from reader.edition.notice import Notice
from reader.importing.finishing import Draft, finished, numbered
from reader.importing.imported import Wishes
from reader.importing.observation import Grade
from tests.importing.checked import NOW, WISHES, checked

STORY = Article(id="", headline="老桥重新通车", body="昨天上午，老桥重新通车。")
WHOLE = Draft(
    source="f",
    paper="河湾日报",
    date=dt.date(2025, 2, 27),
    language="zh-CN",
    timezone="Asia/Shanghai",
    sections=(Section(name="要闻", page="1", articles=(STORY,)),),
)


def edition_of(draft: Draft, wishes: Wishes = WISHES) -> Edition:
    return checked(finished(draft, wishes))


def with_articles(*articles: Article) -> Draft:
    return replace(WHOLE, sections=(Section(name="要闻", page="1", articles=articles),))


def test_what_the_source_says_is_taken_and_nothing_is_inferred() -> None:
    imported = finished(WHOLE, WISHES)
    edition = checked(imported)
    assert (edition.paper, edition.date, edition.inferred) == ("河湾日报", dt.date(2025, 2, 27), ())
    assert imported.observations == ()


def test_what_nobody_says_is_inferred_listed_and_told() -> None:
    imported = finished(Draft(source="f", sections=WHOLE.sections), WISHES)
    edition = checked(imported)
    assert (edition.paper, edition.date) == ("未名报", NOW.date())
    assert (edition.language, edition.timezone) == ("zh-CN", "Asia/Shanghai")
    assert set(edition.inferred) == {"paper", "date", "language", "timezone"}
    assert [observation.grade for observation in imported.observations] == [Grade.GUESSED] * 4
    assert "--paper" in imported.observations[2].render("en")


def test_an_english_text_makes_an_english_paper() -> None:
    story = Article(id="", headline="Old bridge opens again", body="It opened yesterday.")
    edition = edition_of(Draft(source="f", sections=(Section(name="", articles=(story,)),)))
    assert (edition.language, edition.timezone, edition.paper) == ("en", "UTC", "Untitled Paper")
    assert edition.sections[0].name == "News"
    assert "sections" in edition.inferred


def test_a_wish_outweighs_the_source_and_is_not_inferred() -> None:
    wishes = WISHES._replace(
        paper="渡口晚报", date=dt.date(2025, 1, 1), language="zh-TW", timezone="Asia/Taipei", section="本埠"
    )
    draft = replace(WHOLE, sections=(Section(name="", articles=(STORY,)),), inferred=("paper", "date"))
    edition = edition_of(draft, wishes)
    assert (edition.paper, edition.date) == ("渡口晚报", dt.date(2025, 1, 1))
    assert (edition.language, edition.timezone) == ("zh-TW", "Asia/Taipei")
    assert edition.sections[0].name == "本埠"
    assert edition.inferred == ()


@pytest.mark.parametrize("language", ["zh_CN", "en-gb", "", "no such tag"])
def test_a_language_tag_is_mended_or_guessed(language: str) -> None:
    assert edition_of(replace(WHOLE, language=language)).language in {"zh-CN", "en-gb"}


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc", "Asia"])
def test_a_zone_that_nobody_has_is_guessed(zone: str) -> None:
    assert edition_of(replace(WHOLE, timezone=zone)).timezone == "Asia/Shanghai"


def test_a_year_the_format_cannot_write_is_none() -> None:
    assert edition_of(replace(WHOLE, date=dt.date(1, 1, 1))).date == NOW.date()


def test_an_article_without_a_title_gets_its_first_words() -> None:
    draft = with_articles(
        replace(STORY, headline=None),
        Article(id="", body="The old bridge across the river is open again, says the council."),
        Article(id="", photos=(Photo(caption="桥上的灯"),)),
    )
    edition = edition_of(draft)
    slugs = [article.slug for article in edition.articles()]
    assert slugs == ["昨天上午，老桥重新通车。", "The old bridge…", "桥上的灯"]
    assert edition.inferred == ("slug",)


def test_what_has_nothing_in_it_is_left_out() -> None:
    empty = Section(name="空版", articles=(Article(id="", body=" \n"),))
    edition = edition_of(replace(WHOLE, sections=(empty, *WHOLE.sections)))
    assert [section.name for section in edition.sections] == ["要闻"]


def test_articles_are_known_by_their_place_as_the_loader_knows_them() -> None:
    draft = with_articles(STORY, replace(STORY, page="2"), replace(STORY, id="own", has_own_id=True), STORY)
    assert [article.id for article in edition_of(draft).articles()] == [
        "p01-a01",
        "p02-a01",
        "own",
        "p01-a03",
    ]


def test_an_id_that_no_reference_can_hold_is_mended_and_one_used_before_numbered() -> None:
    own = [replace(STORY, id=name, has_own_id=True) for name in ("a/b [c]", "a-b-c", "notice:x", "")]
    ids = [article.id for article in numbered([Section(name="要闻", articles=tuple(own))])[0].articles]
    assert ids == ["a-b-c", "a-b-c-2", "x", "a"]


def test_nothing_that_could_steer_a_terminal_is_left() -> None:
    story = replace(STORY, headline="老\x1b]52;桥", body="正文\x1b[2J\n\n第二\u202e段", byline="甲\n乙\t丙")
    article = next(iter(edition_of(with_articles(story)).articles()))
    assert (article.headline, article.byline) == ("老␛]52;桥", "甲 乙 丙")
    assert article.body == "正文␛[2J\n\n第二⟦U+202E⟧段"


def test_instants_have_offsets_of_whole_minutes() -> None:
    odd = dt.timezone(dt.timedelta(hours=8, seconds=20))
    notice = Notice(id="a", event="大风", effective=dt.datetime(2025, 3, 1, 8, 0, 0, 5, odd), text="风大。")
    effective = edition_of(replace(WHOLE, notices=(notice,))).notices[0].effective
    assert effective.utcoffset() == dt.timedelta(hours=8)
    assert effective.microsecond == 0


ANY = st.text(st.characters(codec="utf-8"), max_size=12)


@given(ANY, ANY, ANY, ANY, ANY)
def test_whatever_the_texts_are_the_format_can_hold_them(
    paper: str, name: str, headline: str, body: str, own_id: str
) -> None:
    article = Article(
        id=own_id, has_own_id=True, headline=headline, deck=body, body=body, photos=(Photo(alt=name),)
    )
    draft = Draft(
        source="f", paper=paper, sections=(Section(name=name, page=name, articles=(article, STORY)),)
    )
    assert edition_of(draft).paper
