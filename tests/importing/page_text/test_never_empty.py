"""A piece of which only lines above a text are left."""

from __future__ import annotations

import pytest

from reader.edition.article import Article, Photo
from reader.importing.page_text.never_empty import never_empty


def test_the_best_line_becomes_the_headline_and_the_others_stay() -> None:
    article = never_empty(Article(id="", deck="副题", byline="□ 林一舟"))
    assert (article.headline, article.deck, article.byline) == ("副题", None, "□ 林一舟")


def test_a_byline_alone_is_kept() -> None:
    assert never_empty(Article(id="", byline="□ 林一舟")).headline == "□ 林一舟"


@pytest.mark.parametrize(
    "article",
    [
        Article(id="", headline="题", deck="副题"),
        Article(id="", slug="题", deck="副题"),
        Article(id="", body="正文。", byline="□ 林一舟"),
        Article(id="", photos=(Photo(caption="晨渡。"),), byline="□ 林一舟"),
        Article(id=""),
    ],
)
def test_an_article_that_will_be_kept_anyway_stays_as_it_is(article: Article) -> None:
    assert never_empty(article) == article
