"""The loader and the JSON Schema say the same of the same words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reader.loading.fields import ARTICLE, EDITION, NOTICE, PHOTO, RECORDS, Field, Record
from reader.loading.json_schema import json_schema
from reader.loading.load import read_edition
from reader.loading.problem import EditionError
from reader.loading.shapes import Shape
from tests.loading.bad_fields import FIELDS, NOTICES
from tests.loading.bad_files import Bad
from tests.loading.test_load import WHOLE

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(json_schema())

# What only the loader can tell: two places together, what does not exist, and how YAML wrote it.
LOADER_ONLY = {
    "a date that is no day",
    "a time zone that is not",
    "a time zone by its city",
    "a time zone that is a folder",
    "a folded text",
    "a folded headline",
    "a plain text over two lines",
    "a headline over two lines",
    "a text cut by a comment",
    "a text that is only a comment",
    "an item cut by a comment",
    "an id like a notice's",
    "a correction without a day",
    "two photos of one id",
    "no such photo",
    "no photos at all",
    "a notice that ends first",
    "a notice that ends at once",
    "a time on no day",
    "a notice that ends itself",
    "two notices of one id",
    "two notices that end each other",
}


def words_of(data: bytes) -> Any:
    """Return a file's tree of words, every scalar a text."""
    return yaml.load(data, Loader=yaml.BaseLoader)


def is_valid(words: Any) -> bool:
    return VALIDATOR.is_valid(words)


def is_read(words: Any) -> bool:
    data = json.dumps(words, ensure_ascii=False).encode() + b"\n...\n"
    try:
        read_edition(data, Path("words.yaml"))
    except EditionError:
        return False
    return True


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()


def test_the_schema_knows_every_record_and_every_key_in_both_languages() -> None:
    schema: Any = json_schema()
    for record in RECORDS:
        made = schema if record is EDITION else schema["$defs"][record.key]
        assert list(made["properties"]) == [field.key for field in record.fields]
        assert made["additionalProperties"] is False
        for field in record.fields:
            description = made["properties"][field.key]["description"]
            assert field.called in description
            assert field.purpose.en in description


def test_the_keys_of_a_record_are_named_once() -> None:
    for record in RECORDS:
        assert len(record.by_key) == len(record.fields)


def test_a_whole_edition_is_valid() -> None:
    assert [error.message for error in VALIDATOR.iter_errors(words_of(WHOLE.encode()))] == []


