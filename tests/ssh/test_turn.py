"""One process has its turn, those it forks have it not, and it ends with the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reader.ssh.turn import Turn

ROOT = Path(__file__).parents[2]
OTHER = """
import sys
from pathlib import Path
from reader.ssh.turn import Turn
turn = Turn(Path(sys.argv[1]))
print(turn.take(), flush=True)
sys.stdin.read()
"""


def other(path: Path) -> subprocess.Popen[str]:
    """Start another process that takes the turn, or tries to, and keeps it until its input ends."""
    command = [sys.executable, "-c", OTHER, str(path)]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )


def answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_while_another_has_it_it_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "index" / "turn"
    process = other(path)
    assert answer(process) == "True"
    turn = Turn(path)
    assert not turn.take()
    process.kill()
    process.communicate()
    assert turn.take()
    turn.give_back()


def test_given_back_it_is_anothers(tmp_path: Path) -> None:
    turn = Turn(tmp_path / "turn")
    assert turn.take()
    assert turn.take()
    first = other(tmp_path / "turn")
    assert answer(first) == "False"
    first.communicate()
    turn.give_back()
    second = other(tmp_path / "turn")
    assert answer(second) == "True"
    second.communicate()


def test_where_nothing_can_be_locked_it_is_always_ours(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, and no folder", encoding="utf-8")
    turn = Turn(tmp_path / "cache" / "turn")
    assert turn.take()
    turn.give_back()
