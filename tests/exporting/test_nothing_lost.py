"""The law of every export to be read: no character of a text field that is not a blank is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.edition.article import Article, Cut, Jump, Kind, Photo
from reader.edition.edition import Edition, Section
from reader.exporting.epub import edition_epub
from reader.exporting.html import edition_html
from reader.exporting.markdown import edition_markdown
from reader.exporting.text import edition_text, plain_setting
from reader.loading.load import read_edition
from tests.exporting.editions import BARE, DAY, ENGLISH, FULL, about, block_texts, lacking
from tests.exporting.markup import without_blanks
from tests.proofreading.clean import clean_edition
from tests.shipped import PATHS, edition, name_of

EDITIONS = {"full": FULL, "bare": BARE, "english": ENGLISH}
EDITIONS |= {name_of(path): edition(path) for path in PATHS}


def text_words(edition: Edition) -> str:
    given = about(edition)
    return "".join(edition_text(edition, given.standings, None, plain_setting(edition, 60)))


def markdown_words(edition: Edition) -> str:
    """The words a reader of the rendered Markdown sees."""
    markdown = "\n\n".join(edition_markdown(edition, about(edition).standings, None))
    parser = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    return "".join(_words(parser.parse(markdown)))


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.children:
            yield from _words(token.children)
        elif token.type not in {"inline", "softbreak", "hardbreak"}:
            yield token.content


WORDS: dict[str, Callable[[Edition], str]] = {
    "text": text_words,
    "Markdown": markdown_words,
}


@pytest.mark.parametrize("form", WORDS)
@pytest.mark.parametrize("name", EDITIONS)
def test_an_edition_is_there_with_every_character(name: str, form: str) -> None:
    assert lacking(EDITIONS[name], WORDS[form](EDITIONS[name])) == []


@pytest.mark.parametrize("form", WORDS)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("seed", range(4))
def test_a_paper_made_by_chance_is_there_with_every_character(seed: int, language: str, form: str) -> None:
    made = read_edition(clean_edition(seed, language=language).encode(), Path("made.yaml")).edition
    assert lacking(made, WORDS[form](made)) == []


@pytest.mark.parametrize("name", EDITIONS)
def test_where_cells_are_too_narrow_for_their_words_no_character_is_lost_either(name: str) -> None:
    one, given = EDITIONS[name], about(EDITIONS[name])
    lines = edition_text(one, given.standings, None, plain_setting(one, 20))
    printed = Counter(without_blanks("".join(lines)))
    wanted = Counter("".join(block for article in one.articles() for block in block_texts(article.body)))
    assert +(Counter(without_blanks("".join(wanted.elements()))) - printed) == Counter()


LINES = st.text(st.sampled_from("桥河水ab1<>&\"'#*_`~|![]-. —：　"), min_size=1, max_size=10).filter(
    lambda line: bool(line.strip())
)
MARKS = st.sampled_from(
    ["", "", "### ", "> ", "- ", "3. ", "| ", "~ ", "![p]", "![q]", "---", "> — ", "\\", "\n"]
)
BODIES = st.lists(st.builds(str.__add__, MARKS, LINES), max_size=6).map("\n".join)
OPTIONAL = st.none() | LINES
PHOTOS = st.builds(
    Photo,
    id=st.sampled_from([None, "p", "q"]),
    file=OPTIONAL,
    caption=OPTIONAL,
    credit=OPTIONAL,
    alt=OPTIONAL,
)
ARTICLES = st.builds(
    Article,
    id=st.sampled_from(["a", "河", "p01-a01"]),
    kind=st.sampled_from(Kind),
    headline=LINES,
    body=BODIES,
    photos=st.lists(PHOTOS, max_size=2, unique_by=lambda photo: photo.id or id(photo)).map(tuple),
    cut=st.none() | st.sampled_from(Cut),
    jump_to=st.none() | st.builds(Jump, page=OPTIONAL, article=st.sampled_from([None, "a", "x"])),
    **dict.fromkeys(
        ("column", "kicker", "deck", "byline", "dateline", "source", "summary", "signoff", "correction"),
        OPTIONAL,
    ),
)


@settings(max_examples=150, deadline=None)
@given(ARTICLES)
def test_whatever_an_article_says_is_in_every_form_of_it(article: Article) -> None:
    whole = Edition(paper="报", date=DAY, sections=(Section(name="要闻", articles=(article,)),))
    for form, words in WORDS.items():
        assert (form, lacking(whole, words(whole))) == (form, [])


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_every_form_of_any_article_is_made_without_complaint(article: Article) -> None:
    whole = Edition(paper="报", date=DAY, sections=(Section(name="要闻", articles=(article, article)),))
    assert edition_html(whole, about(whole)).startswith(b"<!DOCTYPE html>")
    assert edition_epub(whole, about(whole)).startswith(b"PK")
