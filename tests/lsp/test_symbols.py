"""The outline as symbols."""

from __future__ import annotations

from lsprotocol import types

from reader.lsp.symbols import document_symbols, flat
from tests.copydesk.desk import FAULTY
from tests.copydesk.test_outline import TEXT
from tests.lsp.drafts import URI, an_examination


def test_the_tree_is_that_of_the_edition() -> None:
    notices, section = document_symbols(an_examination(TEXT))[:2], document_symbols(an_examination(TEXT))[2]
    assert [(one.name, one.kind) for one in notices] == [
        ("大雾黄色预警", types.SymbolKind.Event),
        ("道路结冰", types.SymbolKind.Event),
    ]
    assert (section.name, section.detail, section.kind) == ("要闻", "01", types.SymbolKind.Namespace)
    assert section.children is not None
    assert [one.kind for one in section.children[0].children or ()] == [types.SymbolKind.String] * 2
    assert section.children[1].children is None


def test_what_is_chosen_lies_in_the_part() -> None:
    def check(one: types.DocumentSymbol) -> None:
        outer, inner = one.range, one.selection_range
        assert (outer.start.line, outer.start.character) <= (inner.start.line, inner.start.character)
        assert (inner.end.line, inner.end.character) <= (outer.end.line, outer.end.character)
        for below in one.children or ():
            check(below)

    for symbol in document_symbols(an_examination("\ufeff" + TEXT)):
        check(symbol)


def test_a_byte_order_mark_moves_nothing_below_its_line() -> None:
    with_mark, without = (document_symbols(an_examination(mark + TEXT)) for mark in ("\ufeff", ""))
    assert with_mark == without


def test_for_an_editor_without_trees_each_names_what_it_is_in() -> None:
    found = flat(document_symbols(an_examination(TEXT)), URI)
    assert [(one.name, one.container_name) for one in found][2:5] == [
        ("要闻", None),
        ("老桥重开", "要闻"),
        ("车流怎么走", "老桥重开"),
    ]
    assert {one.location.uri for one in found} == {URI}


def test_what_is_no_edition_has_no_outline() -> None:
    assert document_symbols(an_examination(FAULTY.replace("format: 1", "format: 7"))) == []
