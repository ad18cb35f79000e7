from __future__ import annotations

import pytest

from reader.importing.mets.alto import AltoFile
from reader.importing.mets.alto_reader import alto_file
from reader.importing.mets.running_text import text_of
from reader.importing.safe_xml import parse_xml
from tests.importing.mets.building import V2, V4, alto, block, composed, page, sizes, string

NAMESPACES = [
    None,
    "http://schema.ccs-gmbh.com/ALTO",
    "http://bibnum.bnf.fr/ns/alto_prod",
    V2,
    "http://www.loc.gov/standards/alto/ns-v3#",
    V4,
]


def read(document: bytes) -> AltoFile:
    return alto_file(parse_xml(document, "f.xml"), "f.xml")


def text(file: AltoFile, name: str) -> str:
    start, end = file.ranges[name]
    return text_of(file.words[start:end])


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_every_version_is_read_whatever_its_namespace(namespace: str | None) -> None:
    file = read(alto(page(block("B1", "one two", "three")), namespace=namespace))
    assert text(file, "B1") == "one two three"
    assert [word.line for word in file.words] == [1, 1, 2]


def test_everything_with_an_id_has_its_words() -> None:
    line = f'<TextLine ID="L1">{string("a", ID="S1")}<SP/>{string("b", ID="S2")}</TextLine>'
    file = read(alto(page(composed("C1", block("B1", line, "c")), block("B2", "d"))))
    assert {name: text(file, name) for name in ("P1", "P1_PS", "C1", "B1", "L1", "S2", "B2")} == {
        "P1": "a b c d",
        "P1_PS": "a b c d",
        "C1": "a b c",
        "B1": "a b c",
        "L1": "a b",
        "S2": "b",
        "B2": "d",
    }


def test_of_an_id_given_twice_the_first_counts() -> None:
    assert text(read(alto(page(block("B1", "first"), block("B1", "second")))), "B1") == "first"


def test_blanks_are_where_the_file_has_them() -> None:
    line = f"<TextLine>{string('N')}{string('o')}<SP/>{string('4')}</TextLine>"
    assert text(read(alto(page(block("B1", line)))), "B1") == "No 4"


def test_a_file_that_marks_no_blanks_has_them_everywhere() -> None:
    line = f"<TextLine>{string('one')}{string('two')}</TextLine>"
    assert text(read(alto(page(block("B1", line)))), "B1") == "one two"


def test_there_a_closing_mark_that_touches_its_word_has_none() -> None:
    strings = [("two", 10, 30), (".", 40, 4), ("Three", 60, 30), (",", 100, 4)]
    line = "".join(string(each, HPOS=left, WIDTH=width) for each, left, width in strings)
    assert text(read(alto(page(block("B1", f"<TextLine>{line}</TextLine>")))), "B1") == "two. Three ,"


def test_a_hyphen_is_a_sign_of_the_line() -> None:
    file = read(alto(page(block("B1", "the fer~", "ry"))))
    assert [(word.content, word.hyphen) for word in file.words] == [("the", ""), ("fer", "-"), ("ry", "")]


def test_a_soft_hyphen_is_shown_as_a_hyphen() -> None:
    line = f'<TextLine>{string("fer")}<HYP CONTENT="\xad"/></TextLine>'
    assert text(read(alto(page(block("B1", line)))), "B1") == "fer-"


def test_a_hyphen_within_a_line_is_text() -> None:
    line = f'<TextLine>{string("well")}<HYP CONTENT="-"/>{string("known")}</TextLine>'
    assert text(read(alto(page(block("B1", line)))), "B1") == "well-known"


def test_a_hyphen_alone_in_its_line_is_a_word() -> None:
    assert text(read(alto(page(block("B1", '<TextLine><HYP CONTENT="-"/></TextLine>')))), "B1") == "-"


def test_the_halves_of_a_word_are_known() -> None:
    first = string("exam", SUBS_TYPE="HypPart1", SUBS_CONTENT="example")
    second = string("ple", SUBS_TYPE="HypPart2", SUBS_CONTENT="example")
    lines = [f'<TextLine>{first}<HYP CONTENT="-"/></TextLine>', f"<TextLine>{second}</TextLine>"]
    assert text(read(alto(page(block("B1", *lines)))), "B1") == "example"


def test_a_string_without_content_is_spelt_by_its_glyphs() -> None:
    glyphs = '<Glyph CONTENT="a"><Variant CONTENT="o"/></Glyph><Glyph CONTENT="b"/>'
    line = f"<TextLine><String>{glyphs}</String><String/>{string(' ')}</TextLine>"
    assert [word.content for word in read(alto(page(block("B1", line)))).words] == ["ab"]


