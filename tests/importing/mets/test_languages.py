from __future__ import annotations

import pytest

from reader.importing.mets.languages import language_tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("fre", "fr"),
        ("fra", "fr"),
        ("ger", "de"),
        ("chi", "zh"),
        ("jpn", "ja"),
        ("wel", "cy"),
        ("en", "en"),
        ("EN", "en"),
        ("French", "fr"),
        ("Deutsch", "de"),
        ("pt-BR", "pt-BR"),
        ("por_BR", "pt-BR"),
        ("nds", "nds"),
        ("zh-Hant-TW", "zh-Hant-TW"),
    ],
)
def test_a_language_is_known_by_code_tag_or_name(name: str, tag: str) -> None:
    assert language_tag(name) == tag


@pytest.mark.parametrize("name", ["", "und", "mul", "zxx", "Klingonish", "e", "français et allemand"])
def test_what_names_no_language_is_none(name: str) -> None:
    assert language_tag(name) is None
