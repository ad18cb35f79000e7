from __future__ import annotations

from reader.reading.marks import Mark
from reader.reading.place import Address, IssueKey, Place
from tests.reading.papers import DAY, NOON

ISSUE = IssueKey("巷口报", DAY, "晚报版")
MARK = Mark(address=Address(ISSUE, "p01-a01"), title="井边", section="要闻", when=NOON, block=3, character=5)


def test_a_mark_leads_back_to_where_it_was_made_in_whatever_paper() -> None:
    assert MARK.place == Place(MARK.reference, 3, 5, ISSUE)


def test_a_mark_names_its_paper_and_its_piece() -> None:
    assert MARK.paper == "巷口报"
    assert str(MARK.reference) == "2024-12-23/p01-a01"
