"""What is kept of changes that are not written."""

from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path

import pytest

from reader.copydesk.ignored_file import Ignored
from reader.copydesk.journal import Journal, Kept, Step, digest_of
from reader.copydesk.patch import Piece
from reader.edition.wording import Wording

BASE = "甲,乙\n丙,丁\n"
DATA = BASE.encode()
AT = dt.datetime(2026, 3, 14, 10, 0, tzinfo=dt.UTC)
LATER = AT + dt.timedelta(minutes=5)
ONE = Step(Wording("一", "one"), 1, (Piece(1, ",", "，"),), (), ())
TWO = Step(Wording("二", "two"), 1, (Piece(5, ",", "，"),), (), ())
ENTRY = Ignored("T-WIDTH", "0123456789abcdef", reason="引文如此")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    path = tmp_path / "2024-12-23.yaml"
    path.write_bytes(DATA)
    return path


def a_journal(edition: Path) -> Journal:
    return Journal(edition.parent / "state" / "proof", edition)


def read(edition: Path) -> Kept | None:
    journal = a_journal(edition)
    kept = journal.read()
    journal.close()
    return kept


def left(edition: Path) -> Kept:
    kept = read(edition)
    assert kept is not None
    return kept


def nothing_left(edition: Path) -> bool:
    return read(edition) is None


def begun(edition: Path) -> Journal:
    journal = a_journal(edition)
    journal.begin(DATA, BASE, (), AT)
    return journal


def test_what_was_done_is_there_after_a_kill(edition: Path) -> None:
    journal = begun(edition)
    journal.add(ONE, AT)
    journal.add(TWO, LATER)
    after_a_kill = journal.path.read_bytes()
    journal.close()
    journal.path.write_bytes(after_a_kill)
    kept = left(edition)
    assert kept.steps == (ONE, TWO)
    assert kept.text() == "甲，乙\n丙，丁\n"
    assert (kept.digest, kept.at, kept.total) == (digest_of(DATA), LATER, 2)


def test_what_was_undone_is_not(edition: Path) -> None:
    journal = begun(edition)
    journal.add(ONE, AT)
    journal.add(TWO, AT)
    journal.undo(TWO, AT)
    journal.close()
    kept = left(edition)
    assert kept.steps == (ONE,)


def test_a_step_of_before_that_is_undone_is_a_change_by_itself(edition: Path) -> None:
    journal = a_journal(edition)
    journal.begin("甲，乙\n丙,丁\n".encode(), "甲，乙\n丙,丁\n", (), AT)
    journal.undo(ONE, AT)
    journal.close()
    kept = left(edition)
    assert kept.text() == BASE


def test_several_steps_of_before_that_are_undone_are_all_kept(edition: Path) -> None:
    text = "甲，乙\n丙，丁\n"
    journal = a_journal(edition)
    journal.begin(text.encode(), text, (), AT)
    journal.undo(TWO, AT)
    journal.undo(ONE, AT)
    journal.add(ONE, AT)
    journal.undo(ONE, AT)
    journal.close()
    assert left(edition).text() == BASE


def test_what_is_ignored_is_kept_with_its_reason(edition: Path) -> None:
    journal = begun(edition)
    journal.add(ONE, AT)
    journal.add(Step(Wording("三", "three"), 1, (), (), (ENTRY,)), AT)
    journal.add(TWO._replace(ignored_before=(ENTRY,), ignored_after=(ENTRY,)), AT)
    other = ENTRY._replace(fingerprint="f" * 16)
    journal.amend((other,))
    journal.close()
    kept = left(edition)
    assert [step.ignored_after for step in kept.steps] == [(), (ENTRY,), (other,)]
    assert kept.steps[2].ignored_before == (ENTRY,)


def test_a_line_cut_by_a_kill_costs_only_itself(edition: Path) -> None:
    journal = begun(edition)
    journal.add(ONE, AT)
    journal.add(TWO, AT)
    journal.close()
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:-30])
    kept = left(edition)
    assert kept.steps == (ONE,)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"{", b"[]\n", b"\xff\n", b'{"format": 9}\n', b'{"format": 1, "text": "x"}\n', b"null\n1\n"],
)
def test_what_makes_no_sense_is_nothing(edition: Path, content: bytes) -> None:
    journal = a_journal(edition)
    journal.path.parent.mkdir(parents=True)
    journal.path.write_bytes(content)
    assert nothing_left(edition)


def test_steps_that_do_not_fit_their_text_are_nothing(edition: Path) -> None:
    journal = begun(edition)
    journal.add(ONE._replace(pieces=(Piece(0, "错", "对"),)), AT)
    journal.close()
    assert nothing_left(edition)


def test_nothing_is_kept_of_nothing(edition: Path) -> None:
    assert nothing_left(edition)
    journal = begun(edition)
    journal.close()
    assert nothing_left(edition)


def test_while_it_is_open_no_other_reads_or_writes_it(edition: Path) -> None:
    first = begun(edition)
    first.add(ONE, AT)
    second = a_journal(edition)
    assert second.read() is None
    second.begin(DATA, BASE, (), AT)
    assert second.trouble is not None
    assert "另一个窗口" in second.trouble.zh
    first.close()
    kept = left(edition)
    assert kept.steps == (ONE,)


def test_discarded_it_is_gone(edition: Path) -> None:
    journal = begun(edition)
    journal.add(ONE, AT)
    journal.discard()
    assert list(journal.path.parent.iterdir()) == []


def test_only_its_owner_may_read_it(edition: Path) -> None:
    journal = begun(edition)
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    journal.close()


def test_a_folder_that_cannot_be_made_is_said_and_nothing_raised(edition: Path) -> None:
    (edition.parent / "state").write_text("a file")
    journal = begun(edition)
    journal.add(ONE, AT)
    assert journal.trouble is not None
    assert "记不下来" in journal.trouble.zh


def test_two_editions_have_two_journals_and_a_link_the_one_of_its_file(edition: Path) -> None:
    other = edition.with_name("2024-12-24.yaml")
    link = edition.with_name("today.yaml")
    link.symlink_to(edition)
    assert a_journal(edition).path != a_journal(other).path
    assert a_journal(edition).path == a_journal(link).path
