"""The shipped editions are proofread like anybody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.copydesk.examine import examine
from reader.copydesk.manuscript import Manuscript
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

EDITIONS = sorted((Path(__file__).parents[1] / "editions").rglob("*.yaml"))


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.stem)
def test_a_shipped_edition_has_nothing_to_put_right(path: Path) -> None:
    found = examine(Manuscript.read(path), Stylebook(), with_pictures=False).findings
    grave = [one for one in found if one.severity is not Severity.INFO]
    assert [(one.place.line, one.rule, one.message.en) for one in grave] == []


def test_what_is_ignored_in_them_has_a_reason() -> None:
    comments = [
        line.strip()
        for path in EDITIONS
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.lstrip().startswith("# proof-ignore:")
    ]
    assert comments
    assert [line for line in comments if len(line.split(" ", 3)) < 4] == []
