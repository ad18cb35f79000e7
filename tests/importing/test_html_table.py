from __future__ import annotations

import pytest

from reader.edition.body import Paragraph, PhotoPlace, Quote, Subhead, Table
from reader.importing.html_blocks import html_text


def rows(markup: str) -> tuple[tuple[str, ...], ...]:
    (table,) = (block for block in html_text(markup).blocks if isinstance(block, Table))
    return table.rows


def test_a_cell_over_several_columns_leaves_the_others_empty() -> None:
    assert rows("<table><tr><th colspan=2>甲<th>乙<tr><td>a<td>b<td>c</table>") == (
        ("甲", "", "乙"),
        ("a", "b", "c"),
    )


def test_a_cell_over_several_rows_leaves_its_column_empty_below() -> None:
    assert rows("<table><tr><td rowspan=3>甲<td>乙<tr><td>丙<tr><td>丁</table>") == (
        ("甲", "乙"),
        ("", "丙"),
        ("", "丁"),
    )


def test_a_cell_over_columns_and_rows_leaves_all_of_them_empty() -> None:
    markup = "<table><tr><td>a<td colspan=2 rowspan=2>b<tr><td>c<td>d<tr><td>e<td>f</table>"
    assert rows(markup) == (("a", "b", ""), ("c", "", "", "d"), ("e", "f"))


def test_a_row_that_ends_early_has_used_up_what_reaches_down() -> None:
    markup = "<table><tr><td>a<td>b<td rowspan=2>c<tr><td>d<tr><td>e<td>f<td>g</table>"
    assert rows(markup) == (("a", "b", "c"), ("d",), ("e", "f", "g"))


@pytest.mark.parametrize("span", ["0", "-3", "x", "", "999999999999999999", "1e9"])
def test_a_span_that_makes_no_sense_breaks_nothing(span: str) -> None:
    found = rows(f'<table><tr><td colspan="{span}" rowspan="{span}">甲<td>乙<tr><td>丙<td>丁</table>')
    assert "".join("".join(row) for row in found) == "甲乙丙丁"


def test_spans_cannot_make_a_large_table_of_a_small_one() -> None:
    found = rows("<table>" + "<tr><td colspan=100 rowspan=1000>甲<td>乙" * 500 + "</table>")
    assert sum(map(len, found)) < 7_000


def test_rows_without_words_are_left_out() -> None:
    assert rows("<table><tr><td><td><tr><td>甲<td>乙<tr><td> <td>&nbsp;</table>") == (("甲", "乙"),)


def test_head_body_and_foot_follow_each_other() -> None:
    head, foot = "<thead><tr><th>甲<th>乙</thead>", "<tfoot><tr><td>3<td>4</tfoot>"
    markup = f"<table>{head}<tbody><tr><td>1<td>2</tbody>{foot}</table>"
    assert rows(markup) == (("甲", "乙"), ("1", "2"), ("3", "4"))


def test_paragraphs_and_lines_of_a_cell_are_put_on_one_line() -> None:
    assert rows("<table><tr><td><p>one</p><p>two</p><td>a<br>b<tr><td>东<br>桥<td>河</table>") == (
        ("one two", "a b"),
        ("东桥", "河"),
    )


def test_a_cell_too_full_for_one_line_makes_it_a_layout() -> None:
    markup = "<table><tr><td><h2>甲</h2><td><blockquote>乙</blockquote></table>"
    assert html_text(markup).blocks == (Subhead(0, "甲"), Quote(0, "乙", None))
    long = "<table><tr><td>" + "<p>甲</p>" * 4 + "<td>乙</table>"
    assert html_text(long).blocks == (*[Paragraph(0, "甲")] * 4, Paragraph(0, "乙"))


def test_one_that_says_it_is_a_layout_is_one() -> None:
    markup = '<table role="presentation"><tr><td>甲<td>乙<tr><td>丙<td>丁</table>'
    assert [block for block in html_text(markup).blocks if isinstance(block, Table)] == []


def test_a_photo_beside_a_text_is_a_layout_and_photos_in_a_table_follow_it() -> None:
    assert html_text("<table><tr><td><img src=a><td>甲</table>").blocks == (
        PhotoPlace(0, "f1"),
        Paragraph(0, "甲"),
    )
    markup = "<table><tr><td>甲<img src=a><td>乙<tr><td>丙<td>丁</table>"
    assert html_text(markup).blocks == (Table(0, (("甲", "乙"), ("丙", "丁"))), PhotoPlace(0, "f1"))


def test_what_follows_a_table_that_was_left_open_in_a_cell_belongs_to_the_cell() -> None:
    markup = "<table><tr><td>a<td><table><tr><td>b<td>c</table>d<tr><td>e<td>f</table>g"
    assert html_text(markup).blocks[-1] == Paragraph(0, "g")


def test_parts_of_a_table_without_one_are_paragraphs() -> None:
    assert html_text("<tr><td>甲</td><td>乙</td></tr></table>").blocks == (
        Paragraph(0, "甲"),
        Paragraph(0, "乙"),
    )


def test_a_tag_in_a_cell_closes_nothing_outside() -> None:
    markup = "<ul><li>甲<table><tr><td>乙</li></ul><td>丙<tr><td>1<td>2</table><li>丁</ul>"
    found = html_text(markup).blocks
    assert Table(0, (("乙", "丙"), ("1", "2"))) in found
    assert getattr(found[-1], "text", "") == "丁"
