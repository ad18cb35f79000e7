"""The process that indexes is looked at without waiting, stands back, and leaves nothing when it is ended."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from reader.ssh.indexer import Indexer
from reader.tui.index_keeper import NICE, Ended, Progress

PATIENCE = 20.0


def indexer(code: str) -> Indexer:
    return Indexer([sys.executable, "-c", code])


def until_ended(one: Indexer) -> Ended:
    ends = time.monotonic() + PATIENCE
    while (ended := one.look()) is None:
        assert time.monotonic() < ends
        time.sleep(0.01)
    return ended


def test_it_tells_how_far_it_is_and_what_became_of_it() -> None:
    one = indexer("print('1/9'); print('some words'); print('9/9')")
    assert until_ended(one) == Ended(is_whole=True)
    assert one.progress == Progress(9, 9)


def test_a_line_is_taken_once_it_is_whole(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    code = (
        "import os, sys, time\n"
        "sys.stdout.write('3/9\\n12'); sys.stdout.flush()\n"
        f"while not os.path.exists({str(gate)!r}): time.sleep(0.01)\n"
        "print('/90')"
    )
    one = indexer(code)
    ends = time.monotonic() + PATIENCE
    while one.progress != Progress(3, 9):
        assert one.look() is None
        assert time.monotonic() < ends
    gate.touch()
    until_ended(one)
    assert one.progress == Progress(12, 90)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import sys; sys.exit('paper-reader: the disk is full; make room')", "the disk is full; make room"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "status -9"),
        ("import sys; sys.exit(3)", "status 3"),
    ],
    ids=["says why", "killed", "silent"],
)
def test_what_was_in_its_way_is_told(code: str, why: str) -> None:
    assert until_ended(indexer(code)) == Ended(is_whole=False, why=why)


def test_an_edition_that_cannot_be_read_is_no_fault_of_the_index() -> None:
    assert until_ended(indexer("import sys; sys.exit(2)")).is_whole


def test_a_process_that_says_much_is_not_kept_waiting() -> None:
    one = indexer(
        "import sys\nfor n in range(200_000): print(f'{n}/200000')\nprint('!' * 300_000, file=sys.stderr)"
    )
    ended = until_ended(one)
    assert one.progress == Progress(199_999, 200_000)
    assert not ended.is_whole


def test_a_program_that_is_not_there_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match="/no/such"):
        Indexer(["/no/such/program"])


def test_it_stands_back() -> None:
    one = indexer("import time; time.sleep(600)")
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, one.pid) == min(19, own + NICE)
    one.end()


@pytest.mark.parametrize(
    "code",
    [
        "import time; time.sleep(600)",
        "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "print('1/2', flush=True)\ntime.sleep(600)",
    ],
    ids=["as a rule", "deaf"],
)
def test_ended_nothing_is_left_of_it(code: str) -> None:
    one = indexer(code)
    ends = time.monotonic() + PATIENCE
    while "SIG_IGN" in code and one.progress.of == 0:
        assert one.look() is None
        assert time.monotonic() < ends
    one.end()
    with pytest.raises(ProcessLookupError):
        os.kill(one.pid, 0)
