"""The seed edition: its safe repairs touch 268 marks, and with what a desk adds it has no error left."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.copydesk.correct import correct_safely
from reader.copydesk.examine import examine
from reader.copydesk.manuscript import Manuscript
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

SEED = Path(__file__).parents[3] / "shared/data/seed-edition.yaml"

pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the seed edition is not here")


def _repaired() -> str:
    found = examine(Manuscript.read(SEED), Stylebook(), with_pictures=False)
    return correct_safely(found, Stylebook()).manuscript.text


def test_safe_repairs_change_268_characters_and_no_other() -> None:
    before, after = SEED.read_text(encoding="utf-8"), _repaired()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 268
    assert set(changed) == set(zip(",:;!()", "，：；！（）", strict=True))


def test_a_repaired_copy_has_no_error() -> None:
    text = _repaired()
    for old, new in (
        ("    area: 长治市 ", "    issuer: 某市\n    issued: 2024-12-22T18:00\n    area: 长治市 "),
        ("      - slug: 贯彻中央经济工作会议精神 ", "      - headline: 贯彻中央经济工作会议精神 "),
        ("成为文\n", "成为文化名片。\n"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    found = examine(Manuscript(SEED, text.encode()), Stylebook(), with_pictures=False).findings
    assert [(one.place.line, one.rule) for one in found if one.severity is Severity.ERROR] == []