def test_alternatives_are_no_text() -> None:
    line = '<TextLine><String CONTENT="Straße"><ALTERNATIVE>Strasse</ALTERNATIVE></String></TextLine>'
    assert text(read(alto(page(block("B1", line)))), "B1") == "Straße"


def test_content_is_verbatim() -> None:
    assert (
        read(alto(page(block("B1", f"<TextLine>{string('a & <b>')}</TextLine>")))).words[0].content
        == "a & <b>"
    )


def test_illustrations_have_names_and_no_words() -> None:
    file = read(alto(page(block("B1", "a"), '<Illustration ID="I1"/><GraphicalElement ID="G1"/>')))
    assert file.ranges["I1"] == file.ranges["G1"] == (1, 1)
    assert file.pictures == {"I1"}


def test_blocks_know_page_size_label_and_margin() -> None:
    tags = '<Tags><StructureTag ID="T1" LABEL="title"/><LayoutTag ID="T2" TYPE="x" LABEL=""/></Tags>'
    line = f"<TextLine STYLEREFS='S'>{string('small one')}</TextLine>"
    margin = f"<TopMargin>{block('M', 'Page 1')}</TopMargin>"
    document = alto(
        page(
            block("B1", "big", STYLEREFS="PAR L", TAGREFS="nobody T1"),
            composed(
                "C1",
                block("B2", line),
                TYPE="Advertisement",
            ),
            margins=margin,
            STYLEREFS="S",
        ),
        page(block("B3", "x", TAGREFS="T2"), name="P2"),
        before=sizes(L=20, S=8, Z=0) + tags,
    )
    blocks = read(document).blocks
    assert [(each.page, each.size, each.label, each.is_marginal) for each in blocks] == [
        (0, 8, "", True),
        (0, 20, "title", False),
        (0, 8, "Advertisement", False),
        (1, 0, "x", False),
    ]


def test_the_size_of_a_block_is_that_of_most_of_it() -> None:
    line = f"<TextLine>{string('A', STYLEREFS='L')}<SP/>{string('paragraph')}</TextLine>"
    document = alto(page(block("B1", line, STYLEREFS="S")), before=sizes(L=30, S=9))
    assert read(document).blocks[0].size == 9


def test_blocks_right_in_a_page_are_read_too() -> None:
    document = alto(
        '<Page ID="P1"><TextBlock ID="B1"><TextLine><String CONTENT="a"/></TextLine></TextBlock></Page>'
    )
    assert text(read(document), "P1") == "a"


@pytest.mark.parametrize(
    ("attributes", "label"),
    [
        ({"PRINTED_IMG_NR": "7", "PHYSICAL_IMG_NR": "3"}, "7"),
        ({"PHYSICAL_IMG_NR": "3"}, "3"),
        ({}, ""),
    ],
)
def test_a_page_is_called_by_its_printed_number(attributes: dict[str, str], label: str) -> None:
    assert read(alto(page(**attributes))).pages[0].label == label


@pytest.mark.parametrize(
    ("attributes", "words", "confidence"),
    [
        ({"PC": "0.2"}, {"WC": "0.5"}, 0.5),
        ({"PC": "0.2"}, {}, 0.2),
        ({"ACCURACY": "88"}, {}, 0.88),
        ({"PC": "much"}, {"WC": "nan"}, None),
    ],
)
def test_confidence_is_the_words_else_the_pages(
    attributes: dict[str, str], words: dict[str, str], confidence: float | None
) -> None:
    line = f"<TextLine>{string('a', **words)}</TextLine>"
    assert read(alto(page(block("B1", line), **attributes))).pages[0].confidence == confidence


def test_the_language_is_that_of_most_words() -> None:
    document = alto(
        page(block("B1", "a b c", LANG="fr"), block("B2", "d", language="de"), block("B3", "e"), LANG="de")
    )
    assert read(document).language == "fr"
    assert read(alto(page(block("B1", "a")))).language == ""


@pytest.mark.parametrize(
    ("said", "image"),
    [
        (r"D:\scans\herald_1936-05-04_1.tif", "herald_1936-05-04_1.tif"),
        ("/scans/2019-03-01/1.tif", "1.tif"),
        (" 1.tif ", "1.tif"),
        ("", ""),
    ],
)
def test_the_picture_it_was_read_from_is_known_by_its_name(said: str, image: str) -> None:
    before = f"<sourceImageInformation><fileName>{said}</fileName></sourceImageInformation>"
    assert alto_file(parse_xml(alto(page(), before=before), "1.xml"), "1.xml").image == image
