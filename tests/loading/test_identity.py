from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.edition.reference import Reference
from reader.loading.load import read_edition
from tests.loading.bad_files import HEAD


def an_edition(*sections: tuple[str | None, list[tuple[str | None, str | None]]]) -> Edition:
    """Return an edition of sections: a page, and the page and id of each article."""
    text = HEAD + "sections:\n"
    for page, articles in sections:
        text += "  - name: 版\n" + (f"    page: '{page}'\n" if page else "") + "    articles:\n"
        for own_page, own_id in articles:
            text += "      - slug: 题\n" + (f"        page: '{own_page}'\n" if own_page else "")
            text += f"        id: {own_id}\n" if own_id else ""
    return read_edition((text + "...\n").encode(), Path("made.yaml")).edition


def ids(edition: Edition) -> list[str]:
    return [article.id for article in edition.articles()]


def test_an_article_without_an_id_is_known_by_its_section_and_place() -> None:
    edition = an_edition((None, [(None, None), (None, None)]), (None, [(None, None)]))
    assert ids(edition) == ["p01-a01", "p01-a02", "p02-a01"]


def test_an_articles_own_page_goes_before_its_sections() -> None:
    edition = an_edition(("A1", [(None, None), ("3", None), ("A1", None)]))
    assert ids(edition) == ["pA1-a01", "p03-a01", "pA1-a02"]


def test_articles_of_one_page_are_counted_through_the_edition() -> None:
    edition = an_edition(("1", [(None, None)]), ("2", [(None, None)]), ("01", [(None, None)]))
    assert ids(edition) == ["p01-a01", "p02-a01", "p01-a02"]


def test_an_article_with_an_id_keeps_its_place_from_the_others() -> None:
    edition = an_edition((None, [(None, None), (None, "kai"), (None, None)]))
    assert ids(edition) == ["p01-a01", "kai", "p01-a03"]
    assert [article.has_own_id for article in edition.articles()] == [False, True, False]


def test_an_article_may_be_called_what_its_place_is_called() -> None:
    assert ids(an_edition((None, [(None, "p01-a01"), (None, None)]))) == ["p01-a01", "p01-a02"]


@given(
    st.lists(
        st.tuples(
            st.none() | st.sampled_from(["1", "01", "2", "A1", "第 3/4 版", "[5]"]),
            st.lists(st.tuples(st.none() | st.sampled_from(["1", "A 1"]), st.none()), max_size=4),
        ),
        min_size=1,
        max_size=5,
    ).filter(lambda sections: all(articles for _, articles in sections))
)
def test_every_article_has_an_address_of_its_own(
    sections: list[tuple[str | None, list[tuple[str | None, str | None]]]],
) -> None:
    edition = an_edition(*sections)
    assert len(set(ids(edition))) == len(ids(edition))
    for article in edition.articles():
        assert Reference.parse(str(edition.reference(article))) == edition.reference(article)
        assert not set(article.id) & set(" /[]")
