from __future__ import annotations

from reader.edition.article import Kind
from reader.importing.mets.alto_reader import alto_file
from reader.importing.mets.articles import assembled
from reader.importing.mets.claims import granted
from reader.importing.mets.unsegmented import body_size, stories
from reader.importing.safe_xml import parse_xml
from tests.importing.mets.building import alto, block, page, sizes

TAGS = (
    '<Tags><StructureTag ID="T" LABEL="title"/><RoleTag ID="A" LABEL="author"/>'
    '<LayoutTag ID="AD" LABEL="freead"/><LayoutTag ID="K" LABEL="overline"/></Tags>'
)


def divided(*blocks: str) -> list[tuple[str | None, str | None, str | None, str, Kind]]:
    """Return kicker, headline, deck, body and kind of each story of a page."""
    document = alto(page(*blocks), before=sizes(XL=30, L=20, S=9) + TAGS)
    files = [alto_file(parse_xml(document, "f"), "f")]
    _, left = granted(0, files[0], [])
    made = [
        assembled(files, story.parts, story.kind).article for story in stories(files, left, body_size(files))
    ]
    return [(each.kicker, each.headline, each.deck, each.body, each.kind) for each in made]


def big(words: str, style: str = "L") -> str:
    return block(words[:2], words, STYLEREFS=style)


def small(words: str, **attributes: str) -> str:
    return block(words[:2], words, STYLEREFS="S", **attributes)


def test_a_story_begins_at_large_type() -> None:
    assert divided(
        small("before all"), big("Ferry"), small("it runs now"), big("Rain"), small("it rains")
    ) == [
        (None, None, None, "before all", Kind.NEWS),
        (None, "Ferry", None, "it runs now", Kind.NEWS),
        (None, "Rain", None, "it rains", Kind.NEWS),
    ]


def test_of_headings_together_the_largest_is_the_headline() -> None:
    blocks = (big("From the pier"), big("FERRY", "XL"), big("It runs"), small("it runs again on the river"))
    assert divided(*blocks) == [
        ("From the pier", "FERRY", "It runs", "it runs again on the river", Kind.NEWS)
    ]


def test_much_text_in_large_type_is_no_heading() -> None:
    ((_, headline, _, body, _),) = divided(big("word " * 41 + "end"), small("small words here " * 30))
    assert headline is None
    assert body.startswith("word word")


def test_without_sizes_a_page_is_one_story() -> None:
    assert len(divided(block("B1", "one"), block("B2", "two"))) == 1


def test_tags_say_more_than_sizes() -> None:
    blocks = (
        small("kick", TAGREFS="K"),
        small("ferry", TAGREFS="T"),
        small("by Ada", TAGREFS="A"),
        small("it runs"),
        small("rope for sale", TAGREFS="AD"),
        small("more rope", TAGREFS="AD"),
        small("and on it goes"),
    )
    assert divided(*blocks) == [
        ("kick", "ferry", None, "it runs", Kind.NEWS),
        (None, None, None, "rope for sale\n\nmore rope", Kind.AD),
        (None, None, None, "and on it goes", Kind.NEWS),
    ]


def test_an_empty_page_has_no_story() -> None:
    assert divided() == []


def test_the_size_of_the_body_is_that_of_most_words() -> None:
    document = alto(
        page(big("Ferry"), small("it runs now"), block("X", "no size at all here")), before=sizes(L=20, S=9)
    )
    assert body_size([alto_file(parse_xml(document, "f"), "f")]) == 9
    assert body_size([]) == 0
