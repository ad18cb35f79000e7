from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Photo
from reader.edition.body import Paragraph, PhotoPlace, Quote, Rule, Subhead, Table, Verse
from reader.edition.body_text import body_text
from reader.importing.source import Source
from reader.importing.wire.body import Form, fullest, html_form, plain_form, set_body, squeezed, words_of
from reader.importing.wire.pictures import PictureBox


def _box() -> PictureBox:
    return PictureBox(Source(path=None, given=b""))


def test_empty_lines_part_the_paragraphs_of_plain_text() -> None:
    form = plain_form("text", "第一段。\n\n第二段。\n  \n\n第三段。\n")
    assert body_text(form.blocks) == "第一段。\n\n第二段。\n\n第三段。"
    assert not form.is_marked_up


def test_lines_that_end_like_sentences_are_paragraphs() -> None:
    form = plain_form("text", "大桥今天通车。\r\n三年建成。\r\n市民上桥参观。")
    assert len(form.blocks) == 3


def test_lines_broken_for_a_measure_are_joined() -> None:
    lines = "The bridge over the river was opened\nthis morning after three years of work many\nhands"
    assert body_text(plain_form("text", lines).blocks) == lines.replace("\n", " ")


def test_plain_text_is_never_markup() -> None:
    assert body_text(plain_form("text", "1 < 2 & <b>bold</b> &amp;").blocks) == "1 < 2 & <b>bold</b> &amp;"


@given(st.text(max_size=80))
def test_no_character_of_plain_text_is_lost(text: str) -> None:
    found = "".join(words_of(plain_form("text", text).blocks))
    for letter in {character for character in text if character.isascii() and character.isalnum()}:
        assert found.count(letter) >= text.count(letter)


def test_the_words_of_every_kind_of_block_are_known() -> None:
    blocks = (
        Paragraph(0, "a"),
        Subhead(0, "b"),
        Quote(0, "c", "d"),
        Table(0, (("e", "f"), ("g",))),
        Verse(0, ("h", "", "i")),
        Rule(0),
        PhotoPlace(0, "f1"),
    )
    assert words_of(blocks) == ["a", "b", "c d", "e f g", "h i"]


def test_squeezing_leaves_letters_and_digits() -> None:
    assert squeezed("— Aurora_23, “河湾”!") == "aurora23河湾"


def test_the_form_with_markup_is_taken_when_both_say_the_same() -> None:
    html = html_form("html", "<p>一段。</p><blockquote>二段。</blockquote>")
    chosen, told = fullest([plain_form("text", "一段。\n— 二段。"), html], "x", "")
    assert chosen == html
    assert told == []


def test_the_longest_form_is_taken_when_the_others_are_cut() -> None:
    html = html_form("html", "<p>The beginning</p>")
    plain = plain_form("text", "The beginning\n\nthe middle and the end of a longer story")
    chosen, told = fullest([html, plain], "x", "")
    assert chosen == plain
    assert told == []


def test_a_form_that_says_something_else_is_set_after_it() -> None:
    main = html_form("main", "<p>The story itself.</p><p>It goes on.</p>")
    facts = html_form("facts", '<p>Facts of another kind</p><figure><img src="a.jpg" alt="a"></figure>')
    chosen, told = fullest([main, facts], "x", "")
    assert chosen is not None
    assert body_text(chosen.blocks).split("\n\n") == [
        "The story itself.",
        "It goes on.",
        "---",
        "Facts of another kind",
        "![f1]",
    ]
    assert told == []


def test_photos_of_what_is_set_after_it_are_numbered_on() -> None:
    main = html_form("main", '<p>The story itself goes on and on.</p><img src="1.jpg" alt="one">')
    other = html_form("other", '<p>Something else</p><img src="2.jpg" alt="two">')
    chosen, _ = fullest([main, other], "x", "")
    assert chosen is not None
    assert [photo.src for photo in chosen.photos] == ["1.jpg", "2.jpg"]
    assert [block.photo_id for block in chosen.blocks if isinstance(block, PhotoPlace)] == ["f1", "f2"]


def test_words_that_only_a_variant_has_are_told() -> None:
    main = html_form("main", "<p>One two three four five six.</p><p>Seven eight nine ten.</p>")
    variant = plain_form("text", "BAY (RNA)\n\nOne two three four five six.\n\nSeven eight nine ten.")
    chosen, told = fullest([main, variant], "x.json", "item 1")
    assert chosen == main
    [observation] = told
    assert "BAY (RNA)" in observation.what.en
    assert (observation.source, observation.part) == ("x.json", "item 1")


def test_a_number_before_an_item_is_no_other_word() -> None:
    html = html_form("html", '<ol start="7"><li>seventh</li></ol><p>and more of it</p>')
    assert fullest([html, plain_form("text", "7. seventh\n\nand more of it")], "x", "")[1] == []


def test_a_vocabulary_nobody_knows_is_taken_only_when_it_is_all_there_is() -> None:
    foreign = html_form("xml", "<p>header</p><p>words words words</p>", is_foreign=True)
    plain = plain_form("text", "words words words")
    assert fullest([foreign, plain], "x", "")[0] == plain
    assert fullest([foreign], "x", "")[0] == foreign


@pytest.mark.parametrize("forms", [[], [plain_form("text", "  \n ")], [html_form("html", "<p></p>")]])
def test_without_words_there_is_no_body(forms: list[Form]) -> None:
    form, told = fullest(forms, "x", "")
    assert form is None
    assert told == []
    assert set_body(form, _box(), None).text == ""


def test_a_headline_that_opens_the_body_again_is_left_out() -> None:
    form = html_form("html", "<h1>大桥 通车</h1><p>今天。</p><h2>大桥通车</h2>")
    assert set_body(form, _box(), "大桥通车").text == "今天。\n\n### 大桥通车"
    assert set_body(form, _box(), "别的").text.startswith("### 大桥 通车")


def test_photos_stand_by_their_ids_and_those_without_anything_are_left_out() -> None:
    form = html_form("html", '<img src="http://h/a"><p>x</p><figure><img src="http://h/b" alt="图"></figure>')
    box = _box()
    body = set_body(form, box, None)
    assert body.text == "x\n\n![f2]"
    assert body.photos == (Photo(id="f2", alt="图"),)
    assert body.shown == {"http://h/a", "http://h/b"}
    assert len(box.told()) == 1


def test_alternative_words_that_repeat_the_caption_are_left_out() -> None:
    form = html_form("html", '<figure><img src="a" alt="大桥"><figcaption>大桥。</figcaption></figure>')
    assert set_body(form, _box(), None).photos == (Photo(id="f1", caption="大桥。"),)


def test_what_is_known_of_a_picture_besides_outweighs_the_body() -> None:
    form = html_form("html", '<img src="urn:p" alt="图片"><p>x</p>')
    known = {"urn:p": Photo(file="p.jpg", caption="大桥。", credit="陈小满")}
    body = set_body(form, _box(), None, known)
    assert body.photos == (Photo(id="f1", file="p.jpg", caption="大桥。", credit="陈小满"),)
