from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Article, Kind, Photo, Prominence
from reader.typesetting.weighing import weigh
from reader.typesetting.weight import Weight, said_weight

LONG = "一条河从城北流到城南，两岸都是人家。" * 50
USUAL = "渡口的船今天换了新的缆绳，船工试了三趟。" * 10


def an_article(**fields: Any) -> Article:
    return Article(**{"id": "a", "headline": "桥修好了", "body": USUAL, **fields})


def weights(*articles: Article, is_cjk: bool = True) -> list[Weight]:
    return weigh(articles, is_cjk=is_cjk)


def test_an_empty_page_has_nothing_to_weigh() -> None:
    assert weights() == []


def test_of_equal_stories_the_first_leads_as_editors_put_them() -> None:
    assert weights(an_article(), an_article(), an_article()) == [Weight.LEAD, Weight.NORMAL, Weight.NORMAL]


def test_the_lead_the_edition_names_leads_wherever_it_stands() -> None:
    told = weights(an_article(body=LONG, deck="题", kicker="题"), an_article(prominence=Prominence.LEAD))
    assert told == [Weight.MAJOR, Weight.LEAD]


def test_a_second_lead_on_a_page_is_a_major_story() -> None:
    lead = an_article(prominence=Prominence.LEAD)
    assert weights(lead, an_article(), lead) == [Weight.LEAD, Weight.NORMAL, Weight.MAJOR]


def test_without_a_lead_the_first_major_story_leads_before_one_nothing_is_said_of() -> None:
    major = an_article(prominence=Prominence.MAJOR, body="短。")
    told = weights(an_article(body=LONG, deck="题"), major, major)
    assert told == [Weight.NORMAL, Weight.LEAD, Weight.MAJOR]


@pytest.mark.parametrize(
    "more",
    [
        {"kind": Kind.FEATURE},
        {"kind": Kind.INTERVIEW},
        {"kicker": "水边的事"},
        {"deck": "——半年之约如期兑现"},
        {"body": LONG},
        {"photos": (Photo(file="bridge.jpg", caption="桥。"),)},
    ],
    ids=lambda more: next(iter(more)),
)
def test_where_the_edition_is_silent_the_richer_story_leads(more: dict[str, Any]) -> None:
    assert weights(an_article(), an_article(**more)) == [Weight.NORMAL, Weight.LEAD]


def test_a_rich_story_beside_the_lead_is_major() -> None:
    rich = an_article(body=LONG, kicker="水边的事", deck="——半年之约")
    assert weights(an_article(prominence=Prominence.LEAD), rich) == [Weight.LEAD, Weight.MAJOR]


@pytest.mark.parametrize("kind", [Kind.BRIEF, Kind.AD, Kind.CORRECTION, Kind.LETTER])
def test_briefs_and_advertisements_are_minor_and_do_not_lead(kind: Kind) -> None:
    small = an_article(kind=kind)
    assert weights(small, an_article(), small) == [Weight.MINOR, Weight.LEAD, Weight.MINOR]


def test_a_story_of_a_few_words_is_minor_unless_a_photo_tells_it() -> None:
    short, photo = an_article(body="短。"), Photo(caption="雾里的渡口。")
    told = weights(an_article(), short, an_article(body="短。", photos=(photo,)))
    assert told == [Weight.LEAD, Weight.MINOR, Weight.NORMAL]


def test_length_is_told_in_the_papers_own_script() -> None:
    body = "The ferry left at six. " * 40  # long in Chinese characters, but not in English words
    assert weights(an_article(), an_article(body=body)) == [Weight.NORMAL, Weight.LEAD]
    assert weights(an_article(body=USUAL * 3), an_article(body=body), is_cjk=False)[0] is Weight.LEAD


def test_a_page_of_small_ones_is_led_by_the_first_of_them() -> None:
    assert weights(an_article(kind=Kind.AD), an_article(kind=Kind.AD)) == [Weight.LEAD, Weight.MINOR]


def test_of_stories_the_edition_has_all_weighed_the_gravest_leads() -> None:
    minor, normal = (an_article(prominence=each) for each in (Prominence.MINOR, Prominence.NORMAL))
    assert weights(minor, normal) == [Weight.MINOR, Weight.LEAD]


_articles = st.builds(
    an_article,
    kind=st.sampled_from(Kind),
    prominence=st.sampled_from([None, *Prominence]),
    kicker=st.sampled_from([None, "水边的事"]),
    deck=st.sampled_from([None, "——半年之约"]),
    body=st.sampled_from(["", "短。", USUAL, LONG]),
)


@given(st.lists(_articles, min_size=1, max_size=12), st.booleans())
def test_exactly_one_story_leads_and_what_the_edition_says_counts(
    articles: list[Article], is_cjk: bool
) -> None:
    told = weights(*articles, is_cjk=is_cjk)
    assert len(told) == len(articles)
    assert told.count(Weight.LEAD) == 1
    said = [said_weight(article) for article in articles]
    lead = told.index(Weight.LEAD)
    if Weight.LEAD in said:
        assert lead == said.index(Weight.LEAD)
    for at, (weight, own) in enumerate(zip(told, said, strict=True)):
        if at != lead and own is not None:
            assert weight == min(own, Weight.MAJOR)