@pytest.mark.parametrize("path", sorted((ROOT / "editions").rglob("*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_edition_is_valid(path: Path) -> None:
    assert is_valid(words_of(path.read_bytes()))


def test_an_edition_is_valid_with_the_types_an_editor_sees() -> None:
    seen = words_of(WHOLE.encode())
    seen |= {"format": 1, "issue": 712, "edition": None}
    seen["sections"][0] |= {"name": False, "page": 1}
    assert is_valid(seen)


@pytest.mark.parametrize("bad", [*FIELDS, *NOTICES], ids=lambda bad: bad.name)
def test_a_bad_file_is_bad_to_both_unless_only_the_loader_can_tell(bad: Bad) -> None:
    assert is_valid(words_of(bad.data)) == (bad.name in LOADER_ONLY)


# Some that fit, some that do not. None ends with a line feed: before one, Python's `$` fits as ECMA 262's,
# which JSON Schema means, does not.
WORDS = {
    Shape.LINE: ["题", "01", "no", "~", " ", "a\tb", "", "\u3000"],
    Shape.PROSE: ["一段。\n\n二段。\n", "", "> 引\n> — 人"],
    Shape.ID: ["a", "编号", "p01-a03", "", "a b", "a/b", "[a]", " a"],
    Shape.FILE: [
        *("a.jpg", "a/b.jpg", "图/一.jpg", "a..b", "..a"),
        *("/a", "../a", "a/..", "..", "C:a", "~a", "a\\b", "", " a", "a\x00"),
    ],
    Shape.REFERENCE: [
        *("2025-03-03/p01-a01", "2025-03-03/开篇"),
        *("p01-a01", "2025-3-3/a", "2025-03-03/", "2025-03-03/a/b"),
    ],
    Shape.FORMAT: ["1", "1", "1", "2", "", "01"],
    Shape.DATE: ["2025-03-04", "1984-02-29", "2025-3-4", "20250304", "", "0025-03-04", "2025-03-04 "],
    Shape.LANGUAGE: ["zh-CN", "en", "zh-Hant-TW", "de-1996", "en-x-a", "zh_CN", "Chinese", "", "e"],
    Shape.ZONE: ["Asia/Shanghai", "UTC", "America/Argentina/Ushuaia", "+08:00", "", "../UTC"],
    Shape.INSTANT: [
        *("2025-03-04T08:00", "2025-03-04T24:00", "2025-03-04T08:00:01.5Z", "2025-03-04T08:00+0800"),
        *("2025-03-04T24:01", "2025-03-04", "08:00", "2025-03-04T08:00+25:00", " 2025-03-04T08:00"),
    ],
    Shape.END: [
        "2026-03-04T08:00",
        "until-lifted",
        "2026-03-04T24:00Z",
        "until lifted",
        "",
        "2026-03-04T25:00",
    ],
}


def values(field: Field) -> st.SearchStrategy[Any]:
    """Return mostly fitting and some unfitting words for a field."""
    match field.shape:
        case Shape.CHOICE:
            assert field.choices is not None
            return st.sampled_from([*(choice.value for choice in field.choices), "", "other"])
        case Shape.LINES:
            return st.lists(st.sampled_from(["李明", "date", "", "01"]), max_size=2) | st.just("李明")
        case Shape.IDS:
            return st.lists(st.sampled_from(["x-1", "a b"]), max_size=2, unique=True)
        case Shape.RECORD:
            assert field.record is not None
            return records(field.record)
        case Shape.RECORDS:
            assert field.record is not None
            one = records(field.record)
            # One only where ids would have to differ, which is not for a schema to tell.
            return st.lists(one, max_size=1 if field.record in (NOTICE, PHOTO, ARTICLE) else 2) | st.just({})
        case Shape.JUMP:
            assert field.record is not None
            return st.sampled_from(["unknown", "4", ""]) | records(field.record)
        case shape:
            return st.sampled_from(WORDS[shape])


@st.composite
def records(draw: st.DrawFn, record: Record) -> dict[str, Any]:
    """Return a record with its required keys, some others, and sometimes a slip."""
    made: dict[str, Any] = {}
    for field in record.fields:
        if field.required or field.key in record.one_of or draw(st.integers(0, 3)) == 0:
            made[field.key] = draw(values(field))
    slip = draw(st.integers(0, 30))
    if slip == 0:
        made["unheard"] = "x"
    elif slip == 1 and made:
        del made[draw(st.sampled_from(sorted(made)))]
    elif slip == 2 and made:
        made[draw(st.sampled_from(sorted(made)))] = draw(st.sampled_from([[], {}, "x"]))
    return made


@given(st.sampled_from(RECORDS), st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_the_loader_reads_is_valid_and_what_it_refuses_is_not(
    record: Record, data: st.DataObject
) -> None:
    words = words_of(WHOLE.encode())
    made = data.draw(records(record))
    match record.key:
        case "edition":
            words = made
            for section in made.get("sections", []) if isinstance(made.get("sections"), list) else []:
                section.pop("articles", None)  # the ids of several would have to differ
                section["articles"] = []
        case "section":
            words["sections"] = [made]
        case "article":
            words["sections"][0]["articles"] = [made]
        case "photo":
            words["sections"][0]["articles"] = [{"slug": "s", "photos": [made]}]
        case "jump":
            words["sections"][0]["articles"] = [{"slug": "s", "jump_to": made}]
        case "notice":
            words["notices"] = [made]
        case "masthead":
            words["masthead"] = made
    assert is_read(words) == is_valid(words), [error.message for error in VALIDATOR.iter_errors(words)]
