"""One file after another on the desk of `check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli.baseline import NewBaseline
from reader.copydesk.ignored_file import Ignored, beside, write_ignored
from tests.cli.faulty import FAULTY, FOLDED, checked, put_faulty


def test_a_file_is_looked_at_by_every_rule_that_is_wanted(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path))
    assert [one.rule for one in found.findings] == ["T-WIDTH"] * 7
    assert (found.trouble, len(found.silenced), len(found.known)) == (None, 0, 0)
    assert found.manuscript is not None


def test_rules_that_are_not_wanted_stay_out_whoever_speaks(tmp_path: Path) -> None:
    path = put_faulty(tmp_path, text=FAULTY.removesuffix("...\n"))
    assert {one.rule for one in checked(path).findings} == {"T-WIDTH", "S-FORMAT"}
    assert {one.rule for one in checked(path, "--only", "T-WIDTH").findings} == {"T-WIDTH"}
    assert {one.rule for one in checked(path, "--only", "S-FORMAT").findings} == {"S-FORMAT"}


def test_what_keeps_a_file_from_being_an_edition_is_told_whatever_is_wanted(tmp_path: Path) -> None:
    path = put_faulty(tmp_path, text=FAULTY.replace("paper:", "papre:"))
    found = checked(path, "--only", "T-WIDTH")
    assert [(one.rule, one.place.line) for one in found.findings][:1] == [("S-FORMAT", 2)]
    assert found.manuscript is None
    assert all(one.fingerprint for one in found.findings)


def test_places_in_what_is_no_edition_are_told_in_cells_too(tmp_path: Path) -> None:
    path = put_faulty(tmp_path, text=FAULTY.replace("      - id: library", "      - {题: 雪, id: library}"))
    (one,) = [one for one in checked(path).findings if "题" in one.message.zh]
    assert (one.place.column, one.place.cell) == (10, 10)
    assert one.place.start == path.read_text(encoding="utf-8").index("题: 雪")


def test_a_folded_text_is_an_error_and_its_words_are_read(tmp_path: Path) -> None:
    rules = [one.rule for one in checked(put_faulty(tmp_path, text=FOLDED)).findings]
    assert rules.count("S-FORMAT") == 1
    assert rules.count("T-WIDTH") == 7


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00a", "format: 1\npaper: 河湾".encode("gb18030"), b"format: \xff"]
)
def test_what_is_no_text_cannot_be_looked_at(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    found = checked(path)
    assert found.findings == ()
    assert found.trouble is not None
    assert found.trouble.path == path


def test_another_encoding_is_read_when_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(FAULTY.encode("gb18030"))
    assert len(checked(path, "--encoding", "gb18030").findings) == 7


def test_what_was_looked_at_and_left_is_silent(tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    first = checked(path).findings[0]
    write_ignored(beside(path), [Ignored("T-WIDTH", first.fingerprint, reason="引文如此")])
    found = checked(path)
    assert len(found.findings) == 6
    assert [(one.found.fingerprint, one.by.reason) for one in found.silenced] == [
        (first.fingerprint, "引文如此")
    ]


def test_a_broken_file_beside_the_edition_is_a_trouble_with_its_place(tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    beside(path).write_text('{"format": 1,\n oops}', encoding="utf-8")
    found = checked(path)
    assert found.findings == ()
    assert found.trouble is not None
    assert found.trouble.render("en").startswith(f"{beside(path)}:2:2: this is no JSON")


def test_a_broken_stylebook_is_a_trouble_with_its_place(tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    (tmp_path / "stylebook.toml").write_text('\noff = ["T-WITH"]\n', encoding="utf-8")
    found = checked(path)
    assert found.trouble is not None
    assert found.trouble.render("en") == (
        f"{tmp_path / 'stylebook.toml'}:2:8: there is no rule “T-WITH”; did you mean T-WIDTH?"
    )


def test_what_the_baseline_holds_is_known_and_no_finding(tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    baseline = NewBaseline(tmp_path / "old.json")
    baseline.add(checked(path))
    baseline.write()
    path.write_bytes(FAULTY.replace("9点。\n", "9点。\n\n          周一闭馆,周二照常。\n").encode())
    found = checked(path, "--baseline", tmp_path / "old.json")
    assert [one.place.line for one in found.findings] == [19]
    assert len(found.known) == 7


def test_a_baseline_knows_what_is_wrong_with_the_file_itself(tmp_path: Path) -> None:
    path = put_faulty(tmp_path, text=FAULTY.replace("paper:", "papre:"))
    baseline = NewBaseline(tmp_path / "old.json")
    baseline.add(checked(path))
    baseline.write()
    found = checked(path, "--baseline", tmp_path / "old.json")
    assert found.findings == []
    assert len(found.known) == 1
