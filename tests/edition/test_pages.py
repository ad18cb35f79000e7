from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Article
from reader.edition.edition import Edition, Section
from reader.edition.notice import Notice
from reader.edition.pages import MOST_ON_A_PAGE, page_named, printed_pages

DAY = dt.date(2024, 12, 23)
FOG = Notice(id="fog", event="大雾", effective=dt.datetime(2024, 12, 23, tzinfo=dt.UTC))


def articles(*ids: str, page: str | None = None) -> tuple[Article, ...]:
    return tuple(Article(id=id, headline=f"第{id}篇", page=page) for id in ids)


def an_edition(*sections: Section, notices: tuple[Notice, ...] = ()) -> Edition:
    return Edition(paper="巷口报", date=DAY, sections=sections, notices=notices)


def ids(edition: Edition) -> list[tuple[str | None, list[str]]]:
    return [(page.label, [article.id for article in page.articles]) for page in printed_pages(edition)]


def test_an_article_hangs_on_the_page_of_its_section() -> None:
    edition = an_edition(
        Section(name="要闻", page="1", articles=articles("a", "b")),
        Section(name="副刊", page="A2", articles=articles("c")),
    )
    assert ids(edition) == [("01", ["a", "b"]), ("A2", ["c"])]
    assert [page.number for page in printed_pages(edition)] == [1, 2]
    assert [page.sections for page in printed_pages(edition)] == [("要闻",), ("副刊",)]


def test_an_article_that_names_a_page_hangs_there_whatever_its_section_says() -> None:
    away = articles("away", page="2")
    edition = an_edition(
        Section(name="要闻", page="1", articles=(*articles("a"), *away)),
        Section(name="副刊", page="02", articles=articles("c")),
    )
    assert ids(edition) == [("01", ["a"]), ("02", ["away", "c"])]
    assert printed_pages(edition)[1].sections == ("要闻", "副刊")


def test_two_sections_of_one_page_are_one_page() -> None:
    edition = an_edition(
        Section(name="要闻", page="1", articles=articles("a")),
        Section(name="评论", page="01", articles=articles("b")),
    )
    (page,) = printed_pages(edition)
    assert page.sections == ("要闻", "评论")
    assert [article.id for article in page.articles] == ["a", "b"]


def test_sections_without_a_page_are_one_page_together() -> None:
    edition = an_edition(
        Section(name="要闻", articles=articles("a")), Section(name="副刊", articles=articles("b"))
    )
    (page,) = printed_pages(edition)
    assert (page.label, page.number, page.sections) == (None, 1, ("要闻", "副刊"))
    assert page.asked_as == "1"


def test_pages_come_in_the_order_in_which_they_first_appear() -> None:
    edition = an_edition(
        Section(name="体育", page="8", articles=articles("a")),
        Section(name="要闻", page="1", articles=articles("b")),
        Section(name="杂记", articles=articles("c")),
    )
    assert [label for label, _ in ids(edition)] == ["08", "01", None]


def test_a_section_without_articles_makes_no_page_of_its_own() -> None:
    edition = an_edition(
        Section(name="要闻", page="1", articles=articles("a")), Section(name="空白", page="2")
    )
    assert ids(edition) == [("01", ["a"])]


def test_an_empty_section_is_still_named_on_the_page_it_shares() -> None:
    edition = an_edition(
        Section(name="要闻", page="1", articles=articles("a")), Section(name="待填", page="1")
    )
    assert printed_pages(edition)[0].sections == ("要闻", "待填")


@pytest.mark.parametrize(
    ("sections", "label"),
    [((), None), ((Section(name="要闻", page="3"), Section(name="副刊", page="4")), "03")],
)
def test_an_edition_without_articles_has_one_page_for_its_notices(
    sections: tuple[Section, ...], label: str | None
) -> None:
    (page,) = printed_pages(an_edition(*sections, notices=(FOG,)))
    assert (page.label, page.number, page.articles, page.notices) == (label, 1, (), (FOG,))


