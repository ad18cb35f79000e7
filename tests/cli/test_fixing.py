"""What `--fix` does to a file, and what `--diff` shows of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli.check_desk import CheckDesk, Copy
from reader.cli.check_files import files_of
from reader.cli.fixing import Fixed, by_rule, fixed
from reader.copydesk.ignored_file import Ignored, beside, write_ignored
from tests.cli.faulty import FAULTY, WIDE, a_call, checked, put_faulty


def taken(*arguments: str | Path) -> tuple[CheckDesk, Copy]:
    call, _ = a_call("check", *arguments, "--only", "T-WIDTH,S-FORMAT")
    desk = CheckDesk(call)
    (file,) = files_of(call).files
    copy = desk.take(file)
    assert isinstance(copy, Copy)
    return desk, copy


def put_right(*arguments: str | Path, is_written: bool = True) -> Fixed:
    return fixed(*taken(*arguments), is_written=is_written, with_diff=True)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_is_put_right_and_every_other_byte_stays(line_end: str, mark: str, tmp_path: Path) -> None:
    path = put_faulty(tmp_path, text=mark + FAULTY.replace("\n", line_end))
    done = put_right(path)
    assert path.read_bytes() == (mark + WIDE.replace("\n", line_end)).encode()
    assert (len(done.made), done.refused, done.checked.findings, done.checked.trouble) == (7, [], [], None)


def test_a_file_in_another_encoding_stays_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(FAULTY.encode("gb18030"))
    put_right(path, "--encoding", "gb18030")
    assert path.read_bytes() == WIDE.encode("gb18030")


def test_what_an_encoding_cannot_carry_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    data = (
        b'format: 1\npaper: "\\u6CB3"\ndate: 2024-12-23\nsections:\n  - name: "\\u8981"\n    articles:\n'
        b'      - headline: "\\u6865,\\u8F66"\n        body: |\n          1.\n...\n'
    )
    path.write_bytes(data)
    done = put_right(path, "--encoding", "ascii")
    assert path.read_bytes() == data
    assert done.checked.trouble is not None
    assert "cannot carry the corrections" in done.checked.trouble.problems[0].what.en
    assert len(done.checked.findings) == 1


def test_an_encoding_that_does_not_give_back_the_same_bytes_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    data = b"\xfe\xff" + FAULTY.encode("utf-16-be")  # written back it would be little-endian
    path.write_bytes(data)
    done = put_right(path, "--encoding", "utf-16")
    assert path.read_bytes() == data
    assert done.checked.trouble is not None
    assert "other bytes would change" in done.checked.trouble.problems[0].what.en


def test_a_file_that_changed_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    desk, copy = taken(path)
    path.write_bytes(FAULTY.replace("老桥昨天", "老桥前天").encode())
    after = path.read_bytes()
    done = fixed(desk, copy, is_written=True, with_diff=True)
    assert path.read_bytes() == after
    assert (done.made, done.diff) == ((), ())
    assert done.checked.trouble is not None
    assert "changed after it was read" in done.checked.trouble.render("en")
    assert len(done.checked.findings) == 7


def test_a_file_that_is_gone_meanwhile_stays_gone(tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    desk, copy = taken(path)
    path.unlink()
    assert fixed(desk, copy, is_written=True, with_diff=False).checked.trouble is not None
    assert not path.exists()


def test_without_leave_to_write_nothing_is_written_and_the_diff_is_the_same(tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    would = put_right(path, is_written=False)
    assert path.read_bytes() == FAULTY.encode()
    assert would.diff == put_right(path).diff
    assert path.read_bytes() == WIDE.encode()


def test_a_file_with_nothing_to_put_right_is_not_touched(tmp_path: Path) -> None:
    path = put_faulty(tmp_path, text=WIDE)
    before = path.stat()
    assert put_right(path).made == ()
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_is_ignored_is_not_put_right_even_beside_what_is(tmp_path: Path) -> None:
    path = put_faulty(tmp_path, text=FAULTY.replace("老桥昨天重新通车,", "老桥,昨天,重新,通车,"))
    kept = checked(path).findings[2]
    write_ignored(beside(path), [Ignored("T-WIDTH", kept.fingerprint)])
    done = put_right(path)
    assert path.read_text(encoding="utf-8") == WIDE.replace("老桥昨天重新通车，", "老桥，昨天,重新，通车，")
    assert len(done.made) == 9
    assert len(done.checked.silenced) == 1


def test_what_the_baseline_knows_is_not_put_right(tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    one = checked(path).findings[0]
    write_ignored(tmp_path / "old.json", [Ignored("T-WIDTH", one.fingerprint, path=path.name)])
    put_right(path, "--baseline", tmp_path / "old.json")
    assert path.read_text(encoding="utf-8") == WIDE.replace("老桥重开，", "老桥重开,")


def test_what_was_done_is_told_by_file_and_rule(tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    done = put_right(path)
    (words,) = done.account(is_written=True)
    assert words.en == f"{path}: 7 put right (T-WIDTH 7)"
    assert words.zh == f"{path}: 改正 7 处（T-WIDTH 7）"
    (words,) = done.account(is_written=False)
    assert "would be put right" in words.en


def test_what_was_left_is_told_with_why(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path))
    left = Fixed(found, (), found.findings[:2])
    (words,) = left.account(is_written=True)
    assert words.en.startswith(f"{found.path}: 2 left (T-WIDTH 2): the change would touch something else")


def test_counts_stand_by_rule(tmp_path: Path) -> None:
    one = checked(put_faulty(tmp_path)).findings[0]
    assert by_rule([one, one._replace(rule="T-DASH"), one]) == "T-DASH 1, T-WIDTH 2"
