"""The file beside an edition with the findings that are left as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.copydesk.examine import Examined
from reader.copydesk.ignored_file import Ignored, IgnoredFileError, beside, read_ignored, write_ignored
from tests.copydesk.desk import FAULTY, examined


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    entries = (
        Ignored("T-WIDTH", "00ff00ff00ff00ff", reason="照登", where="2024-12-23/p01-a01", words=","),
        Ignored("E-LONG", article="library"),
    )
    path = beside(tmp_path / "2024-12-23.yaml")
    write_ignored(path, entries)
    assert path.name == "2024-12-23.proof.json"
    assert read_ignored(path) == entries
    write_ignored(path, ())
    assert read_ignored(path) == ()


def test_no_file_names_no_findings(tmp_path: Path) -> None:
    assert read_ignored(tmp_path / "no.json") == ()


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"{", 1),
        (b'{"format": 1,\n "ignored": [,]}', 2),
        (b"[]", 1),
        (b'{"format": 2, "ignored": []}', 1),
        (b'{"format": 1, "ignored": {}}', 1),
        (b'{"format": 1, "ignored": [{"rule": "T-WIDTH"}]}', 1),
        (b'{"format": 1, "ignored": [{"rule": 3, "fingerprint": "x"}]}', 1),
        (b"\xff\xff", 1),
        (b"[" * 100_000, 1),
    ],
)
def test_a_file_that_is_none_is_told_with_its_place(tmp_path: Path, data: bytes, line: int) -> None:
    path = tmp_path / "a.proof.json"
    path.write_bytes(data)
    with pytest.raises(IgnoredFileError) as caught:
        read_ignored(path)
    assert caught.value.render("en").startswith(f"{path}:{line}:")
    assert "\n" not in caught.value.render("zh")


def test_a_finding_named_in_the_file_is_silent() -> None:
    first, second, *_ = examined(rules=("T-WIDTH",)).findings
    done = _with(Ignored("T-WIDTH", first.fingerprint), Ignored("T-DASH", second.fingerprint))
    assert [one.fingerprint for one in done.ignored] == [first.fingerprint]


def test_a_rule_is_silent_in_an_article() -> None:
    done = _with(Ignored("T-WIDTH", article="library"))
    assert [one.place.line for one in done.ignored] == [15, 15, 17]


def _with(*ignored: Ignored) -> Examined:
    return examined(FAULTY, *ignored, rules=("T-WIDTH",))
