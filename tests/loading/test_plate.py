from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.loading.file_state import stamp_of
from reader.loading.load import Loaded, load_edition
from reader.loading.plate import load_plate, plate_path, save_plate
from tests.loading.test_load import WHOLE

ROOT = Path(__file__).parents[2]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "edition.yaml"
    path.write_text(WHOLE.replace("issue: 0712", "issue:").removesuffix("...\n"))  # two warnings
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "plates"


def kept(cache: Path, paper: Path) -> Loaded:
    loaded = load_edition(paper)
    save_plate(cache, paper, loaded)
    return loaded


def test_a_plate_gives_back_all_that_was_loaded(cache: Path, paper: Path) -> None:
    loaded = kept(cache, paper)
    plate = load_plate(cache, paper, loaded.stamp)
    assert plate is not None
    assert plate.edition == loaded.edition
    assert plate.warnings == loaded.warnings
    assert len(plate.warnings) == 2
    assert plate.stamp == loaded.stamp
    assert (loaded.is_from_plate, plate.is_from_plate) == (False, True)
    assert plate.source_map.positions == loaded.source_map.positions
    assert plate.source_map.article_position("kai") == loaded.source_map.article_position("kai")
    assert plate.source_map.notice_position("wind-2") == loaded.source_map.notice_position("wind-2")
    article, again = next(loaded.edition.articles()), next(plate.edition.articles())
    assert (type(again.kind), type(again.cut)) == (type(article.kind), type(article.cut))
    assert hash(again) == hash(article)


@pytest.mark.parametrize("path", sorted((ROOT / "editions").rglob("*.yaml")), ids=lambda path: path.stem)
def test_a_plate_of_a_shipped_edition_is_the_edition(cache: Path, path: Path) -> None:
    loaded = kept(cache, path)
    plate = load_plate(cache, path, loaded.stamp)
    assert plate is not None
    assert plate.edition == loaded.edition


def test_bodies_of_any_characters_come_back_each_to_its_article(cache: Path, paper: Path) -> None:
    bodies = ["𠮷野\n家😀", "", "a\u3000é", "~"]
    articles = "".join(
        f"      - slug: s\n        body: {json.dumps(body, ensure_ascii=False)}\n" for body in bodies
    )
    paper.write_text(
        WHOLE.partition("sections:")[0] + "sections:\n  - name: n\n    articles:\n" + articles + "...\n"
    )
    plate = load_plate(cache, paper, kept(cache, paper).stamp)
    assert plate is not None
    assert [article.body for article in plate.edition.articles()] == bodies


def test_there_is_no_plate_of_a_file_that_changed(cache: Path, paper: Path) -> None:
    stamp = kept(cache, paper).stamp
    for changed in (stamp._replace(mtime_ns=1), stamp._replace(size=1), stamp._replace(inode=1)):
        assert load_plate(cache, paper, changed) is None


def test_there_is_no_plate_of_another_path(cache: Path, paper: Path) -> None:
    stamp = kept(cache, paper).stamp
    other = paper.with_name("other.yaml")
    assert load_plate(cache, other, stamp) is None
    plate_path(cache, paper).rename(plate_path(cache, other))
    assert load_plate(cache, other, stamp) is None


def test_a_plate_of_another_version_is_none(
    cache: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = kept(cache, paper).stamp
    monkeypatch.setattr("reader.loading.plate.__version__", "0.0.0")
    assert load_plate(cache, paper, stamp) is None


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_plate_is_none_and_never_an_error(cache: Path, paper: Path, data: st.DataObject) -> None:
    stamp = kept(cache, paper).stamp
    plate = plate_path(cache, paper)
    whole = plate.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(
        st.sampled_from(
            [whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], whole[at:], whole + b"x", b""]
        )
    )
    plate.write_bytes(damaged)
    assert load_plate(cache, paper, stamp) is None or damaged == whole


def test_no_plate_no_folder_or_a_folder_in_its_place_is_none(cache: Path, paper: Path) -> None:
    stamp = stamp_of(paper)
    assert stamp is not None
    assert load_plate(cache, paper, stamp) is None
    plate_path(cache, paper).mkdir(parents=True)
    assert load_plate(cache, paper, stamp) is None


def test_a_plate_that_cannot_be_kept_is_no_error(tmp_path: Path, paper: Path) -> None:
    (tmp_path / "file").write_text("x")
    save_plate(tmp_path / "file" / "below", paper, load_edition(paper))
    assert (tmp_path / "file").read_text() == "x"


def test_a_plate_is_replaced_whole_and_only_its_owner_reads_it(cache: Path, paper: Path) -> None:
    kept(cache, paper)
    paper.write_text(WHOLE)
    stamp = kept(cache, paper).stamp
    assert [file.name for file in cache.iterdir()] == [plate_path(cache, paper).name]
    assert plate_path(cache, paper).stat().st_mode & 0o77 == 0
    plate = load_plate(cache, paper, stamp)
    assert plate is not None
    assert plate.edition.issue == "0712"


def test_reading_a_plate_imports_no_yaml(cache: Path, paper: Path) -> None:
    kept(cache, paper)
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from reader.loading.file_state import stamp_of\nfrom reader.loading.plate import load_plate\n"
        "cache, paper = map(Path, sys.argv[1:])\n"
        "loaded = load_plate(cache, paper, stamp_of(paper))\n"
        "assert loaded.edition.paper == '青石晚报'\n"
        "assert loaded.source_map.position('date') == (3, 7)\n"
        "assert 'yaml' not in sys.modules, 'yaml'\n"
    )
    environment = {**os.environ, "PYTHONUTF8": "1"}
    subprocess.run([sys.executable, "-c", code, cache, paper], check=True, cwd=ROOT, env=environment)