def test_notices_hang_on_the_first_page_only() -> None:
    edition = an_edition(
        Section(name="要闻", page="1", articles=articles("a")),
        Section(name="副刊", page="2", articles=articles("b")),
        notices=(FOG,),
    )
    assert [page.notices for page in printed_pages(edition)] == [(FOG,), ()]


def test_a_page_knows_what_hangs_on_it() -> None:
    section = Section(name="要闻", page="1", articles=articles("a"))
    (page,) = printed_pages(an_edition(section, notices=(FOG,)))
    assert page.holds("a")
    assert page.holds("fog", is_notice=True)
    assert not page.holds("fog")
    assert not page.holds("a", is_notice=True)
    assert not page.holds("b")


def _paper_of_labels(*labels: str) -> Edition:
    return an_edition(
        *(Section(name=label, page=label, articles=articles(f"a{at}")) for at, label in enumerate(labels))
    )


@pytest.mark.parametrize(
    ("words", "number"),
    [("1", 1), ("01", 1), (" 1 ", 1), ("A2", 2), ("8", 3), ("08", 3), ("2", 2), ("3", 3)],
)
def test_a_page_is_asked_for_by_its_label_or_its_number(words: str, number: int) -> None:
    page = page_named(printed_pages(_paper_of_labels("1", "A2", "08")), words)
    assert page is not None
    assert page.number == number


def test_a_label_counts_before_a_number() -> None:
    pages = printed_pages(_paper_of_labels("2", "1"))
    asked = [page_named(pages, words) for words in ("1", "2")]
    assert [page.number for page in asked if page is not None] == [2, 1]


@pytest.mark.parametrize("words", ["", "0", "9", "-1", "²", "B7", "1.5", "第版"])
def test_what_is_no_page_is_none(words: str) -> None:
    assert page_named(printed_pages(_paper_of_labels("1", "A2")), words) is None


@pytest.mark.parametrize(("words", "number"), [("第1版", 1), ("第 A2 版", 2), ("第2版", 2), (" 1 ", 1)])
def test_a_page_is_known_by_the_words_a_paper_prints(words: str, number: int) -> None:
    page = page_named(printed_pages(_paper_of_labels("1", "A2")), words)
    assert page is not None
    assert page.number == number


_labels = st.sampled_from([None, "1", "01", "2", "A2", "12"])
_sections = st.lists(st.tuples(_labels, st.lists(_labels, max_size=4)), max_size=5)


@given(_sections)
def test_every_article_hangs_on_exactly_one_page_and_every_page_is_found_as_it_is_called(
    plan: list[tuple[str | None, list[str | None]]],
) -> None:
    sections = []
    for at, (label, own) in enumerate(plan):
        each = tuple(
            Article(id=f"s{at}-{number}", headline="题", page=page) for number, page in enumerate(own)
        )
        sections.append(Section(name=f"第{at}部", page=label, articles=each))
    edition = an_edition(*sections)
    pages = printed_pages(edition)
    hung = [article.id for page in pages for article in page.articles]
    assert sorted(hung) == sorted(article.id for article in edition.articles())
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert len({page.label for page in pages}) == len(pages)
    for page in pages:
        if page.label is not None:
            assert page_named(pages, page.asked_as) == page


@pytest.mark.parametrize(("label", "called"), [(None, ["1", "2", "3"]), ("01", ["01", "01-2", "01-3"])])
def test_a_page_of_more_articles_than_a_page_holds_goes_on(label: str | None, called: list[str]) -> None:
    sections = [
        Section(
            name=f"第{half}部",
            page=label,
            articles=tuple(
                Article(id=f"s{half}-{at}", headline="题")
                for at in range(MOST_ON_A_PAGE + 1 if half == 0 else MOST_ON_A_PAGE)
            ),
        )
        for half in range(2)
    ]
    pages = printed_pages(an_edition(*sections))
    assert [len(page.articles) for page in pages] == [MOST_ON_A_PAGE, MOST_ON_A_PAGE, 1]
    assert [page.asked_as for page in pages] == called
    assert [page.sections for page in pages] == [("第0部",), ("第0部", "第1部"), ("第1部",)]
    assert [page_named(pages, page.asked_as) for page in pages] == list(pages)
