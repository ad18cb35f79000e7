"""The documents tell of keys, commands, options and the like what the code has, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.readme_tables import DOCUMENTS, TABLES, with_tables


@pytest.mark.parametrize(
    ("document", "name"), [(document, name) for document, names in DOCUMENTS.items() for name in names]
)
def test_a_table_of_a_document_is_the_one_of_the_code(document: Path, name: str) -> None:
    text = document.read_text(encoding="utf-8")
    match = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
    assert match is not None
    assert match[1] == TABLES[name](), "run python -m tools.readme_tables"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_rewriting_a_document_changes_nothing_else(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert with_tables(text, DOCUMENTS[document]) == text


def test_every_table_stands_in_some_document() -> None:
    assert {name for names in DOCUMENTS.values() for name in names} == TABLES.keys()


def test_a_table_without_a_place_is_an_error() -> None:
    with pytest.raises(ValueError, match="marks no place"):
        with_tables("# a README without tables", TABLES)
