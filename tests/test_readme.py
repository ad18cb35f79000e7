"""The README tells of keys, commands, options and settings what the code has, no more and no less."""

from __future__ import annotations

import re

import pytest

from tools.readme_tables import README, TABLES, with_tables


@pytest.mark.parametrize("name", list(TABLES))
def test_a_table_of_the_readme_is_the_one_of_the_code(name: str) -> None:
    text = README.read_text(encoding="utf-8")
    match = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
    assert match is not None
    assert match[1] == TABLES[name](), "run python -m tools.readme_tables"


def test_rewriting_the_readme_changes_nothing_else() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_tables(text) == text


def test_a_table_without_a_place_is_an_error() -> None:
    with pytest.raises(ValueError, match="marks no place"):
        with_tables("# a README without tables")
