from __future__ import annotations

from pathlib import Path
from typing import Any

from reader.archive.picture_findings import PictureFinding, can_decode, picture_findings
from reader.loading.load import load_edition
from reader.loading.plate import load_plate, save_plate
from reader.loading.problem import Severity
from tests.archive.pictures import png, put_picture
from tests.tui.papers import DAY, a_paper, an_article, put


def found(folder: Path, *photos: dict[str, Any]) -> list[PictureFinding]:
    path = put(folder, a_paper([an_article(), an_article("有图", id="seen", photos=list(photos))]))
    return list(picture_findings(load_edition(path), path, None))


def test_a_photo_without_a_file_is_fine(tmp_path: Path) -> None:
    assert found(tmp_path, {"caption": "图说。"}) == []


def test_a_picture_that_can_be_shown_is_fine(tmp_path: Path) -> None:
    put_picture(tmp_path / "a.png")
    assert found(tmp_path, {"file": "a.png"}) == []


def test_every_picture_is_looked_at_and_told_in_order(tmp_path: Path) -> None:
    put_picture(tmp_path / "good.png")
    put_picture(tmp_path / "bomb.png", png(50_000, 50_000))
    (tmp_path / "out.png").symlink_to("/etc/hostname")
    names = ["none.png", "good.png", "bomb.png", "out.png"]
    findings = found(tmp_path, *({"file": name} for name in names))
    assert [finding.rule for finding in findings] == ["P-MISSING", "P-REFUSED", "P-OUTSIDE"]
    assert {finding.reference for finding in findings} == {f"{DAY}/seen"}
    assert {finding.problem.severity for finding in findings} == {Severity.ERROR}
    assert [finding.problem.line for finding in findings] == sorted(f.problem.line for f in findings)


def test_a_finding_stands_where_the_file_is_named(tmp_path: Path) -> None:
    ((_, problem, _),) = found(tmp_path, {"file": "none.png"})
    line = (tmp_path / f"{DAY}.yaml").read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert "none.png" in line
    assert line[problem.column - 1 :].startswith('"none.png"')


def test_places_are_known_of_an_edition_from_its_plate_too(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper([an_article(photos=[{"file": "none.png"}])]))
    loaded = load_edition(path)
    save_plate(tmp_path / "cache", path, loaded)
    plate = load_plate(tmp_path / "cache", path, loaded.stamp)
    assert plate is not None
    assert list(picture_findings(plate, path, None)) == list(picture_findings(loaded, path, None))


def test_pictures_are_decoded_where_the_tests_are_run() -> None:
    assert can_decode()
