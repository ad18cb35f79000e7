from __future__ import annotations

import pytest

from reader.importing.importer import Likeness, Sample, most_like
from reader.importing.importers import IMPORTERS
from reader.importing.ninjs.ninjs import NINJS


def _likeness(head: str | bytes, name: str = "a.json") -> Likeness:
    data = head if isinstance(head, bytes) else head.encode()
    return NINJS.likeness(Sample(name, data))


@pytest.mark.parametrize(
    "head",
    [
        '{"standard": {"name": "ninjs", "version": "3.0"}, "uri": "x"}',
        '{"$standard": {"schema": "http://www.iptc.org/std/ninjs/ninjs-schema_1.4.json"}}',
        '{"uri": "u", "headline": "H", "body_text": "B"}',
        '{"uri": "u", "headlines": [], "bodies": []}',
        '\ufeff\n [ {"uri": "u", "type": "picture", "versionCreated": ""} ]',
        '{"guid": "u", "versioncreated": "", "body_html": "<p>"}\n{"guid": "v"}',
    ],
)
def test_ninjs_is_known_by_what_it_says(head: str) -> None:
    assert _likeness(head) is Likeness.SURE
    assert most_like(IMPORTERS, Sample("-", head.encode())) is NINJS


def test_utf_16_is_known_too() -> None:
    assert _likeness('{"uri": "u", "headline": "河湾", "byline": "x"}'.encode("utf-16")) is Likeness.SURE


@pytest.mark.parametrize(
    "head", ['{"uri": "u", "headline": "H"}', '{"headlines": [], "bodies": [], "type": "text"}']
)
def test_less_is_less_sure(head: str) -> None:
    assert _likeness(head) is Likeness.CONTENT


def test_a_name_is_something() -> None:
    assert _likeness("{}", "story.ninjs.json") is Likeness.NAME


@pytest.mark.parametrize(
    "head", ["", "{}", "[]", "uri: x", '{"version": "https://jsonfeed.org/version/1.1"}', "<nitf>"]
)
def test_other_json_is_not_ninjs(head: str) -> None:
    assert _likeness(head) is Likeness.NONE


def test_a_folder_is_not_ninjs() -> None:
    assert NINJS.likeness(Sample("a.ninjs", b"", (), is_folder=True)) is Likeness.NONE
