"""What tags close and leave open, as browsers have it; the standard's own cases of errors first."""

from __future__ import annotations

import pytest

from reader.edition.body import Block, ListItem, Paragraph, Quote, Rule, Subhead, Table, Verse
from reader.importing.html_blocks import html_text


def found(markup: str) -> tuple[Block, ...]:
    return html_text(markup).blocks


def texts(markup: str) -> list[str]:
    return [getattr(block, "text", "") for block in found(markup)]


def items(words: str) -> tuple[Block, ...]:
    """Items written as their number and one character, without a number ``-``."""
    return tuple(ListItem(0, word[1], None if word[0] == "-" else word[0]) for word in words.split())


class TestStrangeCases:
    """WHATWG HTML, 13.2.10 "An introduction to error handling and strange cases in the parser"."""

    def test_misnested_tags(self) -> None:
        assert texts("<p>1<b>2<i>3</b>4</i>5</p>") == ["12345"]

    def test_misnested_tags_with_a_paragraph(self) -> None:
        assert texts("<b>1<p>2</b>3</p>") == ["1", "23"]

    def test_unexpected_markup_in_tables_is_kept(self) -> None:
        assert texts("<table><b><tr><td>aaa</td></tr>bbb</table>ccc") == ["aaa", "bbb", "ccc"]

    def test_scripts_and_what_they_would_write_do_not_pass(self) -> None:
        markup = "<div><script>document.write('a')</script>b</div>"
        assert texts(markup) == ["b"]

    def test_unclosed_formatting_elements(self) -> None:
        opened = "<b class=x><b class=x><b><b class=x><b class=x><b>"
        markup = f"<!DOCTYPE html><p>{opened}X<p>X<p><b><b class=x><b>X<p>{'</b>' * 6}X"
        assert texts(markup) == ["X", "X", "X", "X"]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<p>甲<ul><li>乙</ul>丙", (Paragraph(0, "甲"), ListItem(0, "乙", None), Paragraph(0, "丙"))),
        ("<p>甲</p>乙</p>丙", (Paragraph(0, "甲"), Paragraph(0, "乙"), Paragraph(0, "丙"))),
        ("<h1>甲<h2>乙</h2>丙", (Subhead(0, "甲"), Subhead(0, "乙"), Paragraph(0, "丙"))),
        ("<h1>甲<p>乙</h1>丙", (Subhead(0, "甲"), Subhead(0, "乙"), Paragraph(0, "丙"))),
        (
            "<blockquote>甲<p>乙</blockquote>丙",
            (Quote(0, "甲", None), Quote(0, "乙", None), Paragraph(0, "丙")),
        ),
        ("<ul><li>甲<div>乙</ul>丙", (ListItem(0, "甲", None), Paragraph(0, "乙"), Paragraph(0, "丙"))),
        ("<ul><li>甲</div></p></ol></table>乙</ul>", (ListItem(0, "甲", None), Paragraph(0, "乙"))),
        ("<div><ul><li>甲</div>乙", (ListItem(0, "甲", None), Paragraph(0, "乙"))),
        ("<ol><li>甲<ol><li>乙</ol><li>丙</ol>", items("1甲 1乙 2丙")),
        ("<dl><dt>甲<dd>乙<dd>丙</dl>", (Paragraph(0, "甲"), *items("-乙 -丙"))),
        ("<li><dl><dd>甲</dl><li>乙", items("-甲 -乙")),
        ("<pre>甲\n乙<p>丙</pre>丁", (Verse(0, ("甲", "乙")), Verse(0, ("丙",)), Paragraph(0, "丁"))),
        ("<p>甲<hr>乙", (Paragraph(0, "甲"), Rule(0), Paragraph(0, "乙"))),
        ("<select><option>甲<option>乙</select>", (Paragraph(0, "甲"), Paragraph(0, "乙"))),
        ("<ul><table><tr><td>甲<li>乙</table><li>丙</ul>", (Paragraph(0, "甲"), *items("-乙 -丙"))),
        ("<table><tr><td>甲<tr><td>乙</td></tr></tbody></table>丙", tuple(Paragraph(0, w) for w in "甲乙丙")),
        ("</td></tr>甲</table>", (Paragraph(0, "甲"),)),
        ("<table><caption>甲<tr><td>1<td>2</table>", (Paragraph(0, "甲"), Table(0, (("1", "2"),)))),
        ("<table><hr><tr><td>甲</table>", (Rule(0), Paragraph(0, "甲"))),
        ("<body>甲</body>乙</html>丙", (Paragraph(0, "甲"), Paragraph(0, "乙"), Paragraph(0, "丙"))),
    ],
)
def test_a_tag_that_is_missing_or_misplaced(markup: str, blocks: tuple[Block, ...]) -> None:
    assert found(markup) == blocks


@pytest.mark.parametrize(
    "markup", ["<h2/>甲", "<li/>甲", "<blockquote/>甲", "<h2></h2>甲", "<ul/><dl/>甲", "<table/>甲"]
)
def test_an_element_that_is_empty_leaves_nothing_open(markup: str) -> None:
    assert found(markup) == (Paragraph(0, "甲"),)


def test_items_of_a_list_in_a_cell_are_none_of_the_list_around_it() -> None:
    markup = "<ol><li>甲<table><tr><td><ol><li>a<li>b</ol></table><li>乙</ol>"
    assert [(getattr(b, "text", ""), getattr(b, "ordinal", "")) for b in found(markup)] == [
        ("甲", "1"),
        ("a", "1"),
        ("b", "2"),
        ("乙", "2"),
    ]


@pytest.mark.parametrize("depth", [1, 8, 9, 50])
def test_tables_in_tables_keep_their_text_at_any_depth(depth: int) -> None:
    markup = "".join(f"<table><tr><td>{number}" for number in range(depth)) + "</table>" * depth + "完"
    assert texts(markup) == [*map(str, range(depth)), "完"]
