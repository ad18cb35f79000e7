from __future__ import annotations

from reader.edition.article import Article
from reader.edition.edition import Section
from reader.importing.mets.sections import NOT_IN_ARTICLES, Placed, sections_of


def placed(headline: str, page: int, group: str = "", key: int = 0, *, left: bool = False) -> Placed:
    return Placed(Article(id="", headline=headline), page, group, key, left)


def outline(sections: tuple[Section, ...]) -> list[tuple[str, str | None, list[str | None]]]:
    return [(each.name, each.page, [article.headline for article in each.articles]) for each in sections]


def test_articles_without_a_section_are_gathered_by_page() -> None:
    made = sections_of([placed("a", 1), placed("b", 0), placed("c", 1)], ["11", "12"], "en", None)
    assert outline(made) == [("Page 11", "11", ["b"]), ("Page 12", "12", ["a", "c"])]


def test_sections_are_named_in_the_language_of_the_paper_or_as_one_wishes() -> None:
    assert outline(sections_of([placed("a", 0)], ["3"], "zh", None)) == [("第3版", "3", ["a"])]
    assert outline(sections_of([placed("a", 0)], ["3"], "zh", "要闻")) == [("要闻", "3", ["a"])]


def test_a_named_section_stands_where_it_begins_and_its_pages_are_kept() -> None:
    made = sections_of(
        [placed("a", 0), placed("b", 0, "Ships", 1), placed("c", 1, "Ships", 1), placed("d", 1, "Ships", 2)],
        ["1", "2"],
        "en",
        None,
    )
    assert outline(made) == [("Page 1", "1", ["a"]), ("Ships", "1", ["b", "c"]), ("Ships", "2", ["d"])]
    assert [article.page for article in made[1].articles] == [None, "2"]


def test_what_is_left_of_a_page_comes_after_the_page() -> None:
    made = sections_of([placed("x", 0, left=True), placed("b", 1), placed("a", 0)], ["1", "2"], "en", None)
    assert outline(made) == [
        ("Page 1", "1", ["a"]),
        (NOT_IN_ARTICLES.en, "1", ["x"]),
        ("Page 2", "2", ["b"]),
    ]
