from __future__ import annotations

from reader.importing.mets.alto_reader import alto_file
from reader.importing.mets.contents import Contents, contents_of, contents_without_structure
from reader.importing.mets.descriptions import Described
from reader.importing.mets.pages import Pages
from reader.importing.mets.structure import mets_of
from reader.importing.safe_xml import parse_xml
from tests.importing.mets.building import alto, area, article, block, div, mets, mods, page

NAMES = ("B1", "B2", "B3", "B4")
SHEET = alto(page(*(block(name, f"text of {name}") for name in NAMES)))


def pages() -> Pages:
    made = Pages()
    made.add(alto_file(parse_xml(SHEET, "f"), "f"), "A1", {"": "1"})
    return made


def contents(logical: str, **descriptions: Described) -> Contents:
    root = parse_xml(mets(logical, about=mods("D1", "")), "m")
    return contents_of(mets_of(root, "m"), pages(), descriptions, "m")


def outline(made: Contents) -> list[tuple[str | None, str, str, bool]]:
    return [(each.article.headline, each.article.body, each.group, each.is_left) for each in made.placed]


def said(made: Contents) -> list[str]:
    return [each.what.en for each in made.observations]


def test_articles_get_their_words_and_what_is_left_is_kept() -> None:
    made = contents(article("B1", "B3"))
    assert outline(made) == [
        ("text of B1", "text of B3", "", False),
        (None, "text of B2\n\ntext of B4", "", True),
    ]
    assert any("6 words on pages 1 belong to no article" in each for each in said(made))


def test_without_articles_pages_are_divided() -> None:
    (each,) = contents(div("PAGE", '<mets:fptr FILEID="A1"/>')).placed
    assert (each.is_left, each.article.body.count("text")) == (False, 4)
    assert contents_without_structure(pages(), "m").placed == [each]


def test_descriptions_give_kind_title_and_authors() -> None:
    told = Described(title="Ferry", subtitle="Again", genre="letter", authors=("Ada Hill",))
    made = contents(div("ARTICLE", area("B1"), DMDID="D1"), D1=told)
    first = made.placed[0].article
    assert (first.headline, first.deck, first.kind.value, first.authors) == (
        "Ferry",
        "Again",
        "letter",
        ("Ada Hill",),
    )
    assert (made.inferred, made.described) == (["headline"], frozenset({"D1"}))


def test_a_section_is_named_by_its_words_else_by_its_label() -> None:
    heads = div("SECTION", div("HEADING", area("B1")), article("B2"), LABEL="Label")
    assert outline(contents(heads))[0][2] == "text of B1"
    assert outline(contents(div("SECTION", article("B2"), LABEL="Label")))[0][2] == "Label"
    assert outline(contents(div("SECTION", article("B2"), LABEL="section")))[0][2] == ""


def test_the_heading_of_a_section_whose_articles_are_empty_is_not_lost() -> None:
    empty = div("SECTION", div("HEADING", area("B1")), div("ARTICLE"))
    made = contents(empty + article("B2", "B3", "B4"))
    assert (None, "text of B1", "", True) in outline(made)


def test_an_article_named_by_a_label_only_is_kept() -> None:
    made = contents(div("ARTICLE", LABEL="Lost") + article("B1", "B2", "B3", "B4"))
    assert outline(made)[0] == ("Lost", "", "", False)


def test_pointers_to_other_files_are_passed_over() -> None:
    made = contents(article("B1", "B2") + div("ARTICLE", area("B3", file="IMG1"), LABEL="The pier"))
    assert [each.article.headline for each in made.placed] == ["text of B1", "The pier", None]
    assert not any("lead to nothing" in each for each in said(made))


def test_tags_of_blocks_count_where_the_structure_says_nothing_of_them() -> None:
    tags = '<Tags><StructureTag ID="T" LABEL="title"/><RoleTag ID="A" LABEL="author"/></Tags>'
    blocks = (block("B1", "Ferry", TAGREFS="T"), block("B2", "Ada", TAGREFS="A"), block("B3", "It runs."))
    made = Pages()
    made.add(alto_file(parse_xml(alto(page(*blocks), before=tags), "f"), "f"), "A1", {})
    root = parse_xml(mets(div("ARTICLE", area("B1", "B2", "B3"))), "m")
    article = contents_of(mets_of(root, "m"), made, {}, "m").placed[0].article
    assert (article.headline, article.byline, article.body) == ("Ferry", "Ada", "It runs.")


def test_a_subtitle_is_the_deck_unless_the_page_prints_it() -> None:
    own = article("B1", "B2", DMDID="D1")
    for subtitle, deck in (("After two weeks", "After two weeks"), ("Text of b2", None)):
        told = Described(title="text of B1", subtitle=subtitle)
        made = contents(own, D1=told)
        assert (made.placed[0].article.headline, made.placed[0].article.deck) == ("text of B1", deck)
