from __future__ import annotations

from reader.edition.article import Article, Kind
from reader.importing.mets.alto_reader import alto_file
from reader.importing.mets.articles import Assembled, Given, assembled
from reader.importing.mets.claims import Piece
from reader.importing.mets.roles import Role
from reader.importing.safe_xml import parse_xml
from tests.importing.mets.building import alto, block, page

NAMES = ["one", "two", "three", "four", "five", "six"]
FILE = alto_file(parse_xml(alto(page(*(block(name, f"{name} text") for name in NAMES))), "f"), "f")


def pieces(*names: str) -> list[Piece]:
    return [Piece(0, NAMES.index(name), *FILE.ranges[name]) for name in names]


def made(*given: Given) -> Assembled:
    return assembled([FILE], given, Kind.NEWS)


def article(*given: tuple[Role, str]) -> Article:
    return made(*(Given(role, pieces(name) if name else []) for role, name in given)).article


def test_heads_before_the_text_are_heads() -> None:
    set_ = article(
        (Role.KICKER, "one"),
        (Role.HEADLINE, "two"),
        (Role.DECK, "three"),
        (Role.BYLINE, "four"),
        (Role.DATELINE, "five"),
        (Role.PARAGRAPH, "six"),
    )
    assert (set_.kicker, set_.headline, set_.deck) == ("one text", "two text", "three text")
    assert (set_.byline, set_.dateline, set_.body) == ("four text", "five text", "six text")


def test_heads_in_the_text_are_subheads_and_a_byline_may_end_it() -> None:
    set_ = article(
        (Role.HEADLINE, "one"),
        (Role.PARAGRAPH, "two"),
        (Role.HEADLINE, "three"),
        (Role.DATELINE, "four"),
        (Role.BYLINE, "five"),
        (Role.BYLINE, "six"),
    )
    assert set_.headline == "one text"
    assert set_.body == "two text\n\n### three text\n\nfour text\n\nsix text"
    assert set_.byline == "five text"


def test_several_headlines_are_one() -> None:
    assert article((Role.HEADLINE, "one"), (Role.HEADLINE, "two")).headline == "one text two text"


def test_a_kicker_or_a_deck_alone_is_the_headline() -> None:
    assert article((Role.KICKER, "one"), (Role.PARAGRAPH, "two")).headline == "one text"
    alone = article((Role.KICKER, "one"), (Role.DECK, "two"))
    assert (alone.kicker, alone.headline, alone.deck) == ("one text", "two text", None)


def test_a_byline_of_nothing_is_text() -> None:
    assert article((Role.BYLINE, "one"), (Role.DATELINE, "two")).body == "one text\n\ntwo text"


def test_blocks_are_marked_as_what_they_are() -> None:
    set_ = article(
        (Role.SUBHEAD, "one"),
        (Role.QUOTE, "two"),
        (Role.LIST_ITEM, "three"),
        (Role.VERSE, "four"),
        (Role.TEXT, "five"),
    )
    assert set_.body == "### one text\n\n> two text\n\n- three text\n\n~ four text\n\nfive text"


def test_a_part_of_many_blocks_is_one_text_or_many() -> None:
    assert made(Given(Role.PARAGRAPH, pieces("one", "two"))).article.body == "one text two text"
    many = made(Given(Role.PARAGRAPH, pieces("one", "two"), is_one=False))
    assert many.article.body == "one text\n\ntwo text"


def test_cells_make_a_table_until_something_else_comes() -> None:
    set_ = made(
        Given(Role.CELL, pieces("one"), row=1),
        Given(Role.CELL, pieces("two"), row=1),
        Given(Role.CELL, [], row=2),
        Given(Role.CELL, pieces("three"), row=2),
        Given(Role.TABLE, []),
        Given(Role.CELL, pieces("four"), row=3),
    )
    assert set_.article.body == "| one text | two text |\n|  | three text |\n\n| four text |"


def test_cells_without_words_are_no_table() -> None:
    assert made(Given(Role.CELL, [], row=1)).article.body == ""


def test_a_caption_makes_a_photo_of_the_picture_before_it() -> None:
    set_ = made(
        Given(Role.PICTURE, []),
        Given(Role.CAPTION, pieces("one")),
        Given(Role.PICTURE, []),
        Given(Role.PARAGRAPH, pieces("two")),
        Given(Role.CAPTION, pieces("three")),
    )
    assert [(photo.id, photo.caption) for photo in set_.article.photos] == [
        ("photo-1", "one text"),
        ("photo-2", "three text"),
    ]
    assert set_.article.body == "![photo-1]\n\ntwo text\n\n![photo-2]"
    assert set_.bare_pictures == 1


def test_it_is_known_where_the_first_words_stand() -> None:
    assert made(Given(Role.HEADLINE, []), Given(Role.TEXT, pieces("three"))).first == pieces("three")[0]
    assert made().first is None
