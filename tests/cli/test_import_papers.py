"""`paper-reader import` as a process: one source and many, good and bad."""

from __future__ import annotations

import json
from pathlib import Path

from reader.loading.load import load_edition
from tests.cli.paper import edition_text, paper_reader, printed, put, said
from tests.importing.mets.building import alto, article, block, issue, mets, page


def run(home: Path, *arguments: str | Path, given: bytes = b"") -> tuple[int, str, str]:
    done = paper_reader("import", *arguments, "--lang", "en", home=home, given=given)
    return done.returncode, printed(done), said(done)


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_without_a_place_the_edition_is_printed(home: Path, edition: Path, tmp_path: Path) -> None:
    status, text, told = run(home, edition)
    assert status == 0
    (tmp_path / "printed.yaml").write_text(text, encoding="utf-8")
    assert load_edition(tmp_path / "printed.yaml").edition == load_edition(edition).edition
    assert told == "-: articles: 3, notices: 1\n"


def test_standard_input_is_a_source(home: Path) -> None:
    status, text, _ = run(home, "-", given=edition_text("2025-04-09").encode())
    assert status == 0
    assert "date: 2025-04-09" in text


def test_a_folder_becomes_a_library(home: Path, library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    status, text, told = run(home, library, "-o", out)
    assert (status, text) == (0, "")
    assert files(out) == [f"河湾晨报/2025/04/2025-04-0{day}.yaml" for day in (5, 6, 7)]
    assert told == "editions: 3, articles: 9, notices: 1; unchanged: 0, failures: 0\n"
    listed = json.loads(printed(paper_reader("list", out, "--json", home=home)))
    assert [row["date"] for row in listed] == ["2025-04-05", "2025-04-06", "2025-04-07"]


def test_a_folder_in_a_folder_that_is_a_source_as_a_whole_is_one(home: Path, tmp_path: Path) -> None:
    sheet = alto(page(block("B1", "The ferry"), block("B2", "It runs.")))
    document = mets(article("B1", "B2"), files=["alto/1.xml"])
    issue(tmp_path / "in" / "1936" / "04", document, sheet)
    issue(tmp_path / "in" / "1936" / "05", document.replace(b"1936-05-04", b"1936-05-05"), sheet)
    (tmp_path / "in" / "1936" / "notes.txt").write_bytes(b"\0")
    status, _, told = run(home, tmp_path / "in", "-o", tmp_path / "out")
    assert status == 0
    assert files(tmp_path / "out") == [f"河湾日报/1936/05/1936-05-0{day}.yaml" for day in (4, 5)]
    assert "editions: 2, articles: 2" in told
    assert "files of no known kind: 1" in told


def test_a_second_time_nothing_changes(home: Path, library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(home, library, "-o", out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.yaml")}
    status, _, told = run(home, library, "-o", out)
    assert status == 0
    assert "unchanged: 3, failures: 0" in told
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.yaml")} == before


def test_what_is_there_is_not_written_over_unless_forced(home: Path, library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(home, library, "-o", out)
    put(library, "2025-04-06", headline="另一个标题")
    status, _, told = run(home, library, "-o", out)
    assert status == 2
    assert "2025-04-06.yaml: the file is there already; give another name, or add --force" in told
    assert "unchanged: 2, failures: 1" in told
    assert run(home, library, "-o", out, "--force")[0] == 0
    assert "另一个标题" in (out / "河湾晨报/2025/04/2025-04-06.yaml").read_text(encoding="utf-8")


def test_a_batch_goes_on_after_a_bad_item_and_ends_with_status_2(
    home: Path, library: Path, tmp_path: Path
) -> None:
    broken = edition_text("2025-04-06").replace("date: 2025-04-06", "date: 昨天")
    (library / "2025-04-06.yaml").write_text(broken, encoding="utf-8")
    (library / "odd.bin").write_bytes(b"\x00\x01\x02")
    out = tmp_path / "out"
    status, _, told = run(home, library, tmp_path / "none", "-o", out)
    assert status == 2
    assert files(out) == ["河湾晨报/2025/04/2025-04-05.yaml", "河湾晨报/2025/04/2025-04-07.yaml"]
    assert f"{library}/2025-04-06.yaml:3:7: “date” cannot be “昨天”" in told
    assert f"{tmp_path}/none: there is no such file" in told
    assert "files of no known kind: 1: odd.bin; " in told
    assert told.endswith("unchanged: 0, failures: 2\n")


def test_several_editions_need_a_folder(home: Path, library: Path, tmp_path: Path) -> None:
    status, text, told = run(home, library)
    assert status == 2
    assert text == ""
    assert told.endswith("more than one edition, and room for one only; name a folder with -o\n")
    status, _, told = run(home, library, "-o", tmp_path / "one.yaml")
    assert status == 2
    assert not (tmp_path / "one.yaml").exists()
    assert "name a folder with -o" in told


def test_the_same_day_from_two_sources_is_told(home: Path, edition: Path, tmp_path: Path) -> None:
    other = put(tmp_path / "other", "2025-04-06")
    status, _, told = run(home, edition, other, "-o", tmp_path / "out")
    assert status == 2
    assert "this edition has been imported from another source; import them apart" in told


def test_pictures_come_along(home: Path, tmp_path: Path) -> None:
    path = put(tmp_path / "in", "2025-04-06")
    text = path.read_text(encoding="utf-8").replace(
        "        headline: 桥的另一半\n", "        headline: 桥的另一半\n        photos: [{file: i/a.jpg}]\n"
    )
    path.write_text(text, encoding="utf-8")
    (path.parent / "i").mkdir()
    (path.parent / "i" / "a.jpg").write_bytes(b"JPEG")
    assert run(home, path, "-o", f"{tmp_path}/out/")[0] == 0
    assert (tmp_path / "out/河湾晨报/2025/04/i/a.jpg").read_bytes() == b"JPEG"


def test_an_empty_or_unknown_file_is_told_with_what_to_do(home: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "odd").write_bytes(bytes(range(256)))
    assert "the file is empty" in run(home, tmp_path / "empty")[2]
    status, text, told = run(home, tmp_path / "odd")
    assert (status, text) == (2, "")
    assert "its format cannot be told; say it with --from" in told


def test_a_folder_without_anything_is_told(home: Path, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    status, _, told = run(home, tmp_path / "nothing", "-o", tmp_path / "out")
    assert status == 2
    assert "there is nothing in it to import" in told


def test_a_limit_holds_for_files_and_for_standard_input(home: Path, edition: Path) -> None:
    for source, given in ((edition, b""), ("-", b"x" * 2000)):
        status, _, told = run(home, source, "--max-size", "1K", given=given)
        assert status == 2
        assert "--max-size" in told


def test_the_help_lists_every_kind(home: Path) -> None:
    from reader.cli.import_kinds import KINDS

    words = printed(paper_reader("import", "--help", home=home))
    assert all(f"  {kind.kind} " in words for kind in KINDS)


def test_broken_json_is_told_with_its_place(home: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('{"a":\n  1,,}', encoding="utf-8")
    assert "it looks like JSON, but is broken at 2:5" in run(home, tmp_path / "broken.json")[2]
    (tmp_path / "other.json").write_text('{"temperature": 3}', encoding="utf-8")
    assert "JSON of no known kind" in run(home, tmp_path / "other.json")[2]
