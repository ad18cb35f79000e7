from __future__ import annotations

import pytest

from reader.importing.mets.alto_reader import alto_file
from reader.importing.mets.mets import METS
from reader.importing.mets.repairing import repaired
from reader.importing.mets.running_text import text_of
from reader.importing.safe_xml import parse_xml
from tests.importing.checked import WISHES, imports
from tests.importing.mets.building import alto, block, page

BROKEN = alto(page(block("B1", "the fer-", "ry runs")))


def repair(*lines: str) -> tuple[str, int]:
    file, count = repaired(alto_file(parse_xml(alto(page(block("B1", *lines))), "f"), "f"))
    return text_of(file.words), count


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("the fer-", "ry"), "the ferry"),
        (("the fer¬", "ry"), "the ferry"),
        (("the Fer¬", "Ry"), "the Fer¬ Ry"),
        (("the well-known", "ferry"), "the well-known ferry"),
        (("Nord-", "Amerika"), "Nord- Amerika"),
        (("1914 -", "or so"), "1914 - or so"),
        (("1914-", "eighteen"), "1914- eighteen"),
        (("the ferry-",), "the ferry-"),
    ],
)
def test_only_what_is_surely_broken_is_put_together(lines: tuple[str, ...], text: str) -> None:
    assert repair(*lines)[0] == text


def test_repairs_are_counted() -> None:
    assert repair("the fer-", "ry on the ri-", "ver") == ("the ferry on the river", 2)


def test_a_word_is_not_put_together_over_blocks() -> None:
    document = alto(page(block("B1", "the fer-"), block("B2", "ry")))
    assert repaired(alto_file(parse_xml(document, "f"), "f"))[1] == 0


def test_nothing_is_put_together_unless_one_asks() -> None:
    editions, told = imports(METS, BROKEN)
    assert editions[0].sections[0].articles[0].body == "the fer- ry runs"
    assert not any("put back together" in each.render("en") for each in told)


def test_it_is_told_when_one_asks() -> None:
    editions, told = imports(METS, BROKEN, WISHES._replace(is_repairing=True))
    assert editions[0].sections[0].articles[0].body == "the ferry runs"
    assert any("put back together: 1" in each.render("en") for each in told)
