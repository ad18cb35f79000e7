"""Whole runs of `paper-reader check`: what is printed, what is written, what the shell is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.faulty import FAULTY, WIDE, put_faulty
from tests.cli.paper import paper_reader, printed, put, said
from tests.terminal import Terminal, clean_environment, reader_command


def test_status_follows_what_is_to_fail(home: Path, tmp_path: Path) -> None:
    path = put_faulty(tmp_path, text=WIDE.removesuffix("...\n"))  # a warning: the file may be cut
    levels = {"error": 0, "warning": 1, "info": 1, "never": 0}
    for level, status in levels.items():
        done = paper_reader("check", path, "--fail-on", level, home=home)
        assert (done.returncode, printed(done).count("\n")) == (status, 1), level
    assert paper_reader("check", put_faulty(tmp_path), home=home, directory=tmp_path).returncode == 1


def test_unreadable_outweighs_findings_that_are_not_to_fail(home: Path, tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    other = put_faulty(tmp_path, "a.yaml")
    other.write_bytes(b"\xff\xfe\x00")
    done = paper_reader("check", tmp_path / "none.yaml", path, other, "--fail-on", "never", home=home)
    assert done.returncode == 2
    assert printed(done).count("[T-WIDTH]") == 7
    assert [line.split(":")[0] for line in said(done).splitlines()[:2]] == [
        str(other),
        str(tmp_path / "none.yaml"),
    ]


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["x", "--diff", "--format", "json"], "--diff prints a diff"),
        (["x", "--write-baseline", "b.json", "--format", "sarif"], "--write-baseline writes a file"),
        (["x", "--write-baseline", "b.json", "--diff"], "--write-baseline writes a file"),
        (["-", "--fix"], "no file to write standard input back to"),
        (["-", "x"], "- stands alone"),
        (["x", "--only", "T-WITH"], "there is no rule T-WITH; did you mean T-WIDTH?"),
        (["x", "--baseline", "none.json"], "there is no such baseline; make it with --write-baseline"),
        (["x", "--fail-on", "fatal"], "--fail-on cannot be fatal; write one of error, warning, info, never"),
        (["x", "--format", "xml"], "write one of text, json, sarif, github"),
    ],
)
def test_wrong_use_is_status_2_and_prints_nothing(home: Path, arguments: list[str], what: str) -> None:
    done = paper_reader("check", *arguments, home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert what in said(done)
    assert said(done).count("\n") == 1


def test_files_of_the_house_that_cannot_be_followed_are_told_once_and_the_rest_is_looked_at(
    home: Path, tmp_path: Path
) -> None:
    for name in ("a.yaml", "b.yaml"):
        put_faulty(tmp_path / "one", name)
    (tmp_path / "one" / "stylebook.toml").write_text("of = []\n", encoding="utf-8")
    other = put_faulty(tmp_path / "other")
    done = paper_reader("check", tmp_path / "one" / "a.yaml", tmp_path / "one" / "b.yaml", other, home=home)
    assert done.returncode == 2
    assert said(done).count("stylebook.toml:1:1: there is no “of”") == 1
    assert {line.split(":")[0] for line in printed(done).splitlines()} == {str(other)}
    (other.with_suffix(".proof.json")).write_text("[", encoding="utf-8")
    done = paper_reader("check", other, home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert said(done).startswith(f"{other.with_suffix('.proof.json')}:1:2: this is no JSON")


def test_the_stylebook_turns_rules_off_and_makes_them_less_grave(home: Path, tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    book = tmp_path / "stylebook.toml"
    book.write_text('[severity]\n"T-WIDTH" = "warning"\n', encoding="utf-8")
    done = paper_reader("check", path, home=home)
    assert (done.returncode, printed(done).count("warning: half-width")) == (0, 7)
    other = tmp_path / "house.toml"
    other.write_text('off = ["T-WIDTH"]\n', encoding="utf-8")
    done = paper_reader("check", path, "--stylebook", other, home=home)
    assert (done.returncode, printed(done)) == (0, "")


def test_comments_and_the_file_beside_keep_findings_silent(home: Path, tmp_path: Path) -> None:
    path = put_faulty(
        tmp_path,
        text=FAULTY.replace("      - id: lib", "      # proof-ignore: T-WIDTH 试行\n      - id: lib"),
    )
    found = json.loads(printed(paper_reader("check", path, "--format", "json", home=home)))
    entries = [{"rule": one["rule"], "fingerprint": one["fingerprint"]} for one in found]
    text = json.dumps({"format": 1, "ignored": entries})
    path.with_suffix(".proof.json").write_text(text, encoding="utf-8")
    done = paper_reader("check", path, home=home)
    assert (len(found), done.returncode, printed(done)) == (4, 0, "")
    assert said(done) == "1 edition: nothing to put right; 7 ignored\n"


def test_standard_input_is_checked_under_the_name_it_is_given(home: Path, tmp_path: Path) -> None:
    name = tmp_path / "paper" / "2024-12-23.yaml"
    name.parent.mkdir()
    book = name.with_name("stylebook.toml")
    book.write_text('[severity]\n"T-WIDTH" = "warning"\n', encoding="utf-8")
    done = paper_reader("check", "-", home=home, given=FAULTY.encode())
    assert (done.returncode, printed(done).splitlines()[0][:7]) == (1, "-:7:23:")
    done = paper_reader("check", "-", "--stdin-filename", name, home=home, given=FAULTY.encode())
    assert (done.returncode, printed(done).startswith(f"{name}:7:23: warning: ")) == (0, True)
    done = paper_reader("check", "-", "--diff", home=home, given=FAULTY.encode())
    assert (done.returncode, printed(done).count("\n+")) == (1, 6)
    assert not name.exists()


def test_standard_input_over_the_limit_is_status_2(home: Path) -> None:
    done = paper_reader("check", "-", "--max-size", "100", home=home, given=FAULTY.encode())
    assert (done.returncode, "over the limit" in said(done)) == (2, True)


def test_repairs_are_written_and_told_and_the_rest_is_reported(home: Path, tmp_path: Path) -> None:
    faulty = put_faulty(tmp_path / "2024")
    clean = put(tmp_path / "2025", "2025-04-05")
    before = clean.stat().st_mtime_ns
    done = paper_reader("check", tmp_path, "--fix", home=home)
    assert (done.returncode, printed(done)) == (0, "")
    assert said(done).splitlines() == [
        f"{faulty}: 7 put right (T-WIDTH 7)",
        "2 editions: nothing to put right; 7 put right",
    ]
    assert faulty.read_text(encoding="utf-8") == WIDE
    assert clean.stat().st_mtime_ns == before
    assert sorted(path.name for path in (tmp_path / "2024").iterdir()) == ["2024-12-23.yaml"]


@pytest.mark.parametrize("options", [["--diff"], ["--diff", "--fix"]])
def test_a_diff_goes_to_standard_output_and_only_alone_fails(
    home: Path, tmp_path: Path, options: list[str]
) -> None:
    path = put_faulty(tmp_path)
    done = paper_reader("check", path.name, *options, home=home, directory=tmp_path)
    is_written = "--fix" in options
    assert done.returncode == (0 if is_written else 1)
    assert printed(done).startswith(f"--- a/{path.name}\n+++ b/{path.name}\n@@ ")
    assert path.read_text(encoding="utf-8") == (WIDE if is_written else FAULTY)
    again = paper_reader("check", path.name, *options, home=home, directory=tmp_path)
    assert (again.returncode, printed(again) == "") == ((0, True) if is_written else (1, False))


def test_an_old_archive_is_clean_with_its_baseline_and_what_is_new_is_told(
    home: Path, tmp_path: Path
) -> None:
    put_faulty(tmp_path / "archive" / "2023", "2023-12-23.yaml", FAULTY.replace("2024", "2023"))
    path = put_faulty(tmp_path / "archive" / "2024")
    baseline = tmp_path / "archive" / "old.json"
    done = paper_reader("check", tmp_path / "archive", "--write-baseline", baseline, home=home)
    assert (done.returncode, printed(done)) == (0, "")
    assert said(done) == f"findings written to {baseline}: 14\n"
    done = paper_reader("check", "archive", "--baseline", baseline, home=home, directory=tmp_path)
    assert (done.returncode, printed(done)) == (0, "")
    assert said(done) == "2 editions: nothing to put right; 14 in the baseline\n"
    path.write_text(FAULTY.replace("9点。\n", "9点。\n\n          周一闭馆,周二照常。\n"), encoding="utf-8")
    done = paper_reader("check", "archive", "--baseline", baseline, home=home, directory=tmp_path)
    assert (done.returncode, printed(done).count("\n")) == (1, 1)
    assert printed(done).startswith("archive/2024/2024-12-23.yaml:19:15: ")


def test_a_baseline_is_not_written_over_something_else(home: Path, tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    done = paper_reader("check", path, "--write-baseline", path, home=home)
    assert (done.returncode, path.read_text(encoding="utf-8")) == (2, FAULTY)
    assert said(done).startswith(f"{path}:1:1: this is no JSON")


def test_other_line_ends_marks_and_encodings_are_read(home: Path, tmp_path: Path) -> None:
    crlf = put_faulty(tmp_path, "crlf.yaml", "\ufeff" + FAULTY.replace("\n", "\r\n"))
    done = paper_reader("check", crlf, home=home)
    assert [line.split(":")[1:3] for line in printed(done).splitlines()][:3] == [
        ["7", "23"],
        ["10", "19"],
        ["10", "26"],
    ]
    chinese = tmp_path / "gb.yaml"
    chinese.write_bytes(FAULTY.encode("gb18030"))
    done = paper_reader("check", chinese, home=home)
    assert (done.returncode, "add --encoding gb18030" in said(done)) == (2, True)
    done = paper_reader("check", chinese, "--encoding", "gb18030", "--fix", home=home)
    assert (done.returncode, chinese.read_bytes()) == (0, WIDE.encode("gb18030"))


def test_every_format_speaks_chinese(home: Path, tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    for format_name in ("text", "json", "sarif", "github"):
        done = paper_reader("check", path, "--lang", "zh", "--format", format_name, home=home)
        assert "中文里用了半角“,”; 改为全角" in printed(done), format_name
        assert said(done).startswith("1 期：差错 7；--fix 可改 7 处；加权差错率 ")


@pytest.mark.parametrize("format_name", ["json", "sarif", "github"])
def test_a_clean_edition_makes_a_whole_report_of_nothing(
    home: Path, tmp_path: Path, format_name: str
) -> None:
    path = put_faulty(tmp_path, text=WIDE)
    done = paper_reader("check", path, "--format", format_name, home=home)
    assert (done.returncode, said(done)) == (0, "")
    if format_name == "github":
        assert printed(done) == ""
    elif format_name == "json":
        assert json.loads(printed(done)) == []
    else:
        assert json.loads(printed(done))["runs"][0]["results"] == []


@pytest.mark.parametrize("world", [{}, {"NO_COLOR": "1"}])
def test_on_a_terminal_the_words_are_shown_and_nothing_steers_it(
    home: Path, tmp_path: Path, world: dict[str, str]
) -> None:
    path = put_faulty(tmp_path)
    with Terminal(reader_command("check", path), environment=clean_environment(home, **world)) as terminal:
        assert terminal.wait() == 1
        assert b"\x1b" not in terminal.output
        assert "老桥重开[, → ，]车流如织" in terminal.text
        assert "1 edition: 7 errors; --fix can put right 7" in terminal.text


def test_on_a_terminal_a_clean_edition_is_called_clean(home: Path, tmp_path: Path) -> None:
    path = put_faulty(tmp_path, text=WIDE)
    with Terminal(reader_command("check", path), environment=clean_environment(home)) as terminal:
        assert terminal.wait() == 0
        assert "1 edition: nothing to put right" in terminal.text


def test_a_reader_that_goes_away_is_no_fault(home: Path, tmp_path: Path) -> None:
    path = put_faulty(tmp_path, text=FAULTY.replace("老桥昨天重新通车,", "雪,霜,冰,雨," * 4000))
    pipe = subprocess.PIPE
    with subprocess.Popen(
        reader_command("check", path), env=clean_environment(home), stdout=pipe, stderr=pipe
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=60) == 141
        assert process.stderr.read() == b""


def test_the_readers_start_knows_nothing_of_proofreading() -> None:
    code = (
        "import sys, reader.cli.main, reader.cli.options, reader.cli.read\n"
        "names = ('reader.proofreading', 'reader.copydesk', 'reader.cli.check')\n"
        "print([name for name in sys.modules if name.startswith(names)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"
