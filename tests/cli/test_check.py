"""`paper-reader check`, as a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.archive.pictures import as_bytes, png, put_picture, two_halves
from tests.cli.paper import paper_reader, printed, put, said
from tests.terminal import clean_environment

PHOTO = """\
        photos:
          - file: {file}
            alt: 桥
"""


def with_picture(folder: Path, file: str, name: str = "2025-04-05.yaml") -> Path:
    """Write an edition whose first article has a picture of this file, on the line returned by `line_of`."""
    path = put(folder, name[:10], name)
    text = path.read_text(encoding="utf-8")
    at = text.index("        body: |")
    path.write_text(text[:at] + PHOTO.format(file=file) + text[at:], encoding="utf-8")
    return path


def line_of(path: Path) -> int:
    """The line that names the picture."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if "- file:" in line)


def test_editions_without_a_fault_are_passed_in_silence(home: Path, library: Path) -> None:
    done = paper_reader("check", library, home=home)
    assert (done.returncode, printed(done), said(done)) == (0, "", "")


def test_the_shipped_editions_have_nothing_to_put_right(home: Path) -> None:
    done = paper_reader("check", Path(__file__).parents[2] / "editions", "--fail-on", "warning", home=home)
    assert done.returncode == 0
    assert [line for line in printed(done).splitlines() if ": info: " not in line] == []


def test_a_missing_picture_is_told_where_it_is_named(home: Path, tmp_path: Path) -> None:
    path = with_picture(tmp_path / "paper", "images/bridge.png")
    done = paper_reader("check", path, home=home)
    assert done.returncode == 1
    assert printed(done) == (
        f"{path}:{line_of(path)}:19: there is no picture file images/bridge.png; "
        "put the file there, or correct its name [P-MISSING]\n"
    )
    assert said(done) == "1 edition: 1 error\n"


def test_it_speaks_chinese(home: Path, tmp_path: Path) -> None:
    path = with_picture(tmp_path / "paper", "images/bridge.png")
    done = paper_reader("check", path, "--lang", "zh", home=home)
    assert "没有图片文件 images/bridge.png; 放入这个文件，或改正 file" in printed(done)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (png(60_000, 60_000), "too large unpacked"),
        (as_bytes(two_halves())[:70], "broken or cut off"),
        (b"words", "no picture we know"),
    ],
)
def test_a_picture_that_would_be_refused_is_told(data: bytes, words: str, home: Path, tmp_path: Path) -> None:
    path = with_picture(tmp_path / "paper", "bridge.png")
    put_picture(path.parent / "bridge.png", data)
    done = paper_reader("check", path, home=home)
    assert done.returncode == 1
    assert words in printed(done)


def test_a_picture_that_is_there_is_no_finding(home: Path, tmp_path: Path) -> None:
    path = with_picture(tmp_path / "paper", "bridge.png")
    put_picture(path.parent / "bridge.png")
    assert paper_reader("check", path, home=home).returncode == 0


def test_a_pipe_in_a_pictures_place_is_told_and_not_waited_for(home: Path, tmp_path: Path) -> None:
    path = with_picture(tmp_path / "paper", "bridge.png")
    os.mkfifo(path.parent / "bridge.png")
    done = paper_reader("check", path, home=home)
    assert (done.returncode, "no plain file" in printed(done)) == (1, True)


def test_a_link_may_lead_elsewhere_in_the_library_but_not_out_of_it(home: Path, tmp_path: Path) -> None:
    path = with_picture(tmp_path / "library" / "2025" / "04", "bridge.png")
    inside = put_picture(tmp_path / "library" / "shared" / "bridge.png")
    outside = put_picture(tmp_path / "private.png")
    link = path.parent / "bridge.png"
    link.symlink_to(inside)
    assert paper_reader("check", tmp_path / "library", home=home).returncode == 0
    assert paper_reader("check", path, home=home).returncode == 0
    link.unlink()
    link.symlink_to(outside)
    for word in (tmp_path / "library", path):
        done = paper_reader("check", word, home=home)
        assert (done.returncode, "leads out of the library" in printed(done)) == (1, True)
        assert "private" not in printed(done)


