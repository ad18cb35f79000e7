from __future__ import annotations

import pytest

from reader.copydesk.top_level import top_level

TEXT = """\
format: 1
paper: 河湾日报 # 报名
inferred: [a, "b"]
notices:
  - id: x  # 一
    text: |
      雨。

  -
    id: y
    cancels: [p,
      q]
empty:
sections: []
...
"""


def stretch(key: str) -> str:
    entry = top_level(TEXT).entries[key]
    return TEXT[entry.start : entry.end]


def test_every_key_has_its_kind() -> None:
    found = top_level(TEXT)
    assert not found.is_flow
    assert {key: entry.kind for key, entry in found.entries.items()} == {
        "format": "other",
        "paper": "other",
        "inferred": "flow",
        "notices": "list",
        "empty": "empty",
        "sections": "flow",
    }


def test_a_value_ends_with_its_last_character() -> None:
    assert stretch("paper") == "河湾日报"
    assert stretch("inferred") == '[a, "b"]'
    assert stretch("notices").startswith("- id: x")
    assert stretch("notices").endswith("q]")
    assert stretch("sections") == "[]"


def test_items_are_the_stretches_of_their_values() -> None:
    items = [TEXT[item.start : item.end] for item in top_level(TEXT).entries["notices"].items]
    assert items == ["id: x  # 一\n    text: |\n      雨。", "id: y\n    cancels: [p,\n      q]"]
    assert [TEXT[item.start : item.end] for item in top_level(TEXT).entries["inferred"].items] == ["a", '"b"']


def test_an_edition_in_braces_is_known_as_such() -> None:
    text = "{a: [1, {b: 2}], c: }"
    found = top_level(text)
    assert found.is_flow
    assert [text[item.start : item.end] for item in found.entries["a"].items] == ["1", "{b: 2}"]
    assert found.entries["c"].kind == "empty"


@pytest.mark.parametrize("strange", ["\x07", "\u2028", "\ufeff", "\x85", "\U0001f4f0"])
def test_places_are_those_of_the_file_whatever_characters_it_holds(strange: str) -> None:
    text = f"a: x{strange}x\nb: y\n"
    entry = top_level(text).entries["b"]
    assert text[entry.start : entry.end] == "y"
    assert text[entry.key] == "b"
