from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Kind
from reader.reading.contents import contents, sections
from tests.reading.papers import a_notice, an_article, an_edition, an_edition_of

COUNTS = st.lists(st.integers(0, 4), max_size=5)


def test_articles_come_in_reading_order_and_notices_last() -> None:
    edition = an_edition((2, 1), notices=[a_notice("fog"), a_notice("ice")])
    pieces = [item.reference.piece for item in contents(edition)]
    assert pieces == ["p01-a01", "p01-a02", "p02-a01", "notice:fog", "notice:ice"]


@given(COUNTS, st.integers(0, 3))
def test_the_sections_cover_the_contents_without_gap_or_overlap(counts: list[int], notices: int) -> None:
    edition = an_edition(counts, notices=[a_notice(f"n{n}") for n in range(notices)])
    items = contents(edition)
    covered: list[int] = []
    for part in sections(edition):
        assert all(items[at].section_index == part.at for at in range(part.first, part.first + part.size))
        assert all(items[at].section == part.name for at in range(part.first, part.first + part.size))
        covered += range(part.first, part.first + part.size)
    assert covered == list(range(len(items)))


@given(COUNTS, st.integers(0, 3))
def test_nothing_is_lost_and_every_item_is_one_thing(counts: list[int], notices: int) -> None:
    items = contents(an_edition(counts, notices=[a_notice(f"n{n}") for n in range(notices)]))
    assert len(items) == sum(counts) + notices
    assert all((item.article is None) is not (item.notice is None) for item in items)


def test_the_notices_section_is_named_in_the_papers_language() -> None:
    assert sections(an_edition((1,), notices=[a_notice()]))[-1].name == "公告"
    assert sections(an_edition((1,), notices=[a_notice()], language="en-GB"))[-1].name == "Notices"


def test_an_edition_without_notices_has_no_notices_section() -> None:
    assert [part.is_notices for part in sections(an_edition((1, 1)))] == [False, False]


def test_a_section_is_labelled_by_its_page_or_else_its_ordinal() -> None:
    edition = an_edition((1, 1), notices=[a_notice()])
    assert [part.label for part in sections(edition)] == ["01", "02", "03"]


def test_an_empty_section_keeps_its_place_in_the_list() -> None:
    assert [(part.first, part.size) for part in sections(an_edition((1, 0, 2)))] == [(0, 1), (1, 0), (1, 2)]


def test_an_items_page_is_its_own_or_its_sections() -> None:
    items = contents(an_edition_of(an_article("a", page="A2"), an_article("b")))
    assert [item.page for item in items] == ["A2", "1"]


def test_an_item_says_its_title_and_kind() -> None:
    slugged = an_article("a", headline=None, slug="暂名", kind=Kind.BRIEF)
    item, notice = contents(an_edition_of(slugged, notices=(a_notice(headline="大雾黄色预警"),)))
    assert (item.title, item.kind, item.is_notice) == ("［暂名］", Kind.BRIEF, False)
    assert (notice.title, notice.kind, notice.is_notice) == ("大雾黄色预警", None, True)


def test_an_edition_with_nothing_in_it_has_no_contents() -> None:
    assert contents(an_edition(())) == ()
    assert sections(an_edition(())) == ()
