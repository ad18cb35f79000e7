"""The edition format as a JSON Schema, so that editors complete keys and mark mistakes while one writes."""

from __future__ import annotations

from reader.loading.fields import EDITION, Field, Record
from reader.loading.shapes import FORMAT, PATTERNS, UNKNOWN, UNTIL_LIFTED, Shape

_NOT_BLANK = r"\S"

# Editors read `2024` and `no` as a number and a truth value; to this format they are text.
_SCALARS = ["string", "number", "boolean"]


def json_schema() -> dict[str, object]:
    """Return the schema (draft 2020-12) of the edition format, made from the loader's own tables.

    It knows what stands in one place; what two places say together (an id used twice, a notice that ends
    before it begins) and how YAML wrote it only the loader tells.
    """
    definitions: dict[str, object] = {}
    schema = _record(EDITION, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "版面格式 1 · paper-reader edition format 1",
        **schema,
        "$defs": definitions,
    }


def _record(record: Record, definitions: dict[str, object]) -> dict[str, object]:
    schema: dict[str, object] = {
        "type": "object",
        "properties": {field.key: _field(field, definitions) for field in record.fields},
        "additionalProperties": False,
    }
    if record.required:
        schema["required"] = [field.key for field in record.required]
    if record.one_of:
        schema["anyOf"] = [
            {"required": [key], "properties": {key: _text(is_required=True)}} for key in record.one_of
        ]
    return schema


def _field(field: Field, definitions: dict[str, object]) -> dict[str, object]:
    description = f"{field.called}：{field.purpose.zh}\n\n{field.key}: {field.purpose.en}"
    return {"description": description, **_shape(field, definitions)}


def _shape(field: Field, definitions: dict[str, object]) -> dict[str, object]:
    match field.shape:
        case Shape.LINE:
            return _text(is_required=field.required)
        case Shape.PROSE:
            return _text(is_required=False)
        case Shape.CHOICE:
            assert field.choices is not None
            return {"enum": [choice.value for choice in field.choices]}
        case Shape.FORMAT:
            return {"enum": [int(FORMAT), FORMAT]}
        case Shape.END:
            return {"anyOf": [{"const": UNTIL_LIFTED}, _word(Shape.INSTANT)]}
        case Shape.LINES:
            return {"type": "array", "items": _text(is_required=True)}
        case Shape.IDS:
            return {"type": "array", "items": _word(Shape.ID)}
        case Shape.RECORD:
            return _reference(field, definitions)
        case Shape.RECORDS:
            return {"type": "array", "items": _reference(field, definitions)}
        case Shape.JUMP:
            return {"anyOf": [{"const": UNKNOWN}, _reference(field, definitions)]}
        case _:
            return _word(field.shape)


def _text(*, is_required: bool) -> dict[str, object]:
    if is_required:
        return {"type": list(_SCALARS), "pattern": _NOT_BLANK}
    return {"type": [*_SCALARS, "null"]}


def _word(shape: Shape) -> dict[str, object]:
    schema: dict[str, object] = {"type": "string", "pattern": PATTERNS[shape]}
    if shape is Shape.ID:
        schema["type"] = ["string", "number"]
    if shape is Shape.DATE:
        schema["format"] = "date"
    return schema


def _reference(field: Field, definitions: dict[str, object]) -> dict[str, object]:
    assert field.record is not None
    key = field.record.key
    if key not in definitions:
        definitions[key] = {}  # taken before its own fields are made, were a record ever to hold itself
        definitions[key] = _record(field.record, definitions)
    return {"$ref": f"#/$defs/{key}"}
