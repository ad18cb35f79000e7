from __future__ import annotations

from pathlib import Path

import pytest

from reader.loading.claim import claims_in
from reader.loading.load import read_edition
from reader.loading.problem import EditionError
from tests.loading.bad_files import HEAD

NOT_EDITIONS = [
    "各位读者：\n今天停刊一天。\n",
    "你好\n",
    "Dear all,\nNote: the press is closed.\n",
    "# 题\n\n* 甲\n* 乙\n",
    "- 甲\n- 乙\n",
    "version: '3'\nservices:\n  web:\n    ports: ['80:80']\nvolumes: {}\n",
    "x: &a {b: 1}\ny:\n  <<: *a\n",
    "kind: A\n---\nkind: B\n---\nkind: C\n",
    '{"name": "x", "version": 1}\n',
]


@pytest.mark.parametrize("text", NOT_EDITIONS)
def test_what_is_no_edition_is_told_so_and_nothing_else(text: str) -> None:
    with pytest.raises(EditionError) as raised:
        read_edition(text.encode(), Path("x.yaml"))
    assert raised.value.render("en") == "x.yaml:1:1: this is not an edition; an edition begins with format: 1"
    assert raised.value.render("zh") == "x.yaml:1:1: 这不是版面文件; 版面文件以 format: 1 开头"


@pytest.mark.parametrize(
    "text", [HEAD, "paper: 甲\n", "sections: []\n", '{"format": 1}', "format: [1\n", "paper：甲\nx: [\n"]
)
def test_one_key_of_an_edition_makes_it_one_with_mistakes(text: str) -> None:
    with pytest.raises(EditionError) as raised:
        read_edition(text.encode(), Path("x.yaml"))
    assert "not an edition" not in raised.value.render("en")


def test_a_key_in_the_middle_of_a_line_claims_nothing() -> None:
    assert claims_in("x: [\n  format: 1")
    assert not claims_in("the format: 1\nnewspaper: 2")