def test_errors_and_warnings_of_the_file_are_findings(home: Path, tmp_path: Path) -> None:
    wrong = put(tmp_path / "paper", "2025-04-05")
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("headline:", "hedline:", 1), encoding="utf-8")
    cut = put(tmp_path / "paper", "2025-04-06")
    cut.write_text(cut.read_text(encoding="utf-8").removesuffix("...\n"), encoding="utf-8")
    done = paper_reader("check", tmp_path / "paper", "--format", "json", home=home)
    assert done.returncode == 1
    found = json.loads(printed(done))
    assert {(one["rule"], one["severity"], one["path"]) for one in found} >= {
        ("S-FORMAT", "error", str(wrong)),
        ("S-FORMAT", "warning", str(cut)),
    }
    assert "hedline" in found[0]["message"]


def test_json_has_every_key_of_every_finding(home: Path, tmp_path: Path) -> None:
    path = with_picture(tmp_path / "paper", "images/bridge.png")
    found = json.loads(printed(paper_reader("check", path, "--format", "json", home=home)))
    line = line_of(path)
    at = path.read_text(encoding="utf-8").index("images/bridge.png")
    assert found == [
        {
            "rule": "P-MISSING",
            "severity": "error",
            "message": "there is no picture file images/bridge.png; put the file there, or correct its name",
            "path": str(path),
            "line": line,
            "column": 19,
            "end_line": line,
            "end_column": 19,
            "cell": 19,
            "end_cell": 19,
            "start": at,
            "end": at,
            "reference": "2025-04-05/p01-a01",
            "clause": "the edition format, version 1 (docs/format.md)",
            "fingerprint": found[0]["fingerprint"],
            "fixable": False,
            "safe": False,
        }
    ]
    assert len(found[0]["fingerprint"]) == 16


def test_several_paths_are_looked_at_once_each(home: Path, tmp_path: Path) -> None:
    one = with_picture(tmp_path / "paper", "a.png")
    other = with_picture(tmp_path / "more", "b.png", "2025-04-09.yaml")
    done = paper_reader("check", one, tmp_path / "paper", other, one, home=home)
    assert done.returncode == 1
    assert [line.split(":")[0] for line in printed(done).splitlines()] == [str(other), str(one)]


def test_two_files_of_one_issue_are_a_finding(home: Path, library: Path) -> None:
    twin = put(library, "2025-04-05", "twin.yaml")
    done = paper_reader("check", library, home=home)
    assert done.returncode == 1
    assert printed(done).startswith(f"{twin}:1:1: the same paper, edition and date as ")


def test_a_file_that_cannot_be_read_is_status_2_and_the_rest_is_looked_at(home: Path, tmp_path: Path) -> None:
    path = with_picture(tmp_path / "paper", "a.png")
    done = paper_reader("check", tmp_path / "none.yaml", path, home=home)
    assert done.returncode == 2
    assert (
        said(done).splitlines()[0] == f"{tmp_path / 'none.yaml'}:1:1: there is no such file; check the path"
    )
    assert "a.png" in printed(done)


def test_a_folder_without_editions_is_status_2(home: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = paper_reader("check", empty, home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert "no edition here" in said(done)


def test_nothing_to_check_is_wrong_use(home: Path) -> None:
    done = paper_reader("check", home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert "lacks PATH" in said(done)


def test_an_edition_opened_before_is_read_again_and_not_from_its_plate(home: Path, tmp_path: Path) -> None:
    path = with_picture(tmp_path / "paper", "a.png")
    for _ in range(2):
        assert paper_reader("show", path, home=home).returncode == 0
        assert f":{line_of(path)}:19: " in printed(paper_reader("check", path, home=home))


def test_without_the_extra_it_says_what_it_has_not_seen(home: Path, tmp_path: Path) -> None:
    path = with_picture(tmp_path / "paper", "a.png")
    put_picture(path.parent / "a.png", b"words")
    code = (
        "import sys; sys.modules['PIL'] = None\n"
        "from reader.cli.main import run\n"
        f"sys.exit(run(['check', {str(path)!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=clean_environment(home),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "without the pictures extra" in done.stderr


def test_a_huge_file_is_refused_by_its_size(home: Path, tmp_path: Path) -> None:
    path = put(tmp_path / "paper", "2025-04-05")
    done = paper_reader("check", path, "--max-size", "100", home=home)
    assert done.returncode == 2
    assert "over the limit" in said(done)
