from __future__ import annotations

from collections.abc import Mapping

import pytest

from reader.edition.body import Paragraph, Quote
from reader.importing.html_blocks import html_pieces, html_text


def texts(markup: str) -> list[str]:
    return [getattr(block, "text", "") for block in html_text(markup).blocks]


class TestReadings:
    @pytest.mark.parametrize(
        ("markup", "text"),
        [
            ("<ruby>渡口<rt>dùkǒu</ruby>边", "渡口（dùkǒu）边"),
            ("<ruby><rb>渡<rb>口<rtc><rt>dù<rt>kǒu</rtc></ruby>", "渡口（dù）（kǒu）"),
            ("<ruby>渡<rp>（<rt>dù<rp>）</ruby>", "渡（dù）"),
            ("<ruby>渡<rp>见下</rp><rt>dù</rt></ruby>", "渡见下（dù）"),
            ("<rt>dù", "（dù）"),
            ("<ruby>渡<rt>dù</ruby><ruby>口<rt>kǒu</ruby>", "渡（dù）口（kǒu）"),
        ],
    )
    def test_stand_after_their_characters(self, markup: str, text: str) -> None:
        assert texts(markup) == [text]

    def test_end_with_their_paragraph(self) -> None:
        assert texts("<p><ruby>渡<rt>dù</p><p>口</p>") == ["渡（dù）", "口"]


class TestLinks:
    def test_end_where_the_next_begins_or_the_text_ends(self) -> None:
        assert html_text("<a href=x>甲<a href=y>乙<p>丙").links == (("甲", "x"), ("乙丙", "y"))

    def test_without_words_are_told_too(self) -> None:
        assert html_text("<a href=x><img src=a></a>").links == (("", "x"),)

    def test_without_an_address_are_none(self) -> None:
        assert html_text("<a>甲</a><a name=x>乙</a><a href=''>丙</a>").links == ()


class TestTitles:
    def test_the_first_counts(self) -> None:
        assert html_text("<title>甲</title><title>乙</title>").title == "甲"

    def test_that_of_a_drawing_is_none(self) -> None:
        assert html_text("<svg><title>甲</title><desc>乙</desc><text>丙</text></svg>").title is None
        assert texts("<svg><title>甲</title><desc>乙</desc><text>丙</text></svg>") == ["丙"]

    def test_one_left_open_ends_at_the_next_tag(self) -> None:
        found = html_text("<title>甲<p>乙")
        assert (found.title, texts("<title>甲<p>乙")) == ("甲", ["乙"])


class TestCredits:
    def test_a_credit_in_a_caption_is_cut_out_of_it(self) -> None:
        markup = (
            '<figure><img src=a><figcaption>东桥<span class="photo-credit">摄影 <span>林一舟</span></span>'
            "通车</figcaption></figure>"
        )
        (photo,) = html_text(markup).photos
        assert (photo.caption, photo.credit) == ("东桥通车", "摄影 林一舟")

    def test_a_paragraph_of_a_figure_may_be_one(self) -> None:
        (photo,) = html_text('<figure><img src=a><p class="credit">林一舟摄</p>东桥</figure>').photos
        assert photo.credit == "林一舟摄"

    def test_outside_a_figure_it_is_text(self) -> None:
        assert texts('<p>东桥<span class="credit">林一舟摄</span>') == ["东桥林一舟摄"]

    def test_one_that_is_left_open_ends_with_its_paragraph(self) -> None:
        markup = "<figure><img src=a><figcaption><p>甲<span class=credit>乙</p><p>丙</figcaption></figure>丁"
        (photo,) = html_text(markup).photos
        assert (photo.caption, photo.credit) == ("甲乙丙", None)
        assert texts(markup)[-1] == "丁"


class TestFurniture:
    @staticmethod
    def is_bar(_name: str, words: Mapping[str, str]) -> bool:
        return words.get("class") == "bar"

    def left(self, markup: str) -> list[object]:
        return [piece.block for piece in html_pieces(markup, self.is_bar).pieces]

    def test_a_block_of_it_parts_paragraphs(self) -> None:
        assert self.left("甲<div class=bar>坏</div>乙") == [Paragraph(0, "甲"), Paragraph(0, "乙")]

    def test_a_word_of_it_does_not(self) -> None:
        assert self.left("甲<span class=bar>坏<span>坏</span></span>乙") == [Paragraph(0, "甲乙")]

    def test_an_empty_element_of_it_takes_nothing_with_it(self) -> None:
        assert self.left("<img class=bar src=a>甲<div class=bar />乙<br class=bar>丙") == [
            Paragraph(0, "甲"),
            Paragraph(0, "乙丙"),
        ]

    def test_what_is_in_it_is_neither_link_nor_photo(self) -> None:
        found = html_pieces("<div class=bar><a href=x>坏</a><img src=a></div>", self.is_bar)
        assert (found.links, found.photos) == ((), ())


def test_ids_of_what_was_left_out_lead_nowhere_and_others_to_their_block() -> None:
    found = html_pieces('<p id="a">甲<a name="b"></a><p><span xml:id="c">乙</span><img id="d" src=x>')
    assert [piece.ids for piece in found.pieces] == [("a", "b"), ("c", "d"), ()]


def test_a_quote_in_a_cell_is_said_by_nobody_outside() -> None:
    markup = (
        "<blockquote>甲</blockquote><table><tr><td><blockquote><footer>林一舟</footer></blockquote></table>"
    )
    assert html_text(markup).blocks == (Quote(0, "甲", None), Quote(0, "林一舟", None))
