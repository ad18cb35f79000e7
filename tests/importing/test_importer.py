from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer, Likeness, Sample, most_like, sample_of
from reader.importing.importers import IMPORTERS
from reader.importing.observation import CannotImport, Observation
from reader.importing.source import HEAD, Source


def _none(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    yield from ()


def importer(kind: str, likeness: Likeness) -> Importer:
    return Importer(kind, Wording(kind, kind), (), lambda sample: likeness, _none)


def test_the_surest_importer_reads_a_source() -> None:
    known = (importer("a", Likeness.NAME), importer("b", Likeness.SURE), importer("c", Likeness.CONTENT))
    found = most_like(known, Sample("x", b""))
    assert found is not None
    assert found.kind == "b"


def test_of_two_that_are_as_sure_it_is_the_first() -> None:
    known = (importer("a", Likeness.CONTENT), importer("b", Likeness.CONTENT))
    found = most_like(known, Sample("x", b""))
    assert found is not None
    assert found.kind == "a"


def test_what_nobody_knows_nobody_reads() -> None:
    assert most_like((importer("a", Likeness.NONE),), Sample("x", b"")) is None


def test_a_sample_is_the_name_and_the_head_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "Page.TXT"
    path.write_bytes(b"a" * (HEAD + 1))
    assert sample_of(Source(path=path)) == Sample("page.txt", b"a" * HEAD)


def test_a_sample_of_a_folder_is_the_names_in_it(tmp_path: Path) -> None:
    (tmp_path / "b.txt").touch()
    (tmp_path / "a").mkdir()
    assert sample_of(Source(path=tmp_path)) == Sample(tmp_path.name.lower(), b"", ("a", "b.txt"), True)


def test_a_sample_of_a_folder_has_the_head_of_its_first_page(tmp_path: Path) -> None:
    (tmp_path / "2.xml").write_bytes(b"<second/>")
    (tmp_path / "1.XML").write_bytes(b"<first/>")
    assert sample_of(Source(path=tmp_path)).first_page == b"<first/>"
    (tmp_path / "0.xml").mkdir()
    assert sample_of(Source(path=tmp_path)).first_page == b""


def test_a_sample_of_standard_input_has_no_name() -> None:
    assert sample_of(Source(path=None, given=b"abc")) == Sample("-", b"abc")


def test_of_a_file_that_is_not_there_no_sample_can_be_taken(tmp_path: Path) -> None:
    with pytest.raises(CannotImport, match="no such file"):
        sample_of(Source(path=tmp_path / "none"))


def test_every_importer_has_a_name_of_its_own() -> None:
    kinds = [known.kind for known in IMPORTERS]
    assert len(kinds) == len(set(kinds))
    assert all(known.name.zh and known.name.en for known in IMPORTERS)


@pytest.mark.parametrize("known", IMPORTERS, ids=lambda known: known.kind)
@pytest.mark.parametrize(
    "sample",
    [
        Sample("-", b""),
        Sample("x", bytes(range(256))),
        Sample("x.xml", b"<?xml"),
        Sample("x.json", b"{"),
        Sample("x", b"PK\x03\x04"),
        Sample("folder", b"", ("x.xml", "y.txt"), True),
        Sample("x.txt", "一二三".encode("utf-16")),
    ],
    ids=lambda sample: sample.name,
)
def test_no_importer_stumbles_over_a_sample(known: Importer, sample: Sample) -> None:
    assert known.likeness(sample) in Likeness
