from __future__ import annotations

from reader.edition.article import Article, Kind, Prominence
from reader.importing.ninjs.properties import Properties
from reader.importing.ninjs.titles import article_head
from reader.importing.observation import Grade


def _head(**item: object) -> Article:
    return article_head(Properties(item), "x", "")[0]


def test_headlines_go_by_their_roles() -> None:
    article = _head(
        headlines=[
            {"role": "kicker", "value": "新区"},
            {"role": "deck", "value": "三年建成"},
            {"role": "column", "value": "新区纪行"},
            {"role": "main", "value": "大桥通车"},
        ]
    )
    assert article == Article(id="", kicker="新区", headline="大桥通车", deck="三年建成", column="新区纪行")


def test_a_headline_without_a_role_is_the_headline() -> None:
    assert _head(headline="大桥通车", headline_sub="副题").headline == "大桥通车"
    assert _head(headlines=[{"value": "大桥通车"}]).headline == "大桥通车"


def test_a_role_nobody_knows_is_the_headline_when_there_is_no_other() -> None:
    assert (
        _head(headlines=[{"role": "teaser", "value": "大桥"}, {"role": "deck", "value": "副"}]).headline
        == "大桥"
    )


def test_other_headlines_are_told_word_for_word() -> None:
    item = {"headline": "大桥通车", "headline_seo": "大桥 开通 日期", "headline_short": "大桥，通车！"}
    article, told = article_head(Properties(item), "x.json", "item 2")
    assert article.headline == "大桥通车"
    [observation] = told  # the short one says the same
    assert observation.grade is Grade.DROPPED
    assert "大桥 开通 日期" in observation.what.zh
    assert observation.part == "item 2"


def test_without_a_headline_the_slugline_is_the_working_title() -> None:
    assert _head(slugline="bridge-opens").slug == "bridge-opens"
    assert _head(slugline="bridge-opens", headline="H").slug is None


def test_who_wrote_it_and_where_are_read_by_both_names() -> None:
    first = _head(byline="林一舟", located="河湾")
    third = _head(by="林一舟", located="河湾")
    assert (first.byline, first.dateline) == (third.byline, third.dateline) == ("林一舟", "河湾")


def test_authors_are_named_once() -> None:
    people = [
        {"name": "林一舟", "rel": "author"},
        {"name": "市长", "rel": "about"},
        {"name": "陈小满", "rel": "x:Author"},
    ]
    assert _head(people=people, authors=[{"name": "林一舟"}]).authors == ("林一舟", "陈小满")


def test_genre_urgency_and_profile_weigh_it() -> None:
    article = _head(genres=[{"literal": "Opinion"}], urgency="1")
    assert (article.kind, article.prominence) == (Kind.OPINION, Prominence.LEAD)
    assert _head(genre=[{"name": "Interview"}]).kind is Kind.INTERVIEW
    assert _head(profile="feature").kind is Kind.FEATURE
