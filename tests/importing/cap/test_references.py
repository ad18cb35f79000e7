from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.cap.references import identifier_of, notice_id, referred

SENT = "2025-03-01T08:00:00+08:00"
IDS = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="/[]"), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (f"met@hewan.example,hw-1,{SENT}", ["hw-1"]),
        (f"met@hewan.example,hw-1,{SENT} met@hewan.example,hw-2,{SENT}", ["hw-1", "hw-2"]),
        (f"met@hewan.example,hw-1,{SENT}\n\t met@hewan.example,hw-2,{SENT}\n", ["hw-1", "hw-2"]),
        (f"met@hewan.example, hw-1, {SENT}", ["hw-1"]),
        (f'"Hewan, Office",hw-1,{SENT}', ["hw-1"]),
        (f'"met@hewan.example","hw-1","{SENT}"', ["hw-1"]),
        (f"met@hewan.example,hw-1,{SENT};met@hewan.example,hw-2,{SENT}", ["hw-1", "hw-2"]),
        ("met@hewan.example,hw-1,2025-03-01T08:00:00-00:00", ["hw-1"]),
        ("met@hewan.example,hw-1,2025-03-01T00:00:00.000Z", ["hw-1"]),
        ("met@hewan.example,urn:oid:2.49.0.1.1,2025-03-01 08:00:00+08:00", ["urn:oid:2.49.0.1.1"]),
        (f"met@hewan.example,hw 1,{SENT}", ["hw 1"]),
        (f"met@hewan.example,hw,1,{SENT}", ["hw,1"]),
        ("41000041600000_20250301080000", ["41000041600000_20250301080000"]),
        ("hw-1 hw-2", ["hw-1", "hw-2"]),
        ("met@hewan.example,hw-1", ["hw-1"]),
        (f"hw-1,{SENT}", ["hw-1"]),
        (f"met@hewan.example,hw-1,{SENT} met@hewan.example,hw-1,{SENT}", ["hw-1"]),
        ("", []),
        (" ,,, ;; ", []),
    ],
)
def test_the_identifiers_in_references_are_found(words: str, found: list[str]) -> None:
    assert list(referred(words)) == found


def test_of_a_pair_both_are_taken_when_both_are_known() -> None:
    assert referred("hw-1,hw-2") == ("hw-2",)
    assert referred("hw-1,hw-2", {"hw-1", "hw-2"}) == ("hw-1", "hw-2")


@pytest.mark.parametrize(
    ("identifier", "own"),
    [
        ("hw-1", "hw-1"),
        ("urn:oid:2.49.0.1", "urn:oid:2.49.0.1"),
        ("http://hewan.example/cap/7", "http:-hewan.example-cap-7"),
        ("a b\t[c]", "a-b-c-"),
        ("\x1b]52;", "␛-52;"),
        ("  ", "alert"),
        ("%E2%80%9Ca%E2%80%9D", "“a”"),
    ],
)
def test_an_identifier_becomes_an_id(identifier: str, own: str) -> None:
    assert notice_id(identifier) == own


@given(IDS)
def test_every_id_is_written_as_an_identifier_that_gives_it_back(own: str) -> None:
    written = identifier_of(own)
    assert notice_id(written) == own
    assert not set(written) & set(" ,<&")


@given(st.lists(IDS, min_size=1, max_size=5, unique=True))
def test_every_id_is_found_in_references(ids: list[str]) -> None:
    words = " ".join(f"河湾日报,{identifier_of(own)},{SENT}" for own in ids)
    assert [notice_id(each) for each in referred(words)] == ids


@given(st.text(max_size=60))
def test_no_references_raise(words: str) -> None:
    assert all(each == each.strip() for each in referred(words))
