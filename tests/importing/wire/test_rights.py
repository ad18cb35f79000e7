from __future__ import annotations

from reader.importing.observation import Grade
from reader.importing.wire.rights import rights_told


def test_each_statement_is_told_once_with_its_words() -> None:
    told = rights_told([None, "版权所有", "", "只可用一次", "版权所有"], "f", "1:1")
    assert [(each.grade, each.what.zh.partition("：")[2]) for each in told] == [
        (Grade.DROPPED, "版权所有"),
        (Grade.DROPPED, "只可用一次"),
    ]
