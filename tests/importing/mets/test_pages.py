from __future__ import annotations

from reader.importing.mets.alto_reader import alto_file
from reader.importing.mets.claims import Piece
from reader.importing.mets.pages import Pages, joined_labels, tongue_of
from reader.importing.safe_xml import parse_xml
from tests.importing.mets.building import alto, block, line, page


def pages_of(*files: tuple[bytes, dict[str, str]]) -> Pages:
    pages = Pages()
    for number, (document, labels) in enumerate(files, 1):
        pages.add(alto_file(parse_xml(document, "f"), "f"), f"A{number}", labels)
    return pages


def sheet(name: str, **attributes: str) -> str:
    return page(block(f"{name}_B", f"words of {name}"), name=name, **attributes)


def test_pages_are_called_by_the_issue_else_by_themselves_else_by_their_order() -> None:
    pages = pages_of(
        (alto(sheet("P1")), {"": "A1"}),
        (alto(sheet("P2")), {"P2": "A2"}),
        (alto(sheet("P3")), {"other": "A3"}),
        (alto(sheet("P4", PRINTED_IMG_NR="IV"), sheet("P5")), {}),
    )
    assert pages.labels == ["A1", "A2", "A3", "IV", "5"]


def test_a_piece_is_on_its_page() -> None:
    pages = pages_of((alto(sheet("P1"), sheet("P2")), {}), (alto(sheet("P3")), {}))
    assert [pages.page_of(Piece(0, 1, 3, 4)), pages.page_of(Piece(1, 0, 0, 1))] == [1, 2]
    assert pages.numbers == {"A1": 0, "A2": 1}


def test_pages_of_one_name_are_called_by_their_order() -> None:
    pages = pages_of(
        (alto(sheet("P1", PHYSICAL_IMG_NR="1")), {}), (alto(sheet("P2", PHYSICAL_IMG_NR="1")), {})
    )
    pages.number_doubles()
    assert pages.labels == ["1", "2"]
    other = pages_of((alto(sheet("P1", PHYSICAL_IMG_NR="7")), {}))
    other.number_doubles()
    assert other.labels == ["7"]


def test_pages_with_little_confidence_are_named_unless_they_are_short() -> None:
    doubtful = page(block("B", *[line("some more words", WC="0.5")] * 10), name="P1")
    short = page(block("C", line("word", WC="0.1")), name="P2")
    sure = page(block("D", *[line("some more words", WC="0.9")] * 10), name="P3")
    assert pages_of((alto(doubtful, short, sure), {})).doubtful() == [("1", 0.5)]


def test_the_language_is_that_of_most_files() -> None:
    french = alto(page(block("B", "mots", LANG="fr")))
    german = alto(page(block("B", "Worte", LANG="ger")))
    assert pages_of((french, {}), (german, {}), (german, {})).language() == "de"
    assert pages_of((alto(page(block("B", "渡船复航"))), {})).language() is None
    assert pages_of((alto(page(block("B", "渡船今天复航"))), {})).guessed_language() == "zh-CN"


def test_sections_speak_chinese_or_english() -> None:
    assert [tongue_of(each) for each in ("zh-TW", "yue", "ja", "fr")] == ["zh", "zh", "en", "en"]


def test_labels_are_named_once() -> None:
    assert joined_labels(["1", "2", "1"]) == ["1", "2"]
