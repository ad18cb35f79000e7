from __future__ import annotations

import pytest

from reader.importing.cap.elements import Part
from reader.importing.cap.languages import chosen


def infos(*tags: str | None, event: str = "Rain") -> list[Part]:
    return [
        Part(f"{at}:1", {"event": (event,)} | ({"language": (tag,)} if tag else {}), {})
        for at, tag in enumerate(tags, 1)
    ]


@pytest.mark.parametrize(
    ("tags", "wanted", "found", "others"),
    [
        (["en-CA", "fr-CA"], None, "en-CA", ("fr-CA",)),
        (["en-CA", "fr-CA"], "fr", "fr-CA", ("en-CA",)),
        (["en-CA", "fr-CA"], "FR-ca", "fr-CA", ("en-CA",)),
        (["en-CA", "fr-CA"], "de", "en-CA", ("fr-CA",)),
        (["zh-CN", "zh-TW"], "zh-Hant", "zh-TW", ("zh-CN",)),
        (["zh-HK", "zh-Hans"], "zh-CN", "zh-Hans", ("zh-HK",)),
        ([None, "es"], "es-MX", "es", ("en-US",)),
        ([None], "zh-CN", "en-US", ()),
        (["it_IT"], None, "it-IT", ()),
    ],
)
def test_the_language_nearest_to_the_paper_is_taken(
    tags: list[str | None], wanted: str | None, found: str, others: tuple[str, ...]
) -> None:
    choice = chosen(infos(*tags), wanted)
    assert (choice.language, choice.others) == (found, others)


def test_all_blocks_of_the_language_are_taken_in_order() -> None:
    choice = chosen(infos("en-US", "es", "EN-us", "es"), "en")
    assert [info.place for info in choice.infos] == ["1:1", "3:1"]


def test_a_block_without_a_language_is_english_unless_its_script_says_otherwise() -> None:
    assert chosen(infos(None), None).language == "en-US"
    assert chosen(infos(None, event="暴雨"), None).language == "zh-CN"
