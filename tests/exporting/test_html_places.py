from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Article
from reader.edition.edition import Edition, Section
from reader.exporting.html_places import Places
from tests.exporting.editions import DAY, FULL

PLACES = Places(FULL)


def of_ids(*ids: str) -> Places:
    articles = tuple(Article(id=one, headline="题") for one in ids)
    return Places(Edition(paper="报", date=DAY, sections=(Section(name="要闻", articles=articles),)))


def test_an_article_is_anchored_by_its_id_where_that_is_a_plain_name() -> None:
    assert [PLACES.article(0, 0), PLACES.article(0, 1), PLACES.article(2, 1)] == [
        "bridge",
        "piece-1",
        "p02-a02",
    ]


@pytest.mark.parametrize(
    "taken", ["contents", "notices", "top", "content", "section-1", "notice-2", "piece-1", "1a", "a.b"]
)
def test_a_name_the_document_needs_itself_is_not_taken(taken: str) -> None:
    assert of_ids(taken).article(0, 0) == "piece-1"


@given(st.lists(st.text(st.sampled_from("ab-1河:piecston"), min_size=1, max_size=8), max_size=8))
def test_no_two_articles_share_an_anchor(ids: list[str]) -> None:
    places = of_ids(*ids)
    anchors = [places.article(0, place) for place in range(len(ids))]
    assert len({*anchors}) == len(anchors)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("bridge", "#bridge"),
        ("河", "#piece-1"),
        ("2025-03-01/bridge-2", "#bridge-2"),
        ("page:2", "#section-3"),
        ("page:01", "#section-1"),
        ("2025-03-01/notice:wind-2", "#notice-3"),
        ("notice:wind-0", "#notice-2"),
        ("2025-03-01/notice:none", None),
        ("2024-12-23/bridge", None),
        ("page:9", None),
        ("nobody", None),
        ("not a date/bridge", None),
        ("a/b.png", None),
        ("", None),
    ],
)
def test_a_link_leads_where_its_piece_stands(link: str, address: str | None) -> None:
    assert PLACES.address(link) == address


def test_a_page_no_section_has_is_that_of_an_article() -> None:
    article = Article(id="a", headline="题", page="7")
    places = Places(Edition(paper="报", date=DAY, sections=(Section(name="要闻", articles=(article,)),)))
    assert places.address("page:7") == "#a"


def test_in_a_book_addresses_name_the_document_first() -> None:
    places = Places(FULL, lambda section: "n.xhtml" if section is None else f"s{section}.xhtml")
    assert places.address("bridge-2") == "s2.xhtml#bridge-2"
    assert places.address("page:2") == "s2.xhtml#section-3"
    assert places.address("notice:wind-2") == "n.xhtml#notice-3"
    assert places.notices_address() == "n.xhtml#notices"
    assert places.section_address(1) == "s1.xhtml#section-2"
