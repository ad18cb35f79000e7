"""`paper-reader import ALERT… --into EDITION` as a process."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.loading.load import load_edition
from tests.cli.paper import edition_text, paper_reader, printed, said
from tests.importing.cap.alerts import alert, info


def run(home: Path, *arguments: str | Path, given: bytes = b"") -> tuple[int, str, str]:
    done = paper_reader("import", *arguments, "--lang", "en", home=home, given=given)
    return done.returncode, printed(done), said(done)


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    path = tmp_path / "rain.xml"
    path.write_text(alert(info(expires=None)), encoding="utf-8")
    return path


@pytest.fixture
def update(tmp_path: Path) -> Path:
    path = tmp_path / "update.xml"
    references = "met@hewan.example,hw-1,2025-03-01T08:00:00+08:00"
    path.write_text(alert(identifier="hw-2", msgType="Update", references=references), encoding="utf-8")
    return path


def test_alerts_go_into_the_edition_and_nothing_else_changes(
    home: Path, edition: Path, rain: Path, update: Path
) -> None:
    before = load_edition(edition).edition
    text = edition.read_text(encoding="utf-8")
    edition.chmod(0o640)
    status, out, told = run(home, rain, update, "--into", edition)
    assert (status, out) == (0, "")
    assert "assumed to hold until lifted" in told
    assert "named after who issued them" not in told
    after = load_edition(edition).edition
    assert [notice.id for notice in after.notices] == [*(each.id for each in before.notices), "hw-1", "hw-2"]
    assert after.notices[-1].supersedes == ("hw-1",)
    assert after.inferred == ("hw-1.expires",)
    assert (after.sections, after.paper, after.date) == (before.sections, before.paper, before.date)
    lines = iter(edition.read_text(encoding="utf-8").splitlines())
    assert all(line in lines for line in text.splitlines())
    assert edition.stat().st_mode & 0o777 == 0o640


def test_a_second_time_nothing_changes(home: Path, edition: Path, rain: Path) -> None:
    run(home, rain, "--into", edition)
    before = edition.stat().st_mtime_ns
    status, _, told = run(home, rain, "--into", edition)
    assert status == 0
    assert told.endswith("unchanged\n")
    assert edition.stat().st_mtime_ns == before


def test_a_notice_that_differs_is_refused_unless_forced(home: Path, edition: Path, rain: Path) -> None:
    run(home, rain, "--into", edition)
    rain.write_text(alert(info(headline="河湾市气象台发布暴雨红色预警")), encoding="utf-8")
    before = edition.read_bytes()
    status, _, told = run(home, rain, "--into", edition)
    assert status == 2
    assert "differ: hw-1; add --force" in told
    assert edition.read_bytes() == before
    assert run(home, rain, "--into", edition, "--force")[0] == 0
    assert load_edition(edition).edition.notices[-1].headline == "河湾市气象台发布暴雨红色预警"


def test_a_broken_alert_is_told_and_the_others_go_in(home: Path, edition: Path, rain: Path) -> None:
    broken = rain.with_name("broken.xml")
    broken.write_text(alert()[:-20], encoding="utf-8")
    status, _, told = run(home, broken, rain, "--into", edition)
    assert status == 2
    assert "broken.xml:1:" in told
    assert load_edition(edition).edition.notices[-1].id == "hw-1"


def test_the_edition_s_language_and_zone_are_those_of_its_notices(
    home: Path, edition: Path, tmp_path: Path
) -> None:
    both = tmp_path / "both.xml"
    english = info(language="en", event="Rain", headline="Rain", description="Rain.")
    both.write_text(alert(english, info(), sent="2025-03-01T08:00:00"), encoding="utf-8")
    assert run(home, both, "--into", edition)[0] == 0
    posted = load_edition(edition).edition.notices[-1]
    assert (posted.event, posted.issued and posted.issued.isoformat()) == (
        "暴雨",
        "2025-03-01T08:00:00+08:00",
    )


def test_articles_do_not_go_into_an_edition(home: Path, edition: Path) -> None:
    status, _, told = run(home, "-", "--into", edition, given=edition_text("2025-04-09").encode())
    assert status == 2
    assert "here are articles: 3; import articles apart" in told


def test_into_a_file_that_is_no_edition_nothing_goes(home: Path, rain: Path) -> None:
    for target in (rain, rain.with_name("none.yaml")):
        status, _, told = run(home, rain, "--into", target)
        assert status == 2
        assert str(target.name) in told
        assert "Traceback" not in told


def test_into_and_out_do_not_go_together(home: Path, edition: Path, rain: Path, tmp_path: Path) -> None:
    status, _, told = run(home, rain, "--into", edition, "-o", tmp_path / "x.yaml")
    assert status == 2
    assert "--into and -o do not go together" in told


def test_what_is_exported_as_alerts_goes_into_another_edition(
    home: Path, edition: Path, library: Path
) -> None:
    exported = paper_reader("export", edition, "--to", "cap", home=home)
    assert exported.returncode == 0
    target = library / "2025-04-07.yaml"
    assert run(home, "-", "--into", target, given=exported.stdout)[0] == 0
    assert load_edition(target).edition.notices == load_edition(edition).edition.notices
