"""Where an article goes on, and where it comes from."""

from __future__ import annotations

from reader.proofreading.jumps import Pages, halves, jump_lines
from tests.proofreading.manuscripts import a_proof, edition_yaml

_TWO = """\
- headline: 一条河的十年
page: "01"
body: |
  河水清了。（下转第二版）
- slug: 一条河的十年（下）
page: "02"
jump_from: {page: "01"}
jump_to: {page: "03"}
body: |
  （紧接第一版）人也回来了。
"""


def test_a_line_is_found_where_it_stands() -> None:
    proof = a_proof(edition_yaml(_TWO))
    (line,) = jump_lines(proof.articles[0])
    assert line.passage.text[line.start : line.end] == "下转第二版"
    assert (line.goes_on, line.page) == (True, "二")


def test_an_article_may_come_from_somewhere_and_go_on_again() -> None:
    found = [(half.article.path[-2], half.goes_on, half.page) for half in halves(a_proof(edition_yaml(_TWO)))]
    assert found == [("0", True, "2"), ("1", False, "1"), ("1", True, "3")]


def test_the_field_counts_where_a_line_says_it_too() -> None:
    half = next(half for half in halves(a_proof(edition_yaml(_TWO))) if half.jump and half.line)
    assert (half.page, half.line and half.line.page) == ("1", "一")


def test_an_article_is_on_its_own_page_or_its_sections() -> None:
    proof = a_proof(edition_yaml(_TWO))
    pages = Pages.of(proof)
    assert list(pages.of_article.values()) == ["1", "2"]
    assert pages.known == {"1", "2"}
