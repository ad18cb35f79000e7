from __future__ import annotations

import pytest

from reader.edition.article import Article
from reader.importing.mets.titles import is_said, is_title, paper_of, titled


@pytest.mark.parametrize(
    ("label", "paper"),
    [
        ("Bend Herald no. 7077 17.12.1918", "Bend Herald"),
        ("The Bend herald (Bend, A.T.), 1910-10-31", "The Bend herald (Bend, A.T.)"),
        ("Bend Herald, Nr. 415, 05. September 1902", "Bend Herald"),
        ("河湾日报 1936年5月4日", "河湾日报"),
        ("河湾日报 第128期", "河湾日报"),
        ("L’Écho N° 7", "L’Écho"),
        ("Bend Herald", "Bend Herald"),
        ("1910-10-31", None),
        ("", None),
    ],
)
def test_a_paper_is_named_before_number_and_day(label: str, paper: str | None) -> None:
    assert paper_of(label) == paper


@pytest.mark.parametrize(
    "label", ["", "UNKNOWN", "[Untitled]", "Sans titre", "Article", "Advertisement", "—", "无题"]
)
def test_a_word_for_no_title_is_none(label: str) -> None:
    assert not is_title(label)
    article = Article(id="", body="Text")
    assert titled(article, label) == (article, False)


def test_a_title_on_the_page_stays() -> None:
    article = Article(id="", headline="The Ferry", body="Text")
    assert titled(article, "Another") == (article, False)


def test_a_title_that_the_page_has_not_is_given() -> None:
    article, is_given = titled(Article(id="", body="Text"), "The ferry")
    assert (article.headline, article.body, is_given) == ("The ferry", "Text", True)


def test_a_title_that_the_text_begins_with_is_taken_from_there() -> None:
    article, is_given = titled(Article(id="", body="THE FERRY.\n\nIt runs.\n\nAgain."), "The ferry")
    assert (article.headline, article.body, is_given) == ("THE FERRY.", "It runs.\n\nAgain.", False)
    article, _ = titled(Article(id="", body="THE FERRY."), "The ferry")
    assert (article.headline, article.body) == ("THE FERRY.", "")


def test_words_are_looked_for_in_all_that_the_page_prints() -> None:
    printed = Article(id="", kicker="On the river", headline="Ferry", body="It runs again, at last.")
    assert all(is_said(words, printed) for words in ("on the River.", "FERRY", "runs again"))
    assert not is_said("After two weeks", printed)
