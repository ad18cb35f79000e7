from __future__ import annotations

import datetime as dt

import pytest

from reader.archive.filed import Filed
from reader.archive.issue_index import IndexDamaged
from reader.archive.sieve import PlaceKey
from reader.archive.sphinx_schema import (
    CHUNK,
    SphinxRow,
    edition_packed,
    edition_unpacked,
    id_of,
    inserted,
    packed,
    place_id,
    rest_ids,
    shard_row,
    source_of,
    unpacked,
    with_rest,
)
from reader.edition.wording import Wording
from reader.loading.file_state import Stamp
from reader.loading.problem import Problem


def test_what_was_packed_comes_back_whatever_it_was() -> None:
    for values in ([], ["雪", None, 5, ["a\0b", "\ud800", "'\\\""]], ["𠮷" * 999]):
        letters = packed(values)
        assert letters.isascii()
        assert not set(letters) & set("'\\")
        assert unpacked(letters) == values


@pytest.mark.parametrize("letters", ["", "x", "雪", packed(["雪"])[:-4], packed(["雪" * 99])[4:]])
def test_what_is_not_what_was_packed_is_noticed(letters: str) -> None:
    with pytest.raises(IndexDamaged):
        unpacked(letters)


def test_what_is_known_of_a_file_comes_back_whole() -> None:
    problem = Problem(3, 1, Wording("错", "wrong"), Wording("改", "mend"))
    for file in (
        Filed(path="other.yaml", stamp=Stamp(1, 2, 3)),
        Filed(path="坏'.yaml", stamp=Stamp(1, 2, 3), problems=(problem,)),
        Filed(
            path="a/2024-01-01.yaml",
            stamp=Stamp(1 << 62, 2, 3),
            paper="终端日报",
            date=dt.date(2024, 1, 1),
            issue="7",
            articles=2,
            headline="雪",
            notices=1,
        ),
    ):
        assert edition_unpacked(edition_packed(file)) == file


def test_a_path_that_is_no_text_is_kept_too() -> None:
    path = b"caf\xe9.yaml".decode("utf-8", "surrogateescape")
    file = Filed(path=path, stamp=Stamp(1, 2, 3))
    assert edition_unpacked(edition_packed(file)) == file
    assert source_of(path) != source_of("café.yaml")


def test_a_long_value_is_laid_in_rows_of_its_own_and_their_ids_are_known_from_its_length() -> None:
    row = SphinxRow(5, line=9, source=7, packed="x" * (2 * CHUNK + 1))
    first, *rest = with_rest(row)
    assert first.amount == len(row.packed)
    assert [each.id for each in rest] == rest_ids(row.id, first.amount)
    assert "".join(each.packed for each in (first, *rest)) == row.packed
    assert {(each.line, each.source) for each in rest} == {(9, 7)}
    assert [each.packed for each in with_rest(row._replace(packed="short"))] == ["short"]
    assert rest_ids(5, CHUNK) == []


def test_ids_are_positive_numbers_of_63_bits_and_those_of_one_file_follow_each_other() -> None:
    source = source_of("2024/01/2024-01-01.yaml")
    ids = [id_of(source, position) for position in (0, 1, (1 << 20) - 1)]
    others = [place_id(PlaceKey("终端日报", "要闻", None)), shard_row(0, 2).id, *rest_ids(ids[0], 3 * CHUNK)]
    assert all(0 < id < 1 << 62 for id in ids)
    assert all(1 << 62 <= id < 1 << 63 for id in others)
    assert len({*ids, *others}) == len(ids) + len(others)
    assert ids[1] == ids[0] + 1


def test_text_cannot_leave_its_quotation_marks() -> None:
    statement = inserted("paper_shard", [SphinxRow(1, title="it's a \\ and '), (2, '")])
    assert "'it\\'s a \\\\ and \\'), (2, \\''" in statement
