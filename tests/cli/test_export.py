"""`paper-reader export` as a process: an edition in every form, into files and pipes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.exporting.exporters import EXPORTERS
from reader.loading.load import load_edition, read_edition
from tests.cli.paper import paper_reader, printed, put, said

TEXTS = [exporter.kind for exporter in EXPORTERS if not exporter.is_binary and exporter.kind != "cap"]


def test_yaml_is_the_same_edition(home: Path, edition: Path) -> None:
    done = paper_reader("export", edition, "--to", "yaml", home=home)
    assert done.returncode == 0
    assert read_edition(done.stdout, Path("exported")).edition == load_edition(edition).edition


def test_yaml_of_that_yaml_is_the_same_bytes(home: Path, edition: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    assert paper_reader("export", edition, "--to", "yaml", "-o", first, home=home).returncode == 0
    assert paper_reader("export", first, "--to", "yaml", "-o", second, home=home).returncode == 0
    assert first.read_bytes() == second.read_bytes()


def test_json_is_what_show_prints(home: Path, edition: Path) -> None:
    exported = paper_reader("export", edition, "--to", "json", home=home)
    shown = paper_reader("show", edition, "--format", "json", home=home)
    assert json.loads(exported.stdout) == json.loads(shown.stdout)


def test_text_and_markdown_are_what_show_prints(home: Path, edition: Path) -> None:
    for kind in ("text", "markdown"):
        exported = paper_reader("export", edition, "--to", kind, "--width", "60", home=home)
        arguments = ("--width", "60") if kind == "text" else ()
        shown = paper_reader("show", edition, "--format", kind, *arguments, home=home)
        assert printed(exported) == printed(shown)


@pytest.mark.parametrize("kind", TEXTS)
def test_every_text_form_holds_the_headlines(home: Path, library: Path, kind: str) -> None:
    done = paper_reader("export", library / "2025-04-05.yaml", "--to", kind, home=home)
    assert done.returncode == 0
    text = printed(done)
    assert "老桥重开" in (json.dumps(json.loads(text), ensure_ascii=False) if text.startswith("{") else text)


def test_of_a_folder_the_newest_edition_is_exported(home: Path, library: Path) -> None:
    assert "新桥定名" in printed(paper_reader("export", library, "--to", "yaml", home=home))


def test_the_name_of_the_file_tells_the_form(home: Path, edition: Path, tmp_path: Path) -> None:
    path = tmp_path / "paper.markdown"
    done = paper_reader("export", edition, "-o", path, "--lang", "en", home=home)
    assert done.returncode == 0
    assert path.read_text(encoding="utf-8").startswith("# 河湾晨报")
    assert f"{path}: exported, {path.stat().st_size} bytes" in said(done)


def test_a_file_that_is_there_is_not_written_over_unless_forced(
    home: Path, edition: Path, tmp_path: Path
) -> None:
    path = tmp_path / "paper.md"
    path.write_text("mine")
    refused = paper_reader("export", edition, "-o", path, "--lang", "en", home=home)
    assert refused.returncode == 2
    assert "there already" in said(refused)
    assert path.read_text() == "mine"
    assert paper_reader("export", edition, "-o", path, "--force", home=home).returncode == 0
    assert path.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--to", "markdwn"), "did you mean markdown?"),
        ((), "add --to"),
        (("-o", "paper.xyz"), "nothing is exported to .xyz files; add --to"),
        (("--to", "yaml", "--force"), "add -o FILE"),
        (("--to", "yaml", "-o", "no/such/folder/a.yaml"), "there is no such folder"),
    ],
)
def test_what_cannot_be_exported_is_said_with_what_to_do(
    home: Path, edition: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = paper_reader("export", edition, *arguments, "--lang", "en", home=home)
    assert done.returncode == 2
    assert words in said(done)
    assert done.stdout == b""


def test_an_edition_that_cannot_be_read_is_told_with_its_lines(home: Path, tmp_path: Path) -> None:
    path = put(tmp_path, "2025-04-06")
    path.write_text(path.read_text(encoding="utf-8").replace("date: 2025", "date: x2025"), encoding="utf-8")
    done = paper_reader("export", path, "--to", "yaml", home=home)
    assert done.returncode == 2
    assert f"{path}:3:" in said(done)


def test_the_help_lists_every_kind(home: Path) -> None:
    words = printed(paper_reader("export", "--help", home=home))
    assert all(f"  {exporter.kind} " in words for exporter in EXPORTERS)


def test_a_file_that_is_not_there_is_told_by_name(home: Path) -> None:
    done = paper_reader("export", "nowhere.yaml", "--to", "html", "--lang", "en", home=home)
    assert done.returncode == 2
    assert "nowhere.yaml: there is no such file or folder" in said(done)
