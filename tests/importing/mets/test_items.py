from __future__ import annotations

from reader.edition.article import Kind
from reader.importing.mets.items import Item, items_of
from reader.importing.mets.roles import Role
from reader.importing.mets.structure import mets_of
from reader.importing.safe_xml import parse_xml
from tests.importing.mets.building import area, article, div, mets


def items(*logical: str) -> list[Item]:
    return items_of(mets_of(parse_xml(mets("".join(logical)), "m"), "m"))


def parts(item: Item) -> list[tuple[Role, str]]:
    """Return roles and what they point to of the parts that point to something."""
    return [(part.role, " ".join(each.begin for each in part.areas)) for part in item.parts if part.areas]


def test_pages_are_no_items() -> None:
    assert items(div("PAGE", '<mets:fptr FILEID="A1"/>')) == []
    assert items() == []


def test_an_article_has_its_parts_in_order() -> None:
    (item,) = items(article("B1", "B2", "B3", LABEL="Ferry", DMDID="D1"))
    assert parts(item) == [(Role.HEADLINE, "B1"), (Role.PARAGRAPH, "B2"), (Role.PARAGRAPH, "B3")]
    assert (item.label, item.descriptions, item.kind) == ("Ferry", ("D1",), Kind.NEWS)


def test_text_within_a_part_is_a_piece_of_it() -> None:
    (item,) = items(div("ARTICLE", div("PARAGRAPH", div("TEXT", area("B1")), div("TEXT", area("B2")))))
    assert parts(item) == [(Role.PARAGRAPH, "B1 B2")]


def test_a_part_that_a_picture_interrupts_goes_on_behind_it() -> None:
    inside = (
        div("TEXT", area("B1")),
        div("ILLUSTRATION", div("CAPTION", area("C"))),
        div("TEXT", area("B2")),
    )
    (item,) = items(div("ARTICLE", div("PARAGRAPH", *inside)))
    assert parts(item) == [(Role.PARAGRAPH, "B1"), (Role.CAPTION, "C"), (Role.PARAGRAPH, "B2")]


def test_an_article_that_points_to_its_text_itself_is_paragraphs() -> None:
    (item,) = items(div("ARTICLE", area("B1", "B2")))
    assert parts(item) == [(Role.PARAGRAPH, "B1 B2")]
    assert not item.parts[0].is_one


def test_types_that_are_not_known_are_looked_through() -> None:
    (item,) = items(div("ARTICLE", div("WHATEVER", div("TITLE", area("B1")), area("B2"))))
    assert parts(item) == [(Role.PARAGRAPH, "B2"), (Role.HEADLINE, "B1")]


def test_a_division_of_an_unknown_type_with_text_is_an_item() -> None:
    (item,) = items(div("WHATEVER", div("HEADING", area("B1")), div("BODY", area("B2"))))
    assert parts(item) == [(Role.HEADLINE, "B1"), (Role.PARAGRAPH, "B2")]


def test_an_image_in_an_illustration_is_one_picture() -> None:
    (item,) = items(div("ARTICLE", div("ILLUSTRATION", div("IMAGE", area("C1")))))
    assert [part.role for part in item.parts] == [Role.PICTURE, Role.PARAGRAPH]


def test_a_picture_that_stands_alone_is_an_item() -> None:
    (item,) = items(div("ILLUSTRATION", div("CAPTION", area("B1"))))
    assert (item.kind, parts(item)) == (Kind.PHOTO, [(Role.CAPTION, "B1")])


def test_items_in_items_come_after_them_in_their_section() -> None:
    inner = div("ADVERTISEMENT", area("B2"))
    first, second = items(
        div("SECTION", div("ARTICLE", area("B1"), div("BODY", inner, area("B3"))), LABEL="Trade")
    )
    assert (parts(first), parts(second)) == (
        [(Role.PARAGRAPH, "B1"), (Role.PARAGRAPH, "B3")],
        [(Role.PARAGRAPH, "B2")],
    )
    assert second.kind is Kind.AD
    assert first.group is second.group is not None


def test_a_section_has_its_heads_and_what_stands_loose_in_it() -> None:
    section = div(
        "SECTION", div("HEADING", div("TITLE", area("H"))), div("PARAGRAPH", area("P")), article("B1")
    )
    loose, item = items(section)
    assert parts(loose) == [(Role.PARAGRAPH, "P")]
    assert item.group is not None
    assert [(part.role, part.areas[0].begin) for part in item.group.heads] == [(Role.HEADLINE, "H")]


def test_loose_texts_of_a_division_are_one_item() -> None:
    (item,) = items(div("CONTENT", div("TITLE", area("B1")), div("TEXTBLOCK", area("B2"))))
    assert parts(item) == [(Role.HEADLINE, "B1"), (Role.PARAGRAPH, "B2")]


def test_rows_of_cells_are_counted() -> None:
    rows = [div("ROW", div("CELL", area("a")), div("CELL", area("b"))), div("TR", div("TD", area("c")))]
    (item,) = items(div("ARTICLE", div("TABLE", *rows)))
    assert [part.row for part in item.parts if part.role is Role.CELL] == [1, 1, 2]
